#include "bench/memory.hpp"

#include <malloc.h>

#include <fstream>
#include <string>

namespace bench {
namespace {

/// A line of /proc/self/status, which counts in kB.
long long status(const std::string& key) {
    std::ifstream file("/proc/self/status");
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with(key)) return 1024 * std::stoll(line.substr(key.size() + 1));
    }
    return 0;
}

}  // namespace

long long peak_growth(const std::function<void()>& work) {
    malloc_trim(0);
    std::ofstream("/proc/self/clear_refs") << "5";  // the peak starts again from here
    const long long before = status("VmRSS");
    work();
    return status("VmHWM") - before;
}

}  // namespace bench
