// A word run as consecutive groups of its factors,
//
//     y = G₁(G₂(… x)).
//
// What lies between two groups is a signal on all of ℤ. It is made in order, as far as the next
// group reads it and in whole blocks of fast transforms, and kept as long as it is read: its values
// depend neither on the window nor on where a task begins.
#pragma once

#include <memory>
#include <vector>

#include "base/aligned.hpp"
#include "engine/methods/runner.hpp"
#include "engine/planning/groups.hpp"
#include "engine/signals/extended_input.hpp"
#include "engine/signals/thread_scratch.hpp"
#include "kernels/kernels.hpp"
#include "noble/plan.hpp"

namespace noble::engine {

/// Groups and their methods; immutable.
template <class T>
class chain {
 public:
    /// For `count` outputs, at most `pieces_at_once` pieces of any group at a time. Appends a stage
    /// for each group to `report`. Throws argument_error where options.method applies to no group;
    /// limit_error.
    chain(const std::vector<fused_group<T>>& groups, index_t count, const plan_options& options,
          plan_report& report, index_t pieces_at_once = 1);

    [[nodiscard]] std::size_t size() const noexcept { return groups_.size(); }
    /// The group k, 0 being the last to act.
    [[nodiscard]] const runner<T>& group(std::size_t k) const { return *groups_[k].how; }
    /// The outputs that one task of group k makes.
    [[nodiscard]] index_t piece(std::size_t k) const { return groups_[k].piece; }
    [[nodiscard]] const runner<T>& first_to_act() const { return *groups_.back().how; }

    /// The most outputs of group k to be asked for at a time.
    [[nodiscard]] index_t most(std::size_t k = 0) const { return pieces_ * groups_[k].piece; }
    /// Where pieces of group k after index a and up to `end` are best cut.
    [[nodiscard]] index_t cut(std::size_t k, index_t a, index_t end) const;
    /// Of the grain of group k that holds output end − 1, the end of what needs no more inputs: a
    /// group of blocks is transformed once.
    [[nodiscard]] index_t settled_with(std::size_t k, index_t end) const;
    /// Outputs of a task that runs the chain from its start: what is made anew before the first of
    /// them is then little beside the rest.
    [[nodiscard]] index_t task() const noexcept { return task_; }

    /// Elements of scratch memory for each thread, and of the memory of a chain_pass.
    [[nodiscard]] index_t scratch() const noexcept { return scratch_; }
    [[nodiscard]] index_t memory() const noexcept;

    /// As in reach, of inputs of the first group to act and outputs of the last. True where some
    /// group is zero: then nothing is read.
    [[nodiscard]] bool reads_nothing() const noexcept { return reads_nothing_; }
    [[nodiscard]] index_t first(index_t a) const;
    [[nodiscard]] index_t end(index_t b) const;
    [[nodiscard]] index_t settled(index_t inputs) const;

    /// Multiplications for the `count` outputs, and for one.
    [[nodiscard]] double operations() const noexcept { return operations_; }
    [[nodiscard]] double operations_per_output() const noexcept { return per_output_; }

 private:
    template <class>
    friend class chain_pass;

    struct group_of_factors {
        std::unique_ptr<const runner<T>> how;
        index_t piece = 0;
        index_t held = 0;  ///< elements that hold what the next group to act gives to this one
    };
    void choose_pieces();
    [[nodiscard]] index_t choose_task() const;

    std::vector<group_of_factors> groups_;
    index_t pieces_;
    bool reads_nothing_ = false;
    index_t task_ = 0;
    index_t scratch_ = 0;
    double operations_ = 0;
    double per_output_ = 0;
};

/// One run through a chain, from some output on. It owns nothing: `memory` (chain::memory()
/// elements, aligned as workspaces are) holds what goes on between calls.
template <class T>
class chain_pass {
 public:
    /// Goes on where a pass with this memory was; restart() begins one. `how` the outputs are
    /// stored: replace or stream.
    chain_pass(const chain<T>& of, T* memory, kernels::store how = kernels::store::replace);
    void restart();

    /// y[0 … b−a) = the outputs a … b−1 for b − a ≤ most(), none of them before those that were
    /// asked for already.
    void run(const extended_input<T>& x, index_t a, index_t b, T* y,
             const thread_scratch<T>& scratch);

 private:
    /// The values first … end−1 that are held, from element `at` on.
    struct held_values {
        index_t at;
        index_t first;
        index_t end;
    };
    void run_group(std::size_t k, const extended_input<T>& x, index_t a, index_t b, T* y,
                   const thread_scratch<T>& scratch);
    extended_input<T> between(std::size_t k, const interval& wanted, const extended_input<T>& x,
                              const thread_scratch<T>& scratch);

    template <class>
    friend class chain;
    static index_t elements_of_states(std::size_t groups) {
        const std::size_t bytes = (groups - 1) * sizeof(held_values);
        return aligned_count<T>(static_cast<index_t>((bytes + sizeof(T) - 1) / sizeof(T)));
    }

    void run_piece(std::size_t k, const extended_input<T>& x, index_t a, index_t b, T* y,
                   T* scratch) const {
        const auto& how = chain_.group(k);
        if (k == 0 && how_ == kernels::store::stream) return how.stream(x, a, b, y, scratch);
        how.run(x, a, b, y, scratch);
    }

    const chain<T>& chain_;
    held_values* held_;
    T* values_;
    kernels::store how_;
};

}  // namespace noble::engine
