#include "noble/plan.hpp"

#include <memory>

#include "base/aligned_memory.hpp"
#include "engine/execution/program.hpp"
#include "engine/signals/placement.hpp"
#include "noble/error.hpp"

namespace noble {

template <class T>
struct workspace<T>::data {
    std::shared_ptr<const engine::program<T>> program;
    aligned_memory<T> elements;
};

template <class T>
workspace<T>::workspace(const plan<T>& p) : data_(std::make_unique<data>()) {
    const index_t count = p.program_->workspace_elements();
    require_memory(count, sizeof(T), "the workspace of a plan");
    data_->program = p.program_;
    data_->elements = aligned_memory<T>(count);
}

template <class T>
workspace<T>::workspace(workspace&&) noexcept = default;
template <class T>
workspace<T>& workspace<T>::operator=(workspace&&) noexcept = default;
template <class T>
workspace<T>::~workspace() = default;

template <class T>
index_t workspace<T>::bytes() const noexcept {
    return data_ ? data_->elements.size() * static_cast<index_t>(sizeof(T)) : 0;
}

template <class T>
plan<T>::plan(const linear_map& map, const plan_options& options)
    : program_(std::make_shared<const engine::program<T>>(map, options)) {}

template <class T>
const linear_map& plan<T>::map() const noexcept {
    return program_->map();
}

template <class T>
const plan_report& plan<T>::explain() const noexcept {
    return program_->report();
}

template <class T>
void plan<T>::require_own(const workspace<T>& w) const {
    if (!w.data_ || w.data_->program != program_) {
        throw argument_error("a workspace that was made for another plan, given to the plan of " +
                             to_string(map()));
    }
}

template <class T>
void plan<T>::operator()(const T* x, T* y, workspace<T>& w) const {
    require_own(w);
    program_->run(engine::line(x, map().cols()), engine::line(y, map().rows()), {},
                  w.data_->elements.all());
}

template <class T>
void plan<T>::operator()(const strided_array<const T>& x, const strided_array<T>& y,
                         workspace<T>& w, T alpha, T beta, int axis) const {
    require_own(w);
    const auto from = engine::place_inputs(map(), x.shape, axis);
    if (!engine::is_shape_of_outputs(map(), x.shape, from, y.shape)) {
        throw shape_error(to_string(map()) + " on an array of shape " + engine::text_of(x.shape) +
                          " gives " +
                          engine::text_of(engine::shape_of_outputs(map(), x.shape, from)) +
                          ", but y has the shape " + engine::text_of(y.shape));
    }
    const auto in = engine::lines_of(x, from);
    const auto out = engine::lines_of(y, engine::place_outputs(map(), from));
    if (!in || !out) {
        throw shape_error(to_string(map()) +
                          " acts on several axes, which must be contiguous (row-major) for a "
                          "plan; multiply() copies what is not");
    }
    if (element_count(y.shape) == 0) return;
    program_->run(*in, *out, {alpha, beta}, w.data_->elements.all());
}

template class workspace<float>;
template class workspace<double>;
template class workspace<std::complex<float>>;
template class workspace<std::complex<double>>;
template class plan<float>;
template class plan<double>;
template class plan<std::complex<float>>;
template class plan<std::complex<double>>;

}  // namespace noble
