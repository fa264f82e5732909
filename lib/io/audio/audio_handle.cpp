#include "io/audio/audio_handle.hpp"

#include <utility>

#include "noble/error.hpp"

namespace noble::io {

audio_handle::audio_handle(virtual_file& file, int mode, SF_INFO& info, const std::string& name)
    : file_(file), name_(name) {
    SF_VIRTUAL_IO callbacks = virtual_file::callbacks();
    handle_ = sf_open_virtual(&callbacks, mode, &info, &file);
    if (file.failed() && handle_ != nullptr) sf_close(handle_);
    file.rethrow();
    if (handle_ == nullptr) {
        throw io_error(name + ": libsndfile cannot " + (mode == SFM_READ ? "read" : "write") +
                       " it: " + sf_strerror(nullptr));
    }
}

audio_handle::~audio_handle() {
    if (handle_ != nullptr) sf_close(handle_);
}

void audio_handle::close() {
    const int failure = sf_close(std::exchange(handle_, nullptr));
    file_.rethrow();
    if (failure != 0) throw io_error(name_ + ": " + sf_error_number(failure));
}

}  // namespace noble::io
