#include "engine/taps/tap_chunks.hpp"

#include <algorithm>

namespace noble::engine {
namespace {

// All taps by offset, then row.
template <class T>
std::vector<periodic_tap<T>> by_offset(const canonical<T>& form) {
    std::vector<periodic_tap<T>> taps(form.taps().begin(), form.taps().end());
    if (form.outputs() > 1) std::ranges::stable_sort(taps, {}, &periodic_tap<T>::offset);
    return taps;
}

// Collects the taps of one chunk, row by row.
template <class T>
class chunk_maker {
 public:
    using real = real_of<T>;

    chunk_maker(index_t rows, index_t spacing)
        : spacing_(spacing), re_(static_cast<std::size_t>(rows)), im_(re_.size()) {}

    [[nodiscard]] bool takes(const periodic_tap<T>& tap) const {
        if (is_empty_) return true;
        const auto row = static_cast<std::size_t>(tap.row);
        const auto taps = static_cast<index_t>(std::max(re_[row].size(), im_[row].size()));
        return tap.offset - first_ < most_chunk_span && taps < most_chunk_taps;
    }

    void add(const periodic_tap<T>& tap) {
        if (is_empty_) first_ = tap.offset;
        is_empty_ = false;
        last_ = tap.offset;
        const auto row = static_cast<std::size_t>(tap.row);
        if (std::real(tap.value) != 0) re_[row].push_back({tap.offset, std::real(tap.value)});
        if (std::imag(tap.value) != 0) im_[row].push_back({tap.offset, std::imag(tap.value)});
    }

    [[nodiscard]] bool is_empty() const { return is_empty_; }

    tap_chunk<real> finish() {
        tap_chunk<real> result{first_, last_, {}};
        for (std::size_t row = 0; row < re_.size(); ++row) {
            if (re_[row].empty() && im_[row].empty()) continue;
            result.rows.push_back({static_cast<index_t>(row),
                                   bundle_taps(re_[row], spacing_, first_),
                                   bundle_taps(im_[row], spacing_, first_)});
            re_[row].clear();
            im_[row].clear();
        }
        is_empty_ = true;
        return result;
    }

 private:
    index_t spacing_;
    index_t first_ = 0;
    index_t last_ = 0;
    bool is_empty_ = true;
    std::vector<std::vector<offset_tap<real>>> re_;
    std::vector<std::vector<offset_tap<real>>> im_;
};

}  // namespace

template <class T>
std::vector<tap_chunk<real_of<T>>> chunks_of(const canonical<T>& form, index_t spacing) {
    std::vector<tap_chunk<real_of<T>>> chunks;
    chunk_maker<T> maker(form.outputs(), spacing);
    for (const auto& tap : by_offset(form)) {
        if (!maker.takes(tap)) chunks.push_back(maker.finish());
        maker.add(tap);
    }
    if (!maker.is_empty()) chunks.push_back(maker.finish());
    return chunks;
}

template <class Real>
index_t widest(const std::vector<tap_chunk<Real>>& chunks) {
    index_t span = 0;
    for (const auto& c : chunks) span = std::max(span, c.span());
    return span;
}

template <class Real>
bool has_complex_taps(const std::vector<tap_chunk<Real>>& chunks) {
    return std::ranges::any_of(chunks, [](const tap_chunk<Real>& c) {
        return std::ranges::any_of(c.rows, [](const auto& row) { return !row.im.is_empty(); });
    });
}

template std::vector<tap_chunk<float>> chunks_of(const canonical<float>&, index_t);
template std::vector<tap_chunk<double>> chunks_of(const canonical<double>&, index_t);
template std::vector<tap_chunk<float>> chunks_of(const canonical<std::complex<float>>&, index_t);
template std::vector<tap_chunk<double>> chunks_of(const canonical<std::complex<double>>&, index_t);
template index_t widest(const std::vector<tap_chunk<float>>&);
template index_t widest(const std::vector<tap_chunk<double>>&);
template bool has_complex_taps(const std::vector<tap_chunk<float>>&);
template bool has_complex_taps(const std::vector<tap_chunk<double>>&);

}  // namespace noble::engine
