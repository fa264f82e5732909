// The engine's wisdom in files: the one place where engine and files meet.
#include "noble/wisdom.hpp"

#include <fstream>
#include <iterator>
#include <limits>

#include "engine/wisdom.hpp"
#include "noble/error.hpp"
#include "noble/limit.hpp"
#include "noble/output_file.hpp"

namespace noble {
namespace {

// Beyond any wisdom; a device may never end.
constexpr std::streamsize most_bytes = std::streamsize{1} << 28;

std::string content_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::string text;
    char part[1 << 14];
    while (file.read(part, sizeof part) || file.gcount() > 0) {
        text.append(part, static_cast<std::size_t>(file.gcount()));
        if (std::ssize(text) > most_bytes) throw io_error(path + ": too long to be wisdom");
    }
    if (!file.eof()) throw io_error(path + ": cannot be read");
    return text;
}

}  // namespace

void save_wisdom(const std::string& path) { write_file(path, engine::wisdom_text()); }

void load_wisdom(const std::string& path) {
    const std::string text = content_of(path);
    try {
        engine::learn_wisdom(text);
    } catch (const io_error& e) {
        throw io_error(path + ": not wisdom that can be used: " + e.what());
    }
}

void forget_wisdom() { engine::forget_all_wisdom(); }

}  // namespace noble
