#include "errors.hpp"

#include <new>

#include "apps/program.hpp"
#include "noble/error.hpp"

namespace noble::testing {
namespace {

TEST_CASE("each kind of error has its exit status") {
    CHECK(app::failure_of(argument_error("a")).status == 2);
    CHECK(app::failure_of(rate_error("a")).status == 2);
    CHECK(app::failure_of(io_error("a")).status == 3);
    CHECK(app::failure_of(limit_error("a")).status == 4);
    CHECK(app::failure_of(std::bad_alloc()).status == 4);
    CHECK(app::failure_of(std::length_error("a")).status == 4);
    CHECK(app::failure_of(std::logic_error("a")).status == 70);
    CHECK(app::failure_of(std::logic_error("a")).message == "internal error: a");
}

TEST_CASE("only the message of an expression that does not parse has several lines") {
    CHECK(app::failure_of(io_error("a\nb\x7f")).message == "a?b?");
    CHECK(app::failure_of(parse_error("a\nb\t", 1)).message == "a\nb?");
}

TEST_CASE("a message stays one line, whatever a file is called") {
    const program p;
    p.refuses({"info", "no\nsuch\x1b[31mfile"}, 3, "no?such?[31mfile: cannot read");
}

}  // namespace
}  // namespace noble::testing
