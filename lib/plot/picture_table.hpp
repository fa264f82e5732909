// The table of the pictures: what each is called, which words have it, and what draws it.
#pragma once

#include <span>
#include <string_view>
#include <tuple>

#include "noble/op2d.hpp"
#include "plot/drawing/panel.hpp"
#include "plot/subject.hpp"

namespace noble::drawing {

/// How a picture is made of one kind of word; empty where such words have no such picture.
template <class Word>
struct picture_maker {
    panel (*draw)(subject<Word>&) = nullptr;
    /// Whether it is drawn where no pictures are asked for by name.
    bool (*applies)(subject<Word>&) = nullptr;
};

struct picture_row {
    picture kind;
    std::string_view name;
    std::tuple<picture_maker<op>, picture_maker<op2d>, picture_maker<bank>, picture_maker<sequence>>
        makers;

    template <class Word>
    [[nodiscard]] const picture_maker<Word>& of() const {
        return std::get<picture_maker<Word>>(makers);
    }
};

/// In the order in which they are drawn.
std::span<const picture_row> picture_table();

}  // namespace noble::drawing
