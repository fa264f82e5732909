#include "noble/evaluate.hpp"

#include <numeric>

#include "base/checked.hpp"
#include "engine/execution/plan_cache.hpp"
#include "engine/signals/placement.hpp"
#include "noble/plan.hpp"

namespace noble {
namespace {

// A row-major copy of an array, and its view.
template <class T>
struct contiguous {
    explicit contiguous(const extents& shape)
        : values(checked_size(shape)), view{values.data(), shape, extents(shape.size())} {
        index_t step = 1;
        for (std::size_t i = shape.size(); i-- > 0; step *= shape[i]) view.strides[i] = step;
    }
    static std::size_t checked_size(const extents& shape) {
        require_memory(element_count(shape), sizeof(T), "a row-major copy of an array");
        return static_cast<std::size_t>(element_count(shape));
    }
    std::vector<T> values;
    strided_array<T> view;
};

// f(a, b) for the elements of two arrays of one shape.
template <class A, class B, class F>
void for_each_pair(const strided_array<A>& a, const strided_array<B>& b, const F& f) {
    const index_t count = element_count(a.shape);
    extents at(a.shape.size(), 0);
    A* from = a.data;
    B* to = b.data;
    for (index_t i = 0; i < count; ++i) {
        f(*from, *to);
        for (std::size_t axis = at.size(); axis-- > 0;) {
            from += a.strides[axis];
            to += b.strides[axis];
            if (++at[axis] < a.shape[axis]) break;
            from -= a.strides[axis] * a.shape[axis];
            to -= b.strides[axis] * a.shape[axis];
            at[axis] = 0;
        }
    }
}

bool acts_on_several_axes(const linear_map& a) {
    return a.in_shape().size() > 1 || a.out_shape().size() > 1;
}

// Whether a plan takes the arrays as they lie, or refuses their shapes.
template <class T>
bool makes_lines(const linear_map& a, const strided_array<const T>& x, const strided_array<T>& y,
                 int axis) {
    const auto from = engine::place_inputs(a, x.shape, axis);
    return !engine::is_shape_of_outputs(a, x.shape, from, y.shape) ||
           (engine::lines_of(x, from) && engine::lines_of(y, engine::place_outputs(a, from)));
}

// For maps on several axes of arrays that are not contiguous there.
template <class T>
void multiply_copies(const engine::cached_plan<T>& cached, const strided_array<const T>& x,
                     const strided_array<T>& y, T alpha, T beta, int axis) {
    contiguous<T> in(x.shape);
    contiguous<T> out(y.shape);
    for_each_pair(x, in.view, [](const T& from, T& to) { to = from; });
    for_each_pair(y, out.view, [](const T& from, T& to) { to = from; });
    const strided_array<const T> view{in.values.data(), x.shape, in.view.strides};
    cached.run()(view, out.view, cached.space(), alpha, beta, axis);
    for_each_pair(out.view, y, [](const T& from, T& to) { to = from; });
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
    return engine::shape_of_outputs(a, in, engine::place_inputs(a, in, axis));
}

template <class T>
void multiply(const linear_map& a, const strided_array<const T>& x, const strided_array<T>& y,
              T alpha, T beta, int axis) {
    const engine::cached_plan<T> cached(a);
    if (acts_on_several_axes(a) && !makes_lines(a, x, y, axis)) {
        return multiply_copies(cached, x, y, alpha, beta, axis);
    }
    cached.run()(x, y, cached.space(), alpha, beta, axis);
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
