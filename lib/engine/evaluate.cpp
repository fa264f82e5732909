#include "noble/evaluate.hpp"

#include <numeric>

#include "algebra/checked.hpp"
#include "finite/reference.hpp"

namespace noble {
namespace {

std::string text_of(const extents& shape) {
    std::string text = "(";
    for (std::size_t i = 0; i < shape.size(); ++i) {
        text += (i > 0 ? ", " : "") + std::to_string(shape[i]);
    }
    return text + ")";
}

// Where a map acts on an array: axes first … last, or the one axis that holds them flattened.
struct placement {
    std::size_t first;
    std::size_t last;
};

bool matches(const extents& array, std::size_t first, const extents& shape) {
    return std::equal(shape.begin(), shape.end(),
                      array.begin() + static_cast<std::ptrdiff_t>(first));
}

placement place(const linear_map& a, const extents& in, int axis) {
    const std::size_t last = resolve_axis(axis, in.size());
    const std::size_t rank = a.in_shape().size();
    if (last + 1 >= rank && matches(in, last + 1 - rank, a.in_shape())) {
        return {last + 1 - rank, last};
    }
    if (in[last] == a.cols()) return {last, last};
    throw shape_error(to_string(a) + " takes " + text_of(a.in_shape()) + " samples and is given " +
                      std::to_string(in[last]) + " along axis " + std::to_string(last) +
                      " of an array of shape " + text_of(in));
}

extents replaced(const extents& in, const placement& at, const linear_map& a) {
    const bool flat = at.first == at.last && a.in_shape().size() > 1;
    const extents middle = flat ? extents{a.rows()} : a.out_shape();
    extents out(in.begin(), in.begin() + static_cast<std::ptrdiff_t>(at.first));
    out.insert(out.end(), middle.begin(), middle.end());
    out.insert(out.end(), in.begin() + static_cast<std::ptrdiff_t>(at.last) + 1, in.end());
    return out;
}

// The positions in memory of some axes of an array, as an odometer in row-major order.
class odometer {
 public:
    odometer(extents shape, extents strides)
        : shape_(std::move(shape)), strides_(std::move(strides)), index_(shape_.size(), 0) {
        left_ = element_count(shape_);
    }
    [[nodiscard]] bool done() const { return left_ == 0; }
    [[nodiscard]] index_t offset() const { return offset_; }
    void next() {
        --left_;
        for (std::size_t axis = shape_.size(); axis-- > 0;) {
            offset_ += strides_[axis];
            if (++index_[axis] < shape_[axis]) return;
            offset_ -= strides_[axis] * shape_[axis];
            index_[axis] = 0;
        }
    }

 private:
    extents shape_;
    extents strides_;
    extents index_;
    index_t left_ = 0;
    index_t offset_ = 0;
};

extents picked(const extents& all, std::size_t first, std::size_t last) {
    return {all.begin() + static_cast<std::ptrdiff_t>(first),
            all.begin() + static_cast<std::ptrdiff_t>(last) + 1};
}

extents without(extents all, std::size_t first, std::size_t last) {
    all.erase(all.begin() + static_cast<std::ptrdiff_t>(first),
              all.begin() + static_cast<std::ptrdiff_t>(last) + 1);
    return all;
}

template <class T>
odometer inner(const strided_array<T>& a, const placement& at) {
    return {picked(a.shape, at.first, at.last), picked(a.strides, at.first, at.last)};
}

template <class T>
odometer outer(const strided_array<T>& a, const placement& at) {
    return {without(a.shape, at.first, at.last), without(a.strides, at.first, at.last)};
}

}  // namespace

std::size_t resolve_axis(int axis, std::size_t dimensions) {
    const auto rank = static_cast<index_t>(dimensions);
    if (axis < -rank || axis >= rank) {
        throw shape_error("axis " + std::to_string(axis) + " of an array with " +
                          std::to_string(rank) + " dimensions");
    }
    return static_cast<std::size_t>(axis < 0 ? axis + rank : axis);
}

index_t element_count(const extents& shape) {
    return std::accumulate(shape.begin(), shape.end(), index_t{1}, checked::mul);
}

extents output_shape(const linear_map& a, const extents& in, int axis) {
    return replaced(in, place(a, in, axis), a);
}

template <class T>
void multiply(const linear_map& a, const strided_array<const T>& x, const strided_array<T>& y,
              T alpha, T beta, int axis) {
    const auto from = place(a, x.shape, axis);
    const extents out = replaced(x.shape, from, a);
    if (out != y.shape) {
        throw shape_error(to_string(a) + " on an array of shape " + text_of(x.shape) + " gives " +
                          text_of(out) + ", but y has the shape " + text_of(y.shape));
    }
    const std::size_t width = out.size() + (from.last - from.first) + 1 - x.shape.size();
    const placement to{from.first, from.first + width - 1};
    const reference<T> run(a);
    require_memory(checked::add(a.rows(), a.cols()), sizeof(T), "a line of the array");
    std::vector<T> line_in(static_cast<std::size_t>(a.cols()));
    std::vector<T> line_out(static_cast<std::size_t>(a.rows()));
    auto target = outer(y, to);
    for (auto source = outer(x, from); !source.done(); source.next(), target.next()) {
        auto in = inner(x, from);
        for (auto& value : line_in) {
            value = x.data[source.offset() + in.offset()];
            in.next();
        }
        run(line_in.data(), line_out.data());
        auto place_out = inner(y, to);
        for (const auto& value : line_out) {
            T& there = y.data[target.offset() + place_out.offset()];
            // 1 and 0 are taken at their word: no product can turn an Inf into a NaN.
            const T image = alpha == T{1} ? value : alpha * value;
            there = beta == T{} ? image : image + beta * there;
            place_out.next();
        }
    }
}

template void multiply(const linear_map&, const strided_array<const float>&,
                       const strided_array<float>&, float, float, int);
template void multiply(const linear_map&, const strided_array<const double>&,
                       const strided_array<double>&, double, double, int);
template void multiply(const linear_map&, const strided_array<const std::complex<float>>&,
                       const strided_array<std::complex<float>>&, std::complex<float>,
                       std::complex<float>, int);
template void multiply(const linear_map&, const strided_array<const std::complex<double>>&,
                       const strided_array<std::complex<double>>&, std::complex<double>,
                       std::complex<double>, int);

}  // namespace noble
