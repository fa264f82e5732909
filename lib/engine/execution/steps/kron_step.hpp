// One axis after another, the last first: an array (before, n, after), the lines along its middle.
#pragma once

#include <algorithm>
#include <numeric>

#include "base/checked.hpp"
#include "engine/execution/steps/composite_step.hpp"
#include "engine/execution/steps/parts_of_lines.hpp"

namespace noble::engine {

inline index_t volume(const extents& shape, std::size_t from, std::size_t to) {
    return std::accumulate(shape.begin() + static_cast<std::ptrdiff_t>(from),
                           shape.begin() + static_cast<std::ptrdiff_t>(to), index_t{1},
                           checked::mul);
}

template <class T>
class kron_step : public composite_step<T> {
 public:
    kron_step(const std::vector<linear_map>& parts, const plan_options& options,
              plan_report& report)
        : composite_step<T>(parts, options, report) {
        extents shape = flat_in();
        longest_ = volume(shape, 0, shape.size());
        for (std::size_t axis = parts.size(); axis-- > 0;) {
            const index_t before = volume(shape, 0, axis);
            const index_t after = volume(shape, axis + 1, shape.size());
            passes_.push_back({axis, before, after});
            shape[axis] = parts[axis].rows();
            longest_ = std::max(longest_, volume(shape, 0, shape.size()));
        }
    }

    [[nodiscard]] index_t memory() const override {
        return checked::add(checked::mul(2, longest_), this->memory_of_parts());
    }
    [[nodiscard]] double operations() const override {
        double sum = 0;
        for (const auto& p : passes_) {
            sum += this->steps_[p.axis]->operations() * static_cast<double>(p.before) *
                   static_cast<double>(p.after);
        }
        return sum;
    }
    void run(const lines<const T>& x, const lines<T>& y, const update<T>& by, T* memory,
             const thread_scratch<T>& scratch) const override {
        for (index_t i = 0; i < y.count(); ++i) {
            run_array(single(x, i), single(y, i), by, memory, scratch);
        }
    }

 private:
    struct pass {
        std::size_t axis;
        index_t before;
        index_t after;
    };

    [[nodiscard]] extents flat_in() const {
        extents shape;
        for (const auto& map : this->maps_) shape.push_back(map.cols());
        return shape;
    }

    // Neither the first pass nor the last needs a copy where the array is contiguous.
    void run_array(const lines<const T>& x, const lines<T>& y, const update<T>& by, T* memory,
                   const thread_scratch<T>& scratch) const {
        T* const rest = memory + 2 * longest_;
        T* next = memory;
        T* other = memory + longest_;
        const T* in = x.data;
        if (x.stride != 1) {
            for (index_t i = 0; i < x.length; ++i) other[i] = x.data[i * x.stride];
            in = other;
        }
        for (std::size_t p = 0; p < passes_.size(); ++p) {
            const auto& [axis, before, after] = passes_[p];
            const auto& map = this->maps_[axis];
            const auto from = middle_lines(in, before, map.cols(), after);
            const bool is_last = p + 1 == passes_.size();
            if (is_last && y.stride == 1) {
                const auto to = middle_lines(y.data, before, map.rows(), after);
                return this->steps_[axis]->run(from, to, by, rest, scratch);
            }
            const auto to = middle_lines(next, before, map.rows(), after);
            this->steps_[axis]->run(from, to, {}, rest, scratch);
            in = next;
            std::swap(next, other);
        }
        for (index_t i = 0; i < y.length; ++i) by(y.data[i * y.stride], in[i]);
    }

    std::vector<pass> passes_;
    index_t longest_ = 0;
};

}  // namespace noble::engine
