// The names that expressions know besides the letters: designs of taps, and files of them.
#include <gmpxx.h>

#include <array>
#include <type_traits>

#include "noble/design.hpp"
#include "noble/error.hpp"
#include "noble/parse.hpp"
#include "noble/signal_file.hpp"

namespace noble {
namespace {

using arguments = std::vector<kernel_argument>;

double number(const kernel_argument& a) {
    const auto* value = std::get_if<exact>(&a);
    if (value == nullptr || !value->is_real()) throw argument_error("expected a real number");
    return value->to<double>();
}

index_t integer(const kernel_argument& a) {
    const auto* value = std::get_if<exact>(&a);
    if (value == nullptr || !value->is_real() || value->re().get_den() != 1) {
        throw argument_error("expected an integer number of taps");
    }
    const mpz_class count = value->re().get_num();
    if (!count.fits_slong_p()) {
        throw limit_error(count.get_str() + " taps: the number does not fit in 64 bits");
    }
    return count.get_si();
}

std::string text(const kernel_argument& a) {
    const auto* value = std::get_if<std::string>(&a);
    if (value == nullptr) throw argument_error("expected a text in quotes");
    return *value;
}

// The taper after the first `used` arguments: nothing, "name", or "kaiser", beta.
taper taper_in(const arguments& a, std::size_t used) {
    if (a.size() == used) return {};
    return taper::named(text(a[used]), a.size() > used + 1 ? number(a[used + 1]) : 0);
}

void require_count(const arguments& a, std::size_t least, std::size_t most) {
    if (a.size() >= least && a.size() <= most) return;
    throw argument_error("expected " + std::to_string(least) +
                         (most > least ? " to " + std::to_string(most) : "") +
                         " arguments, found " + std::to_string(a.size()));
}

template <sequence (*design)(double, index_t, const taper&)>
sequence one_cutoff(const arguments& a) {
    require_count(a, 2, 4);
    return design(number(a[0]), integer(a[1]), taper_in(a, 2));
}

sequence two_cutoffs(const arguments& a) {
    require_count(a, 3, 5);
    return bandpass(number(a[0]), number(a[1]), integer(a[2]), taper_in(a, 3));
}

template <sequence (*shape)(index_t)>
sequence counted(const arguments& a) {
    require_count(a, 1, 1);
    return shape(integer(a[0]));
}

// Files hold taps from index 0 on.
sequence from_file(const arguments& a) {
    require_count(a, 1, 1);
    const any_array taps = read_taps(text(a[0]));
    return std::visit(
        [](const auto& values) {
            using value = typename std::decay_t<decltype(values)>::value_type;
            constexpr std::uint64_t bytes_per_tap = 400;  // two copies, on the way
            require_memory(static_cast<index_t>(values.size()), bytes_per_tap,
                           "the taps of a file");
            std::vector<exact> result;
            result.reserve(values.size());
            for (const auto& v : values) {
                if constexpr (std::is_floating_point_v<value>) {
                    result.emplace_back(static_cast<double>(v));
                } else {
                    result.emplace_back(std::complex<double>(v));
                }
            }
            return sequence(result);
        },
        taps);
}

}  // namespace

const vocabulary& standard_vocabulary() {
    static const vocabulary words{
        {
            {"lowpass", {"lowpass(CUTOFF, TAPS[, \"TAPER\"[, BETA]])", one_cutoff<lowpass>}},
            {"highpass", {"highpass(CUTOFF, TAPS[, \"TAPER\"[, BETA]])", one_cutoff<highpass>}},
            {"bandpass", {"bandpass(LOW, HIGH, TAPS[, \"TAPER\"[, BETA]])", two_cutoffs}},
            {"box", {"box(TAPS)", counted<box>}},
            {"triangle", {"triangle(TAPS)", counted<triangle>}},
            {"file", {"file(\"PATH\")", from_file}},
        },
        {},
    };
    return words;
}

op parse(std::string_view text) {
    auto value = parse_expression(text, standard_vocabulary());
    if (auto* word = std::get_if<op>(&value)) return *word;
    throw argument_error("'" + std::string(text) +
                         "' is not a one-dimensional word; parse_expression reads the others");
}

}  // namespace noble
