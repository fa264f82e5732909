// The engine's wisdom in files: the one place where engine and files meet.
#include "engine/planning/measured_costs.hpp"
#include "engine/planning/wisdom.hpp"
#include "io/bytes/byte_source.hpp"
#include "noble/error.hpp"
#include "noble/limit.hpp"
#include "noble/output_file.hpp"
#include "noble/wisdom.hpp"

namespace noble {
namespace {

// Beyond any wisdom; a device may never end.
constexpr std::size_t most_bytes = std::size_t{1} << 28;

std::string content_of(const std::string& path) {
    constexpr std::size_t piece = std::size_t{1} << 14;
    io::byte_source source(path);
    std::string text;
    while (true) {
        const std::string more = source.text(text.size(), piece);
        if (more.empty()) return text;
        text += more;
        if (text.size() > most_bytes) {
            throw io_error(path + ": more than 256 MiB are too long to be wisdom");
        }
    }
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

void forget_wisdom() { engine::forget_costs(); }

}  // namespace noble
