// The installed library, as another project finds it.
#include <doctest/doctest.h>

#include "support/shell.hpp"

using namespace noble::testing;

TEST_CASE("install: another project finds the library through pkg-config, builds and runs") {
    const temporary_folder work;
    const outcome result =
        shell(quoted(environment("NOBLE_SOURCE") + "/tests/consumer/run.sh") + " " +
              quoted(environment("NOBLE_BUILD")) + " " + quoted(work.path().string()));
    INFO(bytes_of(work.path() / "log"));
    CHECK(result.status == 0);
    CHECK(result.output == "down(2) * conv([1 2 1])\n");
}
