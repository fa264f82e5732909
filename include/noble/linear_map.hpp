// linear_map: a finite linear map, m × n, that remembers both sizes. Words become maps by
// `A.on(n, window, boundary)`; maps compose into products, sums, stacks, blocks and Kronecker
// products; every map has an exact transpose.
//
// A map acts on arrays through `operator()` (noble/evaluate.hpp) and is written out as a matrix by
// noble/matrix.hpp.
#pragma once

#include <complex>
#include <concepts>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <memory>
#include <span>
#include <string>
#include <tuple>
#include <type_traits>
#include <variant>
#include <vector>

#include "noble/boundary.hpp"
#include "noble/error.hpp"
#include "noble/op.hpp"
#include "noble/window.hpp"

namespace [[gnu::visibility("default")]] noble {

class linear_map;

/// The extents of an array, one for each dimension.
using extents = std::vector<index_t>;

/// What a custom map computes on one element type: writes y from x. Sizes are checked before, and y
/// comes full of zeros, so that adding to it is as good as writing.
template <class T>
using custom_function = std::function<void(std::span<const T> x, std::span<T> y)>;

/// A custom function on each of the four element types; an empty one is a type it does not take.
using custom_functions =
    std::tuple<custom_function<float>, custom_function<double>,
               custom_function<std::complex<float>>, custom_function<std::complex<double>>>;

/// What a map is made of: the closed set of nodes that algorithms visit.
namespace map_node {

/// The outputs `outputs` of `word` on a signal on [0, n), extended by `boundary`; or its transpose.
struct bound_word {
    op word;                                           ///< as it was written
    index_t n = 0;                                     ///< samples in
    interval outputs;                                  ///< the indices that are kept
    noble::boundary boundary = noble::boundary::zero;  ///< the signal outside [0, n)
    bool transposed = false;                           ///< stands for the transpose
};
/// factors[0] after factors[1] after …
struct product {
    std::vector<linear_map> factors;  ///< at least two
};
/// terms[0] + terms[1] + …
struct sum {
    std::vector<linear_map> terms;  ///< of one shape
};
/// c·A
struct scaled {
    exact c;                      ///< the scale
    std::vector<linear_map> map;  ///< one
};
/// A grid of maps, row by row, `width` maps to a row.
struct block {
    std::vector<linear_map> maps;  ///< row by row
    std::size_t width = 1;         ///< maps to a row
};
/// Each map on its own part of the input, outputs one after another.
struct block_diag {
    std::vector<linear_map> maps;  ///< in the order of the parts
};
/// maps[0] ⊗ maps[1] ⊗ …: maps[i] acts along axis i of an array.
struct kron {
    std::vector<linear_map> maps;  ///< one for each axis
};
/// A user's own map: y = A x by `forward`, y = Aᴴ x by `adjoint`.
struct custom {
    index_t rows = 0;          ///< outputs
    index_t cols = 0;          ///< inputs
    custom_functions forward;  ///< y = A x
    custom_functions adjoint;  ///< y = Aᴴ x
    bool conjugated = false;   ///< stands for conj(A)
};

/// One of them.
using any = std::variant<bound_word, product, sum, scaled, block, block_diag, kron, custom>;

}  // namespace map_node

/// An immutable value, cheap to copy (a shared handle), safe to share between threads.
class linear_map {
 public:
    /// Throws shape_error where parts do not fit together, limit_error.
    explicit linear_map(map_node::any node);

    /// What the map is made of, for std::visit.
    [[nodiscard]] const map_node::any& root() const noexcept;

    /// The number of outputs m and of inputs n, all axes counted.
    [[nodiscard]] index_t rows() const noexcept;
    /// n.
    [[nodiscard]] index_t cols() const noexcept;
    /// The extents of an output and of an input: {m} and {n}, or one for each Kronecker factor.
    [[nodiscard]] const extents& out_shape() const noexcept;
    /// Of an input.
    [[nodiscard]] const extents& in_shape() const noexcept;

