// apply_file: a word on a signal file or pipe, written to another.
//
//     const auto word = parse_expression("down(4) * conv(lowpass(0.2, 63))",
//     standard_vocabulary()); apply_file(word, "in.wav", "out.flac");
//
// Words on one axis run block by block: in memory that does not grow with the file, and from pipe
// to pipe while the samples come. Kron words, banks, axes between others, Fortran order, and the
// transpose under a boundary other than zero need the signal as a whole. The bytes depend neither
// on the size of the blocks nor on the number of threads (`thread_count()`).
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "noble/binding.hpp"
#include "noble/element_type.hpp"
#include "noble/signal_writer.hpp"

namespace [[gnu::visibility("default")]] noble {

/// How a word is applied to a file.
struct apply_options {
    noble::binding binding{};  ///< windows, boundaries, and whether transposed
    /// With binding.transpose, which needs it: the samples given back, one number or one per axis.
    extents n{};
    /// Of the samples, negative ones from the end; kron words act along the one before it too.
    /// None: the last for npy and kron words, the first for audio and CSV.
    std::optional<int> axis{};
    std::optional<element_type> dtype{};        ///< computed in; none: as the input's
    std::optional<file_format> input_format{};  ///< where name and content do not say
    write_options output{};                     ///< the output's format and sample type
    std::optional<double> rate{};               ///< Hz; none: the input's, scaled by the word's
    index_t block = 0;                          ///< frames read at a time; 0: as the engine likes
    bool to_terminal = false;                   ///< the output is one: only text is written
    std::string option_prefix{};                ///< of options' names in messages: "--"
    /// Told now and then how many samples of the input are done, and of how many where that is
    /// known; from any thread, one call at a time. What it throws ends the run.
    std::function<void(index_t done, std::optional<index_t> total)> progress{};
};

/// What became of the output.
struct apply_report {
    write_report written;  ///< what the file is
    /// What was to be written: the shape, the rate before rounding, the input's sample type.
    signal_header signal;
};

/// Applies `word` to the samples of `in` and writes `out`, by the rules of signal_reader and
/// signal_writer ("-": the standard streams). Throws what they throw; argument_error for unknown
/// taps, for a block below 1, and for a complex result in an audio format; shape_error where the
/// samples have too few axes or not the channels of a bank; rate_error for a bank whose outputs
/// have different rates and no `rate`; io_error where both paths are one file.
apply_report apply_file(const expression& word, const std::string& in, const std::string& out,
                        const apply_options& options = {});

}  // namespace noble
