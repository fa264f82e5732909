#include "engine/taps/reach.hpp"

#include <gmpxx.h>

#include <algorithm>
#include <complex>

#include "base/checked.hpp"

namespace noble::engine {

using checked::add;
using checked::floor_div;
using checked::floor_mod;
using checked::mul;
using checked::sub;

reach::reach(index_t outputs, index_t inputs, std::vector<row> rows)
    : outputs_(outputs), inputs_(inputs), rows_(std::move(rows)) {
    if (rows_.empty()) return;
    // The rows of the period after and of the one before take part.
    index_t first = add(std::ranges::min(rows_, {}, &row::first).first, inputs_);
    for (auto r = rows_.rbegin(); r != rows_.rend(); ++r)
        r->first = first = std::min(first, r->first);
    index_t last = sub(std::ranges::max(rows_, {}, &row::last).last, inputs_);
    for (auto& r : rows_) r.last = last = std::max(last, r.last);
}

template <class T>
reach reach::of(const canonical<T>& form) {
    std::vector<row> rows;
    for (const auto& t : form.taps()) {
        if (rows.empty() || rows.back().number != t.row) {
            rows.push_back({t.row, t.offset, t.offset});
        } else {
            rows.back().last = t.offset;
        }
    }
    return {form.outputs(), form.inputs(), std::move(rows)};
}

index_t reach::first(index_t a) const {
    const index_t j = floor_div(a, outputs_);
    const auto r = std::ranges::lower_bound(rows_, floor_mod(a, outputs_), {}, &row::number);
    if (r != rows_.end()) return add(mul(inputs_, j), r->first);
    return add(mul(inputs_, j + 1), rows_.front().first);
}

index_t reach::end(index_t b) const {
    const index_t i = sub(b, 1);
    const index_t j = floor_div(i, outputs_);
    const auto r = std::ranges::upper_bound(rows_, floor_mod(i, outputs_), {}, &row::number);
    if (r != rows_.begin()) return add(mul(inputs_, j), std::prev(r)->last + 1);
    return add(mul(inputs_, sub(j, 1)), rows_.back().last + 1);
}

interval reach::reads(index_t a, index_t b) const {
    if (is_empty() || b <= a) return {};
    const index_t begin = first(a);
    return {begin, std::max(begin, end(b))};
}

index_t reach::settled(index_t inputs) const {
    // The last period of which all rows are settled, and those of the next one that are.
    const index_t last = sub(inputs, 1);
    const index_t j = floor_div(sub(last, rows_.back().last), inputs_) + 1;
    const index_t here = sub(last, mul(inputs_, j));
    const auto r = std::ranges::upper_bound(rows_, here, {}, &row::last);
    return add(mul(outputs_, j), r->number);
}

index_t reach::most(index_t count) const {
    index_t most = 0;
    for (const auto& r : rows_) most = std::max(most, sub(end(add(r.number, count)), r.first));
    return most;
}

rational reach::lead() const {
    const rational slope = ratio(mpz_class(inputs_), mpz_class(outputs_));
    rational most = rational(rows_.front().last + 1) - slope * rational(rows_.front().number);
    for (const auto& r : rows_) {
        most = std::max<rational>(most, rational(r.last + 1) - slope * rational(r.number));
    }
    return most;
}

template reach reach::of(const canonical<float>&);
template reach reach::of(const canonical<double>&);
template reach reach::of(const canonical<std::complex<float>>&);
template reach reach::of(const canonical<std::complex<double>>&);

}  // namespace noble::engine
