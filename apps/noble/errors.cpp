#include "errors.hpp"

#include <new>
#include <stdexcept>

#include "noble/error.hpp"

namespace noble::app {
namespace {

template <class Error>
bool is(const std::exception& error) {
    return dynamic_cast<const Error*>(&error) != nullptr;
}

// File names may hold line ends and terminal commands; a message is lines of text.
std::string visible(const std::string& text, bool keep_line_ends) {
    std::string result;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool control = byte < 0x20 || byte == 0x7F;
        result += control && !(c == '\n' && keep_line_ends) ? '?' : c;
    }
    return result;
}

failure raw_failure_of(const std::exception& error) {
    if (is<io_error>(error)) return {exit_status::file, error.what()};
    if (is<limit_error>(error)) return {exit_status::size, error.what()};
    if (is<noble::error>(error)) return {exit_status::usage, error.what()};
    if (is<std::bad_alloc>(error) || is<std::length_error>(error)) {
        return {exit_status::size, "the system has not enough memory for this"};
    }
    return {exit_status::internal, std::string("internal error: ") + error.what()};
}

}  // namespace

failure failure_of(const std::exception& error) {
    failure result = raw_failure_of(error);
    result.message = visible(result.message, is<parse_error>(error));
    return result;
}

}  // namespace noble::app
