#include "output/progress.hpp"

#include <sstream>

#include "apps/program.hpp"

namespace noble::testing {
namespace {

TEST_CASE("progress: not a byte where standard error is no terminal") {
    const program p;
    p.put_audio("a.wav", 200000, 2);
    CHECK(p.run({"apply", "conv(lowpass(0.2, 255))", "a.wav", "b.wav"}).err.empty());
}

}  // namespace
}  // namespace noble::testing
