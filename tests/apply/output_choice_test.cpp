#include "apply/output_choice.hpp"

#include <doctest/doctest.h>

#include "noble/error.hpp"
#include "support/messages.hpp"

namespace noble::testing {
namespace {

const signal_header audio{.format = file_format::wav, .shape = {100, 2}, .rate = 48000};

std::optional<double> rate_out(const expression& word, const files::acting& at,
                               const signal_header& in = audio) {
    return files::output_rate(word, in, at, {});
}

TEST_CASE("output: the rate is the input's, scaled along the frames and nowhere else") {
    CHECK(rate_out(down(4), {0}) == 12000);
    CHECK(rate_out(up(3), {0}) == 144000);
    CHECK(rate_out(down(4), {0, true}) == 192000);
    CHECK(rate_out(down(4), {1}) == 48000);
    CHECK(rate_out(kron(down(2), up(3)), {1}) == 24000);
    CHECK(rate_out(bank(1, 2, {down(2), down(2)}), {0}) == 24000);
    CHECK_FALSE(rate_out(down(4), {0}, {.shape = {8}}).has_value());
    CHECK(files::output_rate(down(4), audio, {0}, {.rate = 8000}) == 8000);
}

TEST_CASE("output: a bank of several rates needs one to be given, by the option's own name") {
    const expression word = bank(2, 1, {down(2), down(3)});
    const signal_header mono{.format = file_format::wav, .shape = {100, 1}, .rate = 48000};
    CHECK(contains(message_of<rate_error>([&] { rate_out(word, {0}, mono); }), "give rate HZ"));
    CHECK(contains(message_of<rate_error>(
                       [&] { files::output_rate(word, mono, {0}, {.option_prefix = "--"}); }),
                   "give --rate HZ"));
}

TEST_CASE("output: complex results are not for audio, and binary formats not for terminals") {
    signal_header complex = audio;
    complex.element = element_type::complex64;
    const auto failure = [](const signal_header& out, const char* path,
                            const apply_options& options) {
        return message_of<argument_error>([&] { files::require_writable(out, path, options); });
    };
    CHECK(contains(failure(complex, "out", {}), "WAV holds real samples"));
    CHECK(contains(failure(complex, "out.flac", {}), "FLAC holds real samples"));
    CHECK(failure(complex, "out.npy", {}).empty());
    CHECK(failure(complex, "out", {.output = {.format = file_format::csv}}).empty());
    CHECK(contains(failure(audio, "-", {.to_terminal = true}), "WAV is not for terminals"));
    CHECK(
        failure(audio, "-", {.output = {.format = file_format::csv}, .to_terminal = true}).empty());
}

}  // namespace
}  // namespace noble::testing
