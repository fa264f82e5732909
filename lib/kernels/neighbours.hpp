// L/M without zeros and without transposition: `width` neighbouring outputs read inputs that lie
// within two vectors, at places that are the same at each step; so a step is a permutation and a
// product for them all.
#pragma once

#include <type_traits>

#include "kernels/two_way.hpp"

namespace noble::kernels {

/// Registers that two vectors are permuted in by one instruction hold the inputs of several steps.
template <class Registers>
concept permutes_pairs = requires(typename Registers::vector v, typename Registers::places p) {
    Registers::pick(v, v, p);
};

/// The inputs of R periods at the places of a step, which move on by a step.
template <class Vector, class Registers, int R>
class inputs_in_memory {
 public:
    [[gnu::always_inline]] inputs_in_memory(const neighbour_taps<typename Vector::value_type>& of,
                                            const typename Vector::value_type* x, const strides& by)
        : x_(x),
          by_(by),
          places_(Registers::places_of(of.places)),
          is_near_(of.last_place < width) {}

    [[gnu::always_inline]] void prepare() {}
    [[gnu::always_inline]] void move_on() { x_ += by_.unit; }
    [[gnu::always_inline]] [[nodiscard]] Vector pick(int i) const {
        const auto* x = x_ + by_.in * i;
        return is_near_ ? Registers::pick(x, places_) : Registers::pick_far(x, places_);
    }
    using mask = Vector;
    [[gnu::always_inline]] static mask mask_of(const typename Vector::value_type* p) {
        return Vector::load_unaligned(p);
    }
    [[gnu::always_inline]] [[nodiscard]] Vector pick(int i, mask m) const { return pick(i) & m; }

 private:
    static constexpr auto width = static_cast<index_t>(Vector::size);
    const typename Vector::value_type* x_;
    strides by_;
    typename Registers::places places_;
    bool is_near_;
};

template <class Vector, class Registers, int R>
class inputs_in_registers {
 public:
    [[gnu::always_inline]] inputs_in_registers(
        const neighbour_taps<typename Vector::value_type>& of, const typename Vector::value_type* x,
        const strides& by)
        : x_(x),
          by_(by),
          first_(Registers::places_of(of.places)),
          places_(first_),
          held_((2 * width - 1 - of.last_place) / by.unit + 1) {}

    [[gnu::always_inline]] void prepare() {
        if (left_ > 0) return;
#pragma GCC unroll 8
        for (int i = 0; i < R; ++i) {
            low_[i] = Vector::load_unaligned(x_ + by_.in * i);
            high_[i] = Vector::load_unaligned(x_ + by_.in * i + width);
        }
        x_ += by_.unit * held_;
        places_ = first_;
        left_ = held_;
    }
    [[gnu::always_inline]] void move_on() {
        places_ = Registers::later(places_, by_.unit);
        --left_;
    }
    [[gnu::always_inline]] [[nodiscard]] Vector pick(int i) const {
        return Registers::pick(low_[i], high_[i], places_);
    }
    using mask = typename Registers::mask;
    [[gnu::always_inline]] static mask mask_of(const typename Vector::value_type* p) {
        return Registers::mask_of(p);
    }
    [[gnu::always_inline]] [[nodiscard]] Vector pick(int i, mask m) const {
        return Registers::pick(low_[i], high_[i], places_, m);
    }

 private:
    static constexpr auto width = static_cast<index_t>(Vector::size);
    const typename Vector::value_type* x_;
    strides by_;
    typename Registers::places first_;
    typename Registers::places places_;
    index_t held_;  ///< steps whose inputs two vectors hold
    index_t left_ = 0;
    Vector low_[R];
    Vector high_[R];
};

/// sum[i] = Σ_t c_t·in_t[i], over the steps at which an element has a tap.
template <bool is_masked, class Vector, class Inputs, int R>
[[gnu::always_inline]] inline void neighbour_sums(
    Vector (&sum)[R], const neighbour_taps<typename Vector::value_type>& of, Inputs in) {
    constexpr auto width = static_cast<index_t>(Vector::size);
#pragma GCC unroll 8
    for (int i = 0; i < R; ++i) sum[i] = Vector(0);
    for (index_t t = 0; t < of.steps; ++t, in.move_on()) {
        in.prepare();
        auto tap = Vector::load_unaligned(of.taps + width * t);
        if constexpr (R > 1) keep_in_register(tap);
        if constexpr (is_masked) {
            const auto mask = Inputs::mask_of(of.has_tap + width * t);
#pragma GCC unroll 8
            for (int i = 0; i < R; ++i) sum[i] = fma(tap, in.pick(i, mask), sum[i]);
        } else {
#pragma GCC unroll 8
            for (int i = 0; i < R; ++i) sum[i] = fma(tap, in.pick(i), sum[i]);
        }
    }
}

template <class Vector, class Registers, int R>
[[gnu::always_inline]] inline void neighbour_block(
    const neighbour_taps<typename Vector::value_type>& of, const typename Vector::value_type* x,
    typename Vector::value_type* y, strides by, store how) {
    constexpr auto width = static_cast<index_t>(Vector::size);
    using inputs =
        std::conditional_t<permutes_pairs<Registers>, inputs_in_registers<Vector, Registers, R>,
                           inputs_in_memory<Vector, Registers, R>>;
    Vector sum[R];
    if (of.has_tap == nullptr) {
        neighbour_sums<false>(sum, of, inputs(of, x, by));
    } else {
        neighbour_sums<true>(sum, of, inputs(of, x, by));
    }
#pragma GCC unroll 8
    for (int i = 0; i < R; ++i) {
        if (of.outputs == width) {
            put(y + by.out * i, sum[i], how);
        } else {
            typename Vector::value_type values[Vector::size];
            sum[i].store_unaligned(values);
            put_some(values, of.outputs, y + by.out * i, how);
        }
    }
}

/// table::neighbours.
template <class Vector, class Registers>
void neighbours(const neighbour_taps<typename Vector::value_type>& of,
                const typename Vector::value_type* x, typename Vector::value_type* y, strides by,
                index_t count, store how) {
    constexpr int most = 8;
    in_blocks<most>(
        count, [&](auto r, index_t j) __attribute__((always_inline)) {
            neighbour_block<Vector, Registers, r()>(of, x + by.in * j, y + by.out * j, by, how);
        });
    if (how == store::stream) end_of_streams();
}

}  // namespace noble::kernels
