#include "noble/plot.hpp"

#include <cmath>

#include "noble/error.hpp"
#include "noble/matrix.hpp"
#include "noble/parse.hpp"
#include "plot/drawing/grid.hpp"
#include "plot/panels/filters.hpp"
#include "plot/svg_reader.hpp"
#include "support/property.hpp"
#include "support/random_word.hpp"

using namespace noble;
using namespace noble::testing;

namespace {

std::string only(const op& a, picture p) {
    plot_options options;
    options.pictures = {p};
    return plot(a, options);
}

constexpr std::size_t largest_page = 300'000;

// The number after `label ` in a tick's neighbourhood is its x or y.
double tick_position(const svg_reader& svg, const std::string& label, const char* axis,
                     bool at_end) {
    for (const auto& e : svg.elements()) {
        if (e.name == "text" && e.text == label && e.has_class("mut") &&
            e.has_class(at_end ? "end" : "mid")) {
            return e.number(axis);
        }
    }
    throw std::runtime_error("no tick " + label);
}

std::vector<std::pair<double, double>> points_of(const element& polyline) {
    std::vector<std::pair<double, double>> points;
    const std::string& text = polyline.attributes.at("points");
    for (std::size_t at = 0; at < text.size();) {
        std::size_t used = 0;
        const double x = std::stod(text.substr(at), &used);
        at += used + 1;
        const double y = std::stod(text.substr(at), &used);
        at += used + 1;
        points.emplace_back(x, y);
    }
    return points;
}

}  // namespace

TEST_CASE("plot: pictures of random words are well-formed, small, and no text lies on another") {
    CHECK(holds("random words", scaled_cases(400), [] {
        const auto c = *random_cases();
        const op word = make_op(c.word);
        plot_options options;
        options.map = word.on(c.n, c.kept_window(), c.boundary);
        if (*rc::gen::arbitrary<bool>()) options.rate = *rc::gen::inRange(1, 1'000'000);
        options.phase = *rc::gen::arbitrary<bool>();
        const std::string page = plot(word, options);
        RC_ASSERT(page.size() < largest_page);
        const svg_reader svg(page);
        const auto misplaced = misplaced_text(svg);
        if (misplaced) RC_LOG(to_string(word) + "\n" + *misplaced);
        RC_ASSERT(!misplaced);
    }));
}

TEST_CASE("plot: the usual pages") {
    for (const char* text : {"conv([1 2 1]@1)",
                             "down(2) * conv([1 4 6 4 1]@2)",
                             "conv(lowpass(0.25, 255)) * up(4)",
                             "conv(lowpass(0.1, 10000))",
                             "down(147) * conv(lowpass(0.005, 3201)) * up(160)",
                             "conv(q:3) * up(2) + delay(2) * up(2)",
                             "0 * id",
                             "delay(1000000000000)",
                             "id",
                             "conv(q:300)",
                             "up(1000000)",
                             "up(1000000000)",
                             "down(1000000000)",
                             "delay(-4000000000000000000)",
                             "delay(4000000000000000000) + delay(-4000000000000000000)",
                             "1e-300 * id",
                             "conv([1 2i])",
                             "id + delay(5000000)",
                             "conv([1 2 1])^20",
                             "down(3, 2) * up(5, -1)",
                             "sum(i=0..40, conv([1 i]) * delay(i))",
                             "-conv([0.001 -12345.678])",
                             "conv([1 -1e-12])",
                             "conv([1e300 -1e-300])"}) {
        INFO(text);
        const std::string page = plot(parse(text));
        CHECK(page.size() < largest_page);
        CHECK(misplaced_text(svg_reader(page)).value_or("") == "");
    }
}

TEST_CASE("plot: words on two axes, banks, sequences and maps") {
    const auto check = [](const std::string& page) {
        CHECK(page.size() < largest_page);
        CHECK(misplaced_text(svg_reader(page)).value_or("") == "");
    };
    for (const char* text :
         {"kron(down(2) * conv([1 2 1]), conv([1 0 -1]) * up(2))", "kron(conv(q:2), conv(h:3))",
          "kron(up(2) * down(2), id)", "kron(conv([1 2]), id) + 2 * kron(id, conv([1 2 3]))",
          "kron(conv(box(5000)), conv(box(5000)))", "kron(up(100000000), id)"}) {
        check(plot(std::get<op2d>(parse_expression(text, standard_vocabulary()))));
    }
    for (const char* text :
         {"column(down(2) * conv([1 1]), down(2) * conv([1 -1]))", "row(up(2), conv(q:3) * up(2))",
          "column(row(id, 2 * id), row(delay(1), conv([1 2 3])))"}) {
        check(plot(std::get<bank>(parse_expression(text, standard_vocabulary()))));
    }
    check(plot(taps{1, 2, 1}));
    check(plot(sequence()));
    check(plot(crop(9, 1, 2) * pad(5, 2, 2)));
    check(plot(parse("conv(lowpass(0.3, 99))").on(3000)));
    check(plot(down(2).on(0)));
}

