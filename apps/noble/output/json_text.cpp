// nlohmann/json, whose header takes seconds to compile, spells texts and numbers for all verbs.
#include <nlohmann/json.hpp>

#include "output/json.hpp"

namespace noble::app {
namespace {

struct text_writer {
    std::string text;

    template <class Scalar>
    void operator()(const Scalar& value) {
        using error_handler = nlohmann::json::error_handler_t;
        text += nlohmann::json(value).dump(-1, ' ', false, error_handler::replace);
    }

    void operator()(const json::list& values) {
        text += '[';
        const char* separator = "";
        for (const auto& value : values) {
            text += separator;
            std::visit(*this, value.value());
            separator = ",";
        }
        text += ']';
    }

    void operator()(const json::members& members) {
        text += '{';
        const char* separator = "";
        for (const auto& [name, value] : members) {
            text += separator;
            (*this)(name);
            text += ':';
            std::visit(*this, value.value());
            separator = ",";
        }
        text += '}';
    }
};

}  // namespace

std::string json_text(const json& value) {
    text_writer writer;
    std::visit(writer, value.value());
    return writer.text;
}

}  // namespace noble::app
