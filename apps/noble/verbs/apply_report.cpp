#include "verbs/apply_report.hpp"

#include <array>
#include <cstdio>
#include <filesystem>
#include <string>

#include "noble/signal_format.hpp"
#include "output/json.hpp"

namespace noble::app {
namespace {

// An extension such as .mp3 does not name a format that noble writes, but a reader may think so.
void warn_of_extension(const apply_arguments& arguments, const write_report& report,
                       const streams& s) {
    const std::string extension = std::filesystem::path(arguments.out).extension();
    if (!arguments.format.empty() || extension.empty() || format_from_path(arguments.out)) return;
    warn(s, arguments.out + ": no format is called " + extension + "; " +
                std::string(name_of(report.format)) + " is written, as the input is");
}

void warn_of_type(const write_report& report, const signal_header& signal, const streams& s) {
    if (is_audio(report.format) && signal.type && *signal.type != report.type) {
        warn(s, "samples are stored as " + std::string(name_of(report.type)) + ", not as " +
                    std::string(name_of(*signal.type)) + " as in the input (--type chooses)");
    }
}

void warn_of_values(const write_report& report, const signal_header& signal, const streams& s) {
    if (report.clipped > 0) {
        warn(s, std::to_string(report.clipped) + (report.clipped == 1 ? " sample" : " samples") +
                    " beyond full scale clipped");
    }
    if (report.rate_assumed) {
        warn(s, "the input has no rate; " + std::to_string(*report.rate) +
                    " Hz is written (--rate sets it)");
    } else if (report.rate && signal.rate && *signal.rate != *report.rate) {
        std::array<char, 40> text{};
        std::snprintf(text.data(), text.size(), "%.10g", *signal.rate);
        warn(s, "a rate of " + std::string(text.data()) + " Hz is not whole; " +
                    std::to_string(*report.rate) + " Hz is written");
    }
}

void print_json(const write_report& report, const signal_header& signal, const std::string& path,
                std::ostream& out) {
    json object{{"file", path}, {"format", name_of(report.format)}, {"type", name_of(report.type)}};
    object["shape"] = signal.shape;
    if (report.rate) object["rate"] = *report.rate;
    object["clipped"] = report.clipped;
    out << json_text(object) << '\n';
}

}  // namespace

void report_apply(const apply_arguments& arguments, const apply_report& report, const streams& s) {
    warn_of_extension(arguments, report.written, s);
    warn_of_values(report.written, report.signal, s);
    if (arguments.type.empty()) warn_of_type(report.written, report.signal, s);
    if (arguments.json) print_json(report.written, report.signal, arguments.out, s.out);
}

}  // namespace noble::app
