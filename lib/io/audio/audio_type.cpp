#include "io/audio/audio_type.hpp"

#include <sndfile.h>

#include <algorithm>
#include <array>

namespace noble::io {
namespace {

struct type_entry {
    sample_type type;
    int subtype;
    int bits;  // of PCM
};

constexpr std::array types{
    type_entry{sample_type::int_8, SF_FORMAT_PCM_S8, 8},
    type_entry{sample_type::uint_8, SF_FORMAT_PCM_U8, 8},
    type_entry{sample_type::int_16, SF_FORMAT_PCM_16, 16},
    type_entry{sample_type::int_24, SF_FORMAT_PCM_24, 24},
    type_entry{sample_type::int_32, SF_FORMAT_PCM_32, 32},
    type_entry{sample_type::float_32, SF_FORMAT_FLOAT, 0},
    type_entry{sample_type::float_64, SF_FORMAT_DOUBLE, 0},
    type_entry{sample_type::vorbis, SF_FORMAT_VORBIS, 0},
};

const type_entry* find_type(sample_type type) {
    const auto* found = std::find_if(types.begin(), types.end(),
                                     [&](const type_entry& entry) { return entry.type == type; });
    return found == types.end() ? nullptr : found;
}

}  // namespace

std::optional<int> subtype_of(sample_type type) {
    const type_entry* found = find_type(type);
    return found == nullptr ? std::nullopt : std::optional(found->subtype);
}

sample_type type_of(int subtype) {
    const auto* found = std::find_if(types.begin(), types.end(), [&](const type_entry& entry) {
        return entry.subtype == (subtype & SF_FORMAT_SUBMASK);
    });
    return found == types.end() ? sample_type::other : found->type;
}

int pcm_bits(sample_type type) {
    const type_entry* found = find_type(type);
    return found == nullptr ? 0 : found->bits;
}

int bytes_of(sample_type type) {
    if (type == sample_type::float_64) return 8;
    return type == sample_type::float_32 ? 4 : pcm_bits(type) / 8;
}

}  // namespace noble::io
