// The reference evaluation of any finite map on contiguous vectors: a map made ready for one
// element type, then run any number of times.
#pragma once

#include <memory>
#include <vector>

#include "finite/polyphase.hpp"
#include "noble/linear_map.hpp"

namespace noble {

template <class T>
class reference {
 public:
    /// Throws argument_error for unknown taps, and for complex taps with a real T.
    explicit reference(const linear_map& map);

    [[nodiscard]] const linear_map& map() const noexcept { return map_; }

    /// y = A x on cols() inputs and rows() outputs, contiguous (row-major), not overlapping.
    void operator()(const T* x, T* y) const;

 private:
    void run(const map_node::bound_word& a, const T* x, T* y) const;
    void run(const map_node::product& a, const T* x, T* y) const;
    void run(const map_node::sum& a, const T* x, T* y) const;
    void run(const map_node::scaled& a, const T* x, T* y) const;
    void run(const map_node::block& a, const T* x, T* y) const;
    void run(const map_node::block_diag& a, const T* x, T* y) const;
    void run(const map_node::kron& a, const T* x, T* y) const;
    void run(const map_node::custom& a, const T* x, T* y) const;

    // Of a bound word; the second is used where a tap is complex.
    using real_rows = std::shared_ptr<const polyphase<T, double>>;
    using wide_rows = std::shared_ptr<const polyphase<T, wide<T>>>;

    linear_map map_;
    std::vector<reference> parts_;
    real_rows real_rows_;
    wide_rows wide_rows_;
};

}  // namespace noble
