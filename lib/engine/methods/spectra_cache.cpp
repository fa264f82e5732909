#include "engine/methods/spectra_cache.hpp"

#include <algorithm>
#include <list>
#include <mutex>
#include <ranges>
#include <utility>

#include "base/checked.hpp"

namespace noble::engine {
namespace {

// Remembered at a time; none of them is kept alive.
constexpr std::size_t most_entries = 32;

template <class T>
bool has_real_taps(const canonical<T>& form) {
    return std::ranges::all_of(form.taps(), [](const auto& t) { return std::imag(t.value) == 0; });
}

// Filters turned round in time: whether they come first, by where they begin, then by their taps.
template <class T>
bool is_mirror_first(const canonical<T>& form) {
    const auto taps = form.taps();
    const index_t begin = taps.front().offset;
    const index_t mirrored = checked::neg(taps.back().offset);
    if (begin != mirrored) return mirrored < begin;
    const auto place = [](const auto& t) { return std::pair(t.offset, std::real(t.value)); };
    const auto mirror = [](const auto& t) { return std::pair(-t.offset, std::real(t.value)); };
    return std::ranges::lexicographical_compare(taps | std::views::reverse, taps, {}, mirror,
                                                place);
}

// Whether the transpose's spectra are kept in place of the form's.
template <class T>
bool is_kept_transposed(const canonical<T>& form) {
    if (!has_real_taps(form)) return false;
    if (form.outputs() != form.inputs()) return form.outputs() > form.inputs();
    return form.outputs() == 1 && is_mirror_first(form);
}

template <class T>
class cache {
 public:
    using real = real_of<T>;
    using pointer = std::shared_ptr<const spectra<real>>;

    pointer find(const canonical<T>& form, const block_grid& grid,
                 const kernels::table<real>& kernels) {
        if (auto known = known_spectra(form, grid, kernels.width)) return known;
        // Made outside the lock: others need not wait, and making may throw.
        const auto made = std::make_shared<const known>(form, grid, kernels);
        const std::lock_guard lock(mutex_);
        entries_.push_front(made);
        if (entries_.size() > most_entries) entries_.pop_back();
        return filters_of(made);
    }

 private:
    // Kept together: the form goes with the last plan that holds the spectra.
    struct known {
        known(const canonical<T>& a, const block_grid& grid, const kernels::table<real>& kernels)
            : form(a), width(kernels.width), filters(form, grid, kernels) {}
        canonical<T> form;
        index_t width;
        spectra<real> filters;
    };

    static pointer filters_of(const std::shared_ptr<const known>& entry) {
        return {entry, &entry->filters};
    }

    pointer known_spectra(const canonical<T>& form, const block_grid& grid, index_t width) {
        const std::lock_guard lock(mutex_);
        std::erase_if(entries_, [](const auto& e) { return e.expired(); });
        for (const auto& e : entries_) {
            const auto entry = e.lock();
            if (entry && entry->filters.transforms().points() == grid.block.points &&
                entry->width == width && entry->form == form) {
                return filters_of(entry);
            }
        }
        return nullptr;
    }

    std::mutex mutex_;
    std::list<std::weak_ptr<const known>> entries_;
};

template <class T>
cache<T>& all_spectra() {
    static cache<T> all;
    return all;
}

// The blocks of the transpose, of as many points.
block_grid transpose(block_grid grid) {
    std::swap(grid.outputs, grid.inputs);
    grid.span = {-grid.span.last, -grid.span.first};
    return grid;
}

}  // namespace

template <class T>
found_spectra<real_of<T>> find_spectra(const canonical<T>& form, const block_grid& grid,
                                       const kernels::table<real_of<T>>& kernels) {
    if (!is_kept_transposed(form)) return {all_spectra<T>().find(form, grid, kernels), false};
    return {all_spectra<T>().find(transpose(form), transpose(grid), kernels), true};
}

template found_spectra<float> find_spectra(const canonical<float>&, const block_grid&,
                                           const kernels::table<float>&);
template found_spectra<double> find_spectra(const canonical<double>&, const block_grid&,
                                            const kernels::table<double>&);
template found_spectra<float> find_spectra(const canonical<std::complex<float>>&, const block_grid&,
                                           const kernels::table<float>&);
template found_spectra<double> find_spectra(const canonical<std::complex<double>>&,
                                            const block_grid&, const kernels::table<double>&);

}  // namespace noble::engine
