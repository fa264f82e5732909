#include "noble/sample_type.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "noble/error.hpp"

namespace noble {
namespace {

struct sample_entry {
    sample_type type;
    std::string_view name;
    bool is_written;  // by some format
};

constexpr std::array sample_table{
    sample_entry{sample_type::boolean, "boolean", false},
    sample_entry{sample_type::int_8, "int8", true},
    sample_entry{sample_type::uint_8, "uint8", true},
    sample_entry{sample_type::int_16, "int16", true},
    sample_entry{sample_type::uint_16, "uint16", false},
    sample_entry{sample_type::int_24, "int24", true},
    sample_entry{sample_type::int_32, "int32", true},
    sample_entry{sample_type::uint_32, "uint32", false},
    sample_entry{sample_type::int_64, "int64", false},
    sample_entry{sample_type::uint_64, "uint64", false},
    sample_entry{sample_type::float_32, "float32", true},
    sample_entry{sample_type::float_64, "float64", true},
    sample_entry{sample_type::complex_64, "complex64", true},
    sample_entry{sample_type::complex_128, "complex128", true},
    sample_entry{sample_type::vorbis, "vorbis", true},
    sample_entry{sample_type::text, "text", false},
    sample_entry{sample_type::other, "other", false},
};

}  // namespace

std::string_view name_of(sample_type type) {
    return std::ranges::find(sample_table, type, &sample_entry::type)->name;
}

sample_type sample_type_from(std::string_view name) {
    std::string names;
    for (const auto& entry : sample_table) {
        if (!entry.is_written) continue;
        if (entry.name == name) return entry.type;
        names += (names.empty() ? "" : ", ") + std::string(entry.name);
    }
    throw argument_error("expected one of " + names + ", not '" + std::string(name) + "'");
}

std::optional<element_type> element_of(sample_type type) {
    const auto* found = std::ranges::find(element_table, name_of(type), &element_entry::name);
    if (found == element_table.end()) return std::nullopt;
    return static_cast<element_type>(found - element_table.begin());
}

sample_type stored_as(element_type element) { return sample_type_from(name_of(element)); }

}  // namespace noble
