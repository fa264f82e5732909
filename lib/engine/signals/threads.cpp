#include "engine/signals/threads.hpp"

#include <algorithm>
#include <atomic>
#include <charconv>
#include <cstdlib>
#include <string>
#include <thread>

#include "noble/error.hpp"

#ifdef __unix__
#include <pthread.h>
#endif

namespace noble {
namespace {

constexpr int most_threads = 1024;
constexpr double long_work = 4e6;  // about 0.1 ms: threads take some microseconds to wake

std::atomic<int> chosen = 0;

// Set in a child of fork(), for which it is too late to ask: POSIX tells those who registered.
std::atomic<bool> is_fork_child = false;

#ifdef __unix__
const int fork_watch = pthread_atfork(nullptr, nullptr, [] { is_fork_child = true; });
#endif

// Asked once: it is a system call, and every A(x) needs to know.
int cores() {
    static const int count =
        std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, most_threads);
    return count;
}

int environment_threads() {
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

}  // namespace

int thread_count() {
    const int count = chosen.load();
    return count > 0 ? count : environment_threads();
}

void set_thread_count(int count) {
    if (count < 0) {
        throw argument_error(std::to_string(count) +
                             " threads; 1 or more are a number of them, "
                             "0 leaves it to NOBLE_NUM_THREADS or the cores");
    }
    chosen = std::min(count, most_threads);
}

bool engine::is_long_work(double operations) { return operations >= long_work; }

bool engine::may_start_threads() noexcept { return !is_fork_child.load(); }

int engine::threads_of(int wanted) {
    return wanted >= 1 ? std::min(wanted, most_threads) : thread_count();
}

}  // namespace noble
