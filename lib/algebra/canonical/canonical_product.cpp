// The product of canonical forms: a after b.
//
// With s = lcm(M_a, L_b), α = s/M_a and β = s/L_b the product has the period (αL_a, βM_b). Its row
// r = L_a·i + a takes, for each tap o of row a, v = M_a·i + o = L_b·w + b: row b of the second
// form, shifted by M_b·w. A `meeting` is one such encounter of a tap with a row.
#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <utility>

#include "algebra/canonical/kronecker.hpp"
#include "algebra/canonical/ring.hpp"
#include "algebra/numbers/modular_inverse.hpp"
#include "base/checked.hpp"
#include "noble/canonical.hpp"

namespace noble {
namespace {

// The taps begin … end of a form that share one row.
struct row_run {
    index_t row;
    std::size_t begin;
    std::size_t end;
};

struct meeting {
    index_t row;      // of the product
    index_t shift;    // added to the offsets of the run
    std::size_t tap;  // of a
    std::size_t run;  // of b
};

template <class Scalar>
std::vector<row_run> runs_of(const canonical<Scalar>& form) {
    std::vector<row_run> runs;
    const auto taps = form.taps();
    for (std::size_t i = 0; i < taps.size(); ++i) {
        if (runs.empty() || runs.back().row != taps[i].row) runs.push_back({taps[i].row, i, i});
        runs.back().end = i + 1;
    }
    return runs;
}

__extension__ using wide_t = __int128;

// Finds all meetings, by whichever walk is shorter: over the α shifts of a tap, looking up the
// rows they meet; or over the rows, solving M_a·i ≡ b − o (mod L_b) for the one shift i.
template <class Scalar>
class meeting_finder {
 public:
    meeting_finder(const canonical<Scalar>& a, const canonical<Scalar>& b)
        : a_(a),
          b_(b),
          runs_(runs_of(b)),
          common_(std::gcd(a.inputs(), b.outputs())),
          shifts_(b.outputs() / common_),
          inverse_(modular_inverse(a.inputs() / common_, shifts_)) {}

    std::vector<meeting> all() {
        const auto per_tap = std::min<index_t>(shifts_, static_cast<index_t>(runs_.size()));
        require_memory(checked::mul(static_cast<index_t>(a_.taps().size()), per_tap),
                       sizeof(meeting), "the product of two canonical forms");
        for (std::size_t tap = 0; tap < a_.taps().size(); ++tap) {
            if (shifts_ == per_tap) {
                walk_shifts(tap);
            } else {
                walk_rows(tap);
            }
        }
        std::ranges::stable_sort(meetings_, {}, &meeting::row);
        return std::move(meetings_);
    }

    [[nodiscard]] const std::vector<row_run>& runs() const { return runs_; }

 private:
    void walk_shifts(std::size_t tap) {
        for (index_t i = 0; i < shifts_; ++i) {
            const index_t v = input_of(tap, i);
            const index_t row = checked::floor_mod(v, b_.outputs());
            const auto run = std::ranges::lower_bound(runs_, row, {}, &row_run::row);
            if (run != runs_.end() && run->row == row) meet(tap, i, v, run - runs_.begin());
        }
    }

    void walk_rows(std::size_t tap) {
        const index_t offset = a_.taps()[tap].offset;
        for (std::size_t run = 0; run < runs_.size(); ++run) {
            const index_t gap = checked::sub(runs_[run].row, offset);
            if (gap % common_ != 0) continue;
            const wide_t steps = checked::floor_mod(gap / common_, shifts_);
            const auto i = static_cast<index_t>(steps * inverse_ % shifts_);
            meet(tap, i, input_of(tap, i), static_cast<std::ptrdiff_t>(run));
        }
    }

    [[nodiscard]] index_t input_of(std::size_t tap, index_t i) const {
        return checked::add(checked::mul(a_.inputs(), i), a_.taps()[tap].offset);
    }

    void meet(std::size_t tap, index_t i, index_t v, std::ptrdiff_t run) {
        const index_t w = checked::floor_div(v, b_.outputs());
        const index_t row = checked::add(checked::mul(a_.outputs(), i), a_.taps()[tap].row);
        meetings_.push_back(
            {row, checked::mul(b_.inputs(), w), tap, static_cast<std::size_t>(run)});
    }

    const canonical<Scalar>& a_;
    const canonical<Scalar>& b_;
    std::vector<row_run> runs_;
    index_t common_;
    index_t shifts_;  // α
    index_t inverse_;
    std::vector<meeting> meetings_;
};

// Adds up the meetings of one row of the product, in a dense array of offsets where that is no
// larger than a few times the work, else in a map.
template <class Scalar>
class row_sum {
 public:
    row_sum(const canonical<Scalar>& a, const canonical<Scalar>& b,
            const std::vector<row_run>& runs)
        : ring_(a.taps(), b.taps()), taps_(b.taps()), runs_(runs) {}

    // The least and greatest offset, and the number of products.
    struct extent {
        index_t low;
        index_t high;
        index_t products;
        [[nodiscard]] bool is_dense() const {
            const auto width = static_cast<double>(high) - static_cast<double>(low) + 1;
            return width <= 4.0 * static_cast<double>(products) + 64;
        }
        [[nodiscard]] index_t most_taps() const {
            return is_dense() ? std::min(products, high - low + 1) : products;
        }
    };

