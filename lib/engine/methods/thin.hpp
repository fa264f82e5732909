// method::thin: at most one tap to an output, so that each row is a strided copy: ↓k, ↑k, delays
// and their products.
#pragma once

#include <vector>

#include "engine/methods/runner.hpp"
#include "engine/methods/workload.hpp"

namespace noble::engine {

template <class T>
class thin_runner : public runner<T> {
 public:
    static bool applies(const workload& work);
    static double cost(const workload& work, instruction_set set, double count);

    thin_runner(const canonical<T>& form, instruction_set set);

    [[nodiscard]] index_t tile() const override;
    [[nodiscard]] index_t grain() const override { return outputs_; }
    [[nodiscard]] index_t scratch() const override;
    void run(const extended_input<T>& x, index_t a, index_t b, T* y, T* scratch) const override;

 private:
    struct row {
        index_t number;
        index_t offset;
        T tap;
    };
    // The outputs L·j + r of a row, first ≤ j < first + count.
    struct row_outputs {
        index_t first;
        index_t count;
    };
    [[nodiscard]] row_outputs outputs_of(const row& r, index_t a, index_t b) const;
    const T* read(const row& r, const row_outputs& outputs, const extended_input<T>& x,
                  T* scratch) const;
    void run_single(const extended_input<T>& x, index_t a, index_t b, T* y, T* scratch) const;
    void run_row(const row& r, const extended_input<T>& x, index_t a, index_t b, T* y,
                 T* scratch) const;

    index_t outputs_;
    index_t inputs_;
    std::vector<row> rows_;
};

}  // namespace noble::engine
