#include "engine/execution/plan_bytes.hpp"

#include <gmpxx.h>

#include <cmath>
#include <complex>

#include "engine/signals/element.hpp"
#include "noble/canonical.hpp"

namespace noble::engine {
namespace {

double bytes_of(const rational& q) {
    constexpr double of_allocations = 32;
    const auto limbs = mpz_size(q.get_num_mpz_t()) + mpz_size(q.get_den_mpz_t());
    return sizeof(rational) + of_allocations + static_cast<double>(limbs * sizeof(mp_limb_t));
}

// Numbers that are doubles take no memory of their own.
double bytes_of(const exact& value) {
    const auto near = value.to<std::complex<double>>();
    const bool is_finite = std::isfinite(near.real()) && std::isfinite(near.imag());
    if (is_finite && exact(near) == value) return 0;
    return bytes_of(value.re()) + bytes_of(value.im());
}

double bytes_of(const sequence& q) {
    const auto* taps = std::get_if<tap_list<exact>>(&q.storage());
    if (taps == nullptr) return 0;  // unknown taps have no plan
    double sum = 0;
    for (const auto& t : *taps) sum += sizeof(t) + bytes_of(t.value);
    return sum;
}

double bytes_of(const op& word);

// Factors that are one handle are held once, and mostly stand side by side (powers).
double bytes_of_all(const std::vector<op>& parts) {
    double sum = 0;
    const op* last = nullptr;
    for (const auto& part : parts) {
        if (last == nullptr || &last->root() != &part.root()) sum += bytes_of(part);
        last = &part;
    }
    return sum;
}

double bytes_of(const op& word) {
    constexpr double of_node = 128;
    if (const auto* conv = std::get_if<node::conv>(&word.root())) {
        return of_node + bytes_of(conv->q);
    }
    if (const auto* product = std::get_if<node::product>(&word.root())) {
        return of_node + bytes_of_all(product->factors);
    }
    if (const auto* sum = std::get_if<node::sum>(&word.root())) {
        return of_node + bytes_of_all(sum->terms);
    }
    return of_node;
}

struct bytes_of_map {
    double operator()(const map_node::bound_word& a) const { return bytes_of(a.word); }
    double operator()(const map_node::product& a) const { return of_all(a.factors); }
    double operator()(const map_node::sum& a) const { return of_all(a.terms); }
    double operator()(const map_node::scaled& a) const { return of_all(a.map); }
    double operator()(const map_node::block& a) const { return of_all(a.maps); }
    double operator()(const map_node::block_diag& a) const { return of_all(a.maps); }
    double operator()(const map_node::kron& a) const { return of_all(a.maps); }
    double operator()(const map_node::custom& /*a*/) const { return 0; }  // not known

    static double of_all(const std::vector<linear_map>& maps) {
        double sum = 0;
        for (const auto& map : maps) sum += std::visit(bytes_of_map{}, map.root());
        return sum;
    }
};

template <class T>
double bytes_of(const plan_stage& stage) {
    constexpr double of_row = 256;
    const auto outputs = static_cast<double>(stage.outputs);
    // The kernel that spectra are known by; the method's taps, and those for columns or phases.
    const double of_tap = sizeof(periodic_tap<T>) + 2 * (sizeof(index_t) + sizeof(T));
    // Complex spectra of L·M filters, and as many roots of unity.
    const double of_point =
        2 * sizeof(real_of<T>) * (1 + outputs * static_cast<double>(stage.inputs));
    return outputs * of_row + static_cast<double>(stage.taps) * of_tap +
           static_cast<double>(stage.transform) * of_point;
}

}  // namespace

template <class T>
double plan_bytes(const plan<T>& p) {
    double sum = std::visit(bytes_of_map{}, p.map().root());
    for (const auto& stage : p.explain().stages) sum += bytes_of<T>(stage);
    return sum;
}

template double plan_bytes(const plan<float>&);
template double plan_bytes(const plan<double>&);
template double plan_bytes(const plan<std::complex<float>>&);
template double plan_bytes(const plan<std::complex<double>>&);

}  // namespace noble::engine
