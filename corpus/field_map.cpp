#include "corpus/field_map.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "corpus/ascii.hpp"
#include "corpus/clean_text.hpp"
#include "corpus/edit_distance.hpp"
#include "corpus/error.hpp"

namespace dateline {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view example =
    R"(write a path, or several, for each field: {"body": "fields.bodyText", "headline": ["title", "name"]})";

/// The names that people and publishers give to fields, where ours is another.
struct OtherName {
    std::string_view name;
    std::string_view field;
};
constexpr std::array<OtherName, 20> other_names{{
    {"title", "headline"},   {"text", "body"},      {"content", "body"},
    {"author", "byline"},    {"authors", "byline"}, {"creator", "byline"},
    {"publisher", "source"}, {"outlet", "source"},  {"newspaper", "source"},
    {"category", "section"}, {"topic", "section"},  {"link", "url"},
    {"lang", "language"},    {"location", "place"}, {"dateline", "place"},
    {"published", "date"},   {"pubdate", "date"},   {"time", "date"},
    {"guid", "id"},          {"key", "id"},
}};

[[noreturn]] void refuse(std::string_view file, const std::string& what, std::string hint) {
    throw Error(ErrorKind::usage, fmt::format("{}: {}", file, what), std::move(hint));
}

std::string_view nearest_name(std::string_view name) {
    const std::string wanted = lower_ascii(name);
    const auto* other = std::ranges::find(other_names, wanted, &OtherName::name);
    if (other != other_names.end()) return other->field;
    std::string_view nearest;
    std::size_t least = 3;
    for (const std::string_view field : article_field_names) {
        const std::size_t distance = edit_distance(wanted, field, 2);
        if (distance >= least || distance >= field.size()) continue;
        nearest = field;
        least = distance;
    }
    return nearest;
}

std::string hint_for(std::string_view name) {
    const std::string fields =
        fmt::format("the fields are {}", fmt::join(article_field_names, ", "));
    const std::string_view nearest = nearest_name(name);
    return nearest.empty() ? fields : fmt::format("did you mean \"{}\"? {}", nearest, fields);
}

/// Parses, and refuses a field that is there twice, of which nlohmann-json would keep the last.
Json parse_map(std::string_view text, std::string_view file) {
    std::set<std::string> seen;
    std::string twice;
    const auto see = [&](int depth, Json::parse_event_t event, Json& value) {
        if (event == Json::parse_event_t::key && depth == 1 &&
            !seen.insert(value.get<std::string>()).second)
            twice = value.get<std::string>();
        return true;
    };
    Json map;
    try {
        map = Json::parse(text, see);
    } catch (const Json::parse_error& error) {
        refuse(file, fmt::format("not valid JSON at byte {}", error.byte), std::string(example));
    }
    if (!twice.empty())
        refuse(file, fmt::format("\"{}\" is there twice", clean_line(twice)),
               "several paths of one field are an array: [\"a\", \"b\"]");
    if (!map.is_object()) refuse(file, "not a JSON object", std::string(example));
    return map;
}

std::string path_of(const Json& value, std::string_view name, std::string_view file) {
    std::string path = value.is_string() ? value.get<std::string>() : std::string();
    if (clean_line(path).empty())
        refuse(file, fmt::format("\"{}\" must be a path or an array of paths", name),
               std::string(example));
    return path;
}

}  // namespace

std::optional<ArticleField> article_field_named(std::string_view name) {
    const auto* found = std::ranges::find(article_field_names, name);
    if (found == article_field_names.end()) return std::nullopt;
    return static_cast<ArticleField>(found - article_field_names.begin());
}

FieldMap read_field_map(std::string_view text, std::string_view file) {
    const Json json = parse_map(text, file);
    FieldMap map;
    for (const auto& [name, value] : json.items()) {
        const std::optional<ArticleField> field = article_field_named(name);
        if (!field)
            refuse(file, fmt::format("no field is called \"{}\"", clean_line(name)),
                   hint_for(name));
        const Json paths = value.is_array() ? value : Json::array({value});
        if (paths.empty()) path_of({}, name, file);
        for (const Json& path : paths) map.paths.push_back({*field, path_of(path, name, file)});
    }
    if (map.empty()) refuse(file, "it names no field", std::string(example));
    map.uses_ = std::make_shared<std::vector<FieldMap::Uses>>(map.paths.size());
    return map;
}

void FieldMap::count(std::size_t path, bool has_text) const {
    (*uses_)[path].records.fetch_add(1, std::memory_order_relaxed);
    if (has_text) (*uses_)[path].with_text.fetch_add(1, std::memory_order_relaxed);
}

std::vector<std::string> FieldMap::warnings() const {
    std::vector<std::string> warnings;
    for (std::size_t i = 0; i < paths.size(); ++i) {
        const std::uint64_t records = (*uses_)[i].records;
        if (records == 0 || (*uses_)[i].with_text > 0) continue;
        warnings.push_back(
            fmt::format("--map: none of the {} records read has text at \"{}\", where {} should be",
                        records, clean_line(paths[i].path),
                        article_field_names[static_cast<std::size_t>(paths[i].field)]));
    }
    return warnings;
}

}  // namespace dateline
