#include "engine/execution/word_runner.hpp"

#include <algorithm>

#include "engine/execution/forward_word.hpp"
#include "engine/execution/words/folded_lines.hpp"
#include "engine/execution/words/panels_of_columns.hpp"
#include "engine/execution/words/tiled_lines.hpp"
#include "engine/execution/words/whole_window.hpp"

namespace noble::engine {

template <class T>
word_runner<T>::word_runner(const map_node::bound_word& a, const plan_options& options,
                            plan_report& report) {
    const auto bound = forward_word(a);
    const auto groups = fused_groups<T>(bound.word, bound.outputs.count(), options);
    word_ = std::make_unique<const bound_chain<T>>(bound, groups, options, report);
    index_t overreach =
        word_->groups->reads_nothing() ? 0 : word_->groups->first_to_act().overreach();
    if (folds_back(a)) {
        ways_.push_back(std::make_unique<const folded_lines<T>>(*word_, a, groups));
    } else {
        const auto& stage = report.stages.back();
        if (whole_window<T>::applies(*word_)) {
            ways_.push_back(std::make_unique<const whole_window<T>>(*word_));
        }
        if (panels_of_columns<T>::applies(groups, stage, options)) {
            auto columns = std::make_unique<const panels_of_columns<T>>(*word_, groups.front().form,
                                                                        stage.chosen.instructions);
            overreach = std::max(overreach, columns->overreach());
            ways_.push_back(std::move(columns));
        }
        ways_.push_back(std::make_unique<const tiled_lines<T>>(*word_));
    }
    word_->require_inputs(overreach);
}

template <class T>
index_t word_runner<T>::scratch() const {
    index_t most = 0;
    for (const auto& way : ways_) most = std::max(most, way->scratch());
    return aligned_count<T>(most);
}

template <class T>
void word_runner<T>::run(const lines<const T>& x, const lines<T>& y, const update<T>& by,
                         const thread_scratch<T>& scratch) const {
    for (const auto& way : ways_) {
        if (way->takes(x, y, by)) return way->run(x, y, by, scratch);
    }
}

template class word_runner<float>;
template class word_runner<double>;
template class word_runner<std::complex<float>>;
template class word_runner<std::complex<double>>;

}  // namespace noble::engine
