#include "apply/output_choice.hpp"

#include "noble/error.hpp"
#include "noble/signal_format.hpp"
#include "noble/strided_array.hpp"

namespace noble::files {
namespace {

std::optional<rate> rate_of_bank(const bank& a) {
    const rate first = a.at(0, 0).rate();
    for (index_t output = 1; output < a.outputs(); ++output) {
        if (a.at(output, 0).rate() != first) return std::nullopt;
    }
    return first;
}

// Outputs per input on the first axis of the word (banks: of every output channel); nothing for a
// bank whose outputs have different rates.
std::optional<rate> rate_of(const expression& a) {
    if (const auto* word = std::get_if<op2d>(&a)) return word->terms().front().rows.rate();
    if (const auto* word = std::get_if<bank>(&a)) return rate_of_bank(*word);
    return std::get<op>(a).rate();
}

// Outputs per input along the frames (axis 0), which is what a header's rate counts.
std::optional<double> rate_factor(const expression& word, const acting& at,
                                  std::size_t dimensions) {
    const std::size_t axis = resolve_axis(at.axis, dimensions);
    const std::size_t first = axis + 1 - axes_of(word);
    if (first != 0) return 1;
    const auto r = rate_of(word);
    if (!r) return std::nullopt;
    const auto up = static_cast<double>(at.transpose ? r->inputs : r->outputs);
    return up / static_cast<double>(at.transpose ? r->outputs : r->inputs);
}

}  // namespace

std::optional<double> output_rate(const expression& word, const signal_header& in, const acting& at,
                                  const apply_options& options) {
    if (options.rate || !in.rate) return options.rate;
    const auto factor = rate_factor(word, at, in.shape.size());
    if (!factor) {
        throw rate_error("the bank's outputs have different rates, a file has one; give " +
                         options.option_prefix + "rate HZ");
    }
    return *in.rate * *factor;
}

void require_writable(const signal_header& out, const std::string& path,
                      const apply_options& options) {
    const auto named = options.output.format ? options.output.format : format_from_path(path);
    const file_format format = named.value_or(out.format);
    if (is_audio(format) && is_complex(out.element)) {
        throw argument_error("the result is complex, and " + std::string(name_of(format)) +
                             " holds real samples; npy and csv hold complex ones");
    }
    if (options.to_terminal && !is_text(format)) {
        throw argument_error(std::string(name_of(format)) +
                             " is not for terminals; name a file, or use a pipe");
    }
}

}  // namespace noble::files
