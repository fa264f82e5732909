// stream: a word on a signal that comes block by block. Any split into blocks gives the bytes of
// one plan on the whole signal:
//
//     stream<float> s(word, {.channels = 2});
//     while (...) write(s(block));   // what the block settles
//     write(s.flush());              // the end: the right boundary, the tail
//
//     plan<float>(word.on(n, window, boundary), {.endless = true})   // of each channel the same
//
// (where both plan with effort::estimate, or with the same method and grouping.) Memory follows
// the reach of the word, not the signal.
#pragma once

#include <complex>
#include <memory>
#include <optional>
#include <span>

#include "noble/boundary.hpp"
#include "noble/op.hpp"
#include "noble/plan.hpp"
#include "noble/window.hpp"

namespace [[gnu::visibility("default")]] noble {

/// How a stream binds its word to a signal, and how it runs.
struct stream_options {
    noble::window window = noble::window::same;        ///< which outputs are given
    noble::boundary boundary = noble::boundary::zero;  ///< the signal outside its frames
    index_t channels = 1;             ///< interleaved: a frame is a sample of each channel
    std::optional<index_t> length{};  ///< frames of the whole signal, where known beforehand
    plan_options plan{};              ///< as of a plan; methods are chosen as for an endless signal
};

/// A word on a signal that comes block by block. T is float, double, std::complex<float> or
/// std::complex<double>. A stream is used by one thread at a time; a copy is a stream of its own
/// that goes on from the same place.
///
/// **Boundaries that need the end first.** A periodic or line boundary lets the first outputs
/// depend on the last frames. Where the word reads anything before the signal, such a stream waits
/// (`waits_for_end`): it keeps all frames and gives all outputs at flush(), and refuses with
/// limit_error what exceeds the memory limit. Where the length is known, `prime` hands the last
/// frames over beforehand and nothing waits. Likewise an explicit window (first:count) of a signal
/// whose length is not known may show the mirror image of any frame, and keeps what it may show.
template <class T>
class stream {
 public:
    /// Throws argument_error as plan<T>, for channels < 1 and for a negative length; shape_error
    /// for a length of 0 unless the boundary is zero; limit_error where the reach of the word
    /// exceeds the memory limit.
    explicit stream(const op& word, const stream_options& options = {});
    stream(const stream& other);
    stream& operator=(const stream& other);
    stream(stream&& other) noexcept;
    stream& operator=(stream&& other) noexcept;
    ~stream();

    /// Takes frames, interleaved, and gives the outputs that they settle: frames too, as many as
    /// that may be. Valid until the next call. Once a block of that size has passed, no memory is
    /// taken. Throws shape_error for parts of a frame and for more frames than the length that was
    /// stated, argument_error after flush() and for other frames than prime() was given,
    /// limit_error.
    std::span<const T> operator()(std::span<const T> frames);
    /// The end of the signal: all remaining outputs. Throws shape_error where fewer frames came
    /// than the length that was stated, and for no frames at all unless the boundary is zero;
    /// argument_error if called twice.
    std::span<const T> flush();

    /// The same into the caller's memory, which does not overlap the frames; returns the part of it
    /// that was filled. Throws shape_error, before anything changes, where it holds fewer than
    /// outputs_of(frames) or outputs_of_end() frames; argument_error where it overlaps.
    std::span<T> operator()(std::span<const T> frames, std::span<T> out);
    /// The end of the signal, into the caller's memory.
    std::span<T> flush(std::span<T> out);
    /// How many frames of outputs so many more frames settle. Throws shape_error for frames < 0 and
    /// what operator() throws for so many.
    [[nodiscard]] index_t outputs_of(index_t frames) const;
    /// How many remain if the signal ends now. Throws what flush() throws.
    [[nodiscard]] index_t outputs_of_end() const;
    /// As new: no frames, not primed.
    void reset();

    /// How many of the last frames `prime` takes; 0 where the boundary does not need them or the
    /// length is not known.
    [[nodiscard]] index_t end_frames() const noexcept;
    /// The last end_frames() frames of the signal, interleaved, before its first. They come again
    /// in their turn, and must be the same, byte for byte. Throws shape_error for another number of
    /// frames, argument_error once frames came.
    void prime(std::span<const T> last_frames);
    /// Whether nothing comes before flush(), as the first outputs depend on the last frames.
    [[nodiscard]] bool waits_for_end() const noexcept;

    /// What it runs.
    [[nodiscard]] const op& word() const noexcept;
    /// What it was made with.
    [[nodiscard]] const stream_options& options() const noexcept;
    /// What its plan chose, and why.
    [[nodiscard]] const plan_report& explain() const noexcept;

    /// How far outputs are behind, in output samples: the least d ≥ 0 such that after any number f
    /// of frames all outputs n < f·L/M − d of the window have been given (L/M is the rate). It
    /// holds the word's own latency, the rest of a block of fast transforms, and at the start the
    /// frames that a boundary mirrors. Not the wait for the end where waits_for_end(). Where blocks
    /// of several groups meet in more than 2¹⁶ ways, what they could be behind together: d or more.
    [[nodiscard]] index_t latency() const noexcept;
    /// How long a frame rings, in output samples: the least d ≥ 0 such that frame m reaches no
    /// output n > m·L/M + d, whatever m. 0 for words that only look ahead.
    [[nodiscard]] index_t tail() const noexcept;
    /// The index of the first output.
    [[nodiscard]] index_t first_output() const noexcept;
    /// Frames taken since the start, or reset().
    [[nodiscard]] index_t frames_in() const noexcept;
    /// Frames of outputs given since then.
    [[nodiscard]] index_t frames_out() const noexcept;

 private:
    struct data;
    std::unique_ptr<data> data_;
};

}  // namespace noble
