#include "noble/linear_map.hpp"

#include <algorithm>
#include <numeric>

#include "algebra/words/is_real.hpp"
#include "base/checked.hpp"
#include "base/flatten.hpp"
#include "finite/map_shape.hpp"
#include "noble/bank.hpp"
#include "noble/op2d.hpp"

namespace noble {

struct linear_map::data {
    map_node::any node;
    extents out_shape;
    extents in_shape;
    index_t rows = 0;
    index_t cols = 0;
    bool real = true;  ///< of all but bound words
    bool numeric = true;
    bool custom = false;
    int depth = 1;
};

namespace {

constexpr int most_depth = 1'000;

struct summary {
    extents out_shape;
    extents in_shape;
    bool real = true;
    bool numeric = true;
    bool custom = false;
    int depth = 1;
};

index_t volume(const extents& shape) {
    return std::accumulate(shape.begin(), shape.end(), index_t{1}, checked::mul);
}

// At most `size` bytes of UTF-8, in whole characters.
std::string start_of(const std::string& text, std::size_t size) {
    while ((static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) --size;
    return text.substr(0, size);
}

std::string named(const linear_map& a) {
    constexpr std::size_t longest = 100;
    std::string text = to_string(a);
    if (text.size() <= longest) return text;
    return start_of(text, longest - 3) + "... (" + shape_text(a) + ")";
}

void include(summary& s, const linear_map& part) {
    s.real = s.real && part.is_real();
    s.numeric = s.numeric && part.is_numeric();
    s.custom = s.custom || part.has_custom();
    s.depth = std::max(s.depth, part.depth() + 1);
    if (s.depth > most_depth) {
        throw limit_error("a map nested more than " + std::to_string(most_depth) + " deep");
    }
}

summary summarise(const map_node::bound_word& a) {
    require_extendable(a.boundary, a.n);
    summary s{{a.outputs.count()}, {a.n}, true, a.word.is_numeric(), false};
    if (a.transposed) std::swap(s.out_shape, s.in_shape);
    return s;
}

summary summarise(const map_node::product& a) {
    summary s{a.factors.front().out_shape(), a.factors.back().in_shape()};
    for (const auto& factor : a.factors) include(s, factor);
    for (std::size_t i = 0; i + 1 < a.factors.size(); ++i) {
        const auto& after = a.factors[i];
        const auto& before = a.factors[i + 1];
        if (after.cols() == before.rows()) continue;
        throw shape_error(named(after) + " cannot follow " + named(before) + ": it takes " +
                          std::to_string(after.cols()) + " inputs and is given " +
                          std::to_string(before.rows()));
    }
    return s;
}

// Whether two arrays can be added: of one shape, or as many elements where one of them is flat.
bool fits(const extents& a, const extents& b) {
    return a == b || ((a.size() == 1 || b.size() == 1) && volume(a) == volume(b));
}

summary summarise(const map_node::sum& a) {
    const auto& first = a.terms.front();
    summary s{first.out_shape(), first.in_shape()};
    for (const auto& term : a.terms) {
        include(s, term);
        if (fits(term.out_shape(), first.out_shape()) && fits(term.in_shape(), first.in_shape())) {
            continue;
        }
        throw shape_error("a sum needs one shape: " + named(first) + " is " + shape_text(first) +
                          ", " + named(term) + " is " + shape_text(term));
    }
    return s;
}

summary summarise(const map_node::scaled& a) {
    const auto& map = a.map.front();
    summary s{map.out_shape(), map.in_shape()};
    include(s, map);
    s.real = s.real && a.c.is_real();
    return s;
}

void require_size(const linear_map& map, const char* what, index_t given, index_t needed) {
    if (given == needed) return;
    throw shape_error("blocks do not line up: " + named(map) + " has " + std::to_string(given) +
                      " " + what + " beside blocks of " + std::to_string(needed));
}

summary summarise(const map_node::block& a) {
    summary s;
    index_t rows = 0;
    index_t cols = 0;
    for (std::size_t i = 0; i < a.maps.size(); ++i) {
        const auto& map = a.maps[i];
        include(s, map);
        const std::size_t column = i % a.width;
        require_size(map, "rows", map.rows(), a.maps[i - column].rows());
        require_size(map, "columns", map.cols(), a.maps[column].cols());
        if (column == 0) rows = checked::add(rows, map.rows());
        if (i < a.width) cols = checked::add(cols, map.cols());
    }
    s.out_shape = {rows};
    s.in_shape = {cols};
    return s;
}

summary summarise(const map_node::block_diag& a) {
    summary s;
    index_t rows = 0;
    index_t cols = 0;
    for (const auto& map : a.maps) {
        include(s, map);
        rows = checked::add(rows, map.rows());
        cols = checked::add(cols, map.cols());
    }
    s.out_shape = {rows};
    s.in_shape = {cols};
    return s;
}

summary summarise(const map_node::kron& a) {
    summary s;
    for (const auto& map : a.maps) {
        include(s, map);
        s.out_shape.insert(s.out_shape.end(), map.out_shape().begin(), map.out_shape().end());
        s.in_shape.insert(s.in_shape.end(), map.in_shape().begin(), map.in_shape().end());
    }
    return s;
}

summary summarise(const map_node::custom& a) {
    if (a.rows < 0 || a.cols < 0) {
        throw shape_error("a custom map of " + std::to_string(a.rows) + " x " +
                          std::to_string(a.cols) + "; sizes must be at least 0");
    }
    const bool real = std::get<0>(a.forward) != nullptr || std::get<1>(a.forward) != nullptr;
    return {{a.rows}, {a.cols}, real, true, true};
}

void require_blocks(const std::vector<linear_map>& maps) {
    if (maps.empty()) throw shape_error("a stack of no maps has no shape");
}

}  // namespace

linear_map::linear_map(map_node::any node) {
    auto s = std::visit([](const auto& n) { return summarise(n); }, node);
    const index_t rows = volume(s.out_shape);
    const index_t cols = volume(s.in_shape);
    data_ = std::make_shared<const data>(data{std::move(node), std::move(s.out_shape),
                                              std::move(s.in_shape), rows, cols, s.real, s.numeric,
                                              s.custom, s.depth});
}

const map_node::any& linear_map::root() const noexcept { return data_->node; }
index_t linear_map::rows() const noexcept { return data_->rows; }
index_t linear_map::cols() const noexcept { return data_->cols; }
const extents& linear_map::out_shape() const noexcept { return data_->out_shape; }
const extents& linear_map::in_shape() const noexcept { return data_->in_shape; }

// A bound word is looked through when it is asked: A(x) makes one in each call and never asks.
bool linear_map::is_real() const noexcept {
    const auto* a = std::get_if<map_node::bound_word>(&data_->node);
    return a != nullptr ? noble::is_real(a->word) : data_->real;
}

bool linear_map::is_numeric() const noexcept { return data_->numeric; }
bool linear_map::has_custom() const noexcept { return data_->custom; }
int linear_map::depth() const noexcept { return data_->depth; }

linear_map op::on(index_t n, window w, boundary b) const {
    require_extendable(b, n);
    return linear_map(map_node::bound_word{*this, n, w.of(*this, n), b});
}

linear_map operator*(const linear_map& a, const linear_map& b) {
    return linear_map(map_node::product{flattened(std::vector{a, b}, &map_node::product::factors)});
}

linear_map operator*(const exact& c, const linear_map& a) {
    return linear_map(map_node::scaled{c, {a}});
}

linear_map operator+(const linear_map& a, const linear_map& b) {
    return linear_map(map_node::sum{flattened(std::vector{a, b}, &map_node::sum::terms)});
}

linear_map operator-(const linear_map& a, const linear_map& b) { return a + -b; }

linear_map operator-(const linear_map& a) { return exact(-1) * a; }

linear_map pad(index_t n, index_t before, index_t after, boundary b) {
    const index_t count = checked::add(checked::add(n, before), after);
    return identity().on(n, window(checked::neg(before), count), b);
}

linear_map crop(index_t n, index_t before, index_t after) {
    return pad(checked::sub(checked::sub(n, before), after), before, after).T();
}

linear_map hstack(const std::vector<linear_map>& maps) {
    require_blocks(maps);
    return linear_map(map_node::block{maps, maps.size()});
}

linear_map vstack(const std::vector<linear_map>& maps) {
    require_blocks(maps);
    return linear_map(map_node::block{maps, 1});
}

linear_map block(const std::vector<std::vector<linear_map>>& grid) {
    std::vector<linear_map> maps;
    for (const auto& row : grid) {
        if (row.size() != grid.front().size()) {
            throw shape_error("a grid of blocks has rows of " +
                              std::to_string(grid.front().size()) + " and of " +
                              std::to_string(row.size()) + " maps");
        }
        maps.insert(maps.end(), row.begin(), row.end());
    }
    require_blocks(maps);
    return linear_map(map_node::block{std::move(maps), grid.front().size()});
}

linear_map block_diag(const std::vector<linear_map>& maps) {
    require_blocks(maps);
    return linear_map(map_node::block_diag{maps});
}

linear_map kron(const linear_map& a, const linear_map& b) {
    return linear_map(map_node::kron{flattened(std::vector{a, b}, &map_node::kron::maps)});
}

linear_map op2d::on(index_t n_rows, index_t n_cols, window w_rows, window w_cols, boundary b_rows,
                    boundary b_cols) const {
    std::vector<op> rows;
    std::vector<op> cols;
    for (const auto& t : terms_) rows.push_back(t.rows), cols.push_back(t.cols);
    const interval kept_rows = w_rows.of(sum_of(rows), n_rows);
    const interval kept_cols = w_cols.of(sum_of(cols), n_cols);
    const window on_rows(kept_rows.begin, kept_rows.count());
    const window on_cols(kept_cols.begin, kept_cols.count());
    std::vector<linear_map> maps;
    maps.reserve(terms_.size());
    for (const auto& t : terms_) {
        maps.push_back(
            kron(t.rows.on(n_rows, on_rows, b_rows), t.cols.on(n_cols, on_cols, b_cols)));
    }
    if (maps.size() == 1) return maps.front();
    return linear_map(map_node::sum{std::move(maps)});
}

linear_map bank::on(index_t n, window w, boundary b) const {
    std::vector<linear_map> maps;
    maps.reserve(words_.size());
    const auto first = words_.begin();
    (void)sum_of({first, first + inputs_});  // inputs of one rate, or a rate_error
    for (const auto& word : words_) maps.push_back(word.on(n, w, b));
    return linear_map(map_node::block{std::move(maps), static_cast<std::size_t>(inputs_)});
}

}  // namespace noble
