#include <cmath>
#include <complex>

#include "apps/program.hpp"
#include "noble/noble.hpp"

namespace noble::testing {
namespace {

using values = std::vector<double>;

TEST_CASE("apply: 24-bit WAV in, 24-bit WAV out, every channel, the rate scaled") {
    const program p;
    p.put_audio("a.wav", 1001, 3);
    CHECK(p.output({"apply", "down(4) * conv(lowpass(0.2, 31))", "a.wav", "b.wav"}).empty());
    const auto info = inspect(p.path("b.wav"));
    CHECK(info.type == sample_type::int_24);
    CHECK(info.shape == std::vector<index_t>{251, 3});
    CHECK(info.rate == 11025);
    const auto x = std::get<xt::xarray<double>>(p.read("a.wav").samples);
    const auto y = std::get<xt::xarray<double>>(p.read("b.wav").samples);
    const sequence q = lowpass(0.2, 31);
    for (index_t n = 0; n < 251; ++n) {
        for (std::size_t c = 0; c < 3; ++c) {
            double sum = 0;
            for (index_t t = q.first(); t <= q.last(); ++t) {
                const index_t m = 4 * n - t;
                if (m < 0 || m > 1000) continue;
                sum += q[t].number().to<double>() * x(static_cast<std::size_t>(m), c);
            }
            CHECK(std::abs(y(static_cast<std::size_t>(n), c) - sum) <= 0x1p-23);
        }
    }
}

TEST_CASE("apply: the identity keeps PCM bit for bit, in WAV and FLAC") {
    const program p;
    p.put_audio("a.wav", 500, 2, sample_type::int_16);
    CHECK(p.output({"apply", "id", "a.wav", "b.flac"}).empty());
    CHECK(p.output({"apply", "id", "b.flac", "c.wav"}).empty());
    CHECK(inspect(p.path("b.flac")).format == file_format::flac);
    CHECK(p.values<double>("c.wav") == p.values<double>("a.wav"));
    CHECK(p.get("c.wav") == p.get("a.wav"));
}

TEST_CASE("apply: CSV keeps its columns; NaN is data and stays local") {
    const program p;
    p.put("a.csv", "1,10\n2,20\n3,nan\n4,40\n5,50\n");
    CHECK(p.output({"apply", "conv([1 1])", "a.csv", "-"}) == "1,10\n3,30\n5,nan\n7,nan\n9,90\n");
    CHECK(p.output({"apply", "down(2)", "a.csv", "-", "--window", "valid"}) ==
          "1,10\n3,nan\n5,50\n");
    CHECK(p.output({"apply", "delay(1)", "a.csv", "-", "--axis", "1"}) ==
          "0,1\n0,2\n0,3\n0,4\n0,5\n");
}

TEST_CASE("apply: windows and boundaries") {
    const program p;
    p.put("a.csv", "1\n2\n3\n");
    const auto run = [&](const std::string& window, const std::string& boundary) {
        return p.output(
            {"apply", "conv([1 1])", "a.csv", "-", "--window", window, "--boundary", boundary});
    };
    CHECK(run("same", "zero") == "1\n3\n5\n");
    CHECK(run("full", "zero") == "1\n3\n5\n3\n");
    CHECK(run("valid", "zero") == "3\n5\n");
    CHECK(run("-1:3", "periodic") == "5\n4\n3\n");
    CHECK(run("same", "edge") == "2\n3\n5\n");
}

TEST_CASE("apply: .npy of any number of dimensions, along any axis, last unless given") {
    const program p;
    values x(24);
    for (std::size_t i = 0; i < x.size(); ++i) x[i] = static_cast<double>(i);
    p.put_array("a.npy", {2, 3, 4}, x);
    CHECK(p.output({"apply", "down(2)", "a.npy", "b.npy"}).empty());
    CHECK(p.shape("b.npy") == std::vector<index_t>{2, 3, 2});
    CHECK(p.values<double>("b.npy") == values{0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22});
    CHECK(p.output({"apply", "down(2)", "a.npy", "c.npy", "--axis", "1"}).empty());
    CHECK(p.shape("c.npy") == std::vector<index_t>{2, 2, 4});
    CHECK(p.output({"apply", "down(2, 1)", "a.npy", "d.npy", "--axis", "-3"}).empty());
    CHECK(p.values<double>("d.npy") == values(x.begin() + 12, x.end()));
    p.put_array("scalar.npy", {}, values{1});
    p.refuses({"apply", "id", "scalar.npy", "e.npy"}, 2, "0 dimensions");
}

TEST_CASE("apply: element types are kept, complex taps promote, --dtype converts") {
    const program p;
    p.put_array<float>("f.npy", {2}, {1, 2});
    CHECK(p.output({"apply", "2 * id", "f.npy", "g.npy"}).empty());
    CHECK(p.values<float>("g.npy") == std::vector<float>{2, 4});
    CHECK(p.output({"apply", "2i * id", "f.npy", "h.npy"}).empty());
    CHECK(p.values<complex64>("h.npy") == std::vector<complex64>{{0, 2}, {0, 4}});
    CHECK(p.output({"apply", "id", "f.npy", "i.npy", "--dtype", "complex128"}).empty());
    CHECK(p.values<complex128>("i.npy") == std::vector<complex128>{1, 2});
    p.refuses({"apply", "id", "h.npy", "j.npy", "--dtype", "float64"}, 2, "imaginary");
    p.put_audio("a.wav", 4, 1);
    p.refuses({"apply", "2i * id", "a.wav", "b.wav"}, 2, "npy and csv");
    CHECK(p.output({"apply", "2i * id", "a.wav", "b.npy"}).empty());
}

TEST_CASE("apply: TensorFlow's SAME example, as an array of integers through a kron word") {
    const program p;
    std::string header = "{'descr': '<i4', 'fortran_order': False, 'shape': (2, 2), }";
    header += std::string(117 - header.size(), ' ') + "\n";
    std::string npy = std::string("\x93NUMPY\x01\x00\x76\x00", 10) + header;
    for (const char value : {'\1', '\2', '\3', '\4'}) npy += std::string{value, 0, 0, 0};
    p.put("x.npy", npy);
    const std::string word = "kron(conv([1 1 1]) * up(2), conv([1 1 1]) * up(2))";
    CHECK(p.output({"apply", word, "x.npy", "y.npy", "--window", "0:4"}).empty());
    CHECK(p.shape("y.npy") == std::vector<index_t>{4, 4});
    CHECK(p.values<double>("y.npy") == values{1, 1, 3, 2, 1, 1, 3, 2, 4, 4, 10, 6, 3, 3, 7, 4});
}

TEST_CASE("apply: kron words act on the last two axes, each with its window and boundary") {
    const program p;
    p.put_array("a.npy", {2, 2, 2}, values{1, 2, 3, 4, 5, 6, 7, 8});
    CHECK(p.output({"apply", "kron(delay(1), id)", "a.npy", "b.npy", "--window", "same,0:1",
                    "--boundary", "periodic,zero"})
              .empty());
    CHECK(p.shape("b.npy") == std::vector<index_t>{2, 2, 1});
    CHECK(p.values<double>("b.npy") == values{3, 1, 7, 5});
    p.put("a.csv", "1,2\n3,4\n");
    CHECK(p.output({"apply", "kron(id, down(2))", "a.csv", "-"}) == "1\n3\n");
    p.put_array("v.npy", {4}, values{1, 2, 3, 4});
    p.refuses({"apply", "kron(id, id)", "v.npy", "w.npy"}, 2, "two axes");
}

TEST_CASE("apply: banks take and give channels") {
    const program p;
    p.put("a.csv", "1\n2\n3\n4\n");
    CHECK(p.output({"apply", "column(down(2), down(2, 1))", "a.csv", "b.csv"}).empty());
    CHECK(p.get("b.csv") == "1,2\n3,4\n");
    CHECK(p.output({"apply", "row(up(2), up(2, 1))", "b.csv", "-"}) == "1\n2\n3\n4\n");
    p.refuses({"apply", "row(id, id, id)", "b.csv", "c.csv"}, 2, "3 channels, and the input has 2");
    p.put_audio("a.wav", 10, 2);
    CHECK(p.output({"apply", "row(1/2 * down(2), 1/2 * down(2))", "a.wav", "mono.wav"}).empty());
    CHECK(inspect(p.path("mono.wav")).shape == std::vector<index_t>{5, 1});
    CHECK(inspect(p.path("mono.wav")).rate == 22050);
    p.put_array("v.npy", {4}, values{1, 2, 3, 4});
    CHECK(p.output({"apply", "column(id, 2 * id)", "v.npy", "w.npy"}).empty());
    CHECK(p.shape("w.npy") == std::vector<index_t>{2, 4});
    CHECK(p.values<double>("w.npy") == values{1, 2, 3, 4, 2, 4, 6, 8});
}

TEST_CASE("apply: --transpose runs the finite map's transpose and gives back exactly -n samples") {
    const program p;
    p.put("a.csv", "1\n2\n3\n");
    const auto run = [&](const std::string& n) {
        return p.output({"apply", "down(2)", "a.csv", "-", "--transpose", "-n", n});
    };
    CHECK(run("5") == "1\n0\n2\n0\n3\n");
    CHECK(run("6") == "1\n0\n2\n0\n3\n0\n");
    p.refuses({"apply", "down(2)", "a.csv", "-", "--transpose", "-n", "7"}, 2, "7 samples");
    p.put("b.csv", "1,2\n3,4\n");
    CHECK(p.output({"apply", "column(down(2), down(2, 1))", "b.csv", "-", "--transpose", "-n",
                    "4"}) == "1\n2\n3\n4\n");
    p.put_audio("a.wav", 10, 1);
    CHECK(p.output({"apply", "down(2)", "a.wav", "c.wav", "--transpose", "-n", "20"}).empty());
    CHECK(inspect(p.path("c.wav")).rate == 88200);
}

TEST_CASE("apply: pipes on both sides, of any format") {
    const program p;
    p.put_audio("a.wav", 1000, 2);
    CHECK(p.output({"apply", "down(2)", "a.wav", "b.wav"}).empty());
    const ran r = p.shell_line("cat a.wav | noble apply 'down(2)' - - | cat >c.wav");
    CHECK(r.err.empty());
    CHECK(p.get("c.wav") == p.get("b.wav"));
    CHECK(p.shell_line("noble apply id a.wav - --format npy | noble apply 'down(2)' - - --axis 0 | "
                       "noble apply id - c.csv")
              .err.empty());
    CHECK(p.values<double>("c.csv") == p.values<double>("b.wav"));
    CHECK(p.output({"apply", "2 * id", "-", "-"}, "<c.csv").size() > 1000);
}

TEST_CASE("apply: unknown taps are named") {
    const program p;
    p.put("a.csv", "1\n");
    p.refuses({"apply", "conv(q:3) * conv(h:2)", "a.csv", "b.csv"}, 2, "h:2, q:3");
    p.refuses({"apply", "kron(id, conv(q:3))", "a.csv", "b.csv"}, 2, "q:3");
    p.refuses({"apply", "row(id + conv(q:3), id)", "a.csv", "b.csv"}, 2, "q:3");
}

}  // namespace
}  // namespace noble::testing
