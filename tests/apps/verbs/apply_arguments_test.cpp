#include "apps/program.hpp"

namespace noble::testing {
namespace {

TEST_CASE("apply: --format, --type and --rate go before the extension and the input") {
    const program p;
    p.put_audio("a.wav", 10, 1, sample_type::int_16);
    CHECK(
        p.output({"apply", "id", "a.wav", "b.wav", "--type", "float32", "--rate", "8000"}).empty());
    CHECK(inspect(p.path("b.wav")).type == sample_type::float_32);
    CHECK(inspect(p.path("b.wav")).rate == 8000);
    CHECK(p.output({"apply", "id", "a.wav", "data", "--format", "flac"}).empty());
    CHECK(inspect(p.path("data")).format == file_format::flac);
    CHECK(p.output({"apply", "id", "a.wav", "other"}).empty());
    CHECK(inspect(p.path("other")).format == file_format::wav);
    CHECK(p.output({"apply", "id", "data", "c.csv", "--input-format", "flac"}).empty());
    CHECK(p.shape("c.csv") == std::vector<index_t>{10, 1});
}

TEST_CASE("apply: choices that do not fit together are refused before a file is opened") {
    const program p;
    p.refuses({"apply", "id", "none.csv", "-", "--transpose"}, 2, "--transpose needs -n N");
    p.refuses({"apply", "id", "none.csv", "-", "-n", "3"}, 2, "-n goes with --transpose");
    p.refuses({"apply", "id", "none.csv", "-", "--json"}, 2, "where the signal goes");
    p.refuses({"apply", "id", "none.csv", "b.wav", "--rate", "0"}, 2, "--rate");
    p.refuses({"apply", "id", "none.csv", "b.wav", "--format", "mp3"}, 2, "mp3");
}

}  // namespace
}  // namespace noble::testing
