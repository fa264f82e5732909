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

#include <array>
#include <cstddef>
#include <iosfwd>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "noble/linear_map.hpp"
#include "noble/strided_array.hpp"

namespace [[gnu::visibility("default")]] noble {

/// `estimate` never times anything; `measure` times the candidates and takes the fastest. Either
/// prefers times that are known already (noble/wisdom.hpp) to predictions.
enum class effort { estimate, measure };

/// The instruction sets that kernels are built for; `plain` is portable C++.
enum class instruction_set { plain, sse2, avx2, avx512 };

std::string to_string(instruction_set set);  ///< "plain", "sse2", "avx2" or "avx512"
/// Those that this machine has, the best last.
std::span<const instruction_set> instruction_sets();
/// The best one, or what the environment variable NOBLE_INSTRUCTION_SET names (plain, sse2, avx2
/// or avx512). Throws argument_error for a name that is unknown or not this machine's.
instruction_set default_instruction_set();

/// How a word is run.
///
/// * `flow`: neighbouring outputs in the lanes of a vector; FIR filters (period 1), on real data
///   ↑2, ↑3, ↑4 and ↑8 too, and resamplers of a period (L, M), L ≥ 16, M ≤ 2·L, of at
///   most 512 taps to an output
/// * `lanes`: pieces of the signal in the lanes of a vector; any period
/// * `thin`: at most one tap to an output (↓k, ↑k, delays)
/// * `fft`: overlap-save by fast transforms at the low rates; for periods that are not too long
/// * `rows`: each output by itself; for periods too long for the others
enum class method { flow, lanes, thin, fft, rows };

/// All of them.
inline constexpr std::array methods{method::flow, method::lanes, method::thin, method::fft,
                                    method::rows};

std::string to_string(method m);  ///< "flow", "lanes", "thin", "fft" or "rows"

/// How the factors of a word, a chain y = F₁(F₂(…(x))), are grouped: each group is fused to one
/// kernel, and the groups run one after another.
///
/// * `cheapest`: the groups of least predicted cost
/// * `fused`: all factors as one
/// * `written`: each factor by itself
enum class grouping { cheapest, fused, written };

/// All of them.
inline constexpr std::array groupings{grouping::cheapest, grouping::fused, grouping::written};

std::string to_string(grouping g);  ///< "cheapest", "fused" or "written"

/// How to choose, where the map leaves a choice.
struct plan_options {
    noble::effort effort = noble::effort::estimate;  ///< whether times are measured
    int threads = 0;                                 ///< 0: all for long work, one for short
    std::optional<noble::method> method{};           ///< for every group where it applies
    std::optional<instruction_set> instructions{};   ///< default_instruction_set() unless given
    grouping groups = grouping::cheapest;            ///< how the factors of a word are grouped
    /// Methods and groups are chosen as for a signal without end, and so as a stream chooses them
    /// (noble/stream.hpp), whatever the number of outputs.
    bool endless = false;
};

/// What a plan does with one bound word of the map, and what it decided against.
struct plan_stage {
    /// A method with its kernels, and what an output costs by it.
    struct candidate {
        noble::method method = noble::method::flow;             ///< how it would run
        instruction_set instructions = instruction_set::plain;  ///< whose kernels
        double predicted = 0;            ///< nanoseconds per output sample, one thread
        std::optional<double> measured;  ///< the same, where timed
    };
    std::string word;               ///< the group of factors, as the word is written
    index_t outputs = 0;            ///< the period (L, M)
    index_t inputs = 0;             ///< M
    index_t taps = 0;               ///< not zero, in the L rows of one period
    double multiplies = 0;          ///< real multiplications per output sample
    index_t latency = 0;            ///< output samples
    index_t tile = 0;               ///< outputs computed at a time, the unit that threads share
    index_t transform = 0;          ///< points F of the transforms, M forward and L back, for fft
    candidate chosen;               ///< what is run
    std::vector<candidate> others;  ///< what lost
};

/// What a plan will do, for people (to_string) and for programs (to_json).
struct plan_report {
    std::string map;                 ///< as to_string writes it
    std::string element;             ///< float32, float64, complex64 or complex128
    int threads = 1;                 ///< the most that an execution takes
    index_t workspace_bytes = 0;     ///< what workspace::bytes() is
    std::vector<plan_stage> stages;  ///< a group each, the last to act first
};

/// For people, some lines for each stage.
std::string to_string(const plan_report& report);
/// For programs, one object with the names above.
std::string to_json(const plan_report& report);
std::ostream& operator<<(std::ostream& out, const plan_report& report);

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
