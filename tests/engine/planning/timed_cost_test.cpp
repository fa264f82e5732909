// Timing: the runs that are timed are whole tiles of a signal that is long enough.
#include "engine/planning/timed_cost.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <thread>

using namespace noble;

namespace {

/// Counts the outputs that it is asked for.
class counting_runner : public engine::runner<float> {
 public:
    counting_runner(const canonical<float>& form, std::chrono::microseconds pause)
        : runner(engine::reach::of(form)), pause_(pause) {}

    [[nodiscard]] index_t tile() const override { return 64; }
    [[nodiscard]] index_t grain() const override { return 1; }
    [[nodiscard]] index_t scratch() const override { return 3; }
    void run(const engine::extended_input<float>& x, index_t a, index_t b, float* y,
             float* scratch) const override {
        std::this_thread::sleep_for(pause_);
        last_input = x.at(x.end() - 1);
        scratch[2] = y[b - a - 1] = 0;
        begins_on_tiles = begins_on_tiles && a % tile() == 0;
        outputs += b - a;
    }

    mutable index_t outputs = 0;
    mutable bool begins_on_tiles = true;
    mutable float last_input = 0;

 private:
    std::chrono::microseconds pause_;
};

const canonical<float> form(1, 2, {{0, 0, 1}});

}  // namespace

TEST_CASE("timed cost: more outputs than a tile are rounded to whole tiles, fewer are not") {
    using namespace std::chrono_literals;
    for (const auto& [count, timed] : {std::pair{200, 192}, {64, 64}, {10, 10}}) {
        const counting_runner r(form, 0us);
        CHECK(engine::timed_cost<float>(r, form, count) > 0);
        CHECK(r.outputs % timed == 0);
        CHECK(r.begins_on_tiles);
        CHECK(r.last_input == 1);
    }
}

TEST_CASE(
    "timed cost: it is nanoseconds for each output, of the quickest run, within its patience") {
    using namespace std::chrono_literals;
    const counting_runner slow(form, 150ms);
    CHECK(engine::timed_cost<float>(slow, form, 10) >= 15e6);
    CHECK(slow.outputs == 10);
}
