#include "output/output_stream.hpp"

#include <cstddef>
#include <span>

namespace noble::app {
namespace {

constexpr std::size_t buffer_bytes = std::size_t{1} << 16U;

}  // namespace

output_buffer::output_buffer(const std::string& path) : file_(path), bytes_(buffer_bytes) {
    setp(bytes_.data(), bytes_.data() + bytes_.size());
}

void output_buffer::commit() {
    drain();
    file_.commit();
}

output_buffer::int_type output_buffer::overflow(int_type c) {
    drain();
    if (traits_type::eq_int_type(c, traits_type::eof())) return traits_type::not_eof(c);
    return sputc(traits_type::to_char_type(c));
}

int output_buffer::sync() {
    drain();
    return 0;
}

void output_buffer::drain() {
    const auto count = static_cast<std::size_t>(pptr() - pbase());
    setp(bytes_.data(), bytes_.data() + bytes_.size());
    if (count > 0) file_.write(std::as_bytes(std::span(bytes_.data(), count)));
}

output_stream::output_stream(const std::string& path) : std::ostream(nullptr), buffer_(path) {
    rdbuf(&buffer_);
    exceptions(std::ios::badbit);
}

}  // namespace noble::app
