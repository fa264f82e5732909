#include "support/fixture.hpp"

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace noble::testing {

std::vector<double> fixture_line::numbers() const {
    std::vector<double> values;
    for (const std::string& word : words) values.push_back(std::strtod(word.c_str(), nullptr));
    return values;
}

std::vector<std::complex<double>> fixture_line::complex_numbers() const {
    const std::vector<double> parts = numbers();
    std::vector<std::complex<double>> values;
    for (std::size_t i = 0; i + 1 < parts.size(); i += 2) {
        values.emplace_back(parts[i], parts[i + 1]);
    }
    return values;
}

std::vector<fixture_line> read_fixture(const std::string& file) {
    const char* source = std::getenv("NOBLE_SOURCE");
    if (source == nullptr) throw std::runtime_error("NOBLE_SOURCE is not set");
    const std::string path = std::string(source) + "/tests/fixtures/" + file;
    std::ifstream in(path);
    if (!in) throw std::runtime_error("cannot read " + path);
    std::vector<fixture_line> lines;
    for (std::string text; std::getline(in, text);) {
        if (text.empty() || text[0] == '#') continue;
        std::istringstream words(text);
        fixture_line line;
        words >> line.name;
        for (std::string word; words >> word;) line.words.push_back(word);
        lines.push_back(std::move(line));
    }
    return lines;
}

}  // namespace noble::testing
