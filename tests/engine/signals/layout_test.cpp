// Arrays of any layout: strides of any sign, every axis, many lines, y ← αAx + βy.
#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

#include "engine/cases.hpp"
#include "engine/signals/element.hpp"
#include "noble/evaluate.hpp"
#include "support/property.hpp"

using namespace noble;
using namespace noble::testing;

namespace {

/// An array with its axes in any order of memory, steps of 1 … 3 between elements, some backwards.
template <class T>
class scattered {
 public:
    scattered(std::mt19937_64& random, const extents& shape, bool is_tight)
        : view{nullptr, shape, extents(shape.size())} {
        std::vector<std::size_t> order(shape.size());
        std::iota(order.begin(), order.end(), 0U);
        std::ranges::shuffle(order, random);
        index_t step = 1;
        index_t begin = 0;
        for (const std::size_t axis : order) {
            step *= is_tight ? 1 : 1 + static_cast<index_t>(random() % 3);
            const bool backwards = !is_tight && random() % 3 == 0;
            view.strides[axis] = backwards ? -step : step;
            if (backwards) begin += step * std::max<index_t>(shape[axis] - 1, 0);
            step *= std::max<index_t>(shape[axis], 1);
        }
        memory = random_values<T>(random, step);
        view.data = memory.data() + begin;
    }

    [[nodiscard]] strided_array<const T> constant() const {
        return {view.data, view.shape, view.strides};
    }

    std::vector<T> memory;
    strided_array<T> view;
};

/// Line i of the lines along `axis`: where its elements lie in memory.
template <class T>
std::vector<std::size_t> line_of(const scattered<T>& a, std::size_t axis, index_t i) {
    index_t place = a.view.data - a.memory.data();
    for (std::size_t k = a.view.shape.size(); k-- > 0;) {
        if (k == axis) continue;
        place += i % a.view.shape[k] * a.view.strides[k];
        i /= a.view.shape[k];
    }
    std::vector<std::size_t> places;
    for (index_t m = 0; m < a.view.shape[axis]; ++m) {
        places.push_back(static_cast<std::size_t>(place + m * a.view.strides[axis]));
    }
    return places;
}

template <class T>
std::vector<T> picked(const std::vector<T>& memory, const std::vector<std::size_t>& places) {
    std::vector<T> values;
    for (const auto place : places) values.push_back(memory[place]);
    return values;
}

template <class T>
void lines_agree(const linear_map& a, const extents& shape, std::size_t axis, T alpha, T beta,
                 const plan_options& options, bool is_tight, std::mt19937_64& random) {
    const scattered<T> x(random, shape, is_tight);
    const scattered<T> before(random, output_shape(a, shape, static_cast<int>(axis)), is_tight);
    auto y = before;
    y.view.data = y.memory.data() + (before.view.data - before.memory.data());
    if (beta == T{}) {
        std::ranges::fill(y.memory, T(std::numeric_limits<float>::quiet_NaN()));
    }
    auto touched = y.memory;
    const plan<T> p(a, options);
    workspace<T> w(p);
    p(x.constant(), y.view, w, alpha, beta, static_cast<int>(axis));
    const index_t lines = element_count(shape) / shape[axis];
    for (index_t i = 0; i < lines; ++i) {
        const auto places = line_of(before, axis, i);
        const auto in = picked(x.memory, line_of(x, axis, i));
        auto wanted = by_reference(a, in);
        const auto bound = engine::error_bound<T>(
            a, magnitudes(in), {.method = options.method.value_or(method::lanes)});
        auto allowed = bound.error;
        const auto start = picked(before.memory, places);
        constexpr double epsilon = std::numeric_limits<engine::real_of<T>>::epsilon();
        for (std::size_t k = 0; k < wanted.size(); ++k) {
            wanted[k] = alpha * wanted[k] + (beta == T{} ? T{} : beta * start[k]);
            allowed[k] =
                std::abs(alpha) * bound.error[k] +
                4 * epsilon *
                    (std::abs(alpha) * bound.size[k] + std::abs(beta) * std::abs(start[k]));
            touched[places[k]] = y.memory[places[k]];
        }
        CHECK(units_of(picked(y.memory, places), wanted, allowed) <= 1);
    }
    CHECK(std::memcmp(touched.data(), y.memory.data(), touched.size() * sizeof(T)) == 0);
}

template <class T>
T coefficient(std::mt19937_64& random, bool may_be_zero) {
    switch (random() % 3) {
        case 0:
            return may_be_zero ? T(0) : T(1);
        case 1:
            return T(1);
        default:
            return random_values<T>(random, 1).front();
    }
}

template <class T>
void all_layouts_agree(const linear_map& a, const std::vector<method>& ways,
                       std::mt19937_64& random) {
    const index_t n = a.cols();
    const extents shapes[] = {{n}, {n, 5}, {n, 37}, {3, n}, {2, n, 33}, {17, 2, n}};
    const std::size_t axes[] = {0, 0, 0, 1, 1, 2};
    for (std::size_t i = 0; i < std::size(axes); ++i) {
        for (const auto m : ways) {
            const auto set = instruction_sets()[random() % instruction_sets().size()];
            const int threads = 1 + static_cast<int>(random() % 2);
            INFO(to_string(m), " ", to_string(set), " layout ", i, ": ", to_string(a));
            lines_agree<T>(
                a, shapes[i], axes[i], coefficient<T>(random, false), coefficient<T>(random, true),
                {.threads = threads, .method = m, .instructions = set}, random() % 2 == 0, random);
        }
    }
}

/// In one of the four element types, drawn.
void layouts_of_a_type_agree(const op& word, const linear_map& a, std::mt19937_64& random) {
    switch (random() % 4) {
        case 0:
            return all_layouts_agree<float>(a, methods_of<float>(word), random);
        case 1:
            return all_layouts_agree<double>(a, methods_of<double>(word), random);
        case 2:
            return all_layouts_agree<std::complex<float>>(a, methods_of<std::complex<float>>(word),
                                                          random);
        default:
            return all_layouts_agree<std::complex<double>>(
                a, methods_of<std::complex<double>>(word), random);
    }
}

}  // namespace

