#include "plot/drawing/brief.hpp"

#include <doctest/doctest.h>

#include "noble/parse.hpp"

using namespace noble;

TEST_CASE("brief: words on two axes and banks are written as the language has them") {
    for (const char* text : {"kron(down(2), up(3))", "kron(down(2), id) + kron(id * down(2), id)",
                             "column(down(2), down(2, 1))", "row(up(2), up(2, 1))",
                             "column(row(id, up(1)), row(id, id))"}) {
        CAPTURE(text);
        const auto word = parse_expression(text, standard_vocabulary());
        const std::string brief = std::visit(
            [](const auto& a) {
                if constexpr (std::is_same_v<std::decay_t<decltype(a)>, op>) {
                    return noble::brief(a);
                } else {
                    return drawing::brief(a);
                }
            },
            word);
        CHECK(brief == text);
    }
}
