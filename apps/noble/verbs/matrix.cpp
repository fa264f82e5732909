// noble matrix EXPR -n N: the matrix of a word's finite map.
#include "noble/matrix.hpp"

#include <array>
#include <memory>
#include <string>
#include <string_view>

#include "errors.hpp"
#include "noble/error.hpp"
#include "options/arguments.hpp"
#include "options/bind.hpp"
#include "options/numbers.hpp"
#include "output/output_stream.hpp"
#include "output/standard_streams.hpp"
#include "verbs/matrix_files.hpp"
#include "verbs/verbs.hpp"

namespace noble::app {
namespace {

enum class matrix_format : std::uint8_t { text, csv, npy, mtx, json };

constexpr std::array<std::string_view, 4> format_names{"text", "csv", "npy", "mtx"};

struct matrix_options {
    std::string expression;
    std::string n;
    binding_options binding;
    resource_options resources;
    std::string format;
    std::string output = "-";
    std::optional<element_type> type;
    std::optional<index_t> digits;
    matrix_style style;
    bool json = false;
};

matrix_format format_named(const std::string& name) {
    const auto* found = std::find(format_names.begin(), format_names.end(), name);
    if (found == format_names.end()) {
        throw argument_error("--format: expected text, csv, npy or mtx, not '" + name + "'");
    }
    return static_cast<matrix_format>(found - format_names.begin());
}

// What --format or --json says, else the output's extension.
matrix_format chosen_format(const matrix_options& options) {
    if (options.json && !options.format.empty()) {
        throw argument_error("--json and --format exclude each other");
    }
    if (options.json) return matrix_format::json;
    if (!options.format.empty()) return format_named(options.format);
    const std::string& path = options.output;
    if (path.ends_with(".csv")) return matrix_format::csv;
    if (path.ends_with(".npy")) return matrix_format::npy;
    if (path.ends_with(".mtx")) return matrix_format::mtx;
    return path.ends_with(".json") ? matrix_format::json : matrix_format::text;
}

void require_fitting(const matrix_options& options, matrix_format format) {
    const bool text = format == matrix_format::text;
    if (text && options.type) {
        throw argument_error(
            "--dtype: text shows exact values; csv, npy, mtx and --json have types");
    }
    if (!text && (options.style.fractions || options.style.spy || options.digits)) {
        throw argument_error("--fractions, --spy and --digits are for --format text");
    }
    if (format == matrix_format::npy && options.output == "-" && output_is_terminal()) {
        throw argument_error("npy is not for terminals; use -o FILE, or a pipe");
    }
}

void write_streamed(const linear_map& map, matrix_format format, element_type type,
                    const matrix_style& style, std::ostream& out) {
    if (format == matrix_format::text) {
        out << to_text(map, style);
    } else if (format == matrix_format::csv) {
        write_symbolic_csv(map, out);
    } else if (format == matrix_format::mtx) {
        write_matrix_market(map, type, out);
    } else {
        write_json(map, type, out);
    }
}

void write_matrix(const linear_map& map, matrix_format format, const matrix_options& options,
                  const streams& s) {
    const auto natural = map.is_real() ? element_type::float64 : element_type::complex128;
    const element_type type = options.type.value_or(natural);
    const bool dense =
        format == matrix_format::npy || (format == matrix_format::csv && map.is_numeric());
    if (dense) {
        write_dense(map, type, options.output, format == matrix_format::npy);
    } else if (options.output == "-") {
        write_streamed(map, format, type, options.style, s.out);
    } else {
        output_stream file(options.output);
        write_streamed(map, format, type, options.style, file);
        file.commit();
    }
}

int run_matrix(matrix_options options, const streams& s) {
    use_resources(options.resources);
    const matrix_format format = chosen_format(options);
    require_fitting(options, format);
    options.style.digits = static_cast<int>(options.digits.value_or(options.style.digits));
    const expression word = read_expression(options.expression);
    if (format == matrix_format::npy || format == matrix_format::mtx) require_known_taps(word);
    write_matrix(map_of(word, sizes_from(options.n), options.binding), format, options, s);
    return exit_status::done;
}

}  // namespace

action prepare_matrix(command& c) {
    auto options = std::make_shared<matrix_options>();
    c.argument("EXPR", options->expression, "The word");
    c.option("-n", "N", options->n, "Samples (R,C: one per axis)").required = true;
    add_binding(c, options->binding, "full");
    c.option("--format", "F", options->format,
             "text, csv, npy or mtx (Matrix Market); else as FILE's extension, else text");
    c.option("-o", "FILE", options->output, "Write to FILE");
    c.flag("--fractions", options->style.fractions, "Text: 1/3 instead of 0.333333");
    c.flag("--spy", options->style.spy, "Text: only where the entries are not zero");
    add_integer(c, "--digits", options->digits, 1, 17, "Text: significant digits; 6 unless given");
    add_element_type(c, options->type,
                     "csv, npy, mtx, JSON: float32, float64, complex64 or complex128");
    add_json(c, options->json);
    add_resources(c, options->resources);
    return [options](const streams& s) { return run_matrix(*options, s); };
}

}  // namespace noble::app
