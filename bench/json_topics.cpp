#include "bench/json_topics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <span>

namespace dateline {

namespace {

using Json = nlohmann::json;

// Keys that mean the same, the likeliest first.
constexpr std::array<std::string_view, 5> id_keys{"id", "qid", "query_id", "topic_id", "_id"};
constexpr std::array<std::string_view, 3> title_keys{"query", "title", "text"};
constexpr std::array<std::string_view, 2> desc_keys{"desc", "description"};
constexpr std::array<std::string_view, 2> narr_keys{"narr", "narrative"};

struct FieldKeys {
    TopicField field;
    std::span<const std::string_view> keys;
};
constexpr std::array field_keys{FieldKeys{TopicField::title, title_keys},
                                FieldKeys{TopicField::desc, desc_keys},
                                FieldKeys{TopicField::narr, narr_keys}};

const Json* value_of(const Json& object, std::span<const std::string_view> keys) {
    for (const std::string_view key : keys)
        if (const auto at = object.find(key); at != object.end() && !at->is_null()) return &*at;
    return nullptr;
}

TopicRecord topic_of(const Json& object, const TopicFile& file, std::uint64_t line) {
    TopicRecord topic;
    topic.line = line;
    if (const Json* id = value_of(object, id_keys)) {
        if (!id->is_string() && !id->is_number_integer())
            file.fail(line, "the topic's id is neither a string nor a whole number",
                      "write {\"id\": \"7\", \"query\": \"...\"}");
        topic.id = id->is_string() ? id->get<std::string>() : id->dump();
    }
    for (const auto& [field, keys] : field_keys) {
        const Json* text = value_of(object, keys);
        if (text == nullptr) continue;
        if (!text->is_string())
            file.fail(line, fmt::format("the topic's {} is no string", keys.front()),
                      "write {\"id\": \"7\", \"query\": \"...\"}");
        topic.text(field) = text->get<std::string>();
    }
    return topic;
}

}  // namespace

std::vector<TopicRecord> read_json_topics(const TopicFile& file) {
    std::vector<TopicRecord> topics;
    std::uint64_t line = 0;
    for (std::string_view rest = file.text; !rest.empty();) {
        const std::string_view row = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(row.size() + 1, rest.size()));
        ++line;
        if (row.find_first_not_of(" \t\r") == std::string_view::npos) continue;
        const Json object = Json::parse(row, nullptr, false);
        if (!object.is_object())
            file.fail(line, "not a JSON object",
                      "write each topic on one line: {\"id\": \"7\", \"query\": \"...\"}");
        topics.push_back(topic_of(object, file, line));
    }
    return topics;
}

}  // namespace dateline
