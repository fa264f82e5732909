#include "apply/block_stages.hpp"

#include <algorithm>
#include <thread>
#include <utility>

namespace noble::files {

block_stages::block_stages(std::function<bool(std::size_t)> read, std::vector<block_work> parts,
                           block_work write, std::size_t slots)
    : slots_(slots), writer_{std::move(write)} {
    reader_.work = [this, read = std::move(read)](std::size_t block) {
        if (read(block)) return;
        const std::lock_guard lock(mutex_);
        end_before(block + 1);
    };
    for (auto& part : parts) parts_.push_back({std::move(part)});
}

void block_stages::run(std::size_t threads) {
    {
        std::vector<std::jthread> others;
        for (std::size_t i = 1; i < threads; ++i) others.emplace_back([this] { serve(); });
        serve();
    }
    if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
}

// All is done when nothing is ready and nobody is busy.
void block_stages::serve() {
    std::unique_lock lock(mutex_);
    while (true) {
        stage* next = ready();
        while (next == nullptr && busy_ > 0) {
            ++waiting_;
            changed_.wait(lock);
            --waiting_;
            next = ready();
        }
        if (next == nullptr) break;
        next->is_busy = true;
        ++busy_;
        if (waiting_ > 0 && ready() != nullptr) changed_.notify_one();
        lock.unlock();
        run_block(*next);
        lock.lock();
        next->is_busy = false;
        ++next->next;
        --busy_;
    }
    changed_.notify_all();
}

void block_stages::run_block(stage& of) {
    try {
        of.work(of.next);
    } catch (...) {
        const std::lock_guard lock(mutex_);
        if (of.next < end_) failure_ = std::current_exception();
        end_before(of.next);
    }
}

// What has come farthest goes first: its block is still in the caches.
block_stages::stage* block_stages::ready() {
    if (is_ready(writer_) && writer_.next < least_of_parts()) return &writer_;
    stage* best = nullptr;
    for (auto& part : parts_) {
        const bool can = is_ready(part) && part.next < reader_.next;
        if (can && (best == nullptr || part.next < best->next)) best = &part;
    }
    if (best != nullptr) return best;
    return is_ready(reader_) && reader_.next < writer_.next + slots_ ? &reader_ : nullptr;
}

bool block_stages::is_ready(const stage& of) const { return !of.is_busy && of.next < end_; }

std::size_t block_stages::least_of_parts() const {
    return std::ranges::min(parts_, {}, &stage::next).next;
}

}  // namespace noble::files
