#include "plot/picture_table.hpp"

#include <algorithm>
#include <array>

#include "noble/error.hpp"
#include "noble/support.hpp"
#include "plot/drawing/text.hpp"
#include "plot/panels/kernel2d.hpp"
#include "plot/panels/panels.hpp"
#include "plot/panels/sample_size.hpp"

namespace noble {
namespace drawing {
namespace {

template <class Word>
panel diagram(subject<Word>& s) {
    return diagram_panel(s.word());
}

template <class Word>
panel stems(subject<Word>& s) {
    return taps_panel(s.filters(), s.options().rate);
}

panel kernel(subject<op2d>& s) { return kernel_panel(s.word()); }

template <class Word>
panel response(subject<Word>& s) {
    return response_panel(s.filters(), s.options().rate, s.options().phase);
}

panel polyphase(subject<op>& s) { return polyphase_panel(s.numbers()); }

linear_map usual_map(subject<op>& s) {
    const auto trace = std::visit([](const auto& form) { return kernel_support(form); }, s.form());
    return typical_map(s.word(), trace);
}

template <class Word>
linear_map usual_map(subject<Word>& s) {
    return typical_map(s.word());
}

template <class Word>
panel matrix(subject<Word>& s) {
    return matrix_panel(s.options().map ? *s.options().map : usual_map(s));
}

template <class Word>
bool always(subject<Word>& /*s*/) {
    return true;
}

bool numeric(subject<op>& s) { return s.word().is_numeric(); }

bool numeric(subject<bank>& s) {
    return std::ranges::all_of(s.word().words(), [](const op& word) { return word.is_numeric(); });
}

bool periodic(subject<op>& s) {
    return numeric(s) && (s.numbers().outputs() > 1 || s.numbers().inputs() > 1);
}

// Of words on one axis, on two, of banks, of sequences.
constexpr std::array table{
    picture_row{picture::diagram,
                "diagram",
                {{diagram<op>, always}, {diagram<op2d>, always}, {diagram<bank>, always}, {}}},
    picture_row{picture::stems,
                "taps",
                {{stems<op>, numeric},
                 {kernel, always},
                 {stems<bank>, numeric},
                 {stems<sequence>, always}}},
    picture_row{
        picture::response,
        "response",
        {{response<op>, numeric}, {}, {response<bank>, numeric}, {response<sequence>, always}}},
    picture_row{picture::polyphase, "polyphase", {{polyphase, periodic}, {}, {}, {}}},
    picture_row{picture::matrix,
                "matrix",
                {{matrix<op>, always}, {matrix<op2d>, always}, {matrix<bank>, always}, {}}},
};

static_assert(std::ranges::equal(table, pictures, {}, &picture_row::kind));

}  // namespace

std::span<const picture_row> picture_table() { return table; }

}  // namespace drawing

std::string to_string(picture p) {
    return std::string(drawing::table.at(static_cast<std::size_t>(p)).name);
}

picture picture_from(const std::string& name) {
    const auto* const found = std::ranges::find(drawing::table, name, &drawing::picture_row::name);
    if (found != drawing::table.end()) return found->kind;
    std::vector<std::string> names;
    for (const auto& row : drawing::table) names.emplace_back(row.name);
    throw argument_error("unknown picture '" + name + "'; there are " + drawing::listed(names));
}

}  // namespace noble
