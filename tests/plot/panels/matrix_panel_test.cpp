#include <doctest/doctest.h>

#include "noble/matrix.hpp"
#include "noble/parse.hpp"
#include "plot/panels/panels.hpp"
#include "plot/pictures.hpp"

using namespace noble;
using namespace noble::testing;

TEST_CASE("matrix_panel: a cell for each entry of the matrix that is not zero, with its value") {
    const op word = parse("conv([1 -2 3]) * up(2)");
    plot_options options;
    options.pictures = {picture::matrix};
    options.map = word.on(4);
    const svg_reader svg(plot(word, options));
    double cells = 0;
    for (const auto& e : svg.with_class("run")) {
        const std::string& data = e.attributes.at("d");
        for (std::size_t at = data.find('h'); at != std::string::npos;
             at = data.find('h', at + 1)) {
            cells += std::stod(data.substr(at + 1)) / 26;
        }
    }
    const auto matrix = sparse_matrix<exact>(*options.map);
    CHECK(cells == doctest::Approx(static_cast<double>(matrix.values.size())));
    std::size_t labels = 0;
    for (const auto& box : svg.boxes()) {
        if (box.text == "−2") ++labels;
    }
    CHECK(labels == 4);  // one in each column; the scale ends at −3 and 3
}

TEST_CASE("matrix_panel: rows and columns are outputs and inputs, turned by a transpose") {
    const linear_map map = parse("down(2)").on(4);
    CHECK(drawn(drawing::matrix_panel(map)).says("input →"));
    CHECK(drawn(drawing::matrix_panel(map.T())).says("output →"));
    CHECK(drawing::matrix_panel(map).note.starts_with("2 × 4, 2 entries not zero"));
    CHECK(drawing::matrix_panel(map.T()).note.ends_with("; transposed"));
}

TEST_CASE("matrix_panel: blocks are the least that leave no more than 64 cells either way") {
    drawing::grid g;
    g.rows = 64;
    g.cols = 65;
    CHECK(drawing::blocks_of(g).rows == 1);
    CHECK(drawing::blocks_of(g).cols == 2);
}
