// FFTW alone: plain overlap-save at the full rate. Two consecutive real blocks are the real and the
// imaginary part of one complex transform; complex blocks have one each. Of all power-of-two block
// sizes the quickest is kept.
#include <fftw3.h>

#include <algorithm>
#include <bit>
#include <chrono>
#include <complex>

#include "bench/contender.hpp"

namespace bench {
namespace {

constexpr double planning_seconds = 0.5;

struct single {
    using real = float;
    using plan = fftwf_plan;
    static constexpr auto allocate = fftwf_alloc_complex;
    static constexpr auto release = fftwf_free;
    static constexpr auto make = fftwf_plan_dft_1d;
    static constexpr auto execute = fftwf_execute;
    static constexpr auto destroy = fftwf_destroy_plan;
    static constexpr auto limit = fftwf_set_timelimit;
};
struct twice {
    using real = double;
    using plan = fftw_plan;
    static constexpr auto allocate = fftw_alloc_complex;
    static constexpr auto release = fftw_free;
    static constexpr auto make = fftw_plan_dft_1d;
    static constexpr auto execute = fftw_execute;
    static constexpr auto destroy = fftw_destroy_plan;
    static constexpr auto limit = fftw_set_timelimit;
};

template <class Api, class Sample>
class overlap_save {
 public:
    using real = typename Api::real;
    using complex = std::complex<real>;

    overlap_save(const problem& p, std::size_t size)
        : p_(p), size_(size), overlap_(p.taps.size() - 1), z_(Api::allocate(size)) {
        auto* raw = z_.get();
        const auto n = static_cast<int>(size);
        Api::limit(planning_seconds);
        forward_ = Api::make(n, raw, raw, FFTW_FORWARD, FFTW_MEASURE);
        backward_ = Api::make(n, raw, raw, FFTW_BACKWARD, FFTW_MEASURE);
        std::fill_n(z(), size, complex{});
        std::ranges::transform(p.taps, z(), [&](std::complex<double> h) {
            return complex(h / static_cast<double>(size));
        });
        Api::execute(forward_);
        spectrum_.assign(z(), z() + size);
    }
    overlap_save(const overlap_save&) = delete;
    overlap_save& operator=(const overlap_save&) = delete;
    ~overlap_save() {
        Api::destroy(forward_);
        Api::destroy(backward_);
    }

    /// The first `total` outputs at the full rate.
    void run(index_t total) {
        const index_t kept = static_cast<index_t>(size_ - overlap_);
        for (index_t begin = 0; begin < total; begin += per_transform * kept) {
            std::fill_n(z(), size_, complex{});
            for (int part = 0; part < per_transform; ++part) gather(begin + part * kept, part);
            Api::execute(forward_);
            for (std::size_t i = 0; i < size_; ++i) multiply(z()[i], spectrum_[i]);
            Api::execute(backward_);
            for (int part = 0; part < per_transform; ++part) {
                scatter(begin + part * kept, std::min(total, begin + (part + 1) * kept), part);
            }
        }
    }

 private:
    static constexpr bool is_real = std::is_floating_point_v<Sample>;
    static constexpr int per_transform = is_real ? 2 : 1;

    complex* z() const { return reinterpret_cast<complex*>(z_.get()); }

    /// Without the standard's care for infinities, which would cost a branch.
    static void multiply(complex& a, complex b) {
        a = {a.real() * b.real() - a.imag() * b.imag(), a.real() * b.imag() + a.imag() * b.real()};
    }

    /// x of the outputs from `begin` on, after ↑L, from `overlap_` before them.
    void gather(index_t begin, int part) {
        const index_t up = p_.what.up;
        const index_t from = begin - static_cast<index_t>(overlap_);
        const index_t past = std::min(from + static_cast<index_t>(size_), p_.what.n * up);
        const Sample* x = p_.x<Sample>();
        const index_t start = from <= 0 ? 0 : (from + up - 1) / up;
        auto* to = reinterpret_cast<Sample*>(z()) + part;
        if (up == 1) {
            for (index_t i = start; i < past; ++i) to[per_transform * (i - from)] = x[i];
        } else {
            for (index_t i = start; i * up < past; ++i) to[per_transform * (i * up - from)] = x[i];
        }
    }

    void scatter(index_t begin, index_t end, int part) {
        const index_t down = p_.what.down;
        const auto* from = reinterpret_cast<const Sample*>(z()) + part +
                           per_transform * static_cast<index_t>(overlap_);
        Sample* y = p_.y<Sample>();
        if (down == 1) {
            for (index_t i = begin; i < end; ++i) y[i] = from[per_transform * (i - begin)];
        } else {
            for (index_t j = (begin + down - 1) / down; j * down < end; ++j) {
                y[j] = from[per_transform * (j * down - begin)];
            }
        }
    }

    struct release {
        void operator()(auto* p) const { Api::release(p); }
    };
    using raw = std::remove_pointer_t<decltype(Api::allocate(1))>;

    const problem& p_;
    std::size_t size_;
    std::size_t overlap_;
    std::unique_ptr<raw, release> z_;
    typename Api::plan forward_;
    typename Api::plan backward_;
    std::vector<complex> spectrum_;
};

template <class Api, class Sample>
runner quickest(const problem& p) {
    using filter = overlap_save<Api, Sample>;
    using clock = std::chrono::steady_clock;
    const index_t all = p.what.n * p.what.up;
    const index_t trial = std::min<index_t>(all, 1 << 21);
    std::shared_ptr<filter> best;
    auto least = clock::duration::max();
    const std::size_t shortest = std::bit_ceil(2 * p.taps.size());
    for (std::size_t size = shortest; size <= std::min<std::size_t>(8 * shortest, 1 << 19);
         size *= 2) {
        const auto candidate = std::make_shared<filter>(p, size);
        for (int i = 0; i < 2; ++i) {
            const auto start = clock::now();
            candidate->run(trial);
            if (clock::now() - start >= least) continue;
            least = clock::now() - start;
            best = candidate;
        }
    }
    return {[=] { best->run(all); }};
}

std::optional<runner> overlap_save_at_full_rate(const problem& p) {
    if (p.what.what != kind::filter || p.what.taps < 63 || p.what.n < 1 << 16) return {};
    if (p.what.up > 1 && p.what.down > 1) return {};
    switch (p.what.type) {
        case element::float64:
            return quickest<twice, double>(p);
        case element::complex64:
            return quickest<single, std::complex<float>>(p);
        default:
            return quickest<single, float>(p);
    }
}

}  // namespace

std::vector<contender> fftw_contenders() {
    return {{"FFTW overlap-save", overlap_save_at_full_rate}};
}

}  // namespace bench
