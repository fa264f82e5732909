// plan: how to run a finite map on one element type. A plan is immutable and may be executed from
// many threads at once, each with a workspace of its own; execution then allocates nothing.
//
//     const plan<float> p(word.on(n));
//     workspace<float> w(p);
//     p(x, y, w);                    // y = A x, as often as wanted
//     std::cout << p.explain();
//
// An output's value depends on nothing but the inputs, the methods that the plan chose and the
// instruction set: neither the number of threads nor, under one method, the window or block in
// which it is asked for changes a bit of it. (How many outputs are wanted may change the method.)
//
// The error of a direct sum is at most c·ε·Σ|h||x|, where Σ|h||x| takes taps, the boundary's
// weights and samples by their absolute values. For a word on samples, c = min(N, 512 + g) + 3: N
// products of a tap and a sample make up the output, and the taps are cut into g pieces of at most
// 512 to a row and 4,096 offsets (chunks_of). Where the transpose of an extension folds outputs
// back one by one, c = N + 3. Of factors and of groups, Kronecker factors too, the c add up, |h|
// being the product of their absolute kernels; each addition and each scale adds at most 2. Fast
// transforms of F points, M of them for the M inputs of a period, add 4·ε·log₂(M·F)·‖h‖·‖x_block‖,
// x_block being what is transformed together. All this where no product or sum leaves the element
// type's range.
#pragma once

#include <memory>

#include "noble/linear_map.hpp"
#include "noble/plan_options.hpp"
#include "noble/plan_report.hpp"
#include "noble/strided_array.hpp"

namespace [[gnu::visibility("default")]] noble {

namespace [[gnu::visibility("hidden")]] engine {
template <class T>
class program;
}

template <class T>
class workspace;

/// A finite map made ready to run. T is float, double, std::complex<float> or std::complex<double>.
template <class T>
class plan {
 public:
    /// Throws argument_error for unknown taps, complex taps with a real T, taps beyond the range of
    /// T and a method that does not apply; limit_error where taps or workspaces exceed the memory
    /// limit.
    explicit plan(const linear_map& map, const plan_options& options = {});

    /// What it runs.
    [[nodiscard]] const linear_map& map() const noexcept;
    /// What it chose, and why.
    [[nodiscard]] const plan_report& explain() const noexcept;

    /// y = A x on cols() inputs and rows() outputs, contiguous (row-major), not overlapping.
    void operator()(const T* x, T* y, workspace<T>& w) const;
    /// y ← αAx + βy along `axis` of strided arrays, as noble::multiply.
    void operator()(const strided_array<const T>& x, const strided_array<T>& y, workspace<T>& w,
                    T alpha = 1, T beta = 0, int axis = -1) const;

 private:
    friend class workspace<T>;
    void require_own(const workspace<T>& w) const;

    std::shared_ptr<const engine::program<T>> program_;
};

/// The memory that executing a plan takes; for one execution at a time.
template <class T>
class workspace {
 public:
    /// For this plan. Throws limit_error.
    explicit workspace(const plan<T>& p);
    workspace(const workspace&) = delete;
    workspace& operator=(const workspace&) = delete;
    workspace(workspace&&) noexcept;
    workspace& operator=(workspace&&) noexcept;
    ~workspace();

    /// How much memory that is.
    [[nodiscard]] index_t bytes() const noexcept;

 private:
    friend class plan<T>;
    struct data;
    std::unique_ptr<data> data_;
};

}  // namespace noble
