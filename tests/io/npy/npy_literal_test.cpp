#include "io/npy/npy_literal.hpp"

#include <doctest/doctest.h>

#include "noble/error.hpp"
#include "support/messages.hpp"
#include "support/temporary_folder.hpp"

namespace noble::testing {
namespace {

TEST_CASE("literal: strings, booleans and tuples, blanks between them or not") {
    const temporary_folder folder;
    const io::byte_source source(folder.put("a", "x"));
    io::npy_literal text(source, " 'a b' \"c\" True False(1,2 , 3)() (4,) ");
    CHECK(text.string() == "a b");
    CHECK(text.string() == "c");
    CHECK(text.boolean());
    CHECK_FALSE(text.boolean());
    CHECK(text.tuple() == std::vector<index_t>{1, 2, 3});
    CHECK(text.tuple().empty());
    CHECK(text.tuple() == std::vector<index_t>{4});
    CHECK(text.at_end());
}

TEST_CASE("literal: what was expected is said, and what stands there") {
    const temporary_folder folder;
    const io::byte_source source(folder.put("a", "x"));
    const auto failure = [&](std::string_view rest, const auto& read) {
        io::npy_literal text(source, rest);
        return message_of<io_error>([&] { read(text); });
    };
    CHECK(contains(failure("(1, x)", [](auto& t) { t.tuple(); }), "expected a length"));
    CHECK(contains(failure("maybe", [](auto& t) { t.boolean(); }),
                   "expected True or False before 'maybe'"));
    CHECK(contains(failure("'open", [](auto& t) { t.string(); }), "a closing quote"));
    io::npy_literal huge(source, "(99999999999999999999)");
    CHECK_THROWS_AS(huge.tuple(), limit_error);
}

}  // namespace
}  // namespace noble::testing
