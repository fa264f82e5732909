// noble info FILE: what the file's header says.
#include <array>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>

#include "errors.hpp"
#include "noble/signal_file.hpp"
#include "options/arguments.hpp"
#include "output/json.hpp"
#include "verbs/verbs.hpp"

namespace noble::app {
namespace {

struct info_options {
    std::string file;
    std::string format;
    bool json = false;
    resource_options resources;
};

std::optional<double> seconds(const signal_info& info) {
    if (!info.rate || *info.rate <= 0) return std::nullopt;
    return static_cast<double>(info.length) / *info.rate;
}

std::string number(double value) {
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%.10g", value);
    return text.data();
}

std::string clock_time(double total) {
    const auto minutes = static_cast<long long>(total / 60);
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%lld:%06.3f", minutes,
                  total - 60 * static_cast<double>(minutes));
    return text.data();
}

std::string shape_text(const std::vector<index_t>& shape) {
    std::string text;
    for (const index_t extent : shape) text += (text.empty() ? "" : " x ") + std::to_string(extent);
    return text.empty() ? "one number" : text;
}

void print_info(const signal_info& info, const std::string& file, std::ostream& out) {
    const auto line = [&out](const std::string& name, const std::string& value) {
        out << name << std::string(10 - name.size(), ' ') << value << '\n';
    };
    line("file", file == "-" ? "standard input" : file);
    line("format", std::string(name_of(info.format)));
    line("type", std::string(name_of(info.type)) + " (" + info.encoding + ")");
    if (!info.channels) line("shape", shape_text(info.shape));
    line("length", std::to_string(info.length));
    if (info.channels) line("channels", std::to_string(*info.channels));
    if (info.rate) line("rate", number(*info.rate) + " Hz");
    if (const auto t = seconds(info)) line("duration", clock_time(*t));
    line("size", format_bytes(static_cast<double>(info.bytes)));
}

void print_info_json(const signal_info& info, const std::string& file, std::ostream& out) {
    json object{{"file", file},
                {"format", name_of(info.format)},
                {"type", name_of(info.type)},
                {"encoding", info.encoding},
                {"shape", info.shape},
                {"length", info.length}};
    if (info.channels) object["channels"] = *info.channels;
    if (info.rate) object["rate"] = *info.rate;
    if (const auto t = seconds(info)) object["duration"] = *t;
    object["bytes"] = info.bytes;
    out << json_text(object) << '\n';
}

int run_info(const info_options& options, const streams& s) {
    use_resources(options.resources);
    std::optional<file_format> format;
    if (!options.format.empty()) format = format_of(options.format);
    const signal_info info = inspect(options.file, format);
    (options.json ? print_info_json : print_info)(info, options.file, s.out);
    return exit_status::done;
}

}  // namespace

action prepare_info(command& c) {
    auto options = std::make_shared<info_options>();
    c.argument("FILE", options->file, "The file; - is standard input");
    c.option("--format", "F", options->format, "Its format, where name and content do not say");
    add_json(c, options->json);
    add_resources(c, options->resources);
    return [options](const streams& s) { return run_info(*options, s); };
}

}  // namespace noble::app
