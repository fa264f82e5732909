#include <algorithm>

#include "bench/contender.hpp"

namespace bench {
namespace {

using noble::instruction_set;
using noble::linear_map;
using noble::plan_options;

bool runs_a_signal(const problem& p) {
    return p.what.what == kind::filter || p.what.what == kind::chain;
}

runner execution(const linear_map& map, const plan_options& options, const problem& p) {
    return with_element(p.what, [&]<class T>(T) {
        const auto plan = std::make_shared<const noble::plan<T>>(map, options);
        const auto w = std::make_shared<noble::workspace<T>>(*plan);
        return runner{[=, &p] { (*plan)(p.x<T>(), p.y<T>(), *w); }};
    });
}

runner planning(const problem& p) {
    return with_element(p.what, [&]<class T>(T) {
        return runner{[map = word(p.what).on(p.what.n, noble::window::same)] {
                          const noble::plan<T> made(map, on_threads(1));
                      },
                      {},
                      1,
                      false};
    });
}

template <class Make>
runner matrix(const problem& p, const Make& make) {
    auto made = std::make_shared<decltype(make(noble::op().on(1)))>();
    return {[=, map = word(p.what).on(p.what.n)] { *made = make(map); },
            [=, &p] {
                const auto* values = [&] {
                    if constexpr (requires { made->values; })
                        return made->values.data();
                    else
                        return made->data();
                }();
                std::copy_n(values, p.output.size() / sizeof(double), p.y<double>());
            }};
}

/// noble with these options on any job; without options of its own, on the jobs that take a plan.
std::optional<runner> as_written(const problem& p, const plan_options& options) {
    switch (p.what.what) {
        case kind::planning:
            return planning(p);
        case kind::dense:
            return matrix(p, [](const linear_map& a) { return noble::matrix<double>(a); });
        case kind::sparse:
            return matrix(p, [](const linear_map& a) { return noble::sparse_matrix<double>(a); });
        default:
            return execution(word(p.what).on(p.what.n, noble::window::same), options, p);
    }
}

/// The direct kernel for neighbouring outputs on one instruction set: what is held to its FMA peak.
contender direct(const std::string& name, instruction_set set) {
    return {name, [set](const problem& p) -> std::optional<runner> {
                const auto here = noble::instruction_sets();
                const job& j = p.what;
                if (j.what != kind::filter || j.taps == 0 || j.taps > 1023 || j.n < 1 << 16 ||
                    j.up * j.down != 1 || std::ranges::find(here, set) == here.end()) {
                    return {};
                }
                plan_options options = on_threads(1);
                options.method = noble::method::flow;
                options.instructions = set;
                return execution(word(j).on(j.n, noble::window::same), options, p);
            }};
}

/// `A(x)`, as a user writes it: the plan from the cache, the output in memory of its own.
std::optional<runner> as_called(const problem& p) {
    const job& j = p.what;
    if (j.what != kind::filter || j.taps != 15) return {};
    noble::set_thread_count(1);
    const auto x = std::make_shared<xt::xtensor<float, 1>>(
        xt::xtensor<float, 1>::shape_type{static_cast<std::size_t>(j.n)});
    std::copy_n(p.x<float>(), j.n, x->data());
    const auto y = std::make_shared<xt::xtensor<float, 1>>();
    return runner{[x, y, a = word(j)] { *y = a(*x, noble::window::same); },
                  [y, &p] { std::copy_n(y->data(), y->size(), p.y<float>()); }};
}

/// A stream that gets 1,024 frames at a time, its outputs written where a plan's are.
std::optional<runner> as_stream(const problem& p) {
    constexpr index_t block = 1024;
    if (!runs_a_signal(p) || p.what.n < 1 << 16) return {};
    return with_element(p.what, [&]<class T>(T) {
        const auto s = std::make_shared<noble::stream<T>>(
            word(p.what), noble::stream_options{.plan = on_threads(1)});
        return runner{[=, &p] {
            s->reset();
            std::span out(p.y<T>(), static_cast<std::size_t>(p.what.outputs()));
            const auto filled = [&](std::span<T> some) { out = out.subspan(some.size()); };
            for (index_t i = 0; i < p.what.n; i += block) {
                const auto frames = static_cast<std::size_t>(std::min(block, p.what.n - i));
                filled((*s)({p.x<T>() + i, frames}, out));
            }
            filled(s->flush(out));
        }};
    });
}

std::optional<runner> chain_split(const problem& p) {
    if (p.what.what != kind::chain) return {};
    const stages s = decimator_stages();
    const index_t between = (p.what.n + first_rate - 1) / first_rate;
    const auto first =
        (noble::down(first_rate) * noble::conv(s.first)).on(p.what.n, noble::window::same);
    const auto second =
        (noble::down(second_rate) * noble::conv(s.second)).on(between, noble::window::same);
    return execution(second * first, on_threads(1), p);
}

std::optional<runner> chain_fused(const problem& p) {
    if (p.what.what != kind::chain) return {};
    const auto fused =
        noble::down(first_rate * second_rate) * noble::conv(decimator_stages().fused());
    return execution(fused.on(p.what.n, noble::window::same), on_threads(1), p);
}

}  // namespace

std::vector<contender> noble_contenders() {
    return {
        {"noble", [](const problem& p) { return as_written(p, on_threads(1)); }},
        {"noble, 2 threads",
         [](const problem& p) -> std::optional<runner> {
             if (!runs_a_signal(p)) return {};
             return as_written(p, on_threads(2));
         }},
        direct("noble direct, AVX-512", instruction_set::avx512),
        direct("noble direct, AVX2", instruction_set::avx2),
        {"noble, stream", as_stream},
        {"noble, A(x)", as_called},
        {"noble, split by hand", chain_split},
        {"noble, fused by hand", chain_fused},
    };
}

}  // namespace bench
