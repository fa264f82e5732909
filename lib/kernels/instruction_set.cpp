#include "kernels/instruction_set.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>
#include <type_traits>

#include "noble/error.hpp"

namespace noble {
namespace {

constexpr std::array names{"plain", "sse2", "avx2", "avx512"};

// The kernels of a set, and whether the processor runs them.
struct kernel_set {
    instruction_set set;
    bool (*runs_here)();
    const kernels::table<float>& (*in_float)();
    const kernels::table<double>& (*in_double)();
};

// Those of this build: meson.build says which.
constexpr std::array kernel_sets{
    kernel_set{instruction_set::plain, [] { return true; }, kernels::plain<float>,
               kernels::plain<double>},
#ifdef NOBLE_KERNELS_SSE2
    kernel_set{instruction_set::sse2, [] { return true; }, kernels::sse2<float>,
               kernels::sse2<double>},
#endif
#ifdef NOBLE_KERNELS_AVX2
    kernel_set{
        instruction_set::avx2,
        [] { return __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("fma") != 0; },
        kernels::avx2<float>, kernels::avx2<double>},
#endif
#ifdef NOBLE_KERNELS_AVX512
    kernel_set{instruction_set::avx512,
               [] {
                   return __builtin_cpu_supports("avx512f") != 0 &&
                          __builtin_cpu_supports("avx512dq") != 0 &&
                          __builtin_cpu_supports("avx512bw") != 0 &&
                          __builtin_cpu_supports("avx512cd") != 0 &&
                          __builtin_cpu_supports("avx512vl") != 0;
               },
               kernels::avx512<float>, kernels::avx512<double>},
#endif
};

struct supported {
    supported() {
        for (const auto& each : kernel_sets) {
            if (each.runs_here()) sets[count++] = each.set;
        }
    }
    std::array<instruction_set, kernel_sets.size()> sets{};
    std::size_t count = 0;
};

std::string names_here() {
    std::string text;
    for (const auto set : instruction_sets()) text += (text.empty() ? "" : ", ") + to_string(set);
    return text;
}

instruction_set named(const std::string& name) {
    const auto sets = instruction_sets();
    const auto found =
        std::ranges::find_if(sets, [&](instruction_set set) { return to_string(set) == name; });
    if (found != sets.end()) return *found;
    const bool known = std::ranges::find(names, name) != names.end();
    throw argument_error(
        "NOBLE_INSTRUCTION_SET is '" + name + "', which is " +
        (known ? "not one that this machine and build have" : "no instruction set") +
        "; here it may be " + names_here());
}

}  // namespace

std::string to_string(instruction_set set) { return names.at(static_cast<std::size_t>(set)); }

std::span<const instruction_set> instruction_sets() {
    static const supported here;
    return {here.sets.data(), here.count};
}

instruction_set default_instruction_set() {
    const char* wanted = std::getenv("NOBLE_INSTRUCTION_SET");
    return wanted == nullptr || *wanted == '\0' ? instruction_sets().back() : named(wanted);
}

template <class Real>
const kernels::table<Real>& kernels_of(instruction_set set) {
    const auto found = std::ranges::find(kernel_sets, set, &kernel_set::set);
    const auto& row = found == kernel_sets.end() ? kernel_sets.front() : *found;
    if constexpr (std::is_same_v<Real, float>) {
        return row.in_float();
    } else {
        return row.in_double();
    }
}

template const kernels::table<float>& kernels_of(instruction_set);
template const kernels::table<double>& kernels_of(instruction_set);

}  // namespace noble
