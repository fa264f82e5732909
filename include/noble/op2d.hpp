// op2d: words on two-dimensional signals, as sums of Kronecker products of words.
//
//     kron(A, B)      A along the rows' index (axis 0), B along the columns' index (axis 1)
//
// Each axis has its own rate. Products and sums stay sums of Kronecker products:
// (A ⊗ B)(C ⊗ D) = AC ⊗ BD.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "noble/op.hpp"

namespace [[gnu::visibility("default")]] noble {

/// A word on two axes: Σᵢ Aᵢ ⊗ Bᵢ. An immutable value.
class op2d {
 public:
    /// One separable term: `rows` acts along axis 0, `cols` along axis 1.
    struct term {
        op rows;  ///< along axis 0
        op cols;  ///< along axis 1
    };

    /// Throws argument_error for no terms, rate_error where the rates along an axis differ.
    explicit op2d(std::vector<term> terms);

    /// In the order of the sum.
    [[nodiscard]] const std::vector<term>& terms() const noexcept { return terms_; }

    /// The transpose: Σ Aᵀ ⊗ Bᵀ.
    [[nodiscard]] op2d T() const;
    /// The adjoint: conj(A).T().
    [[nodiscard]] op2d H() const;

    /// The map on arrays of shape {n_rows, n_cols}, each axis with its window and boundary. Along
    /// an axis a window keeps what it keeps of the sum of the terms' words: the hull for `full`,
    /// the intersection for `valid`.
    [[nodiscard]] linear_map on(index_t n_rows, index_t n_cols, window w_rows = window::full,
                                window w_cols = window::full, boundary b_rows = boundary::zero,
                                boundary b_cols = boundary::zero) const;

 private:
    std::vector<term> terms_;
};

/// A ⊗ B: A along axis 0, B along axis 1.
op2d kron(const op& rows, const op& cols);
op2d operator*(const op2d& a, const op2d& b);   ///< a after b
op2d operator*(const exact& c, const op2d& a);  ///< c·A
/// Throws rate_error where the rates along an axis differ.
op2d operator+(const op2d& a, const op2d& b);
op2d operator-(const op2d& a, const op2d& b);  ///< the same
op2d operator-(const op2d& a);                 ///< −A
op2d conj(const op2d& a);                      ///< every tap and scale conjugated

/// Term by term the same words.
bool same_word(const op2d& a, const op2d& b);

/// `kron(down(2), id) + 2 * kron(id, up(3))`; parses back.
std::string to_string(const op2d& a);
std::ostream& operator<<(std::ostream& out, const op2d& a);

}  // namespace noble
