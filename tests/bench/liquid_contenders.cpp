// liquid-dsp: firfilt, firdecim, firinterp, firpfb (for L/M) and fftfilt.
#include <gmpxx.h>

#include <algorithm>
#include <bit>
#include <complex>

// liquid.h declares its functions for C and takes std::complex where <complex> came before it.
#include <liquid/liquid.h>

#include "bench/contender.hpp"

namespace bench {
namespace {

/// liquid's names for real data, complex data with real taps, and both complex.
#define BENCH_LIQUID_TYPES(NAME, SUFFIX, SAMPLE, TAP)                              \
    struct NAME {                                                                  \
        using sample = SAMPLE;                                                     \
        using tap = TAP;                                                           \
        static constexpr auto fir_create = firfilt_##SUFFIX##_create;              \
        static constexpr auto fir_destroy = firfilt_##SUFFIX##_destroy;            \
        static constexpr auto fir_reset = firfilt_##SUFFIX##_reset;                \
        static constexpr auto fir_execute = firfilt_##SUFFIX##_execute_block;      \
        static constexpr auto decim_create = firdecim_##SUFFIX##_create;           \
        static constexpr auto decim_destroy = firdecim_##SUFFIX##_destroy;         \
        static constexpr auto decim_reset = firdecim_##SUFFIX##_reset;             \
        static constexpr auto decim_execute = firdecim_##SUFFIX##_execute_block;   \
        static constexpr auto interp_create = firinterp_##SUFFIX##_create;         \
        static constexpr auto interp_destroy = firinterp_##SUFFIX##_destroy;       \
        static constexpr auto interp_reset = firinterp_##SUFFIX##_reset;           \
        static constexpr auto interp_execute = firinterp_##SUFFIX##_execute_block; \
        static constexpr auto fft_create = fftfilt_##SUFFIX##_create;              \
        static constexpr auto fft_destroy = fftfilt_##SUFFIX##_destroy;            \
        static constexpr auto fft_reset = fftfilt_##SUFFIX##_reset;                \
        static constexpr auto fft_execute = fftfilt_##SUFFIX##_execute;            \
    };
BENCH_LIQUID_TYPES(real, rrrf, float, float)
BENCH_LIQUID_TYPES(real_taps, crcf, std::complex<float>, float)
BENCH_LIQUID_TYPES(all_complex, cccf, std::complex<float>, std::complex<float>)
#undef BENCH_LIQUID_TYPES

/// f(Types{}) for the job's samples and taps; nothing for float64, which liquid has not.
template <class F>
std::optional<runner> with_types(const problem& p, const F& f) {
    if (p.what.what != kind::filter || p.taps.empty()) return {};
    if (p.what.type == element::float64) return {};
    if (p.what.type == element::float32) return f(real{});
    return p.what.complex_taps ? f(all_complex{}) : f(real_taps{});
}

template <class Object, class Destroy>
auto owned(Object object, Destroy destroy) {
    return std::shared_ptr<std::remove_pointer_t<Object>>(object, destroy);
}

unsigned size_of(index_t n) { return static_cast<unsigned>(n); }

template <class Types>
runner stride_one(const problem& p) {
    auto h = p.taps_as<typename Types::tap>();
    const auto q = owned(Types::fir_create(h.data(), size_of(p.what.taps)), Types::fir_destroy);
    return {[=, &p] {
        using sample = typename Types::sample;
        Types::fir_reset(q.get());
        Types::fir_execute(q.get(), const_cast<sample*>(p.x<sample>()), size_of(p.what.n),
                           p.y<sample>());
    }};
}

template <class Types>
runner decimation(const problem& p) {
    auto h = p.taps_as<typename Types::tap>();
    const auto q = owned(Types::decim_create(size_of(p.what.down), h.data(), size_of(p.what.taps)),
                         Types::decim_destroy);
    return {[=, &p] {
        using sample = typename Types::sample;
        Types::decim_reset(q.get());
        Types::decim_execute(q.get(), const_cast<sample*>(p.x<sample>()), size_of(p.what.outputs()),
                             p.y<sample>());
    }};
}

template <class Types>
runner interpolation(const problem& p) {
    auto h = p.taps_as<typename Types::tap>();
    const auto q = owned(Types::interp_create(size_of(p.what.up), h.data(), size_of(p.what.taps)),
                         Types::interp_destroy);
    return {[=, &p] {
        using sample = typename Types::sample;
        Types::interp_reset(q.get());
        Types::interp_execute(q.get(), const_cast<sample*>(p.x<sample>()), size_of(p.what.n),
                              p.y<sample>());
    }};
}

/// The polyphase filter bank, whose phase (M·j mod L) gives output j.
runner rational(const problem& p) {
    auto h = p.taps_as<float>();
    h.resize((h.size() + size_of(p.what.up) - 1) / size_of(p.what.up) * size_of(p.what.up));
    const auto q =
        owned(firpfb_rrrf_create(size_of(p.what.up), h.data(), static_cast<unsigned>(h.size())),
              firpfb_rrrf_destroy);
    return {[=, &p] {
        firpfb_rrrf_reset(q.get());
        const float* x = p.x<float>();
        index_t pushed = 0;
        for (index_t j = 0; j < p.what.outputs(); ++j) {
            const index_t at = j * p.what.down;
            for (; pushed <= at / p.what.up; ++pushed) firpfb_rrrf_push(q.get(), x[pushed]);
            firpfb_rrrf_execute(q.get(), size_of(at % p.what.up), p.y<float>() + j);
        }
    }};
}

std::optional<runner> direct(const problem& p) {
    if (!soon_done(p)) return {};
    return with_types(p, [&]<class Types>(Types) -> std::optional<runner> {
        if (p.what.up == 1 && p.what.down == 1) return stride_one<Types>(p);
        if (p.what.up == 1) return decimation<Types>(p);
        if (p.what.down == 1) return interpolation<Types>(p);
        if constexpr (std::is_same_v<Types, real>) return rational(p);
        return {};
    });
}

/// Overlap-add; blocks of 4 times the taps, and not below 1,024.
std::optional<runner> by_fft(const problem& p) {
    if (p.what.up * p.what.down != 1 || p.what.taps < 63 || p.what.n < 1 << 16) return {};
    return with_types(p, [&]<class Types>(Types) -> std::optional<runner> {
        using sample = typename Types::sample;
        auto h = p.taps_as<typename Types::tap>();
        const std::size_t block = std::max<std::size_t>(1024, std::bit_ceil(4 * h.size()));
        const auto q = owned(Types::fft_create(h.data(), static_cast<unsigned>(h.size()),
                                               static_cast<unsigned>(block)),
                             Types::fft_destroy);
        return runner{[=, &p] {
            Types::fft_reset(q.get());
            for (std::size_t i = 0; i < static_cast<std::size_t>(p.what.n); i += block) {
                Types::fft_execute(q.get(), const_cast<sample*>(p.x<sample>() + i),
                                   p.y<sample>() + i);
            }
        }};
    });
}

}  // namespace

std::vector<contender> liquid_contenders() {
    return {{"liquid-dsp", direct}, {"liquid-dsp fftfilt", by_fft}};
}

}  // namespace bench
