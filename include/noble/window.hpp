// Windows: which outputs of a word on a signal of n samples are kept (design: full, valid, same,
// or an explicit first:count).
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>

#include "noble/limit.hpp"

namespace [[gnu::visibility("default")]] noble {

class op;

/// The indices begin ≤ i < end. May be inverted while it passes through a word: formulas apply
/// unclamped, only the final count is max(0, end − begin).
struct interval {
    index_t begin = 0;  ///< the first index
    index_t end = 0;    ///< one past the last
    /// How many indices.
    [[nodiscard]] index_t count() const noexcept { return end > begin ? end - begin : 0; }
    friend bool operator==(const interval&, const interval&) = default;
};

/// Which outputs of a word on n samples are kept.
class window {
 public:
    /// By name, or by indices.
    enum class kind : std::uint8_t { full, valid, same, given };

    /// Every output that an input sample can reach, as the word is written.
    static const window full;
    /// The outputs that read no sample from outside the signal, as the word is written.
    static const window valid;
    /// The outputs on the input's time span, [0, ⌈nL/M⌉): depends on the rate alone.
    static const window same;

    /// The outputs first … first + count − 1. Throws shape_error if count < 0.
    window(index_t first, index_t count);

    [[nodiscard]] kind what() const noexcept { return kind_; }  ///< which of them
    /// The outputs kept of `word` on the indices [0, n).
    [[nodiscard]] interval of(const op& word, index_t n) const;

    friend bool operator==(const window&, const window&) = default;
    /// What window_from reads.
    friend std::string to_string(const window& w);

 private:
    constexpr explicit window(kind k) noexcept : kind_(k) {}

    kind kind_;
    index_t first_ = 0;
    index_t count_ = 0;
};

// Friends are exported where they are declared outside of the class too.
[[gnu::visibility("default")]] std::string to_string(const window& w);

inline constexpr window window::full{window::kind::full};
inline constexpr window window::valid{window::kind::valid};
inline constexpr window window::same{window::kind::same};

/// `full`, `valid`, `same` or `FIRST:COUNT`. Throws argument_error, naming these, otherwise.
window window_from(const std::string& text);

std::ostream& operator<<(std::ostream& out, const window& w);

}  // namespace noble
