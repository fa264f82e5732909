#include "noble/signal_file.hpp"

#include "io/format.hpp"
#include "io/formats.hpp"
#include "noble/error.hpp"

namespace noble {
namespace {

// What CSV and npy store is what the array holds: any other type would be a conversion.
sample_type array_type(const signal_data& signal, const write_options& options,
                       file_format format) {
    const sample_type element = io::element_type(signal.samples);
    if (options.type && *options.type != element) {
        throw argument_error(std::string(name_of(format)) + " stores the array's own " +
                             std::string(name_of(element)) + ", not " +
                             std::string(name_of(*options.type)));
    }
    return format == file_format::csv ? sample_type::text : element;
}

}  // namespace

signal_info inspect(const std::string& path, std::optional<file_format> format) {
    const io::byte_source source(path);
    const file_format chosen = io::choose_format(source, format);
    if (chosen == file_format::npy) return io::inspect_npy(source);
    if (chosen == file_format::csv) return io::inspect_csv(source);
    return io::inspect_audio(source, chosen);
}

signal_data read_signal(const std::string& path, std::optional<file_format> format) {
    const io::byte_source source(path);
    const file_format chosen = io::choose_format(source, format);
    if (chosen == file_format::npy) return io::read_npy(source);
    if (chosen == file_format::csv) return io::read_csv(source);
    return io::read_audio(source, chosen);
}

write_report write_signal(const std::string& path, const signal_data& signal,
                          const write_options& options) {
    const auto named = options.format ? options.format : format_from_path(path);
    const file_format format = named.value_or(signal.format);
    if (is_audio(format)) return io::write_audio(path, signal, format, options.type);
    const write_report report{.format = format, .type = array_type(signal, options, format)};
    if (format == file_format::npy) {
        io::write_npy(path, signal.samples);
    } else {
        io::write_csv(path, signal.samples);
    }
    return report;
}

namespace io {

sample_type element_type(const any_array& samples) {
    constexpr std::array types{sample_type::float_32, sample_type::float_64,
                               sample_type::complex_64, sample_type::complex_128};
    return types.at(samples.index());
}

std::vector<index_t> shape_of(const any_array& samples) {
    return std::visit(
        [](const auto& array) {
            return std::vector<index_t>(array.shape().begin(), array.shape().end());
        },
        samples);
}

std::string shape_text(const std::vector<index_t>& shape) {
    std::string text = "{";
    for (std::size_t i = 0; i < shape.size(); ++i) {
        text += (i > 0 ? ", " : "") + std::to_string(shape[i]);
    }
    return text + "}";
}

}  // namespace io
}  // namespace noble
