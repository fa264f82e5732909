// An open audio file of libsndfile.
#pragma once

#include <sndfile.h>

#include <string>

#include "io/audio/virtual_file.hpp"

namespace noble::io {

/// An open audio file. Closing flushes, so a writer closes it by name, to see what fails.
class audio_handle {
 public:
    /// Opens `file`, called `name` in messages. Reading fills `info`. Throws `io_error`.
    audio_handle(virtual_file& file, int mode, SF_INFO& info, const std::string& name);
    ~audio_handle();
    audio_handle(const audio_handle&) = delete;
    audio_handle& operator=(const audio_handle&) = delete;

    SNDFILE* get() const noexcept { return handle_; }
    void close();

 private:
    virtual_file& file_;
    const std::string& name_;
    SNDFILE* handle_ = nullptr;
};

}  // namespace noble::io
