#include "kernels/instruction_set.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>

#include "noble/error.hpp"

namespace noble {
namespace {

constexpr std::array names{"plain", "sse2", "avx2", "avx512"};

bool has(instruction_set set) {
#ifdef NOBLE_X86_KERNELS
    switch (set) {
        case instruction_set::plain:
        case instruction_set::sse2:
            return true;
        case instruction_set::avx2:
            return __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("fma") != 0;
        case instruction_set::avx512:
            return __builtin_cpu_supports("avx512f") != 0 &&
                   __builtin_cpu_supports("avx512dq") != 0 &&
                   __builtin_cpu_supports("avx512bw") != 0 &&
                   __builtin_cpu_supports("avx512cd") != 0 &&
                   __builtin_cpu_supports("avx512vl") != 0;
    }
    return false;
#else
    return set == instruction_set::plain;
#endif
}

struct supported {
    supported() {
        for (const auto set : {instruction_set::plain, instruction_set::sse2, instruction_set::avx2,
                               instruction_set::avx512}) {
            if (has(set)) sets[count++] = set;
        }
    }
    std::array<instruction_set, names.size()> sets{};
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
    throw argument_error("NOBLE_INSTRUCTION_SET is '" + name + "', which is " +
                         (known ? "not one of this machine's" : "no instruction set") +
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
#ifdef NOBLE_X86_KERNELS
    switch (set) {
        case instruction_set::plain:
            break;
        case instruction_set::sse2:
            return kernels::sse2<Real>();
        case instruction_set::avx2:
            return kernels::avx2<Real>();
        case instruction_set::avx512:
            return kernels::avx512<Real>();
    }
#endif
    return kernels::plain<Real>();
}

template const kernels::table<float>& kernels_of(instruction_set);
template const kernels::table<double>& kernels_of(instruction_set);

}  // namespace noble
