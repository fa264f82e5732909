#include "noble/apply_file.hpp"

#include <algorithm>
#include <utility>

#include "apply/apply_array.hpp"
#include "apply/convert.hpp"
#include "apply/output_choice.hpp"
#include "apply/run_blocks.hpp"
#include "io/formats.hpp"
#include "noble/error.hpp"
#include "noble/output_file.hpp"
#include "noble/signal_file.hpp"
#include "noble/strided_array.hpp"

namespace noble {
namespace files {
namespace {

acting acting_of(const apply_options& options, const expression& word,
                 const signal_header& signal) {
    const int last = std::holds_alternative<op2d>(word) ? -1 : io::entry_of(signal.format).axis;
    return {options.axis.value_or(last), options.binding.transpose};
}

void require_sizes(const expression& word, const apply_options& options) {
    const std::size_t axes = axes_of(word);
    if (options.binding.transpose != options.n.empty() && options.n.size() <= axes) return;
    throw argument_error(
        options.binding.transpose
            ? "a transpose needs the number of samples that it gives back, one or one per axis"
            : "n goes with a transpose; else the input says it");
}

// One run: an input, an expression on it, an output.
class application {
 public:
    application(const expression& word, const std::string& in, const std::string& out,
                const apply_options& options)
        : options_(options),
          word_(word),
          out_(out),
          in_blocks_(bind_if_word()),
          in_(open_input(in)),
          at_(acting_of(options, word, in_.header())),
          counts_(sample_counts(word, in_.header().shape, at_)) {}

    apply_report run() {
        signal_header out = in_.header();
        out.rate = output_rate(word_, out, at_, options_);
        out.element = element();
        require_writable(out, out_, options_);
        if (!in_blocks_ || !runs_in_blocks(word_, in_.header(), at_, in_blocks_->boundary)) {
            return run_whole(std::move(out));
        }
        if (counts_[0] != unknown_length) output_shape(map(), counts_, 0);
        return run_blocks(in_, {*in_blocks_, at_.axis}, out_, std::move(out), options_);
    }

 private:
    std::optional<block_word> bind_if_word() const {
        require_known_taps(word_);
        require_sizes(word_, options_);
        const auto* word = std::get_if<op>(&word_);
        if (word == nullptr) return std::nullopt;
        return block_word_of(*word, options_.n.empty() ? 0 : options_.n.front(), options_.binding);
    }

    // Where it is known beforehand that the array is needed as a whole, a stream is read as one.
    signal_reader open_input(const std::string& in) const {
        if (same_file(in, out_)) {
            throw io_error(out_ + ": the output is the input; name another file");
        }
        const bool blocks =
            in_blocks_ && !(options_.binding.transpose && in_blocks_->boundary != boundary::zero);
        return signal_reader(in, options_.input_format,
                             blocks ? access::sequential : access::random);
    }

    // The word's taps may be complex where the data are real.
    element_type element() const {
        const element_type given = options_.dtype.value_or(in_.header().element);
        return map().is_real() ? given : complex_of(given);
    }

    // On one sample where the input's length is not known yet: what the taps are, it tells too.
    linear_map map() const {
        extents n = at_.transpose ? options_.n : counts_;
        std::ranges::replace(n, unknown_length, index_t{1});
        return map_of(word_, {n.front(), n.back()}, options_.binding);
    }

    apply_report run_whole(signal_header out) {
        signal_data signal = read_signal(in_);
        counts_ = sample_counts(word_, shape_of(signal.samples), at_);
        signal.samples =
            converted(std::move(signal.samples), out.element, options_.option_prefix + "dtype");
        signal.rate = out.rate;
        signal.samples = apply_map(word_, map(), signal.samples, at_);
        const write_report written = write_signal(out_, signal, options_.output);
        out.shape = shape_of(signal.samples);
        return {written, std::move(out)};
    }

    const apply_options& options_;
    const expression& word_;
    const std::string& out_;
    std::optional<block_word> in_blocks_;
    signal_reader in_;
    acting at_;
    extents counts_;  // or unknown_length
};

}  // namespace
}  // namespace files

apply_report apply_file(const expression& word, const std::string& in, const std::string& out,
                        const apply_options& options) {
    if (options.block < 0) throw argument_error("a block has one frame or more");
    return files::application(word, in, out, options).run();
}

}  // namespace noble
