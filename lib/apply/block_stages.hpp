// Blocks on their way through stages, which some threads share.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <vector>

namespace noble::files {

/// Reading, the parts of the work side by side, and writing. Each stage takes the blocks one after
/// another, a block only when the stage before is done with it; a thread takes what is next of any
/// stage. So few threads are never idle while there is something to do, and wait for each other
/// seldom.
class block_stages {
 public:
    using block_work = std::function<void(std::size_t block)>;

    /// `read` returns whether more blocks follow. Not more than `slots` blocks are on their way at
    /// a time: block n may lie where block n − slots was.
    block_stages(std::function<bool(std::size_t block)> read, std::vector<block_work> parts,
                 block_work write, std::size_t slots);

    /// Runs all of it, in `threads` threads with the caller's. Throws what a stage threw, as if
    /// everything were done by turns: of the first block that failed, after those before it were
    /// written.
    void run(std::size_t threads);

 private:
    struct stage {
        block_work work;
        std::size_t next = 0;  // block
        bool is_busy = false;
    };

    void serve();
    void run_block(stage& of);
    stage* ready();
    bool is_ready(const stage& of) const;
    std::size_t least_of_parts() const;
    void end_before(std::size_t block) { end_ = block < end_ ? block : end_; }

    std::mutex mutex_;
    std::condition_variable changed_;
    std::size_t slots_;
    stage reader_;
    std::vector<stage> parts_;
    stage writer_;
    std::size_t end_ = static_cast<std::size_t>(-1);  // one past the last block
    std::size_t busy_ = 0;
    std::size_t waiting_ = 0;  // threads
    std::exception_ptr failure_;
};

}  // namespace noble::files
