// Support, latency and delay: properties of the kernel h[n, m] of a word.
#include <gmpxx.h>

#include <algorithm>
#include <unordered_set>

#include "base/checked.hpp"
#include "noble/canonical.hpp"
#include "noble/op.hpp"
#include "noble/support.hpp"

namespace noble {
namespace {

// h[u − n, v − m], the kernel turned about the point (u/2, v/2).
template <class Scalar>
canonical<Scalar> turned(const canonical<Scalar>& form, index_t u, index_t v) {
    std::vector<periodic_tap<Scalar>> taps;
    for (const auto& t : form.taps()) {
        const index_t row = checked::sub(u, t.row);
        const index_t w = checked::floor_div(row, form.outputs());
        const index_t offset =
            checked::sub(checked::sub(v, t.offset), checked::mul(form.inputs(), w));
        taps.push_back({row - w * form.outputs(), offset, t.value});
    }
    return {form.outputs(), form.inputs(), std::move(taps)};
}

template <class Scalar>
canonical<Scalar> negated(const canonical<Scalar>& form) {
    std::vector<periodic_tap<Scalar>> taps;
    for (const auto& t : form.taps()) taps.push_back({t.row, t.offset, -t.value});
    return {form.outputs(), form.inputs(), std::move(taps)};
}

}  // namespace

template <class Scalar>
std::optional<support> kernel_support(const canonical<Scalar>& form) {
    if (form.is_zero()) return {};
    // Output L·j + r reads x[M·j + o]: n − m·L/M = (r·M − o·L)/M.
    __extension__ using wide = __int128;
    const auto trace = [&](const auto& t) {
        return wide{t.row} * form.inputs() - wide{t.offset} * form.outputs();
    };
    const auto [first, last] = std::ranges::minmax_element(form.taps(), {}, trace);
    const auto time_of = [&](const auto& t) -> rational {
        return rational(t.row) -
               ratio(mpz_class(t.offset) * form.outputs(), mpz_class(form.inputs()));
    };
    return support{time_of(*first), time_of(*last)};
}

template <class Scalar>
std::optional<index_t> kernel_latency(const canonical<Scalar>& form) {
    const auto trace = kernel_support(form);
    if (!trace) return {};
    mpz_class least;
    mpz_fdiv_q(least.get_mpz_t(), trace->first.get_num_mpz_t(), trace->first.get_den_mpz_t());
    return checked::neg(least.get_si());
}

// Turning about (u/2, v/2) maps row r to row u − r, least offsets to greatest. So the first row
// must meet some row of as many taps, and that fixes u and v: at most one candidate for each row.
template <class Scalar>
std::optional<rational> kernel_delay(const canonical<Scalar>& form) {
    if (form.is_zero()) return {};
    const auto first = form.row(form.taps().front().row);
    const auto minus = negated(form);
    std::optional<index_t> previous;
    for (const auto& t : form.taps()) {
        if (previous == t.row) continue;
        previous = t.row;
        const auto partner = form.row(t.row);
        if (partner.size() != first.size()) continue;
        const index_t u = checked::add(first.front().row, t.row);
        const index_t v = checked::add(first.front().offset, partner.back().offset);
        const auto image = turned(form, u, v);
        if (image == form || image == minus) {
            // A symmetric kernel has the delay (u − v·L/M)/2.
            return (rational(u) - ratio(mpz_class(v) * form.outputs(), mpz_class(form.inputs()))) /
                   2;
        }
    }
    return {};
}

std::optional<noble::support> op::support() const {
    return std::visit([](const auto& form) { return kernel_support(form); }, canonical_form(*this));
}

std::optional<index_t> op::latency() const {
    return std::visit([](const auto& form) { return kernel_latency(form); }, canonical_form(*this));
}

std::optional<rational> op::delay() const {
    return std::visit([](const auto& form) { return kernel_delay(form); }, canonical_form(*this));
}

template std::optional<support> kernel_support(const canonical<exact>&);
template std::optional<support> kernel_support(const canonical<polynomial>&);
template std::optional<index_t> kernel_latency(const canonical<exact>&);
template std::optional<index_t> kernel_latency(const canonical<polynomial>&);
template std::optional<rational> kernel_delay(const canonical<exact>&);
template std::optional<rational> kernel_delay(const canonical<polynomial>&);

}  // namespace noble
