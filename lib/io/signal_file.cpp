#include "noble/signal_file.hpp"

#include <algorithm>

#include "io/bytes/count.hpp"
#include "io/create_writer.hpp"

namespace noble {
namespace {

template <class T>
std::size_t fill(signal_reader& in, std::span<T> target) {
    std::size_t done = 0;
    while (const std::size_t count = in.read(target.subspan(done))) done += count;
    return done;
}

// Fortran order is C order of the transpose.
template <class T>
any_array read_known(signal_reader& in) {
    using array = xt::xarray<T>;
    const signal_header& header = in.header();
    const index_t count = io::checked_product(frame_count(header), frame_size(header), in.name());
    require_memory(count, sizeof(T), in.name());
    typename array::shape_type shape(header.shape.begin(), header.shape.end());
    if (header.fortran_order) std::reverse(shape.begin(), shape.end());
    array samples = array::from_shape(shape);
    fill(in, std::span<T>(samples.data(), samples.size()));
    if (header.fortran_order) samples = array(xt::transpose(samples));
    return samples;
}

// The memory doubles as frames arrive.
template <class T>
any_array read_unknown(signal_reader& in) {
    constexpr std::size_t first_size = 1024;
    const auto frame = static_cast<std::size_t>(frame_size(in.header()));
    std::vector<T> samples;
    for (std::size_t done = 0;;) {
        const std::size_t size = std::max({2 * done, first_size, frame}) / frame * frame;
        require_memory(static_cast<index_t>(size), sizeof(T), in.name());
        samples.resize(size);
        done += fill(in, std::span(samples).subspan(done));
        if (done == size) continue;
        samples.resize(done);
        require_memory(static_cast<index_t>(done), 2 * sizeof(T), in.name());
        auto array = xt::xarray<T>::from_shape({done / frame, frame});
        std::copy(samples.begin(), samples.end(), array.data());
        return array;
    }
}

index_t count_frames(signal_reader& in) {
    const index_t frame = frame_size(in.header());
    std::vector<complex128> block(static_cast<std::size_t>(std::max<index_t>(frame, 4096)));
    index_t count = 0;
    while (const std::size_t got = in.read(std::span(block))) count += static_cast<index_t>(got);
    return count / frame;
}

}  // namespace

signal_info inspect(const std::string& path, std::optional<file_format> format) {
    signal_reader in(path, format, access::random);
    const signal_header& header = in.header();
    std::vector<index_t> shape = header.shape;
    if (frame_count(header) == unknown_length) shape.front() = count_frames(in);
    const bool channels = header.format != file_format::npy;
    return {.format = header.format,
            .type = header.type.value_or(stored_as(header.element)),
            .encoding = in.encoding(),
            .shape = shape,
            .length = shape.empty() ? 1 : shape.front(),
            .channels = channels ? std::optional(shape.back()) : std::nullopt,
            .rate = header.rate,
            .bytes = in.bytes()};
}

signal_data read_signal(const std::string& path, std::optional<file_format> format) {
    signal_reader in(path, format, access::random);
    return read_signal(in);
}

signal_data read_signal(signal_reader& in) {
    const signal_header& header = in.header();
    any_array samples = with_element(header.element, [&](auto element) {
        using value = decltype(element);
        return frame_count(header) == unknown_length ? read_unknown<value>(in)
                                                     : read_known<value>(in);
    });
    return {std::move(samples), header.format, header.type, header.rate};
}

write_report write_signal(const std::string& path, const signal_data& signal,
                          const write_options& options) {
    const signal_header header{.format = signal.format,
                               .type = signal.type,
                               .element = type_of(signal.samples),
                               .shape = shape_of(signal.samples),
                               .rate = signal.rate};
    const auto writer = io::create_writer(path, header, options, io::pipe_style::complete);
    std::visit(
        [&](const auto& array) {
            using value = typename std::decay_t<decltype(array)>::value_type;
            writer->write(std::span<const value>(array.data(), array.size()));
        },
        signal.samples);
    writer->commit();
    return writer->report();
}

}  // namespace noble
