// A user's own map. conj(A) x = conj(A conj(x)).
#pragma once

#include <algorithm>
#include <span>

#include "base/checked.hpp"
#include "engine/execution/steps/step.hpp"
#include "noble/error.hpp"

namespace noble::engine {

template <class T>
class custom_step : public step<T> {
 public:
    custom_step(const linear_map& map, const map_node::custom& a)
        : map_(map),
          forward_(std::get<custom_function<T>>(a.forward)),
          is_conjugated_(a.conjugated) {
        if (!forward_) {
            throw argument_error("this custom map does not take the element type it was given: " +
                                 to_string(map_));
        }
    }

    [[nodiscard]] index_t memory() const override { return checked::add(map_.cols(), map_.rows()); }
    [[nodiscard]] index_t thread_memory() const override { return 0; }
    [[nodiscard]] double operations() const override { return 0; }
    void run(const lines<const T>& x, const lines<T>& y, const update<T>& by, T* memory,
             const thread_scratch<T>& /*scratch*/) const override {
        const std::span<T> in(memory, static_cast<std::size_t>(map_.cols()));
        const std::span<T> out(memory + map_.cols(), static_cast<std::size_t>(map_.rows()));
        for (index_t i = 0; i < y.count(); ++i) {
            const T* from = x.at(i);
            for (auto& value : in) value = conjugated(*from), from += x.stride;
            std::ranges::fill(out, T{});
            forward_(std::span<const T>(in), out);
            T* to = y.at(i);
            for (const auto& value : out) by(*to, conjugated(value)), to += y.stride;
        }
    }

 private:
    [[nodiscard]] T conjugated(const T& value) const {
        if constexpr (std::is_floating_point_v<T>) {
            return value;
        } else {
            return is_conjugated_ ? std::conj(value) : value;
        }
    }

    linear_map map_;
    custom_function<T> forward_;
    bool is_conjugated_;
};

}  // namespace noble::engine