TEST_CASE("plot: eight long complex filters are still a small file") {
    std::vector<op> words;
    std::uint32_t state = 1;
    const auto noise = [&] {
        state = state * 1664525U + 1013904223U;
        return static_cast<index_t>(state >> 20U) - 2048;
    };
    for (int i = 0; i < 8; ++i) {
        std::vector<exact> taps;
        for (int t = 0; t < 5000; ++t) taps.emplace_back(noise(), noise());
        words.push_back(conv(sequence(taps)));
    }
    const std::string page = plot(column(words));
    CHECK(page.size() < largest_page);
    CHECK(misplaced_text(svg_reader(page)).value_or("") == "");
}

TEST_CASE("plot: numbers beyond double have a matrix, but no stems") {
    const op huge = parse("conv([1e308 2])^3");
    CHECK_NOTHROW(svg_reader{only(huge, picture::matrix)});
    CHECK_THROWS_AS(only(huge, picture::taps), argument_error);
    CHECK(to_html(huge).starts_with("<"));
}

TEST_CASE("plot: a stem for each tap, as high as its value says") {
    const svg_reader svg(only(parse("conv([1 -2 3]@1)"), picture::taps));
    const auto dots = svg.with_class("dot");
    REQUIRE(dots.size() == 3);
    const double zero = tick_position(svg, "0", "y", true);
    const double two = tick_position(svg, "2", "y", true);
    const double unit = (two - zero) / 2;
    const double base = zero - 3.5;  // where the label of 0 has its line
    const std::array values{1.0, -2.0, 3.0};
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(dots[i].number("cy") == doctest::Approx(base + values.at(i) * unit).epsilon(0.001));
        const std::string index = std::to_string(static_cast<int>(i) - 1);
        CHECK(
            dots[i].number("cx") ==
            doctest::Approx(tick_position(svg, i == 0 ? "−1" : index, "x", false)).epsilon(0.001));
    }
}

TEST_CASE("plot: the response at half of Nyquist and at zero is what the taps sum to") {
    // |1 + 2z⁻¹ + z⁻²| = 4 cos²(ω/2): 12.04 dB at 0, 6.02 dB at half of Nyquist.
    const svg_reader svg(only(parse("conv([1 2 1])"), picture::response));
    const double at_0 = tick_position(svg, "0", "y", true);
    const double at_10 = tick_position(svg, "10", "y", true);
    const auto decibels = [&](double y) { return 10 * (y + 3.5 - at_0) / (at_10 - at_0); };
    for (const auto& e : svg.with_class("c0")) {
        if (e.name != "polyline") continue;
        const auto points = points_of(e);
        CHECK(decibels(points.front().second) == doctest::Approx(12.04).epsilon(0.01));
        const double half = tick_position(svg, "0.5", "x", false);
        for (std::size_t i = 1; i < points.size(); ++i) {
            if (points[i].first < half || points[i - 1].first >= half) continue;
            const double t = (half - points[i - 1].first) / (points[i].first - points[i - 1].first);
            const double y = points[i - 1].second + t * (points[i].second - points[i - 1].second);
            CHECK(decibels(y) == doctest::Approx(6.02).epsilon(0.02));
        }
        break;
    }
    CHECK(svg.says("group delay (samples)"));
    CHECK(svg.says("frequency (fraction of Nyquist)"));
}

TEST_CASE("plot: the response is drawn to the end of the axis, however small a part is shown") {
    const std::pair<const char*, const char*> words_and_last_ticks[] = {
        {"down(100000) * conv([1 2 1])", "90"}, {"conv([1 2 1]) * up(1000000)", "9"}};
    for (const auto& [text, last] : words_and_last_ticks) {
        CAPTURE(text);
        const svg_reader svg(only(parse(text), picture::response));
        const auto curves = svg.with_class("c0");
        const auto curve = std::ranges::find(curves, "polyline", &element::name);
        REQUIRE(curve != curves.end());
        const auto points = points_of(*curve);
        CHECK(points.front().first == doctest::Approx(tick_position(svg, "0", "x", false)));
        CHECK(points.back().first >= tick_position(svg, last, "x", false) - 1);
    }
}

