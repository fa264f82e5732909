// Executing a plan takes no memory: every allocation of this program is counted.
#include <doctest/doctest.h>

#include <atomic>
#include <cstdlib>

#include "engine/cases.hpp"
#include "noble/stream.hpp"

#if defined(__GLIBC__) && !defined(NOBLE_SANITIZED)

namespace {

std::atomic<long> allocations{0};

}  // namespace

extern "C" {

// glibc's own, under the names that it keeps for those who put theirs in front. operator new and
// the libraries' calls end here too.
void* __libc_malloc(std::size_t size);
void* __libc_calloc(std::size_t count, std::size_t size);
void* __libc_realloc(void* old, std::size_t size);
void* __libc_memalign(std::size_t alignment, std::size_t size);

void* malloc(std::size_t size) {
    ++allocations;
    return __libc_malloc(size);
}

void* calloc(std::size_t count, std::size_t size) {
    ++allocations;
    return __libc_calloc(count, size);
}

void* realloc(void* old, std::size_t size) {
    ++allocations;
    return __libc_realloc(old, size);
}

void* aligned_alloc(std::size_t alignment, std::size_t size) {
    ++allocations;
    return __libc_memalign(alignment, size);
}

int posix_memalign(void** result, std::size_t alignment, std::size_t size) {
    ++allocations;
    *result = __libc_memalign(alignment, size);
    return *result == nullptr ? 12 : 0;
}
}

using namespace noble;
using namespace noble::testing;

namespace {

/// Allocations of the second of two executions, on a batch in the last axis or in the first.
template <class T>
long taken(const linear_map& a, int threads, grouping groups) {
    std::mt19937_64 random(1);
    const plan<T> p(a, {.threads = threads, .groups = groups});
    workspace<T> w(p);
    constexpr index_t batch = 19;
    const auto x = random_values<T>(random, a.cols() * batch);
    std::vector<T> y(static_cast<std::size_t>(a.rows() * batch));
    const strided_array<const T> columns{x.data(), {a.cols(), batch}, {batch, 1}};
    const strided_array<const T> rows{x.data(), {batch, a.cols()}, {a.cols(), 1}};
    const strided_array<T> columns_out{y.data(), {a.rows(), batch}, {batch, 1}};
    const strided_array<T> rows_out{y.data(), {batch, a.rows()}, {a.rows(), 1}};
    long count = 0;
    for (int run = 0; run < 2; ++run) {
        const long before = allocations;
        p(x.data(), y.data(), w);
        count = allocations - before;
    }
    // Arrays are described by vectors, which are made before the count begins.
    const auto counted = [&](const strided_array<const T>& in, const strided_array<T>& out,
                             int axis) {
        p(in, out, w, T(2), T(1), axis);
        const long before = allocations;
        p(in, out, w, T(2), T(1), axis);
        return allocations - before;
    };
    if (a.in_shape().size() == 1) {
        count += counted(columns, columns_out, 0) + counted(rows, rows_out, 1);
    }
    return count;
}

std::vector<linear_map> maps() {
    std::mt19937_64 random(2);
    const auto fir = conv(random_taps(random, 40)).on(3000, window::same, boundary::reflect);
    const auto half = (down(2) * conv(random_taps(random, 9))).on(3000, window::same);
    const auto small = conv(random_taps(random, 5, true)).on(20, window::same, boundary::line);
    const auto fill = [](auto in, auto out) { out[0] = in[0]; };
    return {fir,
            fir.T(),
            half,
            up(3).on(3000, window::same),
            conv(random_taps(random, 3)).on(3000) * identity().on(3000),
            half * fir,
            (down(2) * conv(random_taps(random, 9)) * down(3) * conv(random_taps(random, 200)))
                .on(3000, window::same, boundary::reflect),
            fir + fir.T(),
            3 * half,
            vstack({fir, half}),
            block_diag({half, half}).T(),
            kron(small, small),
            custom(5, 5, fill, fill),
            (conv(random_taps(random, 3)) * up(20'000)).on(2, window(0, 1000))};
}

}  // namespace

TEST_CASE("allocation: the count counts") {
    const long before = allocations;
    const std::vector<int> some(1000);
    void* volatile raw = std::malloc(10);
    std::free(raw);
    CHECK(allocations - before >= 2);
    CHECK(some.size() == 1000);
}

TEST_CASE("allocation: execution takes no memory, alone or with several threads once these run") {
    for (const auto& a : maps()) {
        INFO(to_string(a));
        for (const int threads : {1, 2}) {
            for (const grouping groups : {grouping::fused, grouping::written}) {
                CAPTURE(threads);
                CHECK(taken<std::complex<float>>(a, threads, groups) == 0);
                if (a.is_real()) CHECK(taken<double>(a, threads, groups) == 0);
            }
        }
    }
}

TEST_CASE("allocation: a stream takes no memory once blocks of a size have passed") {
    std::mt19937_64 random(3);
    const auto q = random_taps(random, 300);
    for (const op& word : {conv(q), down(2) * conv(q) * down(3) * conv(q), conv(q) * up(3)}) {
        for (const grouping groups : {grouping::fused, grouping::written}) {
            for (const method m : {method::fft, method::lanes}) {
                for (const index_t channels : {1, 2}) {
                    stream_options options{.boundary = boundary::reflect, .channels = channels};
                    options.plan = {
                        .threads = m == method::fft ? 1 : 2, .method = m, .groups = groups};
                    stream<float> s(word, options);
                    const auto x = random_values<float>(random, 1000 * channels);
                    for (int i = 0; i < 100; ++i) s(x);
                    INFO(to_string(m), " ", to_string(groups), " ", channels);
                    const long before = allocations;
                    for (int i = 0; i < 100; ++i) s(x);
                    CHECK(allocations - before == 0);
                }
            }
        }
    }
}

#endif
