#include "options/arguments.hpp"

#include <limits>

#include "noble/threads.hpp"
#include "noble/wisdom.hpp"
#include "options/numbers.hpp"

namespace noble::app {
namespace {

constexpr index_t most_threads = 1 << 16;

// An option whose text is read by `read`, which throws argument_error.
template <class Read>
void add_read(CLI::App& app, const std::string& name, const Read& read, const std::string& type,
              const std::string& help) {
    app.add_option_function<std::string>(name, read, help)->type_name(type);
}

}  // namespace

void add_binding(CLI::App& app, binding_options& options, const std::string& default_window) {
    options.window = default_window;
    app.add_option("--window", options.window,
                   "Outputs kept: full, valid, same or FIRST:COUNT (A,B: one per axis); " +
                       default_window + " unless given")
        ->type_name("W");
    app.add_option("--boundary", options.boundary,
                   "The signal outside: zero, edge, periodic, symmetric, reflect, antisymmetric, "
                   "antireflect, smooth or line (A,B: one per axis); zero unless given")
        ->type_name("MODE");
    app.add_flag("--transpose", options.transpose, "The transpose of the finite map");
}

void add_resources(CLI::App& app, resource_options& options) {
    add_integer(app, "--threads", options.threads, 1, most_threads,
                "Use at most N threads (else NOBLE_NUM_THREADS); results do not depend on it");
    add_read(
        app, "--memory",
        [&options](const std::string& text) { options.memory = bytes_from("--memory", text); },
        "SIZE", "Refuse what needs more than this: bytes, 512M, 4G, …; 4G unless given");
}

void add_wisdom(CLI::App& app, resource_options& options, const std::string& help) {
    add_read(
        app, "--wisdom", [&options](const std::string& text) { options.wisdom = text; }, "FILE",
        help);
}

void add_element_type(CLI::App& app, std::optional<element_type>& type, const std::string& help) {
    add_read(
        app, "--dtype", [&type](const std::string& text) { type = element_type_from(text); },
        "TYPE", help);
}

void add_json(CLI::App& app, bool& json) {
    app.add_flag("--json", json, "Print the result as JSON");
}

void add_integer(CLI::App& app, const std::string& name, std::optional<index_t>& value, index_t low,
                 index_t high, const std::string& help) {
    add_read(
        app, name,
        [&value, name, low, high](const std::string& text) {
            value = integer_from(name, text, low, high);
        },
        "N", help);
}

void use_resources(const resource_options& options) {
    if (options.memory) set_memory_limit(*options.memory);
    if (options.threads) set_thread_count(static_cast<int>(*options.threads));
    (void)thread_count();  // NOBLE_NUM_THREADS is refused before any work where it is no count
    if (options.wisdom) load_wisdom(*options.wisdom);
}

}  // namespace noble::app
