// Words as block diagrams: the signal flows from left to right, so that a product's last factor
// comes first.
#include <algorithm>
#include <cmath>

#include "plot/drawing/stems.hpp"
#include "plot/panels/diagram.hpp"
#include "plot/panels/panels.hpp"

namespace noble::drawing {
namespace {

constexpr std::size_t most_in_chain = 12;
constexpr std::size_t most_branches = 12;
constexpr int most_depth = 4;

std::string phase_text(index_t p) { return p == 0 ? "" : "phase " + number(p); }

std::string short_name(const sequence& q) {
    constexpr index_t most_taps = 6;
    constexpr double most_width = 110;
    std::string text = q.count() <= 64 && q.length() <= most_taps ? to_string(q) : "";
    if (!text.empty() && text_width(text, 10) <= most_width) return text;
    if (!q.is_numeric()) return fitted(to_string(q), most_width, 10);
    return number(q.length()) + " taps";
}

// Heights within −1 … 1 of at most 40 groups of taps, the greatest of each.
std::vector<double> heights(const sequence& q) {
    if (!q.is_numeric()) return {};
    constexpr index_t most = 40;
    const auto list = q.taps<exact>();
    const index_t group = (q.length() + most - 1) / most;
    std::vector<double> values(static_cast<std::size_t>((q.length() + group - 1) / group));
    double peak = 0;
    for (const auto& t : list) {
        const auto z = t.value.to<std::complex<double>>();
        const double value = z.imag() == 0 ? z.real() : std::abs(z);
        double& at = values[static_cast<std::size_t>((t.index - q.first()) / group)];
        if (std::abs(value) > std::abs(at)) at = value;
        peak = std::max(peak, std::abs(value));
    }
    if (!std::isfinite(peak)) return {};
    for (double& v : values) v = peak > 0 ? v / peak : 0;
    return values;
}

block collapsed(index_t letters) { return box("…", number(letters) + " letters", false); }

// The first and the last of a long list, with what is left out between them as `gap`.
template <class Part, class Make, class Gap>
std::vector<block> abridged(const std::vector<Part>& parts, std::size_t most, const Make& make,
                            const Gap& gap) {
    std::vector<block> list;
    const std::size_t head = parts.size() <= most ? parts.size() : most / 2;
    const std::size_t tail = parts.size() <= most ? 0 : most - head - 1;
    for (std::size_t i = 0; i < head; ++i) list.push_back(make(parts[i]));
    if (tail > 0) {
        list.push_back(gap(static_cast<index_t>(parts.size() - head - tail)));
        for (std::size_t i = parts.size() - tail; i < parts.size(); ++i) {
            list.push_back(make(parts[i]));
        }
    }
    return list;
}

struct letter_block {
    int depth;

    block operator()(const node::identity& /*a*/) const { return wire(30); }
    block operator()(const node::delay& a) const {
        return box(a.d == -1 ? "z" : "z" + superscript(-a.d), "", false);
    }
    block operator()(const node::scale& a) const { return gain(fitted(label(a.c), 90, 10)); }
    block operator()(const node::down& a) const {
        return box("↓" + number(a.k), phase_text(a.p), true);
    }
    block operator()(const node::up& a) const {
        return box("↑" + number(a.k), phase_text(a.p), true);
    }
    block operator()(const node::conv& a) const {
        return filter_box(heights(a.q), short_name(a.q));
    }
    block operator()(const node::product& a) const {
        std::vector<op> flow(a.factors.rbegin(), a.factors.rend());
        return chain(abridged(
            flow, most_in_chain, [&](const op& factor) { return inner(factor); },
            [](index_t count) { return box("…", number(count) + " more", false); }));
    }
    block operator()(const node::sum& a) const {
        return parallel(abridged(
            a.terms, most_branches, [&](const op& term) { return inner(term); },
            [](index_t count) { return box("⋮", number(count) + " more", false); }));
    }

    [[nodiscard]] block inner(const op& a) const {
        constexpr index_t most_letters = 40;
        if (depth >= most_depth || (depth > 1 && a.size() > most_letters)) {
            return a.size() == 1 ? std::visit(*this, a.root()) : collapsed(a.size());
        }
        return std::visit(letter_block{depth + 1}, a.root());
    }
};

block block_of(const op& a) { return std::visit(letter_block{0}, a.root()); }

panel diagram_of(const block& whole, const std::string& note) {
    return {"Block diagram", note, std::max(page_width, whole.width), whole.above + whole.below,
            [whole](canvas& out) { out.moved(0, whole.above, whole.draw); }};
}

std::vector<index_t> counted(index_t n) {
    std::vector<index_t> list;
    for (index_t i = 0; i < n; ++i) list.push_back(i);
    return list;
}

block more_channels(index_t count) { return terminal("⋮ " + number(count) + " more"); }

// Every input of output i with a word of its own, added.
block output_channel(const bank& a, index_t i) {
    const auto branch = [&](index_t j) {
        return chain({terminal(a.inputs() == 1 ? "x" : "x" + std::to_string(j)),
                      block_of(a.at(i, j)), wire(2)});
    };
    const auto branches = abridged(counted(a.inputs()), most_branches, branch, more_channels);
    const std::string name = a.outputs() == 1 ? "y" : "y" + std::to_string(i);
    if (branches.size() == 1) return chain({branches.front(), terminal(name)});
    return chain({fan_in(branches), terminal(name)});
}

block analysis(const bank& a) {
    const auto branch = [&](index_t i) {
        return chain({wire(2), block_of(a.at(i, 0)), terminal("y" + std::to_string(i))});
    };
    return chain({terminal("x"),
                  fan_out(abridged(counted(a.outputs()), most_branches, branch, more_channels))});
}

}  // namespace

panel diagram_panel(const op& a) {
    return diagram_of(chain({terminal("x[m]"), block_of(a), terminal("y[n]")}), "");
}

panel diagram_panel(const op2d& a) {
    const auto term = [](const op2d::term& t) {
        return chain({framed(chain({wire(2), block_of(t.cols), wire(2)}), "along axis 1"),
                      framed(chain({wire(2), block_of(t.rows), wire(2)}), "along axis 0")});
    };
    const auto terms = abridged(a.terms(), most_branches, term, [](index_t count) {
        return box("⋮", number(count) + " more", false);
    });
    const block middle = terms.size() == 1 ? terms.front() : parallel(terms);
    return diagram_of(chain({terminal("x"), middle, terminal("y")}), "");
}

panel diagram_panel(const bank& a) {
    if (a.inputs() == 1 && a.outputs() > 1) return diagram_of(analysis(a), "");
    const auto outputs = abridged(
        counted(a.outputs()), most_branches, [&](index_t i) { return output_channel(a, i); },
        more_channels);
    return diagram_of(stacked(outputs), "");
}

}  // namespace noble::drawing
