#include "noble/plot.hpp"

#include <gmpxx.h>

#include <algorithm>
#include <cmath>

#include "noble/error.hpp"
#include "noble/support.hpp"
#include "plot/drawing/brief.hpp"
#include "plot/panels/panels.hpp"
#include "plot/picture_table.hpp"

namespace noble {
namespace drawing {
namespace {

template <class Word>
constexpr const char* kind_of = "a word";
template <>
constexpr const char* kind_of<op2d> = "a word on two axes";
template <>
constexpr const char* kind_of<bank> = "a bank";
template <>
constexpr const char* kind_of<sequence> = "a sequence";

template <class Word>
[[noreturn]] void refuse(picture p) {
    std::vector<std::string> names;
    for (const auto& row : picture_table()) {
        if (row.of<Word>().draw != nullptr) names.emplace_back(row.name);
    }
    throw argument_error(std::string("plot: ") + kind_of<Word> + " has no picture `" +
                         to_string(p) + "`; it has " + listed(names));
}

template <class Word>
const picture_maker<Word>& maker_of(picture p) {
    const auto& maker = std::ranges::find(picture_table(), p, &picture_row::kind)->of<Word>();
    if (maker.draw == nullptr) refuse<Word>(p);
    return maker;
}

// Those that are asked for, else all that apply.
template <class Word>
std::vector<picture_maker<Word>> chosen(subject<Word>& s) {
    std::vector<picture_maker<Word>> makers;
    for (const picture p : s.options().pictures) makers.push_back(maker_of<Word>(p));
    if (!makers.empty()) return makers;
    for (const auto& row : picture_table()) {
        const auto& maker = row.of<Word>();
        if (maker.draw != nullptr && maker.applies(s)) makers.push_back(maker);
    }
    return makers;
}

void require_fitting(const plot_options& options) {
    if (options.rate && !(*options.rate > 0 && std::isfinite(*options.rate))) {
        throw argument_error("plot: rate must be a finite number of Hz > 0");
    }
}

std::string title_of(subject<op>& s) { return brief(s.word()); }
std::string title_of(subject<op2d>& s) { return brief(s.word()); }
std::string title_of(subject<bank>& s) { return brief(s.word()); }
std::string title_of(subject<sequence>& s) {
    const std::string word = brief(conv(s.word()));
    constexpr std::size_t around = std::string_view("conv(").size();
    return word.substr(around, word.size() - around - 1);
}

std::string form_text(const canonical<exact>& form) {
    std::string text = "period (" + number(form.outputs()) + ", " + number(form.inputs()) + ") · " +
                       number(static_cast<index_t>(form.taps().size())) +
                       (form.taps().size() == 1 ? " tap not zero" : " taps not zero");
    if (const auto latency = kernel_latency(form))
        text += " · latency " + samples(number(*latency));
    if (const auto delay = kernel_delay(form)) {
        text += " · delay " + samples(label(exact(*delay), abs(*delay) < 1000 ? 6 : 12));
    }
    return text;
}

std::string subtitle_of(subject<op>& s) {
    const std::string rate = "rate " + to_string(s.word().rate());
    return s.has_filters() ? rate + " · " + form_text(s.numbers()) : rate;
}
std::string subtitle_of(subject<op2d>& s) {
    const auto& first = s.word().terms().front();
    return "rate " + to_string(first.rows.rate()) + " along axis 0, " +
           to_string(first.cols.rate()) + " along axis 1";
}
std::string subtitle_of(subject<bank>& s) {
    const bank& a = s.word();
    return number(a.inputs()) + (a.inputs() == 1 ? " input, " : " inputs, ") + number(a.outputs()) +
           (a.outputs() == 1 ? " output" : " outputs");
}
std::string subtitle_of(subject<sequence>& s) {
    const sequence& q = s.word();
    return number(q.length()) + " taps on " + number(q.first()) + " … " + number(q.last());
}

template <class Word>
std::string page_of(const Word& word, const plot_options& options) {
    require_fitting(options);
    subject<Word> s(word, options);
    std::vector<panel> panels;
    for (const auto& maker : chosen(s)) panels.push_back(maker.draw(s));
    const std::string title = options.title.empty() ? title_of(s) : options.title;
    return written({title, subtitle_of(s), std::move(panels)});
}

}  // namespace
}  // namespace drawing

std::string plot(const op& a, const plot_options& options) { return drawing::page_of(a, options); }

std::string plot(const op2d& a, const plot_options& options) {
    return drawing::page_of(a, options);
}

std::string plot(const bank& a, const plot_options& options) {
    return drawing::page_of(a, options);
}

std::string plot(const sequence& q, const plot_options& options) {
    return drawing::page_of(q, options);
}

std::string plot(const linear_map& a) {
    const auto* bound = std::get_if<map_node::bound_word>(&a.root());
    const std::string word = bound == nullptr ? to_string(a) : brief(bound->word);
    return drawing::written({word, "", {drawing::matrix_panel(a)}});
}

}  // namespace noble
