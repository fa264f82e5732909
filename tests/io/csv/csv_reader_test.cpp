#include <doctest/doctest.h>

#include <cmath>
#include <complex>
#include <limits>

#include "io/signals.hpp"
#include "noble/error.hpp"
#include "noble/signal_file.hpp"
#include "support/memory.hpp"
#include "support/messages.hpp"
#include "support/temporary_folder.hpp"

using namespace noble::testing;

namespace {

noble::signal_data read(const std::string& text) {
    const temporary_folder folder;
    return noble::read_signal(folder.put("a.csv", text));
}

std::string failure(const std::string& text) {
    return message_of<noble::io_error>([&] { read(text); });
}

}  // namespace

TEST_CASE("csv: rows are frames and columns channels, whatever separates them") {
    for (const std::string text :
         {"1,2\n3,4\n5,6\n", "1;2\n3;4\n5;6", "1\t2\r\n3\t4\r\n5\t6\r\n", "1 2\n 3   4 \n5  6\n",
          "# left, right\n\n1, 2\n3, 4 # the end is near\n   \n5 ,6\n",
          "\xEF\xBB\xBF\x31,2\n3,4\n5,6", "1 \t2\n3\t 4\n5\t6", "+1 2e0\n3. 4\n.5e1 6"}) {
        CAPTURE(text);
        const auto signal = read(text);
        CHECK(shape_of(signal.samples) == std::vector<index_t>{3, 2});
        CHECK(values_of<double>(signal.samples) == std::vector<double>{1, 2, 3, 4, 5, 6});
        CHECK(signal.type == noble::sample_type::text);
        CHECK_FALSE(signal.rate.has_value());
    }
}

TEST_CASE("csv: one column is one channel, one number one frame") {
    CHECK(shape_of(read("1\n2\n3\n").samples) == std::vector<index_t>{3, 1});
    CHECK(shape_of(read("7").samples) == std::vector<index_t>{1, 1});
    CHECK(shape_of(read("7 8 9").samples) == std::vector<index_t>{1, 3});
}

TEST_CASE("csv: complex numbers with i or j make the whole file complex") {
    const auto signal = read("1,2i\n-1.5e1-2.5E+1j,(3+4j)\n0+0i,nan+infi\n");
    const auto values = values_of<std::complex<double>>(signal.samples);
    CHECK(values[0] == std::complex<double>(1, 0));
    CHECK(values[1] == std::complex<double>(0, 2));
    CHECK(values[2] == std::complex<double>(-15, -25));
    CHECK(values[3] == std::complex<double>(3, 4));
    CHECK(values[4] == std::complex<double>(0, 0));
    CHECK(std::isnan(values[5].real()));
    CHECK(std::isinf(values[5].imag()));
}

TEST_CASE("csv: nan and inf are values") {
    const auto values = values_of<double>(read("nan,inf\n-inf,NaN\n").samples);
    CHECK(std::isnan(values[0]));
    CHECK(values[1] == std::numeric_limits<double>::infinity());
    CHECK(values[2] == -std::numeric_limits<double>::infinity());
    CHECK(std::isnan(values[3]));
}

TEST_CASE("csv: what is not a number is refused with its line, column and text") {
    CHECK(contains(failure("1,2\n# note\n3,four\n"), "a.csv: line 3, column 2: 'four' is not"));
    CHECK(contains(failure("left,right\n1,2\n"), "line 1, column 1: 'left'"));
    CHECK(contains(failure("1,2\n3,\n"), "line 2, column 2: an empty field"));
    CHECK(contains(failure("1,2,\n"), "line 1, column 3: an empty field"));
    for (const std::string text : {"1x", "1+2", "1+2k", "1+i", "++1", "+-1", "0x10", "1e", "--1",
                                   "1+2i3", "1e400", "(1", "()", "\"1\"", "1.2.3", "i"}) {
        CAPTURE(text);
        CHECK(contains(failure("0\n" + text + "\n"), "line 2, column 1: '" + text + "' is not"));
    }
    CHECK(contains(failure("0\n\xC3\xA9\n"), "'\\xc3\\xa9'"));
}

TEST_CASE("csv: ragged rows are refused with the line and both counts") {
    CHECK(contains(failure("1,2\n3,4,5\n"), "a.csv: line 2: 3 columns, but the rows above have 2"));
    CHECK(contains(failure("1 2\n\n3\n"), "line 3: 1 columns, but the rows above have 2"));
}

TEST_CASE("csv: a file without numbers is refused") {
    CHECK(contains(failure("# only words\n\n"), "a.csv: a CSV file without numbers"));
    CHECK(contains(failure("\n"), "without numbers"));
    CHECK(contains(failure(""), "a.csv: the file is empty"));
}

TEST_CASE("csv: binary content is refused") {
    CHECK(contains(failure(std::string("1,2\n\0\1", 6)), "a.csv: not CSV: it starts with '1,2"));
    CHECK(contains(failure(std::string("\xFF\xFE"
                                       "1\0,\0",
                                       6)),
                   "not CSV"));
}

TEST_CASE("csv: a file beyond the memory limit is refused") {
    const temporary_folder folder;
    const auto path = folder.put("a.csv", std::string(10000, '1') + "\n");
    const limited_memory limit(5000);
    const auto message = message_of<noble::limit_error>([&] { noble::read_signal(path); });
    CHECK(contains(message, "a.csv"));
}

TEST_CASE("csv: inspect counts frames and channels") {
    const temporary_folder folder;
    const auto info = noble::inspect(folder.put("a.txt", "1 2 3\n4 5 6i\n"));
    CHECK(info.format == noble::file_format::csv);
    CHECK(info.length == 2);
    CHECK(info.channels == 3);
    CHECK(info.encoding == "complex numbers");
}
