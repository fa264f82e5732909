// How a value is written.
#pragma once

namespace noble::engine {

/// y ← αAx + βy; 1 and 0 are taken at their word: no product can turn an Inf into a NaN.
template <class T>
struct update {
    T alpha{1};
    T beta{};
    [[nodiscard]] bool is_plain() const { return alpha == T{1} && beta == T{}; }
    void operator()(T& y, const T& value) const {
        const T image = alpha == T{1} ? value : alpha * value;
        if (beta == T{}) {
            y = image;
        } else {
            y = image + (beta == T{1} ? y : beta * y);
        }
    }
};

}  // namespace noble::engine
