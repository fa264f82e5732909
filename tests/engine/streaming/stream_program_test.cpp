#include "engine/streaming/stream_program.hpp"

#include <doctest/doctest.h>
#include <gmpxx.h>

#include <algorithm>
#include <complex>
#include <string>

#include "noble/error.hpp"
#include "noble/threads.hpp"

using namespace noble;
using engine::stream_program;

namespace {

const op blur = conv(taps{1, 2, 1}.origin(1));

stream_options by_rows(boundary b = boundary::zero, window w = window::same) {
    return {.window = w, .boundary = b, .plan = {.threads = 1, .method = method::rows}};
}

}  // namespace

TEST_CASE("stream program: frames settle the outputs that read no later ones, from the first on") {
    const stream_program<double> p(blur, by_rows());
    for (const index_t frames : {0, 1, 2, 50}) {
        CHECK(p.settled(frames, false) == std::max<index_t>(0, frames - 1));
    }
    const stream_program<double> given(blur, by_rows(boundary::zero, window(3, 4)));
    CHECK(given.settled(2, false) == 3);
    CHECK(given.settled(6, false) == 5);
    CHECK(given.settled(100, false) == 7);
    const stream_program<double> ahead(down(2) * delay(-3), by_rows());
    CHECK(ahead.settled(3, false) == 0);
    CHECK(ahead.settled(4, false) == 1);
    CHECK(ahead.settled(9, false) == 3);
    // Nothing is read: the window alone decides.
    CHECK(stream_program<double>(0 * blur, by_rows()).settled(9, false) == 9);
}

TEST_CASE("stream program: what the boundary takes from the end is waited for, unless primed") {
    auto options = by_rows(boundary::periodic);
    options.length = 20;
    const stream_program<double> p(blur, options);
    CHECK(p.settled(10, false) == 0);
    CHECK(p.settled(10, true) == 9);
    CHECK(p.keep_from(9, 10, false) == 0);
    CHECK(p.keep_from(9, 10, true) == 8);
    const stream_program<double> mirrored(conv(taps{1, 2, 3, 4}), by_rows(boundary::reflect));
    CHECK(mirrored.settled(3, false) == 0);
    CHECK(mirrored.settled(4, false) == 4);
}

TEST_CASE(
    "stream program: kept is what later outputs and the boundary read, no frame after those") {
    const stream_program<double> p(blur, by_rows());
    CHECK(p.keep_from(10, 11, false) == 9);
    CHECK(p.keep_from(0, 1, false) == 0);
    // Output 7 reads 7 … 10; if 9 is the last, 10 is 8, and 12 is 6.
    const op ahead = conv(taps{1, 2, 3, 4}).T();
    const stream_program<double> mirrored(ahead, by_rows(boundary::reflect));
    CHECK(mirrored.settled(10, false) == 7);
    CHECK(mirrored.keep_from(7, 10, false) == 6);
    CHECK(stream_program<double>(down(8, 7), by_rows()).keep_from(3, 25, false) == 25);
    CHECK(stream_program<double>(0 * blur, by_rows()).keep_from(5, 9, false) == 9);
}

TEST_CASE("stream program: one channel shares its groups among threads, several share themselves") {
    auto options = by_rows();
    options.plan.threads = 3;
    const stream_program<std::complex<float>> one(blur, options);
    options.channels = 2;
    const stream_program<std::complex<float>> two(blur, options);
    CHECK(one.groups().most() == 6 * two.groups().most());
    CHECK(two.groups().most() == two.groups().piece(0));
    CHECK(two.report().threads == 3);
    CHECK(two.report().element == "complex64");
    CHECK(two.report().map == "conv([1 2 1]@1) as a stream, window same, boundary zero");
    CHECK(two.report().workspace_bytes ==
          8 * (2 * two.groups().memory() + 3 * two.groups().scratch()));
}

TEST_CASE(
    "stream program: frames are taken in as a tile of outputs reads them, few and many less") {
    const auto frames = [](const op& word) {
        return stream_program<double>(word, by_rows()).tile_frames();
    };
    const index_t tile = stream_program<double>(blur, by_rows()).groups().most();
    CHECK(frames(blur) == tile);
    CHECK(frames(down(3) * blur) == 3 * tile);
    CHECK(frames(blur * up(1000)) == 4096);
    CHECK(frames(down(1000) * blur) == 1 << 20);
}

TEST_CASE("stream program: threads are woken for long work only, unless they are asked for") {
    set_thread_count(2);
    const stream_program<float> p(blur, {.channels = 2, .plan = {.method = method::rows}});
    set_thread_count(0);
    CHECK(p.threads_for(1000) == 1);
    CHECK(p.threads_for(1'000'000) == 2);  // 3 multiplications for each of 2 channels
    CHECK(p.report().threads == 1);
    CHECK(stream_program<float>(blur, {.plan = {.threads = 3}}).threads_for(1) == 3);
}

TEST_CASE("stream program: what makes no stream is refused, and by what it would take") {
    const auto refusal = [](const op& word, const stream_options& options) {
        try {
            stream_program<double>(word, options);
        } catch (const error& e) {
            return std::string(e.what());
        }
        return std::string();
    };
    CHECK(refusal(blur, {.channels = 0}) == "a stream of 0 channels; it must have 1 or more");
    CHECK(refusal(blur, {.length = -1}) == "a stream of -1 frames");
    CHECK(refusal(blur, {.plan = {.threads = -2}}) ==
          "a stream for -2 threads; 1 or more are a number, 0 leaves it to the stream");
    CHECK(refusal(conv(sequence{1, exact(0, 1)}), {}) ==
          "complex taps need complex data (complex64 or complex128): conv([1 1i])");
    CHECK(refusal(blur, {}).empty());
}
