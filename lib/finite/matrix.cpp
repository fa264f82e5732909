#include "noble/matrix.hpp"

#include <algorithm>
#include <type_traits>

#include "finite/csr_algebra.hpp"
#include "finite/reference.hpp"
#include "finite/word_matrix.hpp"
#include "noble/error.hpp"
#include "noble/huge_pages.hpp"

namespace noble {
namespace {

template <class Scalar>
constexpr bool is_ring = std::is_same_v<Scalar, exact> || std::is_same_v<Scalar, polynomial>;

template <class Scalar>
struct exact_matrix {
    using result = csr<Scalar>;

    static std::vector<result> all(const std::vector<linear_map>& maps) {
        std::vector<result> matrices;
        matrices.reserve(maps.size());
        for (const auto& map : maps) matrices.push_back(of(map));
        return matrices;
    }

    result operator()(const map_node::bound_word& a) const { return word_matrix<Scalar>(a); }

    result operator()(const map_node::product& a) const {
        result product = of(a.factors.back());
        for (std::size_t i = a.factors.size() - 1; i-- > 0;) {
            product = multiply(of(a.factors[i]), product);
        }
        return product;
    }

    result operator()(const map_node::sum& a) const {
        result total = of(a.terms.front());
        for (std::size_t i = 1; i < a.terms.size(); ++i) total = add(total, of(a.terms[i]));
        return total;
    }

    result operator()(const map_node::scaled& a) const { return scale(a.c, of(a.map.front())); }
    result operator()(const map_node::block& a) const { return assemble(all(a.maps), a.width); }
    result operator()(const map_node::block_diag& a) const { return diagonal(all(a.maps)); }

    result operator()(const map_node::kron& a) const {
        result product = of(a.maps.front());
        for (std::size_t i = 1; i < a.maps.size(); ++i) {
            product = kronecker(product, of(a.maps[i]));
        }
        return product;
    }

    result operator()(const map_node::custom& /*a*/) const {
        throw argument_error(
            "a custom map has no exact matrix: it is known only by what it computes");
    }

    static result of(const linear_map& map) { return std::visit(exact_matrix{}, map.root()); }
};

// The columns A e₀, A e₁, …: the only way to see a custom map. Built transposed, row by row.
template <class T>
csr<T> probed(const linear_map& a) {
    const reference<T> run(a);
    csr<T> columns{a.cols(), a.rows(), {0}, {}, {}};
    std::vector<T> x(static_cast<std::size_t>(a.cols()));
    std::vector<T> y(static_cast<std::size_t>(a.rows()));
    for (std::size_t j = 0; j < x.size(); ++j) {
        x[j] = 1;
        run(x.data(), y.data());
        x[j] = 0;
        for (std::size_t i = 0; i < y.size(); ++i) {
            if (y[i] == T{}) continue;
            columns.columns.push_back(static_cast<index_t>(i));
            columns.values.push_back(y[i]);
        }
        columns.row_begin.push_back(static_cast<index_t>(columns.columns.size()));
    }
    return transpose(columns);
}

template <class T>
csr<T> rounded(const csr<exact>& a) {
    csr<T> result{a.rows, a.cols, a.row_begin, a.columns, {}};
    result.values.reserve(a.values.size());
    for (const auto& value : a.values) result.values.push_back(value.to<T>());
    return result;
}

}  // namespace

template <class Scalar>
csr<Scalar> sparse_matrix(const linear_map& a) {
    if constexpr (is_ring<Scalar>) {
        return exact_matrix<Scalar>::of(a);
    } else {
        if (const auto* word = std::get_if<map_node::bound_word>(&a.root())) {
            return word_matrix<Scalar>(*word);
        }
        if (a.has_custom()) return probed<Scalar>(a);
        return rounded<Scalar>(sparse_matrix<exact>(a));
    }
}

template <class T>
xt::xtensor<T, 2> matrix(const linear_map& a) {
    require_memory(a.rows() > 0 ? a.cols() : 0,
                   sizeof(T) * static_cast<std::uint64_t>(std::max<index_t>(a.rows(), 1)),
                   "a dense matrix of " + std::to_string(a.rows()) + " rows");
    const auto sparse = sparse_matrix<T>(a);
    xt::xtensor<T, 2> dense(std::array<std::size_t, 2>{static_cast<std::size_t>(a.rows()),
                                                       static_cast<std::size_t>(a.cols())});
    prefer_huge_pages(dense.data(), dense.size() * sizeof(T));
    std::fill(dense.data(), dense.data() + dense.size(), T{});
    for (index_t i = 0; i < a.rows(); ++i) {
        T* row = dense.data() + i * a.cols();
        const auto begin = sparse.row_begin[static_cast<std::size_t>(i)];
        const auto end = sparse.row_begin[static_cast<std::size_t>(i) + 1];
        for (auto k = static_cast<std::size_t>(begin); k < static_cast<std::size_t>(end); ++k) {
            row[sparse.columns[k]] = sparse.values[k];
        }
    }
    return dense;
}

template csr<exact> sparse_matrix(const linear_map&);
template csr<polynomial> sparse_matrix(const linear_map&);
template csr<float> sparse_matrix(const linear_map&);
template csr<double> sparse_matrix(const linear_map&);
template csr<std::complex<float>> sparse_matrix(const linear_map&);
template csr<std::complex<double>> sparse_matrix(const linear_map&);

template xt::xtensor<float, 2> matrix(const linear_map&);
template xt::xtensor<double, 2> matrix(const linear_map&);
template xt::xtensor<std::complex<float>, 2> matrix(const linear_map&);
template xt::xtensor<std::complex<double>, 2> matrix(const linear_map&);

}  // namespace noble
