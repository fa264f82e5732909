#include "engine/execution/words/folded_lines.hpp"

#include "engine/execution/forward_word.hpp"
#include "engine/execution/outputs_reached.hpp"
#include "engine/signals/threads.hpp"

namespace noble::engine {

template <class T>
folded_lines<T>::folded_lines(const bound_chain<T>& word, const map_node::bound_word& a,
                              const std::vector<fused_group<T>>& groups)
    : word_(word),
      folded_(a.boundary),
      reach_(outputs_reached(forward_word(a).word, groups, word.n)) {
    if (!reach_.empty()) {
        require_extension(folded_, a.n, {reach_.front().begin, reach_.back().end});
    }
}

// y[m] += α·Σ weight·values[i], for each term of the extension at outputs.begin + i that reads
// sample m.
template <class T>
void folded_lines<T>::fold(const T* values, const interval& outputs, T* y, index_t stride,
                           const T& alpha) const {
    const index_t n = word_.window.count();
    const update<T> add{alpha, T{1}};
    for (index_t i = outputs.begin; i < outputs.end; ++i) {
        const T& value = values[i - outputs.begin];
        if (i >= 0 && i < n) {
            add(y[i * stride], value);
            continue;
        }
        for (const auto& term : extend(folded_, n, i)) {
            const auto weighed = static_cast<wide<T>>(value) * weight_of(term);
            add(y[term.index * stride], static_cast<T>(weighed));
        }
    }
}

template <class T>
void folded_lines<T>::run(const lines<const T>& x, const lines<T>& y, const update<T>& by,
                          const thread_scratch<T>& scratch) const {
    const auto& groups = *word_.groups;
    for_each_task(y.count(), scratch.threads, [&](index_t line, int thread) {
        const auto own = word_.parts_of(scratch.of(thread));
        chain_pass<T> pass(groups, own.pass);
        pass.restart();
        T* const to = y.at(line);
        for (index_t i = 0; i < y.length; ++i) by(to[i * y.stride], T{});
        const auto in = word_.input(x.at(line), x.stride);
        for (const auto& part : reach_) {
            for (index_t begin = part.begin, end = 0; begin < part.end; begin = end) {
                end = groups.cut(0, begin, part.end);
                pass.run(in, begin, end, own.values, own.runners);
                fold(own.values, {begin, end}, to, y.stride, by.alpha);
            }
        }
    });
}

template class folded_lines<float>;
template class folded_lines<double>;
template class folded_lines<std::complex<float>>;
template class folded_lines<std::complex<double>>;

}  // namespace noble::engine
