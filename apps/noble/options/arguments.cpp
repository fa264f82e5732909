#include "options/arguments.hpp"

#include <limits>

#include "noble/threads.hpp"
#include "noble/wisdom.hpp"
#include "options/named.hpp"
#include "options/numbers.hpp"

namespace noble::app {
namespace {

constexpr index_t most_threads = 1 << 16;

}  // namespace

void add_binding(command& c, binding_options& options, const std::string& default_window) {
    options.window = default_window;
    c.option("--window", "W", options.window,
             "Outputs kept: full, valid, same or FIRST:COUNT (A,B: one per axis); " +
                 default_window + " unless given");
    c.option("--boundary", "MODE", options.boundary,
             "The signal outside: zero, edge, periodic, symmetric, reflect, antisymmetric, "
             "antireflect, smooth or line (A,B: one per axis); zero unless given");
    c.flag("--transpose", options.transpose, "The transpose of the finite map");
}

void add_resources(command& c, resource_options& options) {
    add_integer(c, "--threads", options.threads, 1, most_threads,
                "Use at most N threads (else NOBLE_NUM_THREADS); results do not depend on it");
    c.option(
        "--memory", "SIZE",
        [&options](const std::string& text) { options.memory = bytes_from("--memory", text); },
        "Refuse what needs more than this: bytes, 512M, 4G, …; 4G unless given");
}

void add_wisdom(command& c, resource_options& options, const std::string& help) {
    c.option(
        "--wisdom", "FILE", [&options](const std::string& text) { options.wisdom = text; }, help);
}

void add_element_type(command& c, std::optional<element_type>& type, const std::string& help) {
    const auto read = [&type](const std::string& text) {
        type = named("--dtype", [&] { return element_type_from(text); });
    };
    c.option("--dtype", "TYPE", read, help);
}

void add_json(command& c, bool& json) { c.flag("--json", json, "Print the result as JSON"); }

void add_integer(command& c, const std::string& name, std::optional<index_t>& value, index_t low,
                 index_t high, const std::string& help) {
    const auto read = [&value, name, low, high](const std::string& text) {
        value = integer_from(name, text, low, high);
    };
    c.option(name, "N", read, help);
}

void use_resources(const resource_options& options) {
    if (options.memory) set_memory_limit(*options.memory);
    if (options.threads) set_thread_count(static_cast<int>(*options.threads));
    (void)thread_count();  // NOBLE_NUM_THREADS is refused before any work where it is no count
    if (options.wisdom) load_wisdom(*options.wisdom);
}

}  // namespace noble::app
