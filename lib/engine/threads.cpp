#include "engine/threads.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <string>
#include <thread>

#include "noble/error.hpp"

namespace noble::engine {
namespace {

constexpr int most_threads = 1024;
constexpr double long_work = 4e6;  // about 0.1 ms: threads take some microseconds to wake

// Asked once: it is a system call, and every A(x) needs to know.
int cores() {
    static const int count =
        std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, most_threads);
    return count;
}

}  // namespace

int default_threads() {
    const char* text = std::getenv("NOBLE_NUM_THREADS");
    if (text == nullptr || *text == '\0') return cores();
    const std::string given = text;
    int count = 0;
    const auto [end, error] = std::from_chars(given.data(), given.data() + given.size(), count);
    if (error != std::errc{} || end != given.data() + given.size() || count < 1) {
        throw argument_error("NOBLE_NUM_THREADS is '" + given +
                             "'; it must be a number of threads, 1 or more");
    }
    return std::min(count, most_threads);
}

int threads_for(double operations, int wanted) {
    if (wanted >= 1) return std::min(wanted, most_threads);
    return operations < long_work ? 1 : default_threads();
}

}  // namespace noble::engine
