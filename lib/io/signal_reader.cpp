#include "noble/signal_reader.hpp"

#include "io/choose_format.hpp"
#include "io/formats.hpp"
#include "noble/error.hpp"

namespace noble {

signal_reader::signal_reader(const std::string& path, std::optional<file_format> format, access how)
    : source_(std::make_unique<io::byte_source>(path)) {
    if (how == access::random) source_->read_all();
    const io::format_entry& entry = io::entry_of(io::choose_format(*source_, format));
    reader_ = entry.open(*source_, entry);
}

signal_reader::~signal_reader() = default;
signal_reader::signal_reader(signal_reader&&) noexcept = default;
signal_reader& signal_reader::operator=(signal_reader&&) noexcept = default;

const signal_header& signal_reader::header() const noexcept { return reader_->header(); }

const std::string& signal_reader::name() const noexcept { return source_->name(); }

std::string signal_reader::encoding() const { return reader_->encoding(); }

std::uint64_t signal_reader::bytes() const noexcept { return source_->received(); }

bool signal_reader::can_seek() const noexcept { return source_->is_whole(); }

template <class T>
std::size_t signal_reader::read(std::span<T> target) {
    if (!is_complex_element<T> && is_complex(header().element)) {
        throw argument_error("the data are complex; real numbers would drop their imaginary parts");
    }
    return target.empty() ? 0 : reader_->read(target);
}

template std::size_t signal_reader::read(std::span<float32>);
template std::size_t signal_reader::read(std::span<float64>);
template std::size_t signal_reader::read(std::span<complex64>);
template std::size_t signal_reader::read(std::span<complex128>);

void signal_reader::seek(index_t frame) { reader_->seek(frame); }

}  // namespace noble
