// What a plan chose, and why.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "noble/instruction_set.hpp"
#include "noble/limit.hpp"
#include "noble/method.hpp"

namespace [[gnu::visibility("default")]] noble {

/// What a plan does with one bound word of the map, and what it decided against.
struct plan_stage {
    /// A method with its kernels, and what an output costs by it.
    struct candidate {
        noble::method method = noble::method::flow;             ///< how it would run
        instruction_set instructions = instruction_set::plain;  ///< whose kernels
        double predicted = 0;            ///< nanoseconds per output sample, one thread
        std::optional<double> measured;  ///< the same, where timed
    };
    std::string word;               ///< the group of factors, as the word is written
    index_t outputs = 0;            ///< the period (L, M)
    index_t inputs = 0;             ///< M
    index_t taps = 0;               ///< not zero, in the L rows of one period
    double multiplies = 0;          ///< real multiplications per output sample
    index_t latency = 0;            ///< output samples
    index_t tile = 0;               ///< outputs computed at a time, the unit that threads share
    index_t transform = 0;          ///< points F of the transforms, M forward and L back, for fft
    candidate chosen;               ///< what is run
    std::vector<candidate> others;  ///< what lost
};

/// What a plan will do, for people (to_string) and for programs (to_json).
struct plan_report {
    std::string map;                 ///< as to_string writes it
    std::string element;             ///< float32, float64, complex64 or complex128
    int threads = 1;                 ///< the most that an execution takes
    index_t workspace_bytes = 0;     ///< what workspace::bytes() is
    std::vector<plan_stage> stages;  ///< a group each, the last to act first
};

/// For people, some lines for each stage.
std::string to_string(const plan_report& report);
/// For programs, one object with the names above.
std::string to_json(const plan_report& report);
std::ostream& operator<<(std::ostream& out, const plan_report& report);

}  // namespace noble