    /// False where a tap or scale is not real, and for custom maps that take complex data only.
    [[nodiscard]] bool is_real() const noexcept;
    /// True where no unknown tap occurs.
    [[nodiscard]] bool is_numeric() const noexcept;
    /// True where a custom map takes part: such a map has no exact matrix.
    [[nodiscard]] bool has_custom() const noexcept;
    /// How deep maps nest in one another; bounded (limit_error beyond).
    [[nodiscard]] int depth() const noexcept;

    /// The transpose, n × m: its matrix is the transposed matrix, bit for bit.
    [[nodiscard]] linear_map T() const;
    /// The adjoint: conj(A).T().
    [[nodiscard]] linear_map H() const;

    /// y = A x along `axis` of an N-dimensional array, in x's element type (integers become
    /// float64). A map with r axes acts on the r axes that end at `axis`, or on that one axis
    /// alone where it holds all of them flattened (row-major). Include noble/evaluate.hpp.
    /// Throws shape_error where x does not fit, argument_error for complex taps on real data.
    template <class Array>
    auto operator()(const Array& x, int axis = -1) const;

 private:
    struct data;
    std::shared_ptr<const data> data_;
};

/// Every tap and scale conjugated.
linear_map conj(const linear_map& a);

linear_map operator*(const linear_map& a, const linear_map& b);  ///< a after b; shape_error
linear_map operator*(const exact& c, const linear_map& a);       ///< y = c·A x
linear_map operator+(const linear_map& a, const linear_map& b);  ///< throws shape_error
linear_map operator-(const linear_map& a, const linear_map& b);  ///< throws shape_error
linear_map operator-(const linear_map& a);                       ///< y = −A x

/// n samples to before + n + after, filled by the boundary. Negative widths crop.
linear_map pad(index_t n, index_t before, index_t after, boundary b = boundary::zero);
/// n samples to n − before − after; crop(n, a, b) = pad(n − a − b, a, b).T().
linear_map crop(index_t n, index_t before, index_t after);

/// (A B …): inputs side by side, outputs added. All need the same number of rows.
linear_map hstack(const std::vector<linear_map>& maps);
/// The same input to each map, outputs stacked. All need the same number of columns.
linear_map vstack(const std::vector<linear_map>& maps);
/// A grid of maps, row by row; rows of one height, columns of one width.
linear_map block(const std::vector<std::vector<linear_map>>& grid);
/// Each map on its own part of the input.
linear_map block_diag(const std::vector<linear_map>& maps);
/// A ⊗ B on arrays of shape {A.cols(), B.cols()}: A along axis 0, B along axis 1 (row-major).
linear_map kron(const linear_map& a, const linear_map& b);

namespace detail {

template <class T, class F>
custom_function<T> typed_function(const F& f) {
    if constexpr (std::invocable<const F&, std::span<const T>, std::span<T>>) {
        return f;
    } else {
        return {};
    }
}

template <class F>
custom_functions typed_functions(const F& f) {
    return {typed_function<float>(f), typed_function<double>(f),
            typed_function<std::complex<float>>(f), typed_function<std::complex<double>>(f)};
}

}  // namespace detail

/// A user's own rows × cols map: forward(x, y) writes y = A x, adjoint(x, y) writes y = Aᴴ x, on
/// std::span<const T>, std::span<T> of one or more of the four element types (a generic lambda
/// serves all). `check` tells whether the two belong together. Throws shape_error for a negative
/// size.
template <class Forward, class Adjoint>
linear_map custom(index_t rows, index_t cols, const Forward& forward, const Adjoint& adjoint) {
    return linear_map(map_node::custom{rows, cols, detail::typed_functions(forward),
                                       detail::typed_functions(adjoint)});
}

/// A line for people: `[down(2) on 8 samples, outputs 0:4, boundary zero]`.
std::string to_string(const linear_map& a);
std::ostream& operator<<(std::ostream& out, const linear_map& a);

}  // namespace noble
