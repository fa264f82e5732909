// What tests need to run a program and look at what it left: `meson test` sets the environment
// (NOBLE_PROGRAM, NOBLE_SOURCE, NOBLE_BUILD).
#pragma once

#include <doctest/doctest.h>
#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "support/temporary_folder.hpp"

namespace noble::testing {

inline std::string environment(const char* name) {
    const char* value = std::getenv(name);
    REQUIRE_MESSAGE(value != nullptr, "run this through `meson test`, which sets ", name);
    return value;
}

/// One word of a shell's command line, whatever `word` holds.
inline std::string quoted(const std::string& word) {
    std::string text = "'";
    for (const char c : word) text += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return text + "'";
}

struct outcome {
    int status = -1;     ///< the exit status; 128 + the signal if one ended the program
    std::string output;  ///< its standard output
};

/// Runs `command` in the shell; redirect within it to see or silence standard error.
inline outcome shell(const std::string& command) {
    std::FILE* pipe = ::popen(command.c_str(), "r");
    REQUIRE(pipe != nullptr);
    outcome result;
    std::array<char, 4096> block{};
    while (const std::size_t n = std::fread(block.data(), 1, block.size(), pipe)) {
        result.output.append(block.data(), n);
    }
    const int status = ::pclose(pipe);
    result.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return result;
}

/// The program under test with this text of arguments; both its streams are the output.
inline outcome noble_run(const std::string& arguments) {
    return shell(quoted(environment("NOBLE_PROGRAM")) + " " + arguments + " 2>&1");
}

}  // namespace noble::testing
