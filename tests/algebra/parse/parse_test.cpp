#include "noble/parse.hpp"

#include <doctest/doctest.h>
#include <gmpxx.h>

#include <string>

#include "noble/bank.hpp"
#include "noble/error.hpp"
#include "noble/limit.hpp"
#include "noble/op.hpp"
#include "noble/op2d.hpp"

using namespace noble;

namespace {

sequence boxed(const std::vector<kernel_argument>& arguments) {
    if (arguments.size() != 1 || !std::holds_alternative<exact>(arguments[0])) {
        throw argument_error("box takes one number");
    }
    const auto& length = std::get<exact>(arguments[0]);
    if (length == exact(1'000'000'000)) require_memory(index_t{1} << 50, 1, "a box");
    if (length == exact(7)) throw io_error("no such file");
    return sequence(std::vector<exact>(static_cast<std::size_t>(length.to<double>()), exact(1)));
}

sequence named_taps(const std::vector<kernel_argument>& arguments) {
    const auto& name = std::get<std::string>(arguments.at(0));
    return {static_cast<int>(name.size())};
}

const vocabulary words{
    .kernels = {{"box", {"box(TAPS)", boxed}}, {"file", {"file(\"NAME\")", named_taps}}},
    .variables = {{"k", 3}, {"m", 5}}};

op read(const std::string& text) { return std::get<op>(parse_expression(text, words)); }

sequence taps_of(const std::string& text) { return parse_sequence(text, words); }

bool reads_as(const std::string& text, const op& expected) {
    const op result = read(text);
    if (!same_word(result, expected)) MESSAGE(text << " reads as " << to_string(result));
    return same_word(result, expected);
}

template <class Parse>
std::string failure(const Parse& parse) {
    try {
        parse();
    } catch (const parse_error& e) {
        const std::string what = e.what();
        return std::to_string(e.column) + ": " + what.substr(0, what.find('\n'));
    }
    return "no error";
}

// "COLUMN: first line of the message"
std::string error_of(const std::string& text) {
    return failure([&] { (void)parse_expression(text, words); });
}

bool starts_with(const std::string& text, const std::string& start) {
    if (!text.starts_with(start)) MESSAGE(text);
    return text.starts_with(start);
}

std::string repeated(const std::string& text, int n) {
    std::string result;
    for (int i = 0; i < n; ++i) result += text;
    return result;
}

}  // namespace

TEST_CASE("parse: letters") {
    CHECK(reads_as("id", identity()));
    CHECK(reads_as("identity()", identity()));
    CHECK(reads_as(" delay( -3 ) ", delay(-3)));
    CHECK(reads_as("scale(1/3)", scale(rational(1, 3))));
    CHECK(reads_as("down(2)", down(2)));
    CHECK(reads_as("down(2, -1)", down(2, -1)));
    CHECK(reads_as("up(3,7)", up(3, 7)));
    CHECK(reads_as("conv([1 2 1]@1)", conv(taps{1, 2, 1}.centred())));
    CHECK(reads_as("corr([1 2 3])", corr({1, 2, 3})));
    CHECK(reads_as("conj(conv([2i]))", conv({exact(0, -2)})));
}

TEST_CASE("parse: the unicode forms") {
    CHECK(reads_as("↓2", down(2)));
    CHECK(reads_as("↑3", up(3)));
    CHECK(reads_as("↓k", down(3)));
    CHECK(reads_as("↓(2*k, 1)", down(6, 1)));
    CHECK(reads_as("↓ (2)", down(2)));
    CHECK(reads_as("↓2 · conv([1 2 1]@1)", down(2) * conv(taps{1, 2, 1}.centred())));
    CHECK(reads_as("↓2·↑3", down(2) * up(3)));
    CHECK(reads_as("↓2ᵀ", up(2)));
    CHECK(reads_as("conv([1 2i])ᴴ", conv({1, exact(0, 2)}).H()));
    CHECK(reads_as("↓2ᵀᵀ", down(2)));
    CHECK(reads_as("↓2^3", pow(down(2), 3)));
}

TEST_CASE("parse: number literals") {
    CHECK(reads_as("2", scale(2)));
    CHECK(reads_as("010", scale(10)));
    CHECK(reads_as("09/010", scale(rational(9, 10))));
    CHECK(reads_as("delay(010)", delay(10)));
    CHECK(reads_as("0.1", scale(0.1)));
    CHECK(reads_as("1e-3", scale(1e-3)));
    CHECK(reads_as("1E+3", scale(1000)));
    CHECK(reads_as("5e-324", scale(5e-324)));
    CHECK(reads_as("0e-400", scale(0)));
    CHECK(reads_as("1/3", scale(rational(1, 3))));
    CHECK(reads_as("2 / 6", scale(rational(1, 3))));
    CHECK(reads_as("2i", scale(exact(0, 2))));
    CHECK(reads_as("1+2i", scale(exact(1, 2))));
    CHECK(reads_as("-1-2i", scale(exact(-1, -2))));
    CHECK(reads_as("1/2-3/4i", scale(exact(rational(1, 2), rational(-3, 4)))));
    CHECK(reads_as("1 + 2i", scale(1) + scale(exact(0, 2))));
    CHECK(reads_as("1+2", scale(1) + scale(2)));
    CHECK(reads_as("2.T", scale(2)));
    CHECK(reads_as("2.5.T", scale(2.5)));
    CHECK(reads_as("2 * 3 * id", product_of({scale(2), scale(3), identity()})));
    CHECK(reads_as("100000000000000000000000000000000000000000000000001",
                   scale(rational("100000000000000000000000000000000000000000000000001"))));
}

TEST_CASE("parse: postfix binds tighter than ^, ^ than a sign, a sign than *, * than +") {
    const op a = delay(1);
    const op b = conv({1, 2});
    CHECK(reads_as("delay(1) * conv([1 2]).T", a * b.T()));
    CHECK(reads_as("(delay(1) * conv([1 2])).T", b.T() * a.T()));
    CHECK(reads_as("down(2).T^2", up(2) * up(2)));
    CHECK(reads_as("conv([1 2])ᵀ^2", b.T() * b.T()));
    CHECK(reads_as("-delay(1)^2", -(a * a)));
    CHECK(reads_as("-2^2", scale(-2) * scale(2)));
    CHECK(reads_as("(-2)^2", scale(-2) * scale(-2)));
    CHECK(reads_as("-2 * delay(1)", exact(-2) * a));
    CHECK(reads_as("-delay(1) * conv([1 2])", product_of({scale(-1), a, b})));
    CHECK(reads_as("delay(1) * -conv([1 2])", product_of({a, scale(-1), b})));
    CHECK(reads_as("delay(1) + id * conv([1 2])", a + identity() * b));
    CHECK(reads_as("delay(1) - 2 * id + id", sum_of({a, exact(-2) * identity(), identity()})));
    CHECK(reads_as("delay(1) - (id + id)", a - (identity() + identity())));
    CHECK(reads_as("--delay(1)", exact(1) * a));
    CHECK(reads_as("delay(1)^0", identity()));
    CHECK(reads_as("delay(1)^(k-1)", a * a));
    CHECK(reads_as("delay(1)^k", a * a * a));
}

TEST_CASE("parse: integer arguments are expressions") {
    CHECK(reads_as("delay(2+3*k)", delay(11)));
    CHECK(reads_as("delay(-k^2)", delay(-9)));
    CHECK(reads_as("delay(2^3^2)", delay(512)));
    CHECK(reads_as("delay((1 - 4) * (2 - -1))", delay(-9)));
    CHECK(reads_as("delay((-1)^1000000000001)", delay(-1)));
    CHECK_THROWS_AS(read("delay(10^19)"), limit_error);
    CHECK_THROWS_AS(read("delay(9223372036854775807 + 1)"), limit_error);
}

TEST_CASE("parse: sums over a variable") {
    CHECK(reads_as("sum(i=0..3, delay(i))", sum_of({delay(0), delay(1), delay(2), delay(3)})));
    CHECK(reads_as("sum(i = 1 .. 2, sum(j=0..i, i * delay(i - j)))",
                   sum_of({exact(1) * delay(1), exact(1) * delay(0), exact(2) * delay(2),
                           exact(2) * delay(1), exact(2) * delay(0)})));
    CHECK(reads_as("sum(k=1..1, delay(k)) * delay(k)", delay(1) * delay(3)));
    CHECK(reads_as("sum(i=0..1, delay(i) * conv(q:2))",
                   delay(0) * conv(unknown("q", 2)) + delay(1) * conv(unknown("q", 2))));
    CHECK(error_of("sum(i=3..0, delay(i))") == "7: a sum from 3 to 0 has no terms, and so no rate");
    CHECK(starts_with(error_of("sum(i=0..3, delay(i)) * delay(i)"),
                      "31: expected an integer; unknown variable 'i'"));
    CHECK_THROWS_AS(read("sum(i=0..1000000000000, delay(i))"), limit_error);
    CHECK_THROWS_AS(read("sum(i=1..100000, sum(j=1..100000, 0 * delay(i * j)))"), limit_error);
    CHECK(starts_with(error_of("sum(i=1..2, down(i))"), "5: a sum needs one rate"));
}

TEST_CASE("parse: taps in brackets") {
    CHECK(taps_of("[1 2 1]") == taps{1, 2, 1});
    CHECK(taps_of("[1,2, 1]") == taps{1, 2, 1});
    CHECK(taps_of("[ 1\n2\t1 ]") == taps{1, 2, 1});
    CHECK(taps_of("[]") == sequence());
    CHECK(taps_of("[1 -2]") == taps{1, -2});
    CHECK(taps_of("[1 +2]") == taps{1, 2});
    CHECK(taps_of("[1-2]") == taps{-1});
    CHECK(taps_of("[-1/2 2e-1 1+2i -3i]") == taps{rational(-1, 2), 0.2, exact(1, 2), exact(0, -3)});
    CHECK(taps_of("[k 2*k^2]") == taps{3, 18});
    CHECK(taps_of("[(1+2i)*2]") == taps{exact(2, 4)});
    CHECK(failure([] { taps_of("[1 - 2]"); }) ==
          "4: a '-' between spaces in a list of taps; [1 -2] is two taps, [1-2] is their "
          "difference as one");
    CHECK(failure([] { taps_of("[1- 2]"); }) ==
          "5: expected a tap such as 1, 1/2, 2i or q0, found '2'");
    CHECK(failure([] { taps_of("[1,,2]"); }) ==
          "4: expected a tap such as 1, 1/2, 2i or q0, found ','");
    CHECK(failure([] { taps_of("[1, ]"); }) ==
          "5: expected a tap such as 1, 1/2, 2i or q0, found ']'");
    CHECK(failure([] { taps_of("[1 2"); }) ==
          "5: expected ']' to close the '[' of column 1, found the end of the text");
    CHECK(failure([] { taps_of("[1 2)"); }) ==
          "5: expected a space, ',' or ']' after a tap, found ')'");
    CHECK(failure([] { taps_of("[nan]"); }).starts_with("2: expected a tap such as"));
    CHECK(failure([] { taps_of("[1/0]"); }) == "4: division by zero");
}

TEST_CASE("parse: unknown taps in brackets") {
    const auto tap = [](const char* name, index_t i) { return polynomial(unknown_tap{name, i}); };
    const std::vector<polynomial> expected{
        tap("q", 0),
        exact(2) * tap("q", 0) * tap("h", 1) - exact(rational(1, 2)) * conj(tap("q", 1)),
        tap("h1", 2) * tap("h1", 2), polynomial(exact(0, 1)) - tap("q", 12)};
    CHECK(taps_of("[q0 2*q0*h1-1/2*conj(q1) h1_2^2 1i-q12]") == sequence(expected));
    CHECK(starts_with(failure([] { taps_of("[q]"); }), "2: expected a tap such as"));
    CHECK(starts_with(failure([] { taps_of("[q_1]"); }), "2: expected a tap such as"));
    CHECK(starts_with(failure([] { taps_of("[q01]"); }), "2: expected a tap such as"));
    CHECK(failure([] { taps_of("[(q0+q1)*q2]"); }) ==
          "2: sums of unknown taps are not read in parentheses; expand the product");
    CHECK_THROWS_AS(taps_of("[q0^1000000000]"), limit_error);
    CHECK_THROWS_AS(taps_of("[9^1000000000]"), limit_error);
    CHECK_THROWS_AS(taps_of("[((9^10000)^10000)^10000]"), limit_error);
}

TEST_CASE("parse: origins follow any sequence") {
    const sequence q = taps{1, 2, 1};
    CHECK(taps_of("[1 2 1]@-2") == q.origin(-2));
    CHECK(taps_of("[1 2 1] @ k") == q.origin(3));
    CHECK(taps_of("[1 2 1]@(k+1)") == q.origin(4));
    CHECK(taps_of("[1 2 1]@-k") == q.origin(-3));
    CHECK(taps_of("up(2)([1 2 1])@2") == up(2)(q).origin(2));
    CHECK(taps_of("box(3)@1") == taps{1, 1, 1}.origin(1));
    CHECK(taps_of("([1 2 1])@1") == q.origin(1));
    CHECK(error_of("down(2)@1") ==
          "8: '@' gives the origin of a sequence, as in [1 2 1]@1; found it after a word");
}

TEST_CASE("parse: functions of sequences, and words applied to them") {
    const sequence q{1, exact(0, 2), 3};
    CHECK(taps_of("conj([1 2i 3])") == conj(q));
    CHECK(taps_of("centred([1 2i 3])") == q.centred());
    CHECK(taps_of("reversed([1 2i 3])") == q.reversed());
    CHECK(taps_of("up(3)([1 2i 3])") == up(3)(q));
    CHECK(taps_of("(delay(3) * up(2))([1 2i 3])") == (delay(3) * up(2))(q));
    CHECK(taps_of("conj(conv([2i]))([1])") == taps{exact(0, -2)});
    CHECK(taps_of("↓2ᵀ([1 2i 3])") == up(2)(q));
    CHECK(taps_of("2([1 2])") == taps{2, 4});
    CHECK(reads_as("conv(up(2)(q:3)) * conv(q)",
                   conv(up(2)(unknown("q", 3))) * conv(unknown("q", 3))));
    CHECK(error_of("down(2)(down(2))") ==
          "9: expected a sequence such as [1 2 1] or q:5 for a word applied in parentheses, found "
          "a word");
}

TEST_CASE("parse: kernel functions of the vocabulary") {
    CHECK(taps_of("box(k)") == taps{1, 1, 1});
    CHECK(taps_of("box(2*k - 4)") == taps{1, 1});
    CHECK(taps_of("file(\"a b.npy\")") == taps{7});
    CHECK(taps_of(R"(file("\"\\\n"))") == taps{4});
    CHECK(error_of("conv(box(1, 2))") == "6: box takes one number; usage: box(TAPS)");
    CHECK(error_of("conv(box)") == "9: expected '(', as in box(TAPS), found ')'");
    CHECK(error_of("conv(file(\"a))") == "11: expected '\"' to close this text");
    CHECK(error_of("conv(box(2") ==
          "11: expected ')' to close the '(' of column 9, found the end of the text");
    CHECK(starts_with(error_of("conv(box(n))"), "10: expected a number; unknown variable 'n'"));
    CHECK_THROWS_AS(read("conv(box(1000000000))"), limit_error);
    CHECK_THROWS_AS(read("conv(box(7))"), io_error);
}

TEST_CASE("parse: the first use of an unknown kernel fixes its length and origin") {
    const op q = conv(unknown("q", 5).origin(2));
    CHECK(reads_as("conv(q:5@2) * conv(q)", q * q));
    CHECK(reads_as("conv(q:5@2) * conv(q:5@2)", q * q));
    CHECK(reads_as("conv(q:m@2) * conv(q@2)", q * q));
    CHECK(reads_as("conv(q:(k+2)@(k-1))", q));
    CHECK(reads_as("conv(q:5@2) * conv((q)@0)", q * conv(unknown("q", 5))));
    CHECK(reads_as("conv(h1:2)", conv(unknown("h1", 2))));
    CHECK(error_of("conv(q:5) * conv(q:4)") ==
          "18: 'q:4' contradicts 'q:5' of column 6; the first use of a name fixes its length and "
          "origin");
    CHECK(starts_with(error_of("conv(q:5) * conv(q:5@1)"), "18: 'q:5@1' contradicts 'q:5'"));
    CHECK(starts_with(error_of("conv(q:5) * conv(q@1)"), "18: 'q:5@1' contradicts 'q:5'"));
    CHECK(starts_with(error_of("conv(q) * conv(q:5)"), "6: unknown name 'q'"));
    CHECK(error_of("conv(q)").ends_with("; unknown taps are declared by their number, as in q:5"));
    CHECK(starts_with(error_of("conv(q:0)"), "8: an unknown kernel of 0 taps"));
    CHECK(starts_with(error_of("conv(q_1:3)"), "10: 'q_1' cannot name unknown taps"));
    CHECK_THROWS_AS(read("conv(q:1000000000)"), limit_error);
    CHECK(error_of("down(2) * (q:3)") ==
          "9: a sequence is not multiplied here; make it a word with conv(...), as in "
          "conv([1 2 1])");
}

TEST_CASE("parse: equations share their unknown kernels") {
    const equation e = parse_equation("(conv(q:5) * up(3)).T == down(3) * conv(q).T", words);
    CHECK(same_word(std::get<op>(e.left), std::get<op>(e.right)));
    CHECK(failure([] { (void)parse_equation("id", words); }) ==
          "3: expected an operator such as '*', or '==' and the other side, found the end of the "
          "text");
    CHECK(failure([] { (void)parse_equation("id == id == id", words); }) ==
          "10: expected one '==' only");
    CHECK(failure([] { (void)parse_equation("id == kron(id, id)", words); }) ==
          "4: cannot compare a word with a two-dimensional word (kron)");
    CHECK(error_of("id == id") ==
          "4: expected one expression, found '=='; an equation is proved, not run");
    CHECK_NOTHROW((void)parse_equation("down(2) == id", words));
}

TEST_CASE("parse: two-dimensional words") {
    const auto grid = [](const char* text) {
        return std::get<op2d>(parse_expression(text, words));
    };
    const op2d a = kron(down(2), identity());
    CHECK(same_word(grid("kron(down(2), id)"), a));
    CHECK(same_word(grid("2 * kron(down(2), id)"), exact(2) * a));
    CHECK(same_word(grid("2 * 3 * kron(down(2), id)"), exact(2) * (exact(3) * a)));
    CHECK(same_word(grid("kron(down(2), id) - kron(down(2), id)"), a - a));
    CHECK(same_word(grid("kron(down(2), id).T * kron(down(2), id)"), a.T() * a));
    CHECK(same_word(grid("kron(down(2), id)^2"), a * a));
    CHECK(same_word(grid("sum(i=0..1, kron(delay(i), id))"),
                    kron(delay(0), identity()) + kron(delay(1), identity())));
    CHECK(error_of("kron(id, id) + id") ==
          "14: cannot add a word to a two-dimensional word (kron)");
    CHECK(error_of("id - kron(id, id)") ==
          "4: cannot subtract a two-dimensional word (kron) from a word");
    CHECK(error_of("kron(id, id) * down(2)") ==
          "14: cannot multiply a two-dimensional word (kron) by a word; both must be of one kind, "
          "or the first a number");
    CHECK(starts_with(error_of("kron(id, id) + kron(down(2), id)"),
                      "14: a sum needs one rate along each axis"));
    CHECK(error_of("kron(id, [1])") ==
          "10: expected a word for kron(ROWS, COLUMNS), found a sequence");
    CHECK(error_of("kron(id)") ==
          "8: expected ',' and the word along the columns' index, found ')'");
    CHECK_THROWS_AS(grid("(kron(id, id) + kron(id, delay(1)))^30"), limit_error);
    CHECK_THROWS_AS(grid("kron(id, id)^1000000000"), limit_error);
}

TEST_CASE("parse: banks") {
    const auto channels = [](const char* text) {
        return std::get<bank>(parse_expression(text, words));
    };
    const op a = down(2);
    const op b = down(2) * delay(1);
    CHECK(same_word(channels("row(down(2), down(2) * delay(1))"), row({a, b})));
    CHECK(same_word(channels("column(down(2), id)"), column({a, identity()})));
    CHECK(same_word(channels("column(row(id, delay(1)), row(delay(2), id))"),
                    bank(2, 2, {identity(), delay(1), delay(2), identity()})));
    CHECK(same_word(channels("row(column(id, delay(2)), column(delay(1), id))"),
                    bank(2, 2, {identity(), delay(1), delay(2), identity()})));
    CHECK(same_word(channels("row(id, delay(1)).T"), row({identity(), delay(1)}).T()));
    CHECK(same_word(channels("row(up(2), up(2)) * column(down(2), down(2))"),
                    row({up(2), up(2)}) * column({a, a})));
    CHECK(same_word(channels("2 * row(id, id)"),
                    row({exact(2) * identity(), exact(2) * identity()})));
    CHECK(starts_with(error_of("row(id, down(2)) * column(id, id)"), "18: a sum needs one rate"));
    CHECK(error_of("column(row(id, id), id)") ==
          "21: the parts of a column need one number of inputs: found 1 after 2");
    CHECK(error_of("row(column(id, id), id)") ==
          "21: the parts of a row need one number of outputs: found 1 after 2");
    CHECK(starts_with(error_of("row(id, id) * row(id, id)"), "13: a bank of 1 x 2"));
    CHECK(starts_with(error_of("row(id, id) + row(id, id)"), "13: banks are not added"));
    CHECK(starts_with(error_of("row()"), "5: expected a word such as down(2), found ')'"));
    CHECK(error_of("row(kron(id, id))") ==
          "5: expected a word or a bank, found a two-dimensional word (kron)");
}

TEST_CASE("parse: an error is a message, the text, and a caret below the column") {
    try {
        (void)read("↓2 · conv([1 2 1) · ↑2");
        FAIL("no error");
    } catch (const parse_error& e) {
        CHECK(e.column == 17);
        CHECK(std::string(e.what()) ==
              "expected a space, ',' or ']' after a tap, found ')'\n"
              "↓2 · conv([1 2 1) · ↑2\n"
              "                ^");
    }
}

TEST_CASE("parse: long texts are abridged around the caret, controls are shown as spaces") {
    const std::string text = repeated("id * ", 100) + "\n\x01?\xff" + repeated(" * id", 100);
    try {
        (void)read(text);
        FAIL("no error");
    } catch (const parse_error& e) {
        CHECK(e.column == 502);
        CHECK(std::string(e.what()) ==
              "expected a word such as down(2), found ' '\n"
              "...id * id * id * id * id * id * id *   ?? * id * id * id * id * id * id * ...\n" +
                  std::string(39, ' ') + "^");
    }
}

TEST_CASE("parse: what was found and what was expected") {
    CHECK(error_of("") == "1: the expression is empty; expected a word such as down(2)");
    CHECK(error_of("  ") == "1: the expression is empty; expected a word such as down(2)");
    CHECK(error_of("()") == "2: expected a word such as down(2), found ')'");
    CHECK(error_of("id *") == "5: expected a word such as down(2), found the end of the text");
    CHECK(error_of("id + + id") == "6: expected a word such as down(2), found '+'");
    CHECK(error_of("(id") ==
          "4: expected ')' to close the '(' of column 1, found the end of the text");
    CHECK(error_of("id)") == "3: expected an operator such as '*' or '+', or the end, found ')'");
    CHECK(error_of("down(2) conv([1])") ==
          "9: expected an operator such as '*' or '+', or the end, found 'conv'");
    CHECK(error_of("2id") == "2: expected an operator such as '*' or '+', or the end, found 'id'");
    CHECK(error_of("id / 2") ==
          "4: expected an operator ('/' stands only between two integers, as in 1/3), found '/'");
    CHECK(error_of("2.") == "3: expected T or H after '.', as in A.T, found the end of the text");
    CHECK(error_of("id.t") == "4: expected T or H after '.', as in A.T, found 't'");
    CHECK(error_of(".5") ==
          "1: expected a digit in front of the decimal point, as in 0.5, found '.'");
    CHECK(error_of("[1 2 1]") ==
          "1: expected a word, found a sequence; make it one with conv(...), as in conv([1 2 1])");
    CHECK(error_of("conv(down(2))") ==
          "6: expected a sequence such as [1 2 1] or q:5 for conv, found a word");
    CHECK(error_of("[1 2].T") == "6: a sequence has no transpose; write reversed(q) or conv(q).T");
    CHECK(error_of("down") ==
          "5: expected '(', as in down(k) or down(k, p), found the end of the "
          "text");
    CHECK(error_of("down(1, 2, 3)") ==
          "10: expected ')' to close the '(' of column 5 in down(k) "
          "or down(k, p), found ','");
    CHECK(error_of("\"a\"") == "1: expected a word such as down(2), found '\"'");
    CHECK(error_of(std::string("id\0id", 5)) ==
          "3: expected an operator such as '*' or '+', or the end, found ' '");
}

TEST_CASE("parse: unknown names") {
    CHECK(starts_with(error_of("conv(bax(5))"),
                      "6: unknown name 'bax'; did you mean 'box'? (known: id, identity, delay"));
    CHECK(starts_with(error_of("dwon(2)"), "1: unknown name 'dwon'; did you mean 'down'?"));
    CHECK(starts_with(error_of("wavelet(2)"), "1: unknown name 'wavelet' (known: id,"));
    CHECK(error_of("nan * id") ==
          "1: unknown name 'nan'; every tap and scale is a finite number; unknown taps are "
          "declared by their number, as in nan:5");
    CHECK(starts_with(error_of("inf"), "1: unknown name 'inf'; every tap"));
    CHECK(starts_with(error_of(repeated("a", 1000)), "1: unknown name 'aaaaaaaa"));
}

TEST_CASE("parse: integers that are none") {
    CHECK(error_of("down(2.5)") == "6: expected an integer, found '2.5'");
    CHECK(error_of("down(1e30)") == "6: expected an integer, found '1e30'");
    CHECK(error_of("down(4/2)") == "6: expected an integer, found a fraction");
    CHECK(error_of("delay(99999999999999999999)") ==
          "7: the integer '99999999999999999999' does not fit in 64 bits");
    CHECK(error_of("down()") == "6: expected an integer, found ')'");
    CHECK(starts_with(error_of("down(n)"), "6: expected an integer; unknown variable 'n'"));
    CHECK(error_of("delay(2^-1)") == "9: expected an exponent of 0 or more in an integer");
    CHECK(error_of("↓") == "2: expected an integer, found the end of the text");
}

TEST_CASE("parse: what composing refuses is an error at its column") {
    CHECK(error_of("down(0)") == "6: down(0): the factor must be a positive integer");
    CHECK(error_of("id * up(-2)") == "9: up(-2): the factor must be a positive integer");
    CHECK(error_of("↓0") == "2: down(0): the factor must be a positive integer");
    CHECK(error_of("down(2) + id") ==
          "9: a sum needs one rate: down(2) has rate 1/2, id has rate 1");
    CHECK(error_of("id + id - down(2)") ==
          "9: a sum needs one rate: id has rate 1, down(2) has rate 1/2");
    CHECK(starts_with(error_of("down(2)^0"), "9: a word of rate 1/2 to the power 0"));
    CHECK(starts_with(error_of("delay(1)^-1"), "10: the exponent -1 is negative"));
    CHECK_THROWS_AS(read("(id * id)^1000000"), limit_error);
    CHECK_THROWS_AS(read("delay(-9223372036854775807 - 1)"), limit_error);
}

TEST_CASE("parse: numbers that are none") {
    CHECK(starts_with(error_of("1e400"), "1: the decimal 1e400 is beyond the range of a double"));
    CHECK(starts_with(error_of("1e-400"), "1: the decimal 1e-400 is beyond the range"));
    CHECK(starts_with(error_of("0." + repeated("0", 400) + "1"), "1: the decimal 0.000"));
    CHECK(error_of("1/0") == "3: division by zero");
    CHECK(error_of("1/2.5") ==
          "3: expected an integer below the '/', found 2.5; a fraction is of two integers, as in "
          "1/3");
    CHECK(starts_with(error_of("1/2^3"), "1: put the number in parentheses before '^'"));
    CHECK(starts_with(error_of("-1+2i^2"), "2: put the number in parentheses before '^'"));
    CHECK(error_of("id^2.T") == "5: put the power in parentheses first, as in (A^2).T");
    CHECK(starts_with(error_of(repeated("9", 100'001)), "1: a number of 100001 characters"));
}

TEST_CASE("parse: nesting and size are bounded") {
    constexpr int deep = 100'000;
    for (const char* opening : {"(", "-", "conv(", "conj(", "down(", "delay(-", "[(", "[conj(",
                                "kron(", "row(", "id(", "box(", "q:(", "[1]@-", "id^(", "[-("}) {
        CAPTURE(opening);
        CHECK(error_of(repeated(opening, deep)) != "no error");
    }
    CHECK(starts_with(error_of(repeated("(", deep) + "id" + repeated(")", deep)),
                      "521: nested too deeply; the limit is 520 levels"));
    CHECK(reads_as(repeated("(", 250) + "id" + repeated(")", 250), identity()));
    CHECK(read(repeated("id.T * ", deep) + "id").size() == deep + 1);
    CHECK(reads_as("down(2)" + repeated(".T", deep), down(2)));
    CHECK(read("id^1000000").size() == 1'000'000);
    CHECK_THROWS_AS(read("id^1000000 + id^1000000 + id^1000000"), limit_error);
    CHECK_THROWS_AS(read("sum(i=1..1000, id^100000)"), limit_error);
    CHECK_THROWS_AS((void)parse_expression("(row(id, id).T * row(id, id))^900", words),
                    limit_error);
    CHECK_THROWS_AS(read(std::string(std::size_t{17} << 20, ' ')), limit_error);
}

TEST_CASE("parse: words as deep as words can be read back") {
    op a = delay(1);
    while (a.depth() < 999) a = delay(1) * (identity() + a);
    CHECK(reads_as(to_string(a), a));
}

TEST_CASE("parse: long lists of taps are read, and refused beyond the memory limit") {
    std::string text = "[";
    for (int i = 0; i < 65'535; ++i) text += "0.12345678901234567 ";
    text += "]";
    CHECK(taps_of(text).length() == 65'535);
    const auto limit = memory_limit();
    set_memory_limit(1'000'000);
    CHECK_THROWS_AS(taps_of(text), limit_error);
    CHECK_THROWS_AS(read("conv(box(15000)) * conv(box(15000))"), limit_error);
    set_memory_limit(limit);
}

TEST_CASE("parse: beside a word, a row times a column is a word") {
    const auto both = noble::parse_equation(
        "row(delay(1), id) * column(id, delay(1)) == 2 * delay(1)", noble::standard_vocabulary());
    CHECK(std::get<noble::op>(both.left) == std::get<noble::op>(both.right));
    CHECK_THROWS_AS(noble::parse_equation("column(id, id) == id", noble::standard_vocabulary()),
                    noble::parse_error);
}
