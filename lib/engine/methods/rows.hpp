// method::rows: each output by itself, tap after tap. Its cost follows the outputs and taps that
// there are, whatever the period: for those too long for other methods, ↓2³³ or ↑2³³ as well.
#pragma once

#include <vector>

#include "engine/methods/runner.hpp"
#include "engine/methods/workload.hpp"

namespace noble::engine {

template <class T>
class row_runner : public runner<T> {
 public:
    static bool applies(const workload& work);
    static double cost(const workload& work, instruction_set set, double count);

    row_runner(const canonical<T>& form, instruction_set set);

    [[nodiscard]] index_t tile() const override;
    [[nodiscard]] index_t grain() const override { return 1; }
    [[nodiscard]] index_t scratch() const override { return 0; }
    void run(const extended_input<T>& x, index_t a, index_t b, T* y, T* scratch) const override;

 private:
    struct tap {
        index_t offset;
        T value;
    };
    struct row {
        index_t number;
        std::vector<tap> taps;
    };
    [[nodiscard]] T sum(const row& r, const extended_input<T>& x, index_t base) const;

    index_t outputs_;
    index_t inputs_;
    std::vector<row> rows_;  ///< those with taps
};

}  // namespace noble::engine
