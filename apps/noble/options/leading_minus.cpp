#include "options/leading_minus.hpp"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <string_view>

#include "noble/error.hpp"

namespace noble::app {
namespace {

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }

bool is_name(std::string_view text) {
    return !text.empty() && is_letter(text.front()) &&
           std::ranges::all_of(text, [](char c) { return is_letter(c) || c == '-' || c == '_'; });
}

// An option with the value that is written to it: --name=value, -nvalue.
struct attached {
    std::string name;
    std::string value;
    bool has_value = false;
};

attached split(const std::string& word) {
    const bool is_long = word.starts_with("--");
    const auto end = is_long ? word.find('=') : std::min<std::size_t>(2, word.size());
    if (end >= word.size()) return {word, {}};
    return {word.substr(0, end), word.substr(is_long ? end + 1 : end), true};
}

enum class known_as : std::uint8_t { nothing, flag, option };

known_as kind_of(const command& a, const std::string& name) {
    const auto found = std::ranges::find(a.parameters, name, &parameter::name);
    if (found == a.parameters.end()) {
        return std::ranges::count(help_flags, name) > 0 ? known_as::flag : known_as::nothing;
    }
    return found->kind == parameter_kind::flag ? known_as::flag : known_as::option;
}

// `--id(…)`, `--2 * id` and `-q` with more after it are expressions; these are not.
bool looks_like_option(const attached& word) {
    if (word.name.starts_with("--")) return is_name(std::string_view(word.name).substr(2));
    return !word.has_value && is_name(std::string_view(word.name).substr(1));
}

class sorter {
 public:
    sorter(const command& a, const std::vector<std::string>& args) : command_(a), args_(args) {}

    std::vector<std::string> sorted() {
        while (next_ < args_.size()) take(args_[next_++]);
        require_expected();
        options_.emplace_back("--");
        options_.insert(options_.end(), positionals_.begin(), positionals_.end());
        return options_;
    }

 private:
    void take(const std::string& word) {
        if (word == "--") {
            positionals_.insert(positionals_.end(), at(next_), args_.end());
            next_ = args_.size();
        } else if (word.size() < 2 || word.front() != '-') {
            positionals_.push_back(word);
        } else {
            take_dashed(word);
        }
    }

    void take_dashed(const std::string& word) {
        const attached parts = split(word);
        const known_as kind = kind_of(command_, parts.name);
        if (kind == known_as::flag && !parts.has_value) {
            options_.push_back(word);
        } else if (kind == known_as::option) {
            options_.push_back(parts.name);
            options_.push_back(parts.has_value ? parts.value : value_of(word));
        } else if (looks_like_option(parts)) {
            refuse(word, kind == known_as::flag);
        } else {
            positionals_.push_back(word);
        }
    }

    const std::string& value_of(const std::string& option) {
        if (next_ == args_.size()) throw argument_error(option + " needs a value");
        return args_[next_++];
    }

    void require_expected() const {
        const auto arguments =
            std::ranges::count(command_.parameters, parameter_kind::argument, &parameter::kind);
        const auto expected = static_cast<std::size_t>(arguments);
        if (positionals_.size() <= expected) return;
        throw argument_error("unexpected argument '" + positionals_[expected] +
                             "'; an expression with spaces or * goes in quotes");
    }

    [[noreturn]] static void refuse(const std::string& word, bool flag) {
        if (flag) throw argument_error("'" + word + "': this option takes no value");
        throw argument_error("unknown option '" + word + "'; an expression or a file that looks " +
                             "like this goes after --");
    }

    [[nodiscard]] std::vector<std::string>::const_iterator at(std::size_t i) const {
        return args_.begin() + static_cast<std::ptrdiff_t>(i);
    }

    const command& command_;
    const std::vector<std::string>& args_;
    std::size_t next_ = 0;
    std::vector<std::string> options_;
    std::vector<std::string> positionals_;
};

}  // namespace

std::vector<std::string> options_first(const command& a, const std::vector<std::string>& args) {
    return sorter(a, args).sorted();
}

}  // namespace noble::app
