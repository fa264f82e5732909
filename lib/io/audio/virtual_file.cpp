#include "io/audio/virtual_file.hpp"

#include <cstdio>

namespace noble::io {

void virtual_file::rethrow() const {
    if (failure_) std::rethrow_exception(failure_);
}

SF_VIRTUAL_IO virtual_file::callbacks() { return {on_size, on_seek, on_read, on_write, on_tell}; }

sf_count_t virtual_file::on_size(void* self) {
    return static_cast<sf_count_t>(static_cast<virtual_file*>(self)->size());
}

sf_count_t virtual_file::on_seek(sf_count_t offset, int whence, void* self) {
    auto& file = *static_cast<virtual_file*>(self);
    if (whence == SEEK_CUR) offset += static_cast<sf_count_t>(file.position_);
    if (whence == SEEK_END) offset += static_cast<sf_count_t>(file.size());
    if (offset < 0) return -1;
    file.position_ = static_cast<std::uint64_t>(offset);
    return offset;
}

sf_count_t virtual_file::on_read(void* target, sf_count_t count, void* self) {
    auto& file = *static_cast<virtual_file*>(self);
    try {
        const std::span bytes(static_cast<std::byte*>(target), static_cast<std::size_t>(count));
        const std::size_t got = file.read(file.position_, bytes);
        file.position_ += got;
        return static_cast<sf_count_t>(got);
    } catch (...) {
        file.failure_ = std::current_exception();
        return 0;
    }
}

sf_count_t virtual_file::on_write(const void* source, sf_count_t count, void* self) {
    auto& file = *static_cast<virtual_file*>(self);
    try {
        const std::span bytes(static_cast<const std::byte*>(source),
                              static_cast<std::size_t>(count));
        if (!file.failure_) file.write(file.position_, bytes);
    } catch (...) {
        file.failure_ = std::current_exception();
    }
    file.position_ += static_cast<std::uint64_t>(count);
    return count;
}

sf_count_t virtual_file::on_tell(void* self) {
    return static_cast<sf_count_t>(static_cast<virtual_file*>(self)->position_);
}

}  // namespace noble::io
