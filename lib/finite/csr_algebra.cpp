#include "finite/csr_algebra.hpp"

#include <algorithm>
#include <complex>
#include <map>
#include <span>

#include "base/checked.hpp"

namespace noble {
namespace {

constexpr std::uint64_t entry_bytes = 192;  // an exact number and its column, about

template <class Scalar>
struct row_view {
    std::span<const index_t> columns;
    std::span<const Scalar> values;
};

template <class Scalar>
row_view<Scalar> row(const csr<Scalar>& a, index_t i) {
    const auto at = static_cast<std::size_t>(i);
    const auto begin = static_cast<std::size_t>(a.row_begin[at]);
    const auto count = static_cast<std::size_t>(a.row_begin[at + 1]) - begin;
    return {std::span(a.columns).subspan(begin, count), std::span(a.values).subspan(begin, count)};
}

template <class Scalar>
void append(csr<Scalar>& a, index_t column, const Scalar& value) {
    a.columns.push_back(column);
    a.values.push_back(value);
}

template <class Scalar>
void end_row(csr<Scalar>& a) {
    a.row_begin.push_back(static_cast<index_t>(a.columns.size()));
}

template <class Scalar>
using sums = std::map<index_t, Scalar>;

template <class Scalar>
void append_row(csr<Scalar>& a, const sums<Scalar>& entries) {
    for (const auto& [column, value] : entries) {
        if (value != Scalar()) append(a, column, value);
    }
    require_memory(static_cast<index_t>(a.columns.size()), entry_bytes, "a sparse matrix");
    end_row(a);
}

// y += c·(row of a)
template <class Scalar>
void add_row(sums<Scalar>& y, const Scalar& c, const row_view<Scalar>& a) {
    for (std::size_t k = 0; k < a.columns.size(); ++k) y[a.columns[k]] += c * a.values[k];
}

template <class Scalar>
void append_shifted(csr<Scalar>& result, const row_view<Scalar>& a, index_t shift) {
    for (std::size_t k = 0; k < a.columns.size(); ++k) {
        append(result, a.columns[k] + shift, a.values[k]);
    }
}

}  // namespace

template <class Scalar>
csr<Scalar> multiply(const csr<Scalar>& a, const csr<Scalar>& b) {
    csr<Scalar> result{a.rows, b.cols, {0}, {}, {}};
    for (index_t i = 0; i < a.rows; ++i) {
        sums<Scalar> entries;
        const auto left = row(a, i);
        for (std::size_t k = 0; k < left.columns.size(); ++k) {
            add_row(entries, left.values[k], row(b, left.columns[k]));
        }
        append_row(result, entries);
    }
    return result;
}

template <class Scalar>
csr<Scalar> add(const csr<Scalar>& a, const csr<Scalar>& b) {
    csr<Scalar> result{a.rows, a.cols, {0}, {}, {}};
    for (index_t i = 0; i < a.rows; ++i) {
        sums<Scalar> entries;
        add_row(entries, Scalar(exact(1)), row(a, i));
        add_row(entries, Scalar(exact(1)), row(b, i));
        append_row(result, entries);
    }
    return result;
}

template <class Scalar>
csr<Scalar> scale(const exact& c, csr<Scalar> a) {
    if (c.is_zero()) {
        return {a.rows, a.cols, std::vector<index_t>(a.row_begin.size(), 0), {}, {}};
    }
    for (auto& value : a.values) value = Scalar(c) * value;
    return a;
}

template <class Scalar>
csr<Scalar> assemble(const std::vector<csr<Scalar>>& blocks, std::size_t width) {
    csr<Scalar> result;
    for (std::size_t j = 0; j < width; ++j) result.cols += blocks[j].cols;
    for (std::size_t first = 0; first < blocks.size(); first += width) {
        for (index_t i = 0; i < blocks[first].rows; ++i) {
            index_t shift = 0;
            for (std::size_t j = first; j < first + width; ++j) {
                append_shifted(result, row(blocks[j], i), shift);
                shift += blocks[j].cols;
            }
            end_row(result);
        }
        result.rows += blocks[first].rows;
    }
    return result;
}

template <class Scalar>
csr<Scalar> diagonal(const std::vector<csr<Scalar>>& blocks) {
    csr<Scalar> result;
    for (const auto& block : blocks) {
        for (index_t i = 0; i < block.rows; ++i) {
            append_shifted(result, row(block, i), result.cols);
            end_row(result);
        }
        result.rows += block.rows;
        result.cols += block.cols;
    }
    return result;
}

template <class Scalar>
csr<Scalar> kronecker(const csr<Scalar>& a, const csr<Scalar>& b) {
    csr<Scalar> result{checked::mul(a.rows, b.rows), checked::mul(a.cols, b.cols), {0}, {}, {}};
    require_memory(
        checked::mul(static_cast<index_t>(a.values.size()), static_cast<index_t>(b.values.size())),
        entry_bytes, "the matrix of a Kronecker product");
    for (index_t i = 0; i < a.rows; ++i) {
        const auto left = row(a, i);
        for (index_t k = 0; k < b.rows; ++k) {
            const auto right = row(b, k);
            for (std::size_t j = 0; j < left.columns.size(); ++j) {
                for (std::size_t l = 0; l < right.columns.size(); ++l) {
                    append<Scalar>(result, left.columns[j] * b.cols + right.columns[l],
                                   left.values[j] * right.values[l]);
                }
            }
            end_row(result);
        }
    }
    return result;
}

// Counting sort by column: O(rows + cols + entries).
template <class Scalar>
csr<Scalar> transpose(const csr<Scalar>& a) {
    csr<Scalar> result{
        a.cols, a.rows, std::vector<index_t>(static_cast<std::size_t>(a.cols) + 1, 0),
        std::vector<index_t>(a.columns.size()), std::vector<Scalar>(a.values.size())};
    for (const index_t column : a.columns) ++result.row_begin[static_cast<std::size_t>(column) + 1];
    for (std::size_t j = 1; j < result.row_begin.size(); ++j) {
        result.row_begin[j] += result.row_begin[j - 1];
    }
    std::vector<index_t> next(result.row_begin.begin(), result.row_begin.end() - 1);
    for (index_t i = 0; i < a.rows; ++i) {
        const auto view = row(a, i);
        for (std::size_t k = 0; k < view.columns.size(); ++k) {
            const auto to =
                static_cast<std::size_t>(next[static_cast<std::size_t>(view.columns[k])]++);
            result.columns[to] = i;
            result.values[to] = view.values[k];
        }
    }
    return result;
}

template csr<exact> multiply(const csr<exact>&, const csr<exact>&);
template csr<exact> add(const csr<exact>&, const csr<exact>&);
template csr<exact> scale(const exact&, csr<exact>);
template csr<exact> assemble(const std::vector<csr<exact>>&, std::size_t);
template csr<exact> diagonal(const std::vector<csr<exact>>&);
template csr<exact> kronecker(const csr<exact>&, const csr<exact>&);
template csr<exact> transpose(const csr<exact>&);

template csr<polynomial> multiply(const csr<polynomial>&, const csr<polynomial>&);
template csr<polynomial> add(const csr<polynomial>&, const csr<polynomial>&);
template csr<polynomial> scale(const exact&, csr<polynomial>);
template csr<polynomial> assemble(const std::vector<csr<polynomial>>&, std::size_t);
template csr<polynomial> diagonal(const std::vector<csr<polynomial>>&);
template csr<polynomial> kronecker(const csr<polynomial>&, const csr<polynomial>&);
template csr<polynomial> transpose(const csr<polynomial>&);

template csr<float> transpose(const csr<float>&);
template csr<double> transpose(const csr<double>&);
template csr<std::complex<float>> transpose(const csr<std::complex<float>>&);
template csr<std::complex<double>> transpose(const csr<std::complex<double>>&);

}  // namespace noble
