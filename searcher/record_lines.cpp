#include "searcher/record_lines.hpp"

#include <nlohmann/json.hpp>

#include "searcher/json_line.hpp"
#include "searcher/render.hpp"

namespace dateline {

namespace {

std::string csv_field(const nlohmann::ordered_json& value) {
    if (value.is_null()) return "";
    if (!value.is_string()) return value.dump();
    std::string text = printable(value.get<std::string>());
    // Many readers trim what is not quoted.
    const bool is_bare = text.find_first_of("\",") == std::string::npos && !text.starts_with(' ') &&
                         !text.ends_with(' ');
    if (is_bare) return text;
    std::string quoted = "\"";
    for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + "\"";
}

}  // namespace

std::string csv_header(const nlohmann::ordered_json& object) {
    std::string line;
    for (const auto& [key, value] : object.items()) line += (line.empty() ? "" : ",") + key;
    return line + "\r\n";
}

std::string csv_row(const nlohmann::ordered_json& object) {
    std::string line;
    std::string separator;
    for (const auto& [key, value] : object.items()) {
        line += separator + csv_field(value);
        separator = ",";
    }
    return line + "\r\n";
}

std::string csv_text(const std::vector<nlohmann::ordered_json>& objects) {
    if (objects.empty()) return {};
    std::string text = csv_header(objects.front());
    for (const nlohmann::ordered_json& object : objects) text += csv_row(object);
    return text;
}

std::string jsonl_text(const std::vector<nlohmann::ordered_json>& objects) {
    std::string text;
    for (const nlohmann::ordered_json& object : objects) text += json_line(object);
    return text;
}

}  // namespace dateline
