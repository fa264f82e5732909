#include "engine/streaming/stream_channel.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <limits>
#include <random>
#include <vector>

#include "engine/methods/runner_cases.hpp"
#include "engine/streaming/endless_chain.hpp"
#include "noble/error.hpp"
#include "support/memory.hpp"

using namespace noble;
using namespace noble::testing;
using engine::stream_channel;

namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

/// A channel of two, the second; blocks of samples in, outputs out that they settle.
class running_channel {
 public:
    running_channel(const op& word, boundary rule)
        : groups_(endless_chain(word)), rule_(rule), channel_(groups_) {}

    void restart() {
        channel_.restart(groups_);
        count_ = next_ = 0;
        y.clear();
    }

    void take(const std::vector<double>& samples) {
        const auto count = static_cast<index_t>(samples.size());
        std::vector<double> frames;
        for (const double x : samples) frames.insert(frames.end(), {not_a_number, x});
        // As many of the last as any boundary mirrors here.
        channel_.make_room(std::min(groups_.first(next_), count_ - 40), count, 2);
        channel_.keep_head(frames.data() + 1, count, 2, 40);
        channel_.append(frames.data() + 1, count, 2);
        count_ += count;
        if (count_ > 40) give(groups_.settled(count_), false);
    }
    void finish(index_t outputs) { give(outputs, true); }

    std::vector<double> y;

 private:
    void give(index_t end, bool is_whole) {
        std::vector<double> pairs(static_cast<std::size_t>(2 * (end - next_)), not_a_number);
        std::vector<double> values(static_cast<std::size_t>(groups_.most()));
        const aligned_memory<double> scratch(groups_.scratch());
        channel_.run(groups_, rule_, count_, is_whole, {next_, end}, pairs.data(), 2,
                     {scratch.data(), groups_.scratch(), 1}, values.data());
        for (std::size_t i = 0; i < pairs.size(); i += 2) y.push_back(pairs[i]);
        next_ = end;
    }

    engine::chain<double> groups_;
    boundary rule_;
    stream_channel<double> channel_;
    index_t count_ = 0;
    index_t next_ = 0;
};

const op word = down(2) * conv(taps{1, -2, 3, 4}).T() * conv(taps{2, 1, 5});

}  // namespace

TEST_CASE("stream channel: blocks of any size give the sums on the whole signal") {
    std::mt19937 random(1);
    for (const boundary rule : {boundary::zero, boundary::reflect, boundary::smooth}) {
        running_channel channel(word, rule);
        for (const std::ptrdiff_t size : {1, 7, 100, 3000}) {
            CAPTURE(rule);
            CAPTURE(size);
            const auto x = whole_samples<double>(random, 3000);
            channel.restart();
            for (auto at = x.begin(); at < x.end(); at += std::min(size, x.end() - at)) {
                channel.take({at, at + std::min(size, x.end() - at)});
            }
            channel.finish(1500);
            CHECK(channel.y ==
                  by_formula(form_of<double>(word), {x.data(), 3000, 1, rule}, 0, 1500));
        }
    }
}

TEST_CASE("stream channel: what it was primed with is known by its bytes") {
    stream_channel<double> channel(endless_chain(word));
    const std::vector<double> frames{1, not_a_number, 9, 0.0};
    channel.prime(frames.data() + 1, 2, 2);
    CHECK(channel.is_primed_with(0, not_a_number));
    CHECK(channel.is_primed_with(1, 0.0));
    CHECK_FALSE(channel.is_primed_with(1, -0.0));
    CHECK_FALSE(channel.is_primed_with(0, 1));
}

TEST_CASE("stream channel: primed, the first outputs read the last samples") {
    const auto groups = endless_chain(conv(taps{1, 10, 100}));
    stream_channel<double> channel(groups);
    const std::vector<double> x{1, 2, 3, 4, 5};
    channel.prime(x.data() + 3, 2, 1);
    channel.make_room(0, 2, 1);
    channel.append(x.data(), 2, 1);
    const aligned_memory<double> scratch(groups.scratch());
    std::vector<double> y(2);
    channel.run(groups, boundary::periodic, 5, false, {0, 2}, y.data(), 1,
                {scratch.data(), groups.scratch(), 1}, nullptr);
    CHECK(y == std::vector<double>{1 + 50 + 400, 2 + 10 + 500});
}

TEST_CASE("stream channel: what is forgotten makes room, and room beyond the limit is refused") {
    stream_channel<double> channel(endless_chain(word));
    const std::vector<double> x(1000);
    CHECK(within_a_megabyte([&] {
        for (index_t begin = 0; begin < 1'000'000; begin += 1000) {
            channel.make_room(begin - 20, 1000, 2);
            channel.append(x.data(), 1000, 1);
        }
        CHECK_NOTHROW(channel.make_room(1'000'000, 10'000, 4));
        CHECK_THROWS_WITH_AS(stream_channel<double>(endless_chain(word)).make_room(0, 10'000, 5),
                             doctest::Contains("the frames that a stream keeps"), limit_error);
        return true;
    }));
}
