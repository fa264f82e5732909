// The library, as another project finds it.
#include <doctest/doctest.h>

#include <string>

#include "support/shell.hpp"

using namespace noble::testing;

namespace {

/// What tests/consumers/`script` prints, given noble's `folder` and a folder to work in.
std::string consumer(const std::string& script, const std::string& folder,
                     const std::string& options = "") {
    const temporary_folder work;
    const outcome result =
        shell(quoted(environment("NOBLE_SOURCE") + "/tests/consumers/" + script) + " " +
              quoted(folder) + " " + quoted(work.path().string()) + " " + options);
    INFO(bytes_of(work.path() / "log"));
    CHECK(result.status == 0);
    return result.output;
}

const std::string word = "down(2) * conv([1 2 1])\n";

}  // namespace

TEST_CASE("install: pkg-config finds the library in the build tree and in a moved one") {
    CHECK(consumer("pkg-config/run.sh", environment("NOBLE_BUILD")) == word + word + word);
}

TEST_CASE("install: CMake finds the library in the build tree and in a moved one") {
    CHECK(consumer("cmake/run.sh", environment("NOBLE_BUILD")) == word + word);
}

TEST_CASE("install: the program of a moved tree finds its library") {
    CHECK(consumer("program/run.sh", environment("NOBLE_BUILD")) == "1 0 0 0\n0 0 1 0\n");
}

TEST_CASE("install: as a Meson subproject noble adds its library, and no program or test") {
    CHECK(consumer("meson-subproject/run.sh", environment("NOBLE_SOURCE"), "--configure") ==
          "noble\nnoble\n");
}
