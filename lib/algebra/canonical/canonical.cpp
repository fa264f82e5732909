#include "noble/canonical.hpp"

#include <algorithm>
#include <string>

#include "algebra/canonical/ring.hpp"
#include "base/checked.hpp"
#include "noble/error.hpp"

namespace noble {
namespace {

template <class Scalar>
using entries = std::vector<periodic_tap<Scalar>>;

template <class Scalar>
bool by_place(const periodic_tap<Scalar>& a, const periodic_tap<Scalar>& b) {
    return a.row != b.row ? a.row < b.row : a.offset < b.offset;
}

// Sorts, adds up taps at the same place and drops zeros.
template <class Scalar>
entries<Scalar> collected(entries<Scalar> taps) {
    if (!std::ranges::is_sorted(taps, by_place<Scalar>)) {
        std::ranges::stable_sort(taps, by_place<Scalar>);
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < taps.size();) {
        std::size_t j = i + 1;
        for (; j < taps.size() && taps[j].row == taps[i].row && taps[j].offset == taps[i].offset;
             ++j) {
            taps[i].value += taps[j].value;
        }
        if (taps[i].value != Scalar()) {
            if (kept != i) taps[kept] = std::move(taps[i]);
            ++kept;
        }
        i = j;
    }
    taps.erase(taps.begin() + static_cast<std::ptrdiff_t>(kept), taps.end());
    return taps;
}

void require_entries(double count, std::size_t bytes) {
    const auto most = static_cast<double>(memory_limit());
    require_memory(static_cast<index_t>(std::min(count, most + 1)), bytes,
                   "the canonical form of this word");
}

// The prime factors of n ≥ 1, with repeats, by trial division up to √n.
std::vector<index_t> prime_factors(index_t n) {
    std::vector<index_t> primes;
    for (index_t p = 2; p <= n / p; ++p) {
        for (; n % p == 0; n /= p) primes.push_back(p);
    }
    if (n > 1) primes.push_back(n);
    return primes;
}

// Whether the kernel already has the period (L/f, M/f): row r + L/f is row r shifted by M/f.
// Rows as blocks of f equal parts: the taps split into f runs that are shifts of the first.
template <class Scalar>
bool has_period(const canonical<Scalar>& a, index_t f) {
    const auto taps = a.taps();
    const auto parts = static_cast<std::size_t>(f);
    if (taps.size() % parts != 0) return false;
    const std::size_t run = taps.size() / parts;
    const index_t rows = a.outputs() / f;
    const index_t shift = a.inputs() / f;
    for (std::size_t i = 0; i + run < taps.size(); ++i) {
        const auto& here = taps[i];
        const auto& next = taps[i + run];
        if (next.row != here.row + rows || next.offset != checked::add(here.offset, shift) ||
            next.value != here.value) {
            return false;
        }
    }
    return taps.empty() || taps[run - 1].row < rows;
}

template <class Scalar>
canonical<Scalar> shrink(const canonical<Scalar>& a, index_t f) {
    const auto taps = a.taps();
    const auto kept = taps.first(taps.size() / static_cast<std::size_t>(f));
    return {a.outputs() / f, a.inputs() / f, entries<Scalar>(kept.begin(), kept.end())};
}

}  // namespace

template <class Scalar>
canonical<Scalar>::canonical(index_t outputs, index_t inputs, std::vector<entry> taps)
    : outputs_(outputs), inputs_(inputs) {
    if (outputs < 1 || inputs < 1) {
        throw argument_error("a period of (" + std::to_string(outputs) + ", " +
                             std::to_string(inputs) + ") is not positive");
    }
    const auto outside = [&](const entry& t) { return t.row < 0 || t.row >= outputs; };
    if (std::ranges::any_of(taps, outside)) {
        throw argument_error("a tap lies outside the rows 0 … " + std::to_string(outputs - 1));
    }
    taps_ = collected(std::move(taps));
}

template <class Scalar>
std::span<const periodic_tap<Scalar>> canonical<Scalar>::row(index_t r) const {
    const auto range = std::ranges::equal_range(taps_, r, {}, &entry::row);
    return {range.begin(), range.end()};
}

template <class Scalar>
canonical<Scalar> stretch(const canonical<Scalar>& a, index_t f) {
    const index_t outputs = checked::mul(a.outputs(), f);
    const index_t inputs = checked::mul(a.inputs(), f);
    require_entries(static_cast<double>(a.taps().size()) * static_cast<double>(f),
                    ring<Scalar>::bytes);
    entries<Scalar> taps;
    taps.reserve(a.taps().size() * static_cast<std::size_t>(f));
    for (index_t i = 0; i < f; ++i) {
        for (const auto& t : a.taps()) {
            taps.push_back(
                {i * a.outputs() + t.row, checked::add(i * a.inputs(), t.offset), t.value});
        }
    }
    return {outputs, inputs, std::move(taps)};
}

template <class Scalar>
canonical<Scalar> add(std::span<const canonical<Scalar>> forms) {
    index_t outputs = 1;
    for (const auto& a : forms) outputs = checked::lcm(outputs, a.outputs());
    entries<Scalar> taps;
    index_t inputs = 0;
    for (const auto& a : forms) {
        const auto same = stretch(a, outputs / a.outputs());
        if (inputs != 0 && same.inputs() != inputs) {
            throw rate_error("forms of different rates have no sum");
        }
        inputs = same.inputs();
        taps.insert(taps.end(), same.taps().begin(), same.taps().end());
    }
    return {outputs, inputs, std::move(taps)};
}

template <class Scalar>
canonical<Scalar> transpose(const canonical<Scalar>& a) {
    entries<Scalar> taps;
    taps.reserve(a.taps().size());
    for (const auto& t : a.taps()) {
        const index_t w = checked::floor_div(t.offset, a.inputs());
        taps.push_back({t.offset - w * a.inputs(),
                        checked::sub(t.row, checked::mul(a.outputs(), w)), t.value});
    }
    return {a.inputs(), a.outputs(), std::move(taps)};
}

template <class Scalar>
canonical<Scalar> conj(const canonical<Scalar>& a) {
    entries<Scalar> taps(a.taps().begin(), a.taps().end());
    for (auto& t : taps) t.value = conj(t.value);
    return {a.outputs(), a.inputs(), std::move(taps)};
}

template <class Scalar>
canonical<Scalar> reduce(canonical<Scalar> form) {
    const index_t common = std::gcd(form.outputs(), form.inputs());
    if (form.is_zero()) return shrink(form, common);
    // The taps of a period repeat too, so a shrinking factor divides their number.
    for (const index_t p :
         prime_factors(std::gcd(common, static_cast<index_t>(form.taps().size())))) {
        if (has_period(form, p)) form = shrink(form, p);
    }
    return form;
}

template <class T>
canonical<T> rounded(const canonical<exact>& a) {
    entries<T> taps;
    taps.reserve(a.taps().size());
    for (const auto& t : a.taps()) {
        taps.push_back({t.row, t.offset, t.value.template to<T>()});
    }
    return {a.outputs(), a.inputs(), std::move(taps)};
}

template class canonical<exact>;
template class canonical<polynomial>;
template class canonical<numbered_polynomial>;
template class canonical<float>;
template class canonical<double>;
template class canonical<std::complex<float>>;
template class canonical<std::complex<double>>;

template canonical<exact> add(std::span<const canonical<exact>>);
template canonical<exact> transpose(const canonical<exact>&);
template canonical<exact> conj(const canonical<exact>&);
template canonical<exact> stretch(const canonical<exact>&, index_t);
template canonical<exact> reduce(canonical<exact>);

template canonical<polynomial> add(std::span<const canonical<polynomial>>);
template canonical<polynomial> transpose(const canonical<polynomial>&);
template canonical<polynomial> conj(const canonical<polynomial>&);
template canonical<polynomial> stretch(const canonical<polynomial>&, index_t);
template canonical<polynomial> reduce(canonical<polynomial>);

template canonical<numbered_polynomial> add(std::span<const canonical<numbered_polynomial>>);
template canonical<numbered_polynomial> transpose(const canonical<numbered_polynomial>&);
template canonical<numbered_polynomial> stretch(const canonical<numbered_polynomial>&, index_t);
template canonical<numbered_polynomial> reduce(canonical<numbered_polynomial>);

template canonical<float> transpose(const canonical<float>&);
template canonical<double> transpose(const canonical<double>&);
template canonical<std::complex<float>> transpose(const canonical<std::complex<float>>&);
template canonical<std::complex<double>> transpose(const canonical<std::complex<double>>&);

template canonical<float> rounded(const canonical<exact>&);
template canonical<double> rounded(const canonical<exact>&);
template canonical<std::complex<float>> rounded(const canonical<exact>&);
template canonical<std::complex<double>> rounded(const canonical<exact>&);

}  // namespace noble
