// RapidCheck inside doctest: CHECK(holds("…", count, property)). The seed is new for every run, and
// printed with the case that fails. NOBLE_RANDOM_SEED repeats it, and looks for a smaller case too,
// which may take long.
#pragma once

#include <rapidcheck.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <random>
#include <string>
#include <vector>

namespace noble::testing {

inline std::uint64_t random_seed() {
    if (const char* given = std::getenv("NOBLE_RANDOM_SEED")) {
        return std::strtoull(given, nullptr, 10);
    }
    return std::random_device{}();
}

/// The number of words of the large property test: NOBLE_RANDOM_WORDS, 10,000 unless it is set.
inline int random_words() {
    if (const char* given = std::getenv("NOBLE_RANDOM_WORDS")) return std::atoi(given);
    return 10000;
}

/// `count` cases of a smaller property test, scaled as the large one is.
inline int scaled_cases(int count) {
    return std::max(1, static_cast<int>(static_cast<double>(count) * random_words() / 10000));
}

/// As large a share of `all`, one at least, as NOBLE_RANDOM_WORDS is of 10,000; `random` draws it.
template <class T>
std::vector<T> some_of(std::vector<T> all, std::mt19937_64& random) {
    const auto share = static_cast<std::size_t>(scaled_cases(static_cast<int>(all.size())));
    if (share >= all.size()) return all;
    std::ranges::shuffle(all, random);
    all.erase(all.begin() + static_cast<std::ptrdiff_t>(share), all.end());
    return all;
}

template <class Property>
bool holds(const std::string& name, int count, const Property& property) {
    rc::detail::TestParams params;
    params.seed = random_seed();
    params.maxSuccess = count;
    params.disableShrinking = std::getenv("NOBLE_RANDOM_SEED") == nullptr;
    const auto result =
        rc::detail::checkTestable(property, rc::detail::TestMetadata{"", name}, params);
    if (result.template is<rc::detail::SuccessResult>() &&
        result.template get<rc::detail::SuccessResult>().numSuccess == count) {
        return true;
    }
    std::cerr << "\n- " << name << "\nNOBLE_RANDOM_SEED=" << params.seed << '\n';
    rc::detail::printResultMessage(result, std::cerr);
    std::cerr << std::endl;
    return false;
}

}  // namespace noble::testing
