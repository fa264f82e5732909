#include "check/exact_transpose.hpp"

#include "algebra/words/natural_window.hpp"
#include "noble/canonical.hpp"
#include "noble/matrix.hpp"

namespace noble {
namespace {

// Another road to the matrix of a transposed word: the transposed word itself, on the window that
// the outputs reach, folded back by the transpose of the extension.
linear_map transposed_word(const map_node::bound_word& a) {
    const op word = a.word.T() * delay(a.outputs.begin);
    const index_t m = a.outputs.count();
    const interval reach =
        a.boundary == boundary::zero ? interval{0, a.n} : full_interval(word, {0, m});
    const window w(reach.begin, reach.count());
    return identity().on(a.n, w, a.boundary).T() * word.on(m, w);
}

// Kernels and delays much longer than the signal reach far beyond it: folding all that back takes a
// matrix that is large for a small problem, so the other road is left to shorter ones.
bool is_wide(const map_node::bound_word& a) {
    constexpr double most_entries = 1e7;
    const auto taps = static_cast<double>(canonical_form<exact>(a.word).taps().size());
    const auto outputs = static_cast<double>(a.outputs.count());
    const auto reach = full_interval(a.word.T(), a.outputs).count();
    return a.boundary != boundary::zero &&
           (taps * (taps + outputs) > most_entries || static_cast<double>(reach) > most_entries);
}

}  // namespace

bool has_exact_transpose(const linear_map& a) {
    const auto direct = sparse_matrix<exact>(a.T());
    if (direct != transpose(sparse_matrix<exact>(a))) return false;
    const auto* word = std::get_if<map_node::bound_word>(&a.root());
    if (word == nullptr || is_wide(*word)) return true;
    auto forward = *word;
    forward.transposed = false;
    const auto other = sparse_matrix<exact>(transposed_word(forward));
    return (word->transposed ? transpose(other) : other) == direct;
}

}  // namespace noble
