// noble apply block by block: what does not depend on the blocks, and what flows.
#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <thread>

#include "apps/program.hpp"
#include "noble/noble.hpp"

namespace noble::testing {
namespace {

// The program in a process that the test can look at, and end.
class running {
 public:
    explicit running(const arguments& args) {
        std::vector<std::string> words{environment("NOBLE_PROGRAM")};
        words.insert(words.end(), args.begin(), args.end());
        std::vector<char*> pointers;
        for (auto& word : words) pointers.push_back(word.data());
        pointers.push_back(nullptr);
        process_ = ::fork();
        REQUIRE(process_ >= 0);
        if (process_ == 0) {
            ::execv(pointers[0], pointers.data());
            ::_exit(127);
        }
    }
    ~running() {
        if (process_ > 0) wait();
    }
    running(const running&) = delete;
    running& operator=(const running&) = delete;

    void kill() const { ::kill(process_, SIGKILL); }

    /// The exit status, or −1 where a signal ended it.
    int wait() {
        int status = 0;
        ::wait4(process_, &status, 0, &used_);
        process_ = -1;
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

    /// Peak resident memory in bytes, after wait().
    [[nodiscard]] std::uint64_t peak() const {
        return static_cast<std::uint64_t>(used_.ru_maxrss) * 1024;
    }

 private:
    pid_t process_ = -1;
    rusage used_{};
};

// Whether something can be read within a time that is only a bound for a program that hangs.
bool arrives(int descriptor) {
    pollfd waiting{descriptor, POLLIN, 0};
    return ::poll(&waiting, 1, 60000) == 1 && (waiting.revents & POLLIN) != 0;
}

std::string mkfifo(const program& p, const std::string& name) {
    REQUIRE(::mkfifo(p.path(name).c_str(), 0600) == 0);
    return p.path(name);
}

const std::vector<std::string> words{
    "conv(lowpass(0.2, 255))",          "down(4) * conv(lowpass(0.2, 63))",
    "conv(lowpass(0.3, 31)) * up(3)",   "1/16 * down(2) * conv([1 4 6 4 1]@2) * up(3)",
    "1/2 * delay(-5) + 1/2 * delay(7)",
};

TEST_CASE("apply: --block and --threads change no byte, in every format") {
    const program p;
    p.put_audio("a.wav", 5003, 2, sample_type::int_16);
    p.put_audio("a.flac", 5003, 1);
    for (const auto* other : {"a.csv", "a.npy"}) {
        CHECK(p.output({"apply", "id", "a.wav", other}).empty());
    }
    for (const auto& word : words) {
        for (const std::string name : {"a.wav", "a.flac", "a.csv", "a.npy"}) {
            INFO(word, " on ", name);
            const std::string extension = name.substr(1);
            const arguments args{"apply", word, name, "b" + extension, "--axis", "0"};
            CHECK(p.output(args).empty());
            const std::string expected = p.get("b" + extension);
            const bool text = name == "a.csv";
            for (const auto& more : {arguments{"--block", text ? "3" : "1", "--threads", "1"},
                                     {"--block", "7", "--threads", "2"},
                                     {"--block", "4096", "--threads", "1"}}) {
                arguments all = args;
                all.insert(all.end(), more.begin(), more.end());
                CHECK(p.output(all).empty());
                CHECK(p.get("b" + extension) == expected);
            }
        }
    }
}

TEST_CASE("apply: channels shared by any number of threads keep their bytes") {
    const program p;
    p.put_audio("a.wav", 20011, 5, sample_type::int_16);
    for (const std::string boundary : {"zero", "edge", "symmetric", "periodic"}) {
        CHECK(p.output({"apply", words.front(), "a.wav", "one.wav", "--boundary", boundary,
                        "--threads", "1"})
                  .empty());
        for (const std::string threads : {"2", "3", "9"}) {
            INFO(boundary, " in ", threads);
            CHECK(p.output({"apply", words.front(), "a.wav", "more.wav", "--boundary", boundary,
                            "--threads", threads, "--block", "1000"})
                      .empty());
            CHECK(p.get("more.wav") == p.get("one.wav"));
        }
    }
}

TEST_CASE("apply: of two failures the one that comes first by turns is told, in any threads") {
    const program p;
    p.put("a.csv", "0,0\n0,nan\n0,0\n0,0\n");
    CHECK(
        p.output({"apply", "id", "a.csv", "a.wav", "--type", "float32", "--rate", "8000"}).empty());
    const std::string cut = "head -c -12 a.wav | noble apply id - ";
    for (const std::string threads : {"1", "2", "8"}) {
        const std::string options = " --block 1 --threads " + threads;
        const ran both = p.shell_line(cut + "b.wav --type int16" + options);
        CHECK(both.status == 3);
        CHECK(both.err.find("NaN at frame 1, channel 1") != std::string::npos);
        const ran one = p.shell_line(cut + "b.npy" + options);
        CHECK(one.status == 3);
        CHECK(one.err.find("but 2 can be read") != std::string::npos);
    }
}

TEST_CASE("apply: in blocks every window and boundary is that of the finite map") {
    const program p;
    const index_t n = 101;
    p.put_audio("a.wav", n, 2, sample_type::int_16);
    CHECK(p.output({"apply", "id", "a.wav", "a.npy"}).empty());
    const auto x = std::get<xt::xarray<double>>(p.read("a.npy").samples);
    const op word = down(2) * conv(lowpass(0.3, 31)) * up(3);
    for (const auto rule : boundaries) {
        for (const std::string which : {"full", "valid", "same", "-7:300"}) {
            INFO(to_string(rule), " ", which);
            const auto expected = word.on(n, window_from(which), rule)(x, 0);
            CHECK(p.output({"apply", to_string(word), "a.npy", "b.npy", "--axis", "0", "--block",
                            "13", "--boundary", to_string(rule), "--window", which})
                      .empty());
            const auto y = std::get<xt::xarray<double>>(p.read("b.npy").samples);
            REQUIRE(y.shape() == expected.shape());
            for (std::size_t i = 0; i < y.size(); ++i) {
                CHECK(std::abs(y.data()[i] - expected.data()[i]) <= 1e-13);
            }
        }
    }
}

TEST_CASE("apply: .npy along its last axis, line after line") {
    const program p;
    std::vector<double> values(3 * 4 * 1000);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = static_cast<double>(i * 7919 % 1009);
    p.put_array("a.npy", {3, 4, 1000}, values);
    const auto x = std::get<xt::xarray<double>>(p.read("a.npy").samples);
    const op word = down(3) * conv(lowpass(0.3, 31));
    for (const auto rule : {boundary::zero, boundary::reflect, boundary::periodic}) {
        const auto expected = word.on(1000, window::same, rule)(x, -1);
        for (const auto* block : {"1", "999", "100000"}) {
            CHECK(p.output({"apply", to_string(word), "a.npy", "b.npy", "--block", block,
                            "--boundary", to_string(rule)})
                      .empty());
            const auto y = std::get<xt::xarray<double>>(p.read("b.npy").samples);
            REQUIRE(y.shape() == expected.shape());
            for (std::size_t i = 0; i < y.size(); ++i) {
                CHECK(std::abs(y.data()[i] - expected.data()[i]) <= 1e-9);
            }
        }
    }
}

TEST_CASE("apply: --transpose in blocks gives back what the finite map's transpose gives") {
    const program p;
    std::vector<double> values(100);
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = static_cast<double>(i * i % 31);
    p.put_array("a.npy", {100}, values);
    const auto x = std::get<xt::xarray<double>>(p.read("a.npy").samples);
    const auto expected =
        (down(3) * conv(taps{1, 2, 3, 4}.origin(2))).on(299, window(-1, 100)).T()(x, 0);
    CHECK(p.output({"apply", "down(3) * conv([1 2 3 4]@2)", "a.npy", "b.npy", "--transpose", "-n",
                    "299", "--window", "-1:100", "--block", "7"})
              .empty());
    CHECK(p.shape("b.npy") == std::vector<index_t>{299});
    CHECK(p.values<double>("b.npy") == std::vector<double>(expected.begin(), expected.end()));
}

TEST_CASE("apply: a pipe that is held open gives output before its input ends") {
    const program p;
    p.put_audio("a.wav", 200000, 1, sample_type::int_16);
    const std::string bytes = p.get("a.wav");
    for (const std::string format : {"wav", "flac", "csv"}) {
        INFO(format);
        const std::string in = mkfifo(p, "in-" + format);
        const std::string out = mkfifo(p, "out-" + format);
        running noble({"apply", "conv(lowpass(0.2, 255))", in, out, "--format", format});
        const int writer = ::open(in.c_str(), O_WRONLY);
        REQUIRE(::write(writer, bytes.data(), 60000) == 60000);
        const int reader = ::open(out.c_str(), O_RDONLY);  // waits until noble knows what to write
        CHECK(arrives(reader));
        ::close(writer);
        std::string rest(1 << 16, '\0');
        while (::read(reader, rest.data(), rest.size()) > 0) {
        }
        ::close(reader);
        CHECK(noble.wait() == 3);  // 60000 bytes are not what the header says
    }
}

TEST_CASE("apply: from pipe to pipe, the length is in the header where it is known") {
    const program p;
    p.put_audio("a.wav", 1001, 2, sample_type::int_16);
    CHECK(p.output({"apply", "down(2)", "a.wav", "b.wav"}).empty());
    CHECK(p.shell_line("cat a.wav | noble apply 'down(2)' - - | cat >c.wav").err.empty());
    CHECK(p.get("c.wav") == p.get("b.wav"));
    std::string open = p.get("a.wav");
    open.replace(4, 4, 4, '\xFF');
    open.replace(40, 4, 4, '\xFF');
    p.put("open.wav", open);
    CHECK(p.shell_line("cat open.wav | noble apply 'down(2)' - - | cat >d.wav").err.empty());
    CHECK(p.get("d.wav").substr(40, 4) == "\xFF\xFF\xFF\xFF");
    CHECK(p.values<double>("d.wav") == p.values<double>("b.wav"));
    CHECK(p.shell_line("cat open.wav | noble apply 'down(2)' - e.wav").err.empty());
    CHECK(p.get("e.wav") == p.get("b.wav"));
    CHECK(p.shell_line("cat open.wav | noble apply 'down(2)' - - --format npy | "
                       "noble apply id - f.csv --axis 0")
              .err == "");
    CHECK(p.shape("f.csv") == std::vector<index_t>{501, 2});
}

TEST_CASE("apply: boundaries that need the end: a file is read twice, a pipe is kept or refused") {
    const program p;
    p.put_audio("a.wav", 50001, 1, sample_type::int_16);
    for (const std::string rule : {"periodic", "line"}) {
        const std::string word = "conv(lowpass(0.2, 255))";
        CHECK(p.output({"apply", word, "a.wav", "b.wav", "--boundary", rule, "--memory", "300k"})
                  .empty());
        const std::string pipe = "cat a.wav | noble apply '" + word + "' - - --boundary " + rule;
        CHECK(p.shell_line(pipe + " | cat >c.wav").err.empty());
        CHECK(p.get("c.wav") == p.get("b.wav"));
        const ran refused = p.shell_line(pipe + " --memory 300k");
        CHECK(refused.status == 4);
    }
}

TEST_CASE("apply: memory does not grow with the file") {
    const program p;
    p.put_audio("a.wav", 1000, 2, sample_type::int_16);
    std::string header = p.get("a.wav").substr(0, 44);
    const std::uint32_t size = 300U << 20U;
    for (std::size_t i = 0; i < 4; ++i) {
        header[4 + i] = static_cast<char>((size + 36) >> (8 * i) & 0xFFU);
        header[40 + i] = static_cast<char>(size >> (8 * i) & 0xFFU);
    }
    p.put("big.wav", header);
    std::filesystem::resize_file(p.path("big.wav"), std::uintmax_t{size} + 44);
    running noble({"apply", "down(2)", p.path("big.wav"), "/dev/null", "--format", "wav"});
    CHECK(noble.wait() == 0);
    CHECK(noble.peak() < 150U << 20U);
}

TEST_CASE("apply: a full disk and a killed program leave nothing half-written") {
    const program p;
    p.put_audio("a.wav", 200000, 2, sample_type::int_16);
    p.refuses({"apply", "id", "a.wav", "/dev/full", "--format", "wav"}, 3, "No space left");
    const ran full = p.shell_line("ulimit -f 100; trap '' XFSZ; noble apply id a.wav b.wav");
    CHECK(full.status == 3);
    CHECK(full.err.find("File too large") != std::string::npos);
    const std::string in = mkfifo(p, "in");
    {
        running noble({"apply", "id", in, p.path("c.wav")});
        const int writer = ::open(in.c_str(), O_WRONLY);
        REQUIRE(::write(writer, p.get("a.wav").data(), 60000) == 60000);
        noble.kill();
        CHECK(noble.wait() == -1);
        ::close(writer);
    }
    CHECK(p.files() == std::set<std::string>{"a.wav", "in"});
}

TEST_CASE("apply: a block is a size, within the memory limit") {
    const program p;
    p.put_audio("a.wav", 10, 2);
    p.refuses({"apply", "id", "a.wav", "b.wav", "--block", "0"}, 2, "--block");
    p.refuses({"apply", "id", "a.wav", "b.wav", "--block", "4000000000"}, 4, "memory limit");
}

}  // namespace
}  // namespace noble::testing
