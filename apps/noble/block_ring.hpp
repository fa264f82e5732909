// Blocks on their way from one thread to another.
#pragma once

#include <array>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <vector>

namespace noble::app {

/// A ring of blocks, whose memory is used again. One thread fills, one empties:
///
///     while (auto* block = ring.to_fill()) { … ; ring.filled(); }     ring.end();
///     while (auto* block = ring.to_empty()) { … ; ring.emptied(); }   ring.stop();
template <class T>
class block_ring {
 public:
    /// The next block to fill, once there is one; nothing if nobody will empty it.
    std::vector<T>* to_fill() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return stopped_ || filled_ - emptied_ < blocks_.size(); });
        return stopped_ ? nullptr : &blocks_[filled_ % blocks_.size()];
    }

    void filled() {
        change([&] { ++filled_; });
    }

    /// Nothing will be filled any more.
    void end() {
        change([&] { ended_ = true; });
    }

    /// The next block to empty, once there is one; nothing at the end.
    const std::vector<T>* to_empty() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return ended_ || emptied_ < filled_; });
        return emptied_ == filled_ ? nullptr : &blocks_[emptied_ % blocks_.size()];
    }

    void emptied() {
        change([&] { ++emptied_; });
    }

    /// Nothing will be emptied any more.
    void stop() {
        change([&] { stopped_ = true; });
    }

 private:
    template <class Change>
    void change(const Change& f) {
        {
            const std::lock_guard lock(mutex_);
            f();
        }
        changed_.notify_all();
    }

    std::mutex mutex_;
    std::condition_variable changed_;
    std::array<std::vector<T>, 4> blocks_;
    std::size_t filled_ = 0;
    std::size_t emptied_ = 0;
    bool ended_ = false;
    bool stopped_ = false;
};

}  // namespace noble::app
