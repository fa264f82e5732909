// Work in a thread of its own, whose error comes out where it is joined.
#pragma once

#include <exception>
#include <thread>
#include <utility>

namespace noble::app {

class background {
 public:
    /// Runs `work`, and `after` whether that throws or not.
    template <class Work, class After>
    background(Work work, After after)
        : thread_([this, work = std::move(work), after = std::move(after)] {
              try {
                  work();
              } catch (...) {
                  failure_ = std::current_exception();
              }
              after();
          }) {}
    ~background() {
        if (thread_.joinable()) thread_.join();
    }
    background(const background&) = delete;
    background& operator=(const background&) = delete;

    /// Waits for the end, and throws what `work` threw.
    void join() {
        if (thread_.joinable()) thread_.join();
        if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
    }

 private:
    std::exception_ptr failure_;
    std::thread thread_;
};

}  // namespace noble::app
