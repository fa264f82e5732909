#include "engine/execution/program.hpp"

#include <algorithm>

#include "base/checked.hpp"
#include "engine/signals/element.hpp"
#include "engine/signals/threads.hpp"

namespace noble::engine {

template <class T>
program<T>::program(const linear_map& map, const plan_options& options)
    : map_(map), options_(options) {
    if (options.threads < 0) {
        throw argument_error("a plan for " + std::to_string(options.threads) +
                             " threads; 1 or more are a number, 0 leaves it to the plan");
    }
    // Unknown taps have a message of their own, from where their values would be needed.
    if (std::is_floating_point_v<T> && map.is_numeric() && !map.is_real()) {
        throw argument_error("complex taps need complex data (complex64 or complex128): " +
                             to_string(map));
    }
    root_ = make_step<T>(map, options, report_);
    operations_ = root_->operations();
    shared_memory_ = root_->memory();
    thread_memory_ = root_->thread_memory();
    // Many lines may be long work where one is not; so one line does not decide. Nor is the
    // environment read again by those who execute the plan.
    threads_ = threads_of(options.threads);
    report_.map = to_string(map);
    report_.element = element_name<T>;
    report_.threads = threads_for(operations_);
    report_.workspace_bytes = checked::mul(workspace_elements(), static_cast<index_t>(sizeof(T)));
}

template <class T>
index_t program<T>::workspace_elements() const noexcept {
    return shared_memory_ + thread_memory_ * threads_;
}

template <class T>
int program<T>::threads_for(double operations) const noexcept {
    return options_.threads >= 1 || is_long_work(operations) ? threads_ : 1;
}

template <class T>
void program<T>::run(const lines<const T>& x, const lines<T>& y, const update<T>& by,
                     std::span<T> workspace) const {
    const int threads = threads_for(operations_ * static_cast<double>(y.count()));
    T* const shared = workspace.data() + thread_memory_ * threads_;
    root_->run(x, y, by, shared, {workspace.data(), thread_memory_, threads});
}

template class program<float>;
template class program<double>;
template class program<std::complex<float>>;
template class program<std::complex<double>>;

}  // namespace noble::engine