    [[nodiscard]] extent extent_of(std::span<const meeting> meetings) const {
        extent e{std::numeric_limits<index_t>::max(), std::numeric_limits<index_t>::min(), 0};
        for (const auto& m : meetings) {
            const auto& run = runs_[m.run];
            e.low = std::min(e.low, checked::add(taps_[run.begin].offset, m.shift));
            e.high = std::max(e.high, checked::add(taps_[run.end - 1].offset, m.shift));
            e.products += static_cast<index_t>(run.end - run.begin);
        }
        return e;
    }

    void append(std::span<const meeting> meetings, std::vector<periodic_tap<Scalar>>& out) {
        const auto e = extent_of(meetings);
        if (e.is_dense()) {
            std::vector<element> sums(static_cast<std::size_t>(e.high - e.low + 1));
            add_all(meetings, [&](index_t o) -> element& {
                return sums[static_cast<std::size_t>(o - e.low)];
            });
            for (std::size_t i = 0; i < sums.size(); ++i) {
                emit(meetings[0].row, e.low + static_cast<index_t>(i), std::move(sums[i]), out);
            }
        } else {
            std::map<index_t, element> sums;
            add_all(meetings, [&](index_t o) -> element& { return sums[o]; });
            for (auto& [offset, sum] : sums) emit(meetings[0].row, offset, std::move(sum), out);
        }
    }

 private:
    using element = typename ring<Scalar>::element;

    template <class Place>
    void add_all(std::span<const meeting> meetings, const Place& place) const {
        for (const auto& m : meetings) {
            const auto& run = runs_[m.run];
            for (std::size_t j = run.begin; j < run.end; ++j) {
                ring_.add_product(place(taps_[j].offset + m.shift), m.tap, j);
            }
        }
    }

    void emit(index_t row, index_t offset, element&& sum,
              std::vector<periodic_tap<Scalar>>& out) const {
        out.push_back({row, offset, ring_.value(std::move(sum))});
        if (out.back().value.is_zero()) out.pop_back();
    }

    ring<Scalar> ring_;
    std::span<const periodic_tap<Scalar>> taps_;
    const std::vector<row_run>& runs_;
};

// Where one of the forms has a single tap, as ↓k, ↑k, delays and scales have, no two products meet
// at one place.
std::vector<periodic_tap<exact>> lone_products(const canonical<exact>& a, const canonical<exact>& b,
                                               const std::vector<meeting>& meetings,
                                               const std::vector<row_run>& runs) {
    std::vector<periodic_tap<exact>> taps;
    taps.reserve(std::max(a.taps().size(), b.taps().size()));
    for (const auto& m : meetings) {
        for (std::size_t j = runs[m.run].begin; j < runs[m.run].end; ++j) {
            taps.push_back({m.row, checked::add(b.taps()[j].offset, m.shift),
                            a.taps()[m.tap].value * b.taps()[j].value});
        }
    }
    return taps;
}

// Calls f with each run of meetings that share a row.
template <class F>
void for_each_row(std::span<const meeting> meetings, const F& f) {
    for (std::size_t i = 0; i < meetings.size();) {
        std::size_t j = i;
        while (j < meetings.size() && meetings[j].row == meetings[i].row) ++j;
        f(meetings.subspan(i, j - i));
        i = j;
    }
}

}  // namespace

template <class Scalar>
canonical<Scalar> multiply(const canonical<Scalar>& a, const canonical<Scalar>& b) {
    if constexpr (std::is_same_v<Scalar, exact>) {
        if (kronecker_pays(a, b)) return kronecker_product(a, b);
    }
    const index_t s = checked::lcm(a.inputs(), b.outputs());
    const index_t outputs = checked::mul(s / a.inputs(), a.outputs());
    const index_t inputs = checked::mul(s / b.outputs(), b.inputs());
    meeting_finder<Scalar> finder(a, b);
    const auto meetings = finder.all();
    if constexpr (std::is_same_v<Scalar, exact>) {
        if (a.taps().size() == 1 || b.taps().size() == 1) {
            return {outputs, inputs, lone_products(a, b, meetings, finder.runs())};
        }
    }
    row_sum<Scalar> sum(a, b, finder.runs());
    index_t most_taps = 0;
    for_each_row(meetings, [&](auto row) { most_taps += sum.extent_of(row).most_taps(); });
    require_memory(most_taps, ring<Scalar>::bytes, "the product of two canonical forms");
    std::vector<periodic_tap<Scalar>> taps;
    taps.reserve(static_cast<std::size_t>(most_taps));
    for_each_row(meetings, [&](auto row) { sum.append(row, taps); });
    return {outputs, inputs, std::move(taps)};
}

template canonical<exact> multiply(const canonical<exact>&, const canonical<exact>&);
template canonical<polynomial> multiply(const canonical<polynomial>&, const canonical<polynomial>&);
template canonical<numbered_polynomial> multiply(const canonical<numbered_polynomial>&,
                                                 const canonical<numbered_polynomial>&);

}  // namespace noble
