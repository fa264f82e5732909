// Runs the real program in a folder of its own, and looks at everything that it leaves.
#pragma once

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "noble/signal_file.hpp"
#include "support/shell.hpp"

namespace noble::testing {

struct ran {
    int status = -1;
    std::string out;
    std::string err;
};

using arguments = std::vector<std::string>;

class program {
 public:
    [[nodiscard]] std::string path(const std::string& name) const {
        return (folder_.path() / name).string();
    }

    void put(const std::string& name, const std::string& bytes) const {
        std::ofstream(path(name), std::ios::binary) << bytes;
    }

    [[nodiscard]] std::string get(const std::string& name) const { return bytes_of(path(name)); }

    /// All names in the folder, hidden ones too.
    [[nodiscard]] std::set<std::string> files() const {
        std::set<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator(folder_.path())) {
            names.insert(entry.path().filename().string());
        }
        return names;
    }

    /// `noble ARGS…` in the folder; `redirect` is shell text such as `<in.wav`.
    [[nodiscard]] ran run(const arguments& args, const std::string& redirect = "</dev/null") const {
        std::string line = "noble";
        for (const auto& word : args) line += " " + quoted(word);
        return shell_line(line + " " + redirect);
    }

    /// A line of shell in the folder, in which `noble` is the program under test.
    [[nodiscard]] ran shell_line(const std::string& line) const {
        const std::string bin = std::filesystem::path(environment("NOBLE_PROGRAM")).parent_path();
        const std::string err = (hidden_.path() / "err").string();
        const auto result = shell("exec 2>" + quoted(err) + "; cd " + quoted(folder_.path()) +
                                  " && PATH=" + quoted(bin) + ":$PATH && " + line);
        return {result.status, result.output, bytes_of(err)};
    }

    /// The output of a run that must succeed without a word on standard error.
    [[nodiscard]] std::string output(const arguments& args,
                                     const std::string& redirect = "</dev/null") const {
        const ran r = run(args, redirect);
        INFO("noble ", args);
        CHECK(r.status == 0);
        CHECK(r.err.empty());
        return r.out;
    }

    /// A refusal: the status, one message that holds `text`, nothing on standard output, no file.
    void refuses(const arguments& args, int status, const std::string& text,
                 const std::string& redirect = "</dev/null") const {
        const auto before = files();
        const ran r = run(args, redirect);
        INFO("noble ", args);
        INFO("stderr: ", r.err);
        CHECK(r.status == status);
        CHECK(r.out.empty());
        CHECK(r.err.starts_with("noble: "));
        CHECK(r.err.find("noble: ", 1) == std::string::npos);
        CHECK(r.err.find(text) != std::string::npos);
        // An expression that does not parse is shown under the message, with a caret.
        const auto lines = std::count(r.err.begin(), r.err.end(), '\n');
        const bool caret = lines == 3 && r.err.ends_with("^\n");
        CHECK((lines == 1 || (status == 2 && caret)));
        CHECK(files() == before);
    }

    template <class T>
    void put_array(const std::string& name, const std::vector<std::size_t>& shape,
                   const std::vector<T>& values) const {
        write_signal(path(name), {.samples = filled(shape, values)});
    }

    /// Audio of a deterministic noise within ±1/2, frames × channels.
    void put_audio(const std::string& name, std::size_t frames, std::size_t channels,
                   sample_type type = sample_type::int_24, double rate = 44100) const {
        std::vector<double> values(frames * channels);
        std::uint32_t state = 1;
        for (auto& value : values) {
            state = state * 1664525U + 1013904223U;
            value = static_cast<double>(state >> 8U) / 0x1p24 - 0.5;
        }
        write_signal(path(name), {.samples = filled({frames, channels}, values), .rate = rate},
                     {.type = type});
    }

    [[nodiscard]] signal_data read(const std::string& name) const {
        return read_signal(path(name));
    }

    template <class T>
    [[nodiscard]] std::vector<T> values(const std::string& name) const {
        const auto array = std::get<xt::xarray<T>>(read(name).samples);
        return {array.begin(), array.end()};
    }

    [[nodiscard]] std::vector<index_t> shape(const std::string& name) const {
        return inspect(path(name)).shape;
    }

 private:
    template <class T>
    static any_array filled(const std::vector<std::size_t>& shape, const std::vector<T>& values) {
        auto array = xt::xarray<T>::from_shape(shape);
        std::copy(values.begin(), values.end(), array.begin());
        return array;
    }

    temporary_folder folder_;
    temporary_folder hidden_;
};

}  // namespace noble::testing

namespace doctest {

template <>
struct StringMaker<noble::testing::arguments> {
    static String convert(const noble::testing::arguments& args) {
        std::string text;
        for (const auto& word : args) text += word.substr(0, 80) + "  ";
        return text.c_str();
    }
};

}  // namespace doctest
