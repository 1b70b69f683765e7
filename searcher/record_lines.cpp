#include "searcher/record_lines.hpp"

#include <nlohmann/json.hpp>

#include "searcher/json_line.hpp"
#include "searcher/render.hpp"

namespace dateline {

namespace {

std::string csv_field(const nlohmann::ordered_json& value) {
    if (value.is_null()) return "";
    if (!value.is_string()) return value.dump();
    const std::string text = printable(value.get<std::string>());
    if (text.find_first_of("\",") == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + "\"";
}

}  // namespace

std::string csv_text(const std::vector<nlohmann::ordered_json>& objects) {
    std::string text;
    if (objects.empty()) return text;
    std::string separator;
    for (const auto& [key, value] : objects.front().items()) {
        text += separator + key;
        separator = ",";
    }
    text += "\r\n";
    for (const nlohmann::ordered_json& object : objects) {
        separator.clear();
        for (const auto& [key, value] : object.items()) {
            text += separator + csv_field(value);
            separator = ",";
        }
        text += "\r\n";
    }
    return text;
}

std::string jsonl_text(const std::vector<nlohmann::ordered_json>& objects) {
    std::string text;
    for (const nlohmann::ordered_json& object : objects) text += json_line(object);
    return text;
}

}  // namespace dateline