TEST_CASE("layout: strides, axes, batches, alpha and beta") {
    std::mt19937_64 random(21);
    for (const op& word : {conv(random_taps(random, 12)), down(2) * conv(random_taps(random, 7)),
                           conv(random_taps(random, 9)) * up(3), down(3, 1), up(2),
                           conv(random_taps(random, 5)) * up(17'000), down(2) - down(2)}) {
        for (const index_t n : {1, 40}) {
            for (const auto b : {boundary::zero, boundary::antireflect}) {
                const auto a = word.on(n, window(-7, 90), b);
                for (const auto& map : {a, a.T()}) {
                    layouts_of_a_type_agree(word, map, random);
                }
            }
        }
    }
}

TEST_CASE("layout: columns longer than a tile, narrower and wider than a panel") {
    const auto seed = random_seed();
    std::mt19937_64 random(seed);
    CAPTURE(seed);
    for (const op& word :
         some_of<op>({conv(random_taps(random, 600)), down(2) * conv(random_taps(random, 7)),
                      conv(random_taps(random, 9)) * up(3000)},
                     random)) {
        const auto a = word.on(2500, window(-4, 5000), boundary::symmetric);
        for (const index_t columns : {15, 16, 17}) {
            lines_agree<float>(a, {2500, columns}, 0, 1, 0, {.threads = 2}, true, random);
        }
    }
}

TEST_CASE("layout: columns of a plan whose blocks are longer than theirs, in windows anywhere") {
    const auto seed = random_seed();
    std::mt19937_64 random(seed);
    CAPTURE(seed);
    const auto word = conv(random_taps(random, 1500).origin(700));
    for (const window& kept : some_of<window>(
             {window::full, window::valid, window(-1, 10), window(900, 3000)}, random)) {
        for (const auto b : {boundary::zero, boundary::periodic}) {
            const auto map = word.on(2000, kept, b);
            lines_agree<double>(map, {2000, 19}, 0, 1, 0, {.threads = 2, .method = method::fft},
                                true, random);
        }
    }
}
