// Sample types in libsndfile's words.
#pragma once

#include <optional>

#include "noble/sample_type.hpp"

namespace noble::io {

/// libsndfile's code for a sample type (its subtype), if it has one.
std::optional<int> subtype_of(sample_type type);

/// The sample type of a subtype; `other` if it is not one that noble writes.
sample_type type_of(int subtype);

/// Bits per sample of a PCM type; 0 for the others.
int pcm_bits(sample_type type);

/// Bytes of a sample that is stored by itself; 0 where an encoding packs many together.
int bytes_of(sample_type type);

}  // namespace noble::io
