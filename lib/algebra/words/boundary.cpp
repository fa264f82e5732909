#include <gmpxx.h>

#include <algorithm>
#include <array>
#include <ostream>

#include "algebra/words/boundary_rule.hpp"
#include "base/checked.hpp"
#include "noble/error.hpp"

namespace noble {
namespace {

[[noreturn]] void refuse_non_linear(const std::string& name) {
    throw argument_error("the boundary '" + name +
                         "' is not linear in the samples, so it has no matrix and no transpose");
}

// The samples that make up one outside the signal, boundary by boundary.
namespace extension {

extension_terms one(index_t index, index_t num = 1) {
    extension_terms terms;
    terms.add(index, num);
    return terms;
}

// Half-sample symmetry of period 2n; `sign` multiplies the mirrored copies.
extension_terms mirrored(index_t n, index_t m, index_t sign) {
    const index_t i = checked::floor_mod(m, n);
    const bool odd_copy = checked::floor_mod(checked::floor_div(m, n), 2) == 1;
    return odd_copy ? one(n - 1 - i, sign) : one(i);
}

extension_terms reflect(index_t n, index_t m) {
    const index_t i = checked::floor_mod(m, checked::mul(2, n - 1));
    return one(i < n ? i : 2 * (n - 1) - i);
}

// Odd about both ends: x̃[m + 2(n−1)] = x̃[m] + 2(x[n−1] − x[0]).
extension_terms antireflect(index_t n, index_t m) {
    const index_t period = checked::mul(2, n - 1);
    const index_t i = checked::floor_mod(m, period);
    const index_t climb = checked::mul(2, checked::floor_div(m, period));
    extension_terms terms;
    if (i < n) {
        terms.add(i, 1);
        terms.add(n - 1, climb);
    } else {
        terms.add(period - i, -1);
        terms.add(n - 1, checked::add(climb, 2));
    }
    terms.add(0, checked::neg(climb));
    return terms;
}

// x[at] + steps·(x[to] − x[from])/over
extension_terms sloped(index_t at, index_t steps, index_t from, index_t to, index_t over) {
    extension_terms terms;
    terms.add(at, 1);
    terms.add(to, steps, over);
    terms.add(from, checked::neg(steps), over);
    return terms;
}

// The end of the signal next to m, and how far beyond it m lies, signed.
index_t nearest(index_t n, index_t m) { return m < 0 ? 0 : n - 1; }
index_t beyond(index_t n, index_t m) { return m - nearest(n, m); }

extension_terms zero(index_t /*n*/, index_t /*m*/) { return {}; }
extension_terms edge(index_t n, index_t m) { return one(nearest(n, m)); }
extension_terms periodic(index_t n, index_t m) { return one(checked::floor_mod(m, n)); }
extension_terms symmetric(index_t n, index_t m) { return mirrored(n, m, 1); }
extension_terms antisymmetric(index_t n, index_t m) { return mirrored(n, m, -1); }
extension_terms smooth(index_t n, index_t m) {
    const index_t from = m < 0 ? 0 : n - 2;
    return sloped(nearest(n, m), beyond(n, m), from, from + 1, 1);
}
extension_terms line(index_t n, index_t m) {
    return sloped(nearest(n, m), beyond(n, m), 0, n - 1, n - 1);
}

}  // namespace extension

constexpr samples_read none{0, false};
constexpr samples_read mirror{0, true};

// A boundary is a row here and a name in the header.
constexpr std::array table{
    boundary_rule{boundary::zero, "zero", extension::zero, 0, none, none},
    boundary_rule{boundary::edge, "edge", extension::edge, 1, {1, false}, none},
    boundary_rule{boundary::periodic, "periodic", extension::periodic, 1, none, mirror},
    boundary_rule{boundary::symmetric, "symmetric", extension::symmetric, 1, mirror, none},
    boundary_rule{boundary::reflect, "reflect", extension::reflect, 2, {1, true}, none},
    boundary_rule{boundary::antisymmetric, "antisymmetric", extension::antisymmetric, 1, mirror,
                  none},
    boundary_rule{boundary::antireflect, "antireflect", extension::antireflect, 2, {2, true}, none},
    boundary_rule{boundary::smooth, "smooth", extension::smooth, 2, {2, false}, none},
    boundary_rule{boundary::line, "line", extension::line, 2, {1, false}, {1, false}},
};

static_assert(std::ranges::equal(table, boundaries, {}, &boundary_rule::mode));
static_assert(std::ranges::all_of(boundaries, [](boundary b) {
    return boundaries[static_cast<std::size_t>(b)] == b;
}));

[[noreturn]] void refuse_unknown(const std::string& name) {
    std::string list;
    for (const auto& row : table) list += (list.empty() ? "" : ", ") + std::string(row.name);
    throw argument_error("unknown boundary '" + name + "'; expected one of " + list);
}

}  // namespace

const boundary_rule& rule_of(boundary b) { return table.at(static_cast<std::size_t>(b)); }

index_t samples_read::operator()(index_t depth) const {
    return mirrors ? checked::add(depth, fixed) : fixed;
}

bool needs_end(boundary b) { return rule_of(b).far != none; }

std::string to_string(boundary b) { return rule_of(b).name; }

std::ostream& operator<<(std::ostream& out, boundary b) { return out << to_string(b); }

boundary boundary_from(const std::string& name) {
    const auto found = std::ranges::find(table, name, &boundary_rule::name);
    if (found != table.end()) return found->mode;
    if (name == "wrap") return boundary::periodic;
    if (name == "constant" || name == "constant:0") return boundary::zero;
    if (name.starts_with("constant:")) {
        throw argument_error("the boundary '" + name +
                             "' adds a constant: it is affine, not linear, so it has no matrix and "
                             "no transpose; only constant:0 (zero) has");
    }
    constexpr std::array non_linear{"median", "minimum", "maximum", "min", "max"};
    if (std::ranges::find(non_linear, name) != non_linear.end()) refuse_non_linear(name);
    refuse_unknown(name);
}

rational extension_term::weight() const { return ratio(mpz_class(num), mpz_class(den)); }

void extension_terms::add(index_t index, index_t num, index_t den) {
    if (num != 0) terms_.at(count_++) = {index, num, den};
}

extension_terms extend(boundary b, index_t n, index_t m) {
    if (m >= 0 && m < n) return extension::one(m);
    const boundary_rule& rule = rule_of(b);
    return n < rule.least ? extension::edge(n, m) : rule.outside(n, m);
}

void require_extendable(boundary b, index_t n) {
    if (n < 0) throw shape_error("a signal of " + std::to_string(n) + " samples");
    if (n == 0 && rule_of(b).least > 0) {
        throw shape_error("a signal of 0 samples has no " + to_string(b) +
                          " extension; only the zero boundary takes it");
    }
}

}  // namespace noble