TEST_CASE("plot: images and aliases are named, and a rate makes frequencies Hz") {
    plot_options options;
    options.pictures = {picture::response};
    const svg_reader resampler(plot(parse("down(2) * conv([1 2 1]) * up(3)"), options));
    for (const char* name : {"band", "image 1", "kept", "alias 1", "at 3 × the input's rate"}) {
        CHECK(resampler.says(name));
    }
    options.rate = 48000;
    CHECK(svg_reader(plot(parse("conv([1 2 1])"), options)).says("frequency (kHz)"));
    options.rate = 2.5e10;
    CHECK(svg_reader(plot(parse("conv([1 2 1])"), options)).says("frequency (GHz)"));
    options.phase = true;
    CHECK(svg_reader(plot(parse("conv([1 2 1])"), options)).says("phase (degrees)"));
}

TEST_CASE("plot: the equivalent filter and its phases give the word back") {
    const op word = parse("down(3) * conv([1 2 3 4 5]) * up(2)");
    const auto form = canonical_form<exact>(word);
    REQUIRE(drawing::is_one_filter(form));
    const auto f = drawing::equivalent_filter(form);
    const sequence h(f.taps.front().index, f.taps.back().index, f.taps);
    CHECK(down(f.kept) * conv(h) * up(f.inputs) == word);
    const op varying = parse("up(2) * conv([1 2]) * down(2) + delay(3)");
    const auto rows = canonical_form<exact>(varying);
    REQUIRE_FALSE(drawing::is_one_filter(rows));
    std::vector<op> sum;
    for (index_t r = 0; r < rows.outputs(); ++r) {
        const auto phase = drawing::phase_filter(rows, r);
        const sequence taps(phase.taps.front().index, phase.taps.back().index, phase.taps);
        sum.push_back(up(rows.outputs(), r) * down(rows.inputs()) * conv(taps));
    }
    CHECK(sum_of(sum) == varying);
}

TEST_CASE("plot: a cell for each entry of the matrix that is not zero, with its value") {
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

TEST_CASE("plot: a large matrix shows the greatest entry of each block") {
    const auto g = drawing::grid_of(parse("conv([1 -5 2])").on(100));
    const auto small = drawing::coarse(g, {4, 4});
    CHECK(small.rows == 26);
    CHECK(small.cols == 25);
    for (const auto& cell : small.cells) {
        if (cell.row == cell.col) CHECK(cell.value == -5);
    }
}

TEST_CASE("plot: what a word has not is refused") {
    CHECK_THROWS_AS(only(parse("conv(q:3)"), picture::taps), argument_error);
    CHECK_THROWS_AS(only(parse("conv(q:3)"), picture::response), argument_error);
    plot_options options;
    options.pictures = {picture::response};
    CHECK_THROWS_AS(plot(kron(down(2), down(2)), options), argument_error);
    options.pictures = {picture::matrix};
    CHECK_THROWS_AS(plot(taps{1}, options), argument_error);
    plot_options rate;
    rate.rate = -1;
    CHECK_THROWS_AS(plot(down(2), rate), argument_error);
    CHECK_THROWS_AS(picture_from("pie"), argument_error);
    for (const picture p : pictures) CHECK(picture_from(to_string(p)) == p);
}

TEST_CASE("plot: the subtitle counts in words") {
    CHECK(svg_reader(only(parse("id"), picture::taps)).says("1 tap not zero"));
    CHECK(svg_reader(only(parse("conv([1 2])"), picture::taps)).says("2 taps not zero"));
    CHECK(svg_reader(only(parse("down(3000) * delay(1)"), picture::taps))
              .says("delay 0.000333333 samples"));
}

TEST_CASE("plot: titles and text are escaped") {
    plot_options options;
    options.title = "a < b & \"c\"";
    const svg_reader svg(plot(down(2), options));
    CHECK(svg.says("a < b & \"c\""));
}

TEST_CASE("plot: a notebook's cell is small, whatever the word") {
    for (const char* text :
         {"conv([1 2 1])", "conv(lowpass(0.25, 10000))", "conv(q:3)", "conv(q:100000)", "0 * id",
          "down(147) * conv(lowpass(0.005, 3201)) * up(160)", "up(1000003) * down(1000033)",
          "(id + up(97) * down(97)) * (id + up(101) * down(101))", "conv(box(1000000))",
          "sum(i=0..7, delay(i) * up(8) * down(8) * conv(lowpass(0.1, 999)))"}) {
        INFO(text);
        const std::string html = to_html(parse(text));
        CHECK(html.size() < 100'000);
        CHECK_NOTHROW(svg_reader{html});
    }
    CHECK(to_html(parse("down(2)")).starts_with("<svg"));
    CHECK(to_html(parse("conv(q:100000)").on(100000)).starts_with("<pre>"));
    CHECK(to_html(taps{1, 2, 1}).starts_with("<svg"));
    CHECK(to_html(kron(down(2), up(2))).starts_with("<svg"));
    CHECK(to_html(column({down(2), down(2, 1)})).starts_with("<svg"));
}
