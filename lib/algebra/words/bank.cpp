#include "noble/bank.hpp"

#include <algorithm>

#include "base/checked.hpp"
#include "noble/error.hpp"

namespace noble {
namespace {

std::string shape(index_t outputs, index_t inputs) {
    return std::to_string(outputs) + " x " + std::to_string(inputs);
}

index_t count(const std::vector<op>& words) { return static_cast<index_t>(words.size()); }

template <class F>
std::vector<op> mapped(const std::vector<op>& words, const F& f) {
    std::vector<op> images;
    std::ranges::transform(words, std::back_inserter(images), f);
    return images;
}

}  // namespace

bank::bank(index_t outputs, index_t inputs, std::vector<op> words)
    : outputs_(outputs), inputs_(inputs), words_(std::move(words)) {
    if (outputs < 1 || inputs < 1 || checked::mul(outputs, inputs) != count(words_)) {
        throw shape_error("a bank of " + shape(outputs, inputs) + " words was given " +
                          std::to_string(words_.size()));
    }
    for (index_t i = 1; i < outputs; ++i) {
        for (index_t j = 1; j < inputs; ++j) require_fitting_rate(i, j);
    }
}

// The rate of entry (i, j) is that of output channel i over that of input channel j, so that
// r(i, j)·r(0, 0) = r(i, 0)·r(0, j).
void bank::require_fitting_rate(index_t i, index_t j) const {
    const rate product = at(i, j).rate() * at(0, 0).rate();
    if (product == at(i, 0).rate() * at(0, j).rate()) return;
    throw rate_error("a bank needs one rate for each channel; from input " + std::to_string(j) +
                     " to output " + std::to_string(i) + " is a word of rate " +
                     to_string(at(i, j).rate()) + ", which does not fit those of rates " +
                     to_string(at(i, 0).rate()) + ", " + to_string(at(0, j).rate()) + " and " +
                     to_string(at(0, 0).rate()) + " beside it");
}

const op& bank::at(index_t output, index_t input) const {
    return words_.at(static_cast<std::size_t>(output * inputs_ + input));
}

bank bank::T() const {
    std::vector<op> words;
    for (index_t j = 0; j < inputs_; ++j) {
        for (index_t i = 0; i < outputs_; ++i) words.push_back(at(i, j).T());
    }
    return {inputs_, outputs_, std::move(words)};
}

bank bank::H() const { return conj(*this).T(); }

bank column(std::vector<op> words) {
    const index_t n = count(words);
    return {n, 1, std::move(words)};
}

bank row(std::vector<op> words) {
    const index_t n = count(words);
    return {1, n, std::move(words)};
}

bank operator*(const bank& a, const bank& b) {
    if (a.inputs() != b.outputs()) {
        throw shape_error("a bank of " + shape(a.outputs(), a.inputs()) +
                          " channels cannot follow one of " + shape(b.outputs(), b.inputs()) +
                          "; its inputs must be the other's outputs");
    }
    constexpr std::uint64_t word_bytes = 512;  // of a few factors, about
    require_memory(checked::mul(checked::mul(a.outputs(), a.inputs()), b.inputs()), word_bytes,
                   "the words of a product of banks");
    std::vector<op> words;
    for (index_t i = 0; i < a.outputs(); ++i) {
        for (index_t j = 0; j < b.inputs(); ++j) {
            std::vector<op> terms;
            for (index_t k = 0; k < a.inputs(); ++k) terms.push_back(a.at(i, k) * b.at(k, j));
            words.push_back(sum_of(terms));
        }
    }
    return {a.outputs(), b.inputs(), std::move(words)};
}

bank conj(const bank& a) {
    return {a.outputs(), a.inputs(), mapped(a.words(), [](const op& word) { return conj(word); })};
}

bool same_word(const bank& a, const bank& b) {
    return a.outputs() == b.outputs() &&
           std::ranges::equal(a.words(), b.words(),
                              [](const op& x, const op& y) { return same_word(x, y); });
}

}  // namespace noble
