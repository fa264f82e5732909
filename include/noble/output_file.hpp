// Output files that appear whole or not at all.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace [[gnu::visibility("default")]] noble {

/// A file under construction.
///
/// A regular file (or one that does not exist yet) is written to a temporary beside the target,
/// which `commit()` renames over it; a symbolic link stays, and what it points to is replaced. If
/// anything fails, or `commit()` is never reached, the temporary is removed and the old target is
/// untouched. Where the file system allows, the temporary has no name until then, so that not even
/// a killed process leaves one behind. Devices, FIFOs and pipes are written in place, and so is
/// "-", the standard output.
///
/// A broken pipe is an `io_error`, not a signal. Errors: `io_error` with the path and errno's text.
class output_file {
 public:
    /// Opens `path` for writing from byte 0.
    explicit output_file(const std::string& path);
    ~output_file();
    output_file(const output_file&) = delete;
    output_file& operator=(const output_file&) = delete;

    /// Appends `bytes`, all of them.
    void write(std::span<const std::byte> bytes);

    /// Puts `bytes` at `offset` (bytes from the start). Only where `in_place()` is false.
    void write_at(std::uint64_t offset, std::span<const std::byte> bytes);

    /// Cuts what has been written down to `size` bytes. Only where `in_place()` is false.
    void truncate(std::uint64_t size);

    /// Flushes, closes, and gives a regular file its name. Nothing may be written after it.
    void commit();

    /// Whether the bytes go straight to a device, a FIFO or a pipe, in order.
    bool in_place() const noexcept { return target_.empty(); }

 private:
    void open_temporary();
    template <class Create>
    void claim_name(const Create& create);
    [[noreturn]] void fail(const char* doing, int error_number) const;

    std::string path_;       // as given, for messages
    std::string target_;     // links resolved; empty: written in place
    std::string temporary_;  // beside the target; empty while the file has no name
    int descriptor_ = -1;
};

/// Writes a whole file, atomically where it is a regular one; "-" is the standard output.
void write_file(const std::string& path, std::span<const std::byte> bytes);

/// The same for text.
void write_file(const std::string& path, std::string_view text);

/// Whether two paths lead, through links, to one existing file (device and inode). "-" is never
/// the same file as anything.
bool same_file(const std::string& a, const std::string& b);

}  // namespace noble
