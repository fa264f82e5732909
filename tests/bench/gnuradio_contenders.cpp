// GNU Radio's filter kernels, driven as its blocks drive them (fir_filter, interp_fir_filter,
// rational_resampler and fft_filter), without their scheduler.
#include <gnuradio/filter/fft_filter.h>
#include <gnuradio/filter/fir_filter.h>

#include "bench/contender.hpp"

namespace bench {
namespace {

namespace kernel = gr::filter::kernel;

template <class Fir, class Fft, class Sample, class Tap>
struct types {
    using fir = Fir;
    using fft = Fft;
    using sample = Sample;
    using tap = Tap;
};
using real = types<kernel::fir_filter_fff, kernel::fft_filter_fff, float, float>;
using real_taps = types<kernel::fir_filter_ccf, kernel::fft_filter_ccf, gr_complex, float>;
using all_complex = types<kernel::fir_filter_ccc, kernel::fft_filter_ccc, gr_complex, gr_complex>;

/// f(Types{}) for the job's samples and taps; nothing for float64, which it has not.
template <class F>
std::optional<runner> with_types(const problem& p, const F& f) {
    if (p.what.what != kind::filter || p.taps.empty()) return {};
    if (p.what.type == element::float64) return {};
    if (p.what.type == element::float32) return f(real{});
    return p.what.complex_taps ? f(all_complex{}) : f(real_taps{});
}

template <class Types>
runner decimation(const problem& p) {
    const auto q = std::make_shared<typename Types::fir>(p.taps_as<typename Types::tap>());
    return {[=, &p] {
        using sample = typename Types::sample;
        const sample* x = p.x<sample>() - (p.what.taps - 1);
        const auto m = static_cast<unsigned long>(p.what.outputs());
        if (p.what.down == 1) {
            q->filterN(p.y<sample>(), x, m);
        } else {
            q->filterNdec(p.y<sample>(), x, m, static_cast<unsigned>(p.what.down));
        }
    }};
}

/// A kernel for each phase: h[r], h[r + L], …, all of one length.
template <class Types>
runner polyphase(const problem& p) {
    auto h = p.taps_as<typename Types::tap>();
    const auto phases = static_cast<std::size_t>(p.what.up);
    const std::size_t each = (h.size() + phases - 1) / phases;
    h.resize(each * phases);
    const auto bank = std::make_shared<std::vector<typename Types::fir>>();
    for (std::size_t r = 0; r < phases; ++r) {
        std::vector<typename Types::tap> row;
        for (std::size_t k = r; k < h.size(); k += phases) row.push_back(h[k]);
        bank->emplace_back(row);
    }
    return {[=, &p] {
        using sample = typename Types::sample;
        const sample* x = p.x<sample>() - (each - 1);
        sample* y = p.y<sample>();
        std::size_t phase = 0;
        for (const sample* const end = y + p.what.outputs(); y != end; ++y) {
            *y = (*bank)[phase].filter(x);
            phase += static_cast<std::size_t>(p.what.down);
            for (; phase >= phases; phase -= phases) ++x;
        }
    }};
}

std::optional<runner> direct(const problem& p) {
    if (!soon_done(p)) return {};
    return with_types(p, [&]<class Types>(Types) {
        return p.what.up == 1 ? decimation<Types>(p) : polyphase<Types>(p);
    });
}

std::optional<runner> by_fft(const problem& p) {
    if (p.what.up != 1 || p.what.taps < 63 || p.what.n < 1 << 16) return {};
    return with_types(p, [&]<class Types>(Types) {
        using sample = typename Types::sample;
        const auto taps = p.taps_as<typename Types::tap>();
        const auto q =
            std::make_shared<typename Types::fft>(static_cast<int>(p.what.down), taps, 1);
        const int block = q->set_taps(taps);
        // It counts in outputs and takes whole blocks alone.
        const index_t step = index_t{block} * p.what.down;
        const index_t whole = (p.what.n + step - 1) / step * step;
        const auto x = std::make_shared<std::vector<sample>>(static_cast<std::size_t>(whole));
        std::copy_n(p.x<sample>(), p.what.n, x->begin());
        const auto y =
            std::make_shared<std::vector<sample>>(static_cast<std::size_t>(whole / p.what.down));
        return std::optional(
            runner{[=] {
                       q->set_taps(taps);  // forgets the tail of the last run
                       q->filter(static_cast<int>(y->size()), x->data(), y->data());
                   },
                   [=, &p] { std::copy_n(y->begin(), p.what.outputs(), p.y<sample>()); }});
    });
}

}  // namespace

std::vector<contender> gnuradio_contenders() {
    return {{"GNU Radio", direct}, {"GNU Radio fft_filter", by_fft}};
}

}  // namespace bench
