#include "noble/parse.hpp"

#include <doctest/doctest.h>
#include <gmpxx.h>

#include <string>

#include "algebra/parse/reading.hpp"

using namespace noble;
using namespace noble::testing::reading;

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

TEST_CASE("parse: beside a word, a row times a column is a word") {
    const auto both = noble::parse_equation(
        "row(delay(1), id) * column(id, delay(1)) == 2 * delay(1)", noble::standard_vocabulary());
    CHECK(std::get<noble::op>(both.left) == std::get<noble::op>(both.right));
    CHECK_THROWS_AS(noble::parse_equation("column(id, id) == id", noble::standard_vocabulary()),
                    noble::parse_error);
}
