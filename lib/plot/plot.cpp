#include "noble/plot.hpp"

#include <gmpxx.h>

#include <algorithm>
#include <cmath>

#include "noble/canonical.hpp"
#include "noble/error.hpp"
#include "plot/drawing/brief.hpp"
#include "plot/panels/kernel2d.hpp"
#include "plot/panels/panels.hpp"
#include "plot/panels/sample_size.hpp"

namespace noble {
namespace {

using drawing::brief;
using drawing::equivalent_filter;
using drawing::is_one_filter;
using drawing::number;
using drawing::panel;
using drawing::phase_filter;
using drawing::written;

constexpr std::array<const char*, pictures.size()> names{"diagram", "taps", "response", "polyphase",
                                                         "matrix"};

void require_fitting(const plot_options& options) {
    if (options.rate && !(*options.rate > 0 && std::isfinite(*options.rate))) {
        throw argument_error("plot: rate must be a finite number of Hz > 0");
    }
}

// The pictures that are asked for, else all that apply.
std::vector<picture> chosen(const plot_options& options, const std::vector<picture>& applying) {
    return options.pictures.empty() ? applying : options.pictures;
}

[[noreturn]] void refuse(picture p, const std::string& kind, const std::string& others) {
    throw argument_error("plot: " + kind + " has no picture `" + to_string(p) + "`; it has " +
                         others);
}

void append(drawing::filter_list& list, const canonical<exact>& form, const std::string& name) {
    const auto add = [&](drawing::filter<exact> f) {
        if (list.drawn.size() == drawing::most_filters) return;
        if (!name.empty()) f.name = f.name.empty() ? name : name + ", " + f.name;
        auto numbers = rounded(f);
        if (!numbers) throw argument_error("plot: taps beyond 1e300 are not drawn");
        list.drawn.push_back(std::move(*numbers));
    };
    if (is_one_filter(form)) {
        ++list.total;
        return add(equivalent_filter(form));
    }
    list.total += form.outputs();
    const auto most = static_cast<index_t>(drawing::most_filters);
    for (index_t r = 0; r < std::min(form.outputs(), most); ++r) add(phase_filter(form, r));
}

std::string title_of(const std::string& word, const plot_options& options) {
    return options.title.empty() ? word : options.title;
}

panel filter_panel(picture p, const drawing::filter_list& filters, const plot_options& options) {
    return p == picture::taps ? drawing::taps_panel(filters, options.rate)
                              : drawing::response_panel(filters, options.rate, options.phase);
}

bool needs_form(picture p) {
    return p == picture::taps || p == picture::response || p == picture::polyphase;
}

std::string period_text(const canonical<exact>& form) {
    return "period (" + number(form.outputs()) + ", " + number(form.inputs()) + ")";
}

std::string subtitle(const op& a, const std::optional<canonical<exact>>& form) {
    std::string text = "rate " + to_string(a.rate());
    if (!form) return text;
    text += " · " + period_text(*form) + " · " + number(static_cast<index_t>(form->taps().size())) +
            (form->taps().size() == 1 ? " tap not zero" : " taps not zero");
    if (const auto latency = a.latency())
        text += " · latency " + drawing::samples(number(*latency));
    if (const auto delay = a.delay()) {
        text += " · delay " +
                drawing::samples(drawing::label(exact(*delay), abs(*delay) < 1000 ? 6 : 12));
    }
    return text;
}

// `y0`, `x1`, `x1 → y0`: a channel of a bank.
std::string channel(const bank& a, index_t output, index_t input) {
    std::string x = "x" + std::to_string(input);
    std::string y = "y" + std::to_string(output);
    if (a.inputs() == 1) return y;
    return a.outputs() == 1 ? x : x + " → " + y;
}

panel kernel_panel(const op2d& a) {
    const drawing::grid g = drawing::kernel_grid(a);
    if (g.cells.empty()) {
        return drawing::message(
            "Kernel h[t₀, t₁]",
            "None: the word is zero, changes with the position, or has more taps than can "
            "be drawn.");
    }
    const std::string note = number(g.rows) + " × " + number(g.cols) + ", " +
                             number(static_cast<index_t>(g.cells.size())) + " not zero";
    return drawing::grid_panel("Kernel h[t₀, t₁]", note, g, drawing::blocks_of(g));
}

}  // namespace

std::string to_string(picture p) { return names.at(static_cast<std::size_t>(p)); }

picture picture_from(const std::string& name) {
    const auto* found = std::ranges::find(names, name);
    if (found != names.end()) return pictures.at(static_cast<std::size_t>(found - names.begin()));
    throw argument_error("unknown picture '" + name +
                         "'; there are diagram, taps, response, polyphase and matrix");
}

std::string plot(const op& a, const plot_options& options) {
    require_fitting(options);
    std::vector<picture> applying{picture::diagram};
    std::optional<canonical<exact>> form;
    const bool asked = std::ranges::any_of(options.pictures, needs_form);
    if (asked || (options.pictures.empty() && a.is_numeric())) form = canonical_form<exact>(a);
    if (form) {
        applying.insert(applying.end(), {picture::taps, picture::response});
        if (form->outputs() > 1 || form->inputs() > 1) applying.push_back(picture::polyphase);
    }
    applying.push_back(picture::matrix);
    drawing::filter_list filters;
    if (form) append(filters, *form, "");
    std::vector<panel> panels;
    for (const picture p : chosen(options, applying)) {
        switch (p) {
            case picture::diagram:
                panels.push_back(drawing::diagram_panel(a));
                break;
            case picture::polyphase:
                panels.push_back(drawing::polyphase_panel(*form));
                break;
            case picture::matrix:
                panels.push_back(
                    drawing::matrix_panel(options.map ? *options.map : drawing::typical_map(a)));
                break;
            case picture::taps:
            case picture::response:
                panels.push_back(filter_panel(p, filters, options));
                break;
        }
    }
    return written({title_of(brief(a), options), subtitle(a, form), std::move(panels)});
}

std::string plot(const op2d& a, const plot_options& options) {
    require_fitting(options);
    std::vector<panel> panels;
    for (const picture p : chosen(options, {picture::diagram, picture::taps, picture::matrix})) {
        switch (p) {
            case picture::diagram:
                panels.push_back(drawing::diagram_panel(a));
                break;
            case picture::taps:
                panels.push_back(kernel_panel(a));
                break;
            case picture::matrix:
                panels.push_back(
                    drawing::matrix_panel(options.map ? *options.map : drawing::typical_map(a)));
                break;
            case picture::response:
            case picture::polyphase:
                refuse(p, "a word on two axes", "diagram, taps and matrix");
        }
    }
    const auto& first = a.terms().front();
    return written({title_of(brief(a), options),
                    "rate " + to_string(first.rows.rate()) + " along axis 0, " +
                        to_string(first.cols.rate()) + " along axis 1",
                    std::move(panels)});
}

std::string plot(const bank& a, const plot_options& options) {
    require_fitting(options);
    const bool numeric =
        std::ranges::all_of(a.words(), [](const op& word) { return word.is_numeric(); });
    const std::vector<picture> all =
        numeric ? std::vector{picture::diagram, picture::taps, picture::response, picture::matrix}
                : std::vector{picture::diagram, picture::matrix};
    drawing::filter_list filters;
    const auto what = chosen(options, all);
    if (std::ranges::any_of(what, needs_form)) {
        for (index_t i = 0; i < a.outputs(); ++i) {
            for (index_t j = 0; j < a.inputs(); ++j) {
                append(filters, canonical_form<exact>(a.at(i, j)), channel(a, i, j));
            }
        }
    }
    std::vector<panel> panels;
    for (const picture p : what) {
        switch (p) {
            case picture::diagram:
                panels.push_back(drawing::diagram_panel(a));
                break;
            case picture::matrix:
                panels.push_back(
                    drawing::matrix_panel(options.map ? *options.map : drawing::typical_map(a)));
                break;
            case picture::taps:
            case picture::response:
                panels.push_back(filter_panel(p, filters, options));
                break;
            case picture::polyphase:
                refuse(p, "a bank", "diagram, taps, response and matrix");
        }
    }
    return written({title_of(brief(a), options),
                    number(a.inputs()) + (a.inputs() == 1 ? " input, " : " inputs, ") +
                        number(a.outputs()) + (a.outputs() == 1 ? " output" : " outputs"),
                    std::move(panels)});
}

std::string plot(const sequence& q, const plot_options& options) {
    require_fitting(options);
    drawing::filter_list filters;
    append(filters, canonical_form<exact>(conv(q)), "");
    std::vector<panel> panels;
    for (const picture p : chosen(options, {picture::taps, picture::response})) {
        if (p != picture::taps && p != picture::response) {
            refuse(p, "a sequence", "taps and response");
        }
        panels.push_back(filter_panel(p, filters, options));
    }
    const std::string word = brief(conv(q));
    constexpr std::size_t around = std::string_view("conv(").size();
    return written({title_of(word.substr(around, word.size() - around - 1), options),
                    number(q.length()) + " taps on " + number(q.first()) + " … " + number(q.last()),
                    std::move(panels)});
}

std::string plot(const linear_map& a) {
    const auto* bound = std::get_if<map_node::bound_word>(&a.root());
    const std::string word = bound == nullptr ? to_string(a) : brief(bound->word);
    return written({word, "", {drawing::matrix_panel(a)}});
}

}  // namespace noble
