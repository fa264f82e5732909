#include "finite/word_matrix.hpp"

#include <gmpxx.h>

#include <algorithm>
#include <map>

#include "base/checked.hpp"
#include "noble/canonical.hpp"

namespace noble {
namespace {

// What entries are added in before they are rounded: the ring itself, or exact for element types.
template <class Scalar>
using ring_of = std::conditional_t<std::is_same_v<Scalar, polynomial>, polynomial, exact>;

template <class Scalar>
Scalar finished(const ring_of<Scalar>& value) {
    if constexpr (std::is_same_v<Scalar, ring_of<Scalar>>) {
        return value;
    } else {
        return value.template to<Scalar>();
    }
}

template <class Scalar>
class row_writer {
 public:
    using ring = ring_of<Scalar>;

    explicit row_writer(const map_node::bound_word& a)
        : a_(a), form_(canonical_form<ring>(a.word)), result_{a.outputs.count(), a.n, {0}, {}, {}} {
        for (const auto& t : form_.taps()) values_.push_back(finished<Scalar>(t.value));
        reserve(most_entries());
    }

    csr<Scalar> all() {
        for (index_t n = a_.outputs.begin; n < a_.outputs.end; ++n) {
            write(n);
            result_.row_begin.push_back(static_cast<index_t>(result_.columns.size()));
        }
        return std::move(result_);
    }

 private:
    // Each period of the window holds all taps once; each may reach up to three samples.
    [[nodiscard]] double most_entries() const {
        const index_t rows = a_.outputs.count();
        const index_t periods = rows / form_.outputs() + 1;
        const auto taps = static_cast<index_t>(form_.taps().size());
        const index_t per_row = std::min(a_.n, taps);
        return std::min(static_cast<double>(periods) * static_cast<double>(taps),
                        static_cast<double>(rows) * static_cast<double>(per_row));
    }

    void reserve(double entries) {
        require_memory(a_.outputs.count(), sizeof(index_t), "the rows of a matrix");
        const auto most = static_cast<double>(memory_limit());
        const auto count = static_cast<index_t>(std::min(entries, most + 1));
        require_memory(count, sizeof(Scalar) + sizeof(index_t), "the entries of a matrix");
        result_.row_begin.reserve(static_cast<std::size_t>(a_.outputs.count()) + 1);
        // A few samples under a long kernel make far fewer entries than that.
        if (a_.n < longest_row()) return;
        result_.columns.reserve(static_cast<std::size_t>(count));
        result_.values.reserve(static_cast<std::size_t>(count));
    }

    [[nodiscard]] index_t longest_row() const {
        index_t longest = 0;
        const auto taps = form_.taps();
        for (auto first = taps.begin(); first != taps.end();) {
            const auto last = std::ranges::upper_bound(first, taps.end(), first->row, {},
                                                       &periodic_tap<ring>::row);
            longest = std::max<index_t>(longest, last - first);
            first = last;
        }
        return longest;
    }

    void write(index_t n) {
        const index_t j = checked::floor_div(n, form_.outputs());
        const index_t base = checked::mul(form_.inputs(), j);
        const auto row = reaching(form_.row(n - j * form_.outputs()), base);
        if (row.empty()) return;
        const index_t low = checked::add(base, row.front().offset);
        const index_t high = checked::add(base, row.back().offset);
        if (low >= 0 && high < a_.n) {
            write_inside(row, base);
        } else {
            write_edge(row, base);
        }
    }

    // Beyond a zero boundary there is nothing to read: only the taps within [0, n) count.
    [[nodiscard]] std::span<const periodic_tap<ring>> reaching(
        std::span<const periodic_tap<ring>> row, index_t base) const {
        if (a_.boundary != boundary::zero) return row;
        const auto first =
            std::ranges::lower_bound(row, checked::neg(base), {}, &periodic_tap<ring>::offset);
        const auto last = std::ranges::lower_bound(first, row.end(), checked::sub(a_.n, base), {},
                                                   &periodic_tap<ring>::offset);
        return {first, last};
    }

    void write_inside(std::span<const periodic_tap<ring>> row, index_t base) {
        const auto first = static_cast<std::size_t>(row.data() - form_.taps().data());
        for (std::size_t k = 0; k < row.size(); ++k) {
            append(base + row[k].offset, values_[first + k]);
        }
    }

    void write_edge(std::span<const periodic_tap<ring>> row, index_t base) {
        std::map<index_t, ring> sums;
        for (const auto& t : row) {
            for (const auto& term : extend(a_.boundary, a_.n, base + t.offset)) {
                sums[term.index] += ring(exact(term.weight())) * t.value;
            }
        }
        for (const auto& [column, value] : sums) {
            if (!value.is_zero()) append(column, finished<Scalar>(value));
        }
    }

    void append(index_t column, const Scalar& value) {
        result_.columns.push_back(column);
        result_.values.push_back(value);
    }

    const map_node::bound_word& a_;
    canonical<ring> form_;
    std::vector<Scalar> values_;  // of form_'s taps, rounded once
    csr<Scalar> result_;
};

}  // namespace

template <class Scalar>
csr<Scalar> word_matrix(const map_node::bound_word& a) {
    auto result = row_writer<Scalar>(a).all();
    if (a.transposed) return transpose(result);
    return result;
}

template csr<exact> word_matrix(const map_node::bound_word&);
template csr<polynomial> word_matrix(const map_node::bound_word&);
template csr<float> word_matrix(const map_node::bound_word&);
template csr<double> word_matrix(const map_node::bound_word&);
template csr<std::complex<float>> word_matrix(const map_node::bound_word&);
template csr<std::complex<double>> word_matrix(const map_node::bound_word&);

}  // namespace noble
