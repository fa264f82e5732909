// Blocks from a reader through filters to a writer, on several threads.
#pragma once

#include <algorithm>
#include <array>
#include <functional>
#include <vector>

#include "apply/block_stages.hpp"
#include "apply/joined_channels.hpp"
#include "noble/signal_reader.hpp"

namespace noble::files {

template <class T>
class block_pipeline {
 public:
    /// Of `block` samples each; `done` is told of how many samples were read, written and done
    /// with.
    block_pipeline(signal_reader& in, std::vector<line_filter<T>>& filters, signal_writer& out,
                   std::size_t block, std::function<void(index_t)> done)
        : in_(in), filters_(filters), out_(out), block_(block), done_(std::move(done)) {
        for (auto& slot : slots_) slot.outputs.resize(filters.size());
    }

    void run(std::size_t threads) {
        std::vector<block_stages::block_work> parts;
        for (std::size_t part = 0; part < filters_.size(); ++part) {
            parts.emplace_back([this, part](std::size_t block) { filter(slot(block), part); });
        }
        block_stages stages([this](std::size_t block) { return read(slot(block)); },
                            std::move(parts), [this](std::size_t block) { write(slot(block)); },
                            slots_.size());
        stages.run(std::min(threads, filters_.size() + 2));
    }

 private:
    // The last is empty: it stands for the end of the signal.
    struct block {
        std::vector<T> samples;
        std::vector<sample_buffer<T>> outputs;  // of each filter
    };
    block& slot(std::size_t n) { return slots_[n % slots_.size()]; }

    bool read(block& b) {
        b.samples.resize(block_);
        b.samples.resize(in_.read(std::span(b.samples)));
        return !b.samples.empty();
    }

    void filter(block& b, std::size_t part) {
        auto& outputs = b.outputs[part];
        outputs.clear();
        b.samples.empty() ? filters_[part].finish(outputs) : filters_[part](b.samples, outputs);
    }

    void write(const block& b) {
        joined_.write(b.outputs, filters_, out_);
        samples_done_ += static_cast<index_t>(b.samples.size());
        if (done_) done_(samples_done_);
    }

    signal_reader& in_;
    std::vector<line_filter<T>>& filters_;
    signal_writer& out_;
    std::size_t block_;
    std::function<void(index_t)> done_;
    std::array<block, 4> slots_;
    joined_channels<T> joined_;
    index_t samples_done_ = 0;
};

}  // namespace noble::files
