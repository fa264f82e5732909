#include "verbs/matrix_files.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <complex>
#include <type_traits>
#include <vector>

#include "noble/error.hpp"
#include "noble/matrix.hpp"
#include "noble/signal_file.hpp"
#include "output/json.hpp"

namespace noble::app {
namespace {

// Calls f(row, column, value) for every stored entry.
template <class Scalar, class F>
void for_each_entry(const csr<Scalar>& a, const F& f) {
    for (index_t i = 0; i < a.rows; ++i) {
        const auto row = static_cast<std::size_t>(i);
        for (auto k = a.row_begin[row]; k < a.row_begin[row + 1]; ++k) {
            f(i, a.columns[static_cast<std::size_t>(k)], a.values[static_cast<std::size_t>(k)]);
        }
    }
}

template <class Real>
std::string shortest(Real value) {
    std::array<char, 64> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    return {text.data(), end};
}

template <class Real>
std::string market_text(Real value) {
    return shortest(value);
}

template <class Real>
std::string market_text(const std::complex<Real>& value) {
    return shortest(value.real()) + ' ' + shortest(value.imag());
}

template <class Scalar>
bool is_integer(const Scalar& value) {
    if constexpr (std::is_floating_point_v<Scalar>) {
        constexpr Scalar most = 1e15F;  // to_chars writes larger ones with an exponent
        return std::abs(value) < most && std::trunc(value) == value;
    } else {
        return false;
    }
}

template <class Scalar>
const char* market_field(const csr<Scalar>& a) {
    if constexpr (!std::is_floating_point_v<Scalar>) {
        return "complex";
    } else {
        return std::ranges::all_of(a.values, is_integer<Scalar>) ? "integer" : "real";
    }
}

template <class Scalar>
void write_market(const csr<Scalar>& a, std::ostream& out) {
    const std::string field = market_field(a);
    const bool integers = field == "integer";
    out << "%%MatrixMarket matrix coordinate " << field << " general\n"
        << a.rows << ' ' << a.cols << ' ' << a.values.size() << '\n';
    for_each_entry(a, [&](index_t i, index_t j, const Scalar& value) {
        out << i + 1 << ' ' << j + 1 << ' ';
        if constexpr (std::is_floating_point_v<Scalar>) {
            if (integers) {
                out << static_cast<index_t>(value) << '\n';
                return;
            }
        }
        out << market_text(value) << '\n';
    });
}

json json_value(double value) { return value; }
json json_value(float value) { return value; }
json json_value(const polynomial& value) { return to_string(value); }
template <class Real>
json json_value(const std::complex<Real>& value) {
    return json::array({value.real(), value.imag()});
}

template <class Scalar>
void write_entries(const csr<Scalar>& a, std::ostream& out) {
    out << R"({"rows":)" << a.rows << R"(,"cols":)" << a.cols << R"(,"entries":[)";
    const char* separator = "";
    for_each_entry(a, [&](index_t i, index_t j, const Scalar& value) {
        out << separator << '[' << i << ',' << j << ',' << json_text(json_value(value)) << ']';
        separator = ",";
    });
    out << "]}\n";
}

}  // namespace

void write_dense(const linear_map& map, element_type type, const std::string& path, bool as_npy) {
    const file_format format = as_npy ? file_format::npy : file_format::csv;
    with_element(type, [&](auto zero) {
        using value = decltype(zero);
        const signal_data dense{.samples = xt::xarray<value>(matrix<value>(map)), .format = format};
        write_signal(path, dense, {.format = format});
    });
}

void write_symbolic_csv(const linear_map& map, std::ostream& out) {
    constexpr std::uint64_t least_bytes = 2;  // "0,"
    require_memory(map.cols(), least_bytes, "a line of the matrix");
    require_memory(map.rows(),
                   least_bytes * static_cast<std::uint64_t>(std::max<index_t>(map.cols(), 1)),
                   "the text of the matrix");
    const auto a = sparse_matrix<polynomial>(map);
    for (index_t i = 0; i < a.rows; ++i) {
        auto k = static_cast<std::size_t>(a.row_begin[static_cast<std::size_t>(i)]);
        const auto end = static_cast<std::size_t>(a.row_begin[static_cast<std::size_t>(i) + 1]);
        for (index_t j = 0; j < a.cols; ++j) {
            const bool stored = k < end && a.columns[k] == j;
            out << (j > 0 ? "," : "") << (stored ? to_string(a.values[k]) : "0");
            if (stored) ++k;
        }
        out << '\n';
    }
}

void write_matrix_market(const linear_map& map, element_type type, std::ostream& out) {
    with_element(type, [&](auto zero) { write_market(sparse_matrix<decltype(zero)>(map), out); });
}

void write_json(const linear_map& map, element_type type, std::ostream& out) {
    if (!map.is_numeric()) return write_entries(sparse_matrix<polynomial>(map), out);
    with_element(type, [&](auto zero) { write_entries(sparse_matrix<decltype(zero)>(map), out); });
}

}  // namespace noble::app
