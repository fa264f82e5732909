// Words and sequences as text that parses back. One printer writes one text: it remembers which
// unknown kernels that text declares, because a name has one length and one origin throughout.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "noble/op.hpp"
#include "noble/sequence.hpp"

namespace noble {

class printer {
 public:
    printer() = default;
    /// Of more than `most_taps` taps only the first few are written: a text for people.
    explicit printer(index_t most_taps) : most_taps_(most_taps) {}

    std::string word(const op& a);
    std::string sequence_text(const sequence& q);
    /// `kron(A, B)`, with a leading scale of the rows in front: `2 * kron(A, B)`.
    std::string kron_term(const op& rows, const op& cols, bool leading);

 private:
    friend struct letter_printer;

    /// A text and whether it is to be subtracted.
    struct signed_text {
        bool minus = false;
        std::string text;
    };

    static std::string joined(const signed_text& term, bool leading);
    signed_text signed_word(const op& a);
    signed_text signed_product(const std::vector<op>& factors);
    std::string sum(const std::vector<op>& terms);
    std::string product(std::span<const op> factors);
    std::string power(const std::vector<op>& factors, std::size_t period);
    std::string factor(const op& a);
    std::string convolution(const sequence& q);

    /// A kernel `name:length@origin`, or its mirror image or conjugate.
    struct unknown_kernel {
        std::string name;
        index_t length = 1;
        index_t origin = 0;
        bool reversed = false;
        bool conjugated = false;
    };

    static bool recognise(const sequence& q, unknown_kernel& kernel);
    bool declare(const unknown_kernel& kernel);
    std::string bracketed_or_sparse(const sequence& q);
    std::string comb(const sequence& q, index_t k);

    std::optional<index_t> most_taps_;
    std::map<std::string, std::pair<index_t, index_t>> declared_;  // name → length, origin
};

}  // namespace noble
