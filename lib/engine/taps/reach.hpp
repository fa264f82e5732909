// Which inputs the outputs of a periodic word read, as two steps that never fall: outputs are made
// in order, so what counts is the first input that is still read and the last one that must be
// there.
#pragma once

#include <gmpxx.h>

#include <vector>

#include "noble/canonical.hpp"
#include "noble/window.hpp"

namespace noble::engine {

class reach {
 public:
    /// The inputs first … last that output `number` reads, 0 ≤ number < L; output number + L·j
    /// reads those M·j later.
    struct row {
        index_t number = 0;
        index_t first = 0;
        index_t last = 0;
    };

    /// Rows by ascending number; those without any read nothing.
    reach(index_t outputs, index_t inputs, std::vector<row> rows);
    /// Where the taps of a form reach.
    template <class T>
    static reach of(const canonical<T>& form);

    /// The period (L, M).
    [[nodiscard]] index_t outputs() const noexcept { return outputs_; }
    [[nodiscard]] index_t inputs() const noexcept { return inputs_; }
    /// True where no output reads anything: the functions below are then without meaning.
    [[nodiscard]] bool is_empty() const noexcept { return rows_.empty(); }

    /// The first input that is read by an output ≥ a.
    [[nodiscard]] index_t first(index_t a) const;
    /// One past the last input that is read by an output < b.
    [[nodiscard]] index_t end(index_t b) const;
    /// The inputs that the outputs a … b−1 may read; no others change a bit of them.
    [[nodiscard]] interval reads(index_t a, index_t b) const;

    /// The greatest b such that end(b) ≤ inputs: the outputs before it have all that they read.
    [[nodiscard]] index_t settled(index_t inputs) const;
    /// The most inputs in reads(a, a + count), whatever a; count ≥ 1.
    [[nodiscard]] index_t most(index_t count) const;
    /// The least c with end(b) ≤ (b − 1)·M/L + c for all b.
    [[nodiscard]] rational lead() const;

 private:
    index_t outputs_;
    index_t inputs_;
    /// `first` of this row and those after, `last` of this one and those before.
    std::vector<row> rows_;
};

}  // namespace noble::engine
