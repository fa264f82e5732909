// The README's examples are examples/readme.cpp and stream.cpp, and print what the README says.
#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "support/shell.hpp"

using namespace noble::testing;

namespace {

/// Block `number`, counted from 0, fenced as `language` in `text`.
std::string fenced(const std::string& text, const std::string& language, int number) {
    const std::string open = "\n```" + language + "\n";
    std::size_t begin = 0;
    for (int i = 0; i <= number; ++i) {
        const std::size_t fence = text.find(open, begin);
        REQUIRE_MESSAGE(fence != std::string::npos, "the README has no block of ", language);
        begin = fence + open.size();
    }
    const std::size_t end = text.find("```", begin);
    REQUIRE(end != std::string::npos);
    return text.substr(begin, end - begin);
}

/// A command line `    $ noble …` and the indented lines below it, up to a blank one.
struct shown {
    std::string command;
    std::string output;
};

std::vector<shown> commands_in(const std::string& text) {
    const std::string indent = "    ";
    const std::string prompt = indent + "$ noble ";
    std::vector<shown> commands;
    bool open = false;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with(prompt)) {
            commands.push_back({line.substr(prompt.size()), ""});
            open = true;
        } else if (open && line.starts_with(indent)) {
            commands.back().output += line.substr(indent.size()) + "\n";
        } else {
            open = false;
        }
    }
    return commands;
}

}  // namespace

TEST_CASE("README: its examples are those that are compiled, and print what the README says") {
    const std::string source = environment("NOBLE_SOURCE");
    const std::string readme = bytes_of(source + "/README.md");
    int number = 0;
    for (const auto& [file, program] : {std::pair{"readme.cpp", "NOBLE_README_EXAMPLE"},
                                        std::pair{"stream.cpp", "NOBLE_STREAM_EXAMPLE"}}) {
        CAPTURE(file);
        CHECK(fenced(readme, "cpp", number) == bytes_of(source + "/tests/examples/" + file));
        const outcome example = shell(quoted(environment(program)));
        CHECK(example.status == 0);
        CHECK(fenced(readme, "text", number) == example.output);
        ++number;
    }
}

TEST_CASE("README: every command that is shown with its output prints it") {
    const std::string program = quoted(environment("NOBLE_PROGRAM"));
    int compared = 0;
    for (const auto& [command, output] :
         commands_in(bytes_of(environment("NOBLE_SOURCE") + "/README.md"))) {
        if (output.empty()) continue;
        INFO(command);
        CHECK(shell(program + " " + command).output == output);
        ++compared;
    }
    CHECK(compared >= 5);
}
