// bank: a grid of words between channels. A column is an analysis bank (one input, many outputs),
// a row a synthesis bank (many inputs, one output), a grid a multichannel convolution.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "noble/op.hpp"

namespace [[gnu::visibility("default")]] noble {

/// A grid of words, outputs × inputs: yᵢ = Σⱼ Aᵢⱼ xⱼ on the channels' signals. An immutable value.
class bank {
 public:
    /// outputs × inputs words, row by row. Channels may have rates of their own, as in a tree of
    /// filters. Throws shape_error where the number of words does not fit, rate_error where the
    /// words fit no rates of the channels.
    bank(index_t outputs, index_t inputs, std::vector<op> words);

    [[nodiscard]] index_t outputs() const noexcept { return outputs_; }  ///< output channels
    [[nodiscard]] index_t inputs() const noexcept { return inputs_; }    ///< input channels
    /// The word from input channel `input` to output channel `output`.
    [[nodiscard]] const op& at(index_t output, index_t input) const;
    [[nodiscard]] const std::vector<op>& words() const noexcept { return words_; }  ///< row by row

    /// The transpose, inputs × outputs: entry (j, i) is Aᵢⱼᵀ.
    [[nodiscard]] bank T() const;
    /// The adjoint: conj(A).T().
    [[nodiscard]] bank H() const;

    /// The block map on channels of n samples each, stacked one after another. Throws rate_error
    /// where the inputs have different rates, shape_error where the windows of one row keep
    /// different numbers of outputs.
    [[nodiscard]] linear_map on(index_t n, window w = window::full,
                                boundary b = boundary::zero) const;

 private:
    void require_fitting_rate(index_t i, index_t j) const;

    index_t outputs_;
    index_t inputs_;
    std::vector<op> words_;
};

/// One input, words.size() outputs: x ↦ (A₀x, A₁x, …).
bank column(std::vector<op> words);
/// words.size() inputs, one output: (x₀, x₁, …) ↦ A₀x₀ + A₁x₁ + ….
bank row(std::vector<op> words);
/// The matrix product, a after b. A product of a row and a column is one word, as a 1 × 1 bank.
/// Throws shape_error, and rate_error where the words to be added differ in rate.
bank operator*(const bank& a, const bank& b);
/// Every tap and scale conjugated.
bank conj(const bank& a);

/// Channel by channel the same words.
bool same_word(const bank& a, const bank& b);

/// `column(A, B)`, `row(A, B)`, and for larger grids `column(row(A, B), row(C, D))`.
std::string to_string(const bank& a);
std::ostream& operator<<(std::ostream& out, const bank& a);

}  // namespace noble
