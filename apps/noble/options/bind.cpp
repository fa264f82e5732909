#include "options/bind.hpp"

#include <array>
#include <vector>

#include "noble/error.hpp"
#include "options/numbers.hpp"

namespace noble::app {
namespace {

template <class T>
std::array<T, 2> both(const std::string& option, const std::vector<T>& values, std::size_t axes) {
    if (values.size() > axes) {
        throw argument_error(option + ": " + std::to_string(values.size()) + " values for a word " +
                             "on " + std::to_string(axes) + (axes == 1 ? " axis" : " axes"));
    }
    return {values.front(), values.back()};
}

template <class Read>
auto read_parts(const std::string& text, const Read& read) {
    std::vector<decltype(read(text))> values;
    for (const auto& part : parts_of(text)) values.push_back(read(part));
    return values;
}

}  // namespace

expression read_expression(const std::string& text) {
    return parse_expression(text, standard_vocabulary());
}

binding binding_from(const binding_options& options, std::size_t axes) {
    return {both("--window", read_parts(options.window, window_from), axes),
            both("--boundary", read_parts(options.boundary, boundary_from), axes),
            options.transpose};
}

std::array<index_t, 2> sizes_on(const extents& n, std::size_t axes) { return both("-n", n, axes); }

linear_map map_of(const expression& a, const extents& n, const binding_options& options) {
    const std::size_t axes = axes_of(a);
    const auto sizes = sizes_on(n, axes);
    return map_of(a, sizes, binding_from(options, axes));
}

}  // namespace noble::app
