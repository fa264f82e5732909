#include "finite/reference.hpp"

#include <algorithm>
#include <numeric>

#include "base/checked.hpp"
#include "noble/error.hpp"

namespace noble {
namespace {

std::vector<linear_map> parts_of(const map_node::any& node) {
    struct lister {
        std::vector<linear_map> operator()(const map_node::product& a) const { return a.factors; }
        std::vector<linear_map> operator()(const map_node::sum& a) const { return a.terms; }
        std::vector<linear_map> operator()(const map_node::scaled& a) const { return a.map; }
        std::vector<linear_map> operator()(const map_node::block& a) const { return a.maps; }
        std::vector<linear_map> operator()(const map_node::block_diag& a) const { return a.maps; }
        std::vector<linear_map> operator()(const map_node::kron& a) const { return a.maps; }
        std::vector<linear_map> operator()(const map_node::bound_word& /*a*/) const { return {}; }
        std::vector<linear_map> operator()(const map_node::custom& /*a*/) const { return {}; }
    };
    return std::visit(lister{}, node);
}

template <class T>
std::vector<T> scratch(index_t n) {
    require_memory(n, sizeof(T), "an intermediate signal");
    return std::vector<T>(static_cast<std::size_t>(n));
}

template <class T>
T conjugate(T value) {
    if constexpr (std::is_floating_point_v<T>) {
        return value;
    } else {
        return std::conj(value);
    }
}

template <class T>
void conjugate_all(std::vector<T>& values) {
    std::ranges::transform(values, values.begin(), conjugate<T>);
}

index_t volume(const extents& shape, std::size_t from, std::size_t to) {
    return std::accumulate(shape.begin() + static_cast<std::ptrdiff_t>(from),
                           shape.begin() + static_cast<std::ptrdiff_t>(to), index_t{1},
                           checked::mul);
}

}  // namespace

template <class T>
reference<T>::reference(const linear_map& map) : map_(map) {
    if (std::is_floating_point_v<T> && !map.is_real()) {
        throw argument_error("complex taps need complex data (complex64 or complex128): " +
                             to_string(map));
    }
    if (const auto* word = std::get_if<map_node::bound_word>(&map_.root())) {
        if (map.is_real()) {
            real_rows_ = std::make_shared<const polyphase<T, double>>(*word);
        } else {
            wide_rows_ = std::make_shared<const polyphase<T, wide<T>>>(*word);
        }
    }
    for (const auto& part : parts_of(map_.root())) parts_.emplace_back(part);
}

template <class T>
void reference<T>::operator()(const T* x, T* y) const {
    std::visit([&](const auto& node) { run(node, x, y); }, map_.root());
}

template <class T>
void reference<T>::run(const map_node::bound_word& /*a*/, const T* x, T* y) const {
    if (real_rows_) {
        (*real_rows_)(x, y);
    } else {
        (*wide_rows_)(x, y);
    }
}

template <class T>
void reference<T>::run(const map_node::product& /*a*/, const T* x, T* y) const {
    std::vector<T> in(x, x + map_.cols());
    for (std::size_t i = parts_.size() - 1; i > 0; --i) {
        auto out = scratch<T>(parts_[i].map().rows());
        parts_[i](in.data(), out.data());
        in = std::move(out);
    }
    parts_.front()(in.data(), y);
}

template <class T>
void reference<T>::run(const map_node::sum& /*a*/, const T* x, T* y) const {
    const index_t rows = map_.rows();
    std::fill(y, y + rows, T{});
    auto term = scratch<T>(rows);
    for (const auto& part : parts_) {
        part(x, term.data());
        std::transform(y, y + rows, term.begin(), y, std::plus<>());
    }
}

template <class T>
void reference<T>::run(const map_node::scaled& a, const T* x, T* y) const {
    parts_.front()(x, y);
    const T c = a.c.to<T>();
    std::transform(y, y + map_.rows(), y, [c](T value) { return c * value; });
}

template <class T>
void reference<T>::run(const map_node::block& a, const T* x, T* y) const {
    for (std::size_t i = 0; i < parts_.size(); i += a.width) {
        const index_t rows = parts_[i].map().rows();
        std::fill(y, y + rows, T{});
        auto term = scratch<T>(rows);
        const T* in = x;
        for (std::size_t j = i; j < i + a.width; ++j) {
            parts_[j](in, term.data());
            std::transform(y, y + rows, term.begin(), y, std::plus<>());
            in += parts_[j].map().cols();
        }
        y += rows;
    }
}

template <class T>
void reference<T>::run(const map_node::block_diag& /*a*/, const T* x, T* y) const {
    for (const auto& part : parts_) {
        part(x, y);
        x += part.map().cols();
        y += part.map().rows();
    }
}

// One axis after another, the last first: array of shape (before, n, after), each of its lines.
template <class T>
void reference<T>::run(const map_node::kron& /*a*/, const T* x, T* y) const {
    extents shape;
    for (const auto& part : parts_) shape.push_back(part.map().cols());
    std::vector<T> in(x, x + map_.cols());
    for (std::size_t axis = parts_.size(); axis-- > 0;) {
        const auto& part = parts_[axis];
        const index_t before = volume(shape, 0, axis);
        const index_t after = volume(shape, axis + 1, shape.size());
        const index_t cols = part.map().cols();
        const index_t rows = part.map().rows();
        auto out = scratch<T>(checked::mul(checked::mul(before, rows), after));
        auto line_in = scratch<T>(cols);
        auto line_out = scratch<T>(rows);
        for (index_t line = 0; line < before * after; ++line) {
            const index_t outer = line / after;
            const index_t inner = line % after;
            const T* from = in.data() + outer * cols * after + inner;
            T* to = out.data() + outer * rows * after + inner;
            for (index_t i = 0; i < cols; ++i)
                line_in[static_cast<std::size_t>(i)] = from[i * after];
            part(line_in.data(), line_out.data());
            for (index_t i = 0; i < rows; ++i)
                to[i * after] = line_out[static_cast<std::size_t>(i)];
        }
        shape[axis] = rows;
        in = std::move(out);
    }
    std::ranges::copy(in, y);
}

// conj(A) x = conj(A conj(x))
template <class T>
void reference<T>::run(const map_node::custom& a, const T* x, T* y) const {
    const auto& forward = std::get<custom_function<T>>(a.forward);
    if (!forward) {
        throw argument_error("this custom map does not take the element type it was given: " +
                             to_string(map_));
    }
    std::vector<T> in(x, x + map_.cols());
    auto out = scratch<T>(map_.rows());
    if (a.conjugated) conjugate_all(in);
    forward(std::span<const T>(in), std::span<T>(out));
    if (a.conjugated) conjugate_all(out);
    std::ranges::copy(out, y);
}

template class reference<float>;
template class reference<double>;
template class reference<std::complex<float>>;
template class reference<std::complex<double>>;

}  // namespace noble
