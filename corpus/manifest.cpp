#include "corpus/manifest.hpp"

#include <fmt/format.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string_view>

#include "corpus/bytes.hpp"
#include "corpus/current_file.hpp"
#include "corpus/error.hpp"
#include "corpus/schema.hpp"

namespace dateline {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view checksum_mark = "xxh3 ";
constexpr std::size_t checksum_line_bytes = checksum_mark.size() + 16 + 1;

std::string checksum_line(std::string_view bytes) {
    return fmt::format("{}{:016x}\n", checksum_mark, XXH3_64bits(bytes.data(), bytes.size()));
}

// JSON holds UTF-8 only, a path any bytes: those outside of ASCII are percent-encoded.
std::string escape_path(std::string_view path) {
    std::string escaped;
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80 && c != '%')
            escaped += c;
        else
            escaped += fmt::format("%{:02X}", byte);
    }
    return escaped;
}

std::string unescape_path(std::string_view escaped) {
    std::string path;
    for (std::size_t i = 0; i < escaped.size(); ++i) {
        if (escaped[i] != '%') {
            path += escaped[i];
            continue;
        }
        path += static_cast<char>(std::stoi(std::string(escaped.substr(i + 1, 2)), nullptr, 16));
        i += 2;
    }
    return path;
}

Json to_json(const SegmentInfo& segment) {
    Json languages = Json::object();
    for (const auto& [code, articles] : segment.languages) languages[code] = articles;
    return {{"name", segment.name},
            {"articles", segment.articles},
            {"passages", segment.passages},
            {"text_bytes", segment.text_bytes},
            {"dated", segment.dated},
            {"first_day", segment.first_day},
            {"last_day", segment.last_day},
            {"languages", std::move(languages)},
            {"tombstones", segment.tombstones}};
}

SegmentInfo segment_from(const Json& json) {
    SegmentInfo segment;
    json.at("name").get_to(segment.name);
    json.at("articles").get_to(segment.articles);
    json.at("passages").get_to(segment.passages);
    json.at("text_bytes").get_to(segment.text_bytes);
    json.at("dated").get_to(segment.dated);
    json.at("first_day").get_to(segment.first_day);
    json.at("last_day").get_to(segment.last_day);
    for (const auto& [code, articles] : json.at("languages").items())
        segment.languages.emplace_back(code, articles.get<std::uint64_t>());
    json.at("tombstones").get_to(segment.tombstones);
    return segment;
}

Json to_json(const RootInfo& root) {
    return {
        {"path", escape_path(root.path)}, {"last_run", root.last_run}, {"outcome", root.outcome}};
}

RootInfo root_from(const Json& json) {
    return {.path = unescape_path(json.at("path").get<std::string>()),
            .last_run = json.at("last_run"),
            .outcome = json.at("outcome")};
}

Manifest manifest_from(const Json& json) {
    Manifest manifest;
    json.at("number").get_to(manifest.number);
    json.at("published").get_to(manifest.published);
    json.at("analysis").get_to(manifest.analysis);
    json.at("scoring").get_to(manifest.scoring);
    json.at("dictionary").get_to(manifest.dictionary);
    json.at("sources").get_to(manifest.sources);
    json.at("copies").get_to(manifest.copies);
    json.at("next_segment").get_to(manifest.next_segment);
    json.at("restorable_from").get_to(manifest.restorable_from);
    for (const Json& segment : json.at("segments"))
        manifest.segments.push_back(segment_from(segment));
    for (const Json& root : json.at("roots")) manifest.roots.push_back(root_from(root));
    json.at("marks").get_to(manifest.marks);
    return manifest;
}

// Others do not fit what they are read into.
bool whole_numbers_alone(int, Json::parse_event_t, const Json& value) {
    if (value.is_number_float()) throw std::invalid_argument("a number in it is not whole");
    return true;
}

void require_format(const Json& json, const std::filesystem::path& file) {
    const auto format = json.at("format").get<std::uint64_t>();
    if (format == index_format_version) return;
    throw Error(ErrorKind::index,
                fmt::format("{} has index format {}, and this dateline knows format {}",
                            file.string(), format, index_format_version),
                "make the index anew in another folder: dateline --index DIR index PATH...");
}

// A copy of another state's is whole, and says what is not so.
void require_number(const Manifest& manifest, const std::filesystem::path& file) {
    const std::string name = file.filename().string();
    if (name.starts_with(manifest_kind) &&
        name != fmt::format("{}{}", manifest_kind, manifest.number))
        throw_damaged(file.string(),
                      fmt::format("it is {}{} under another name", manifest_kind, manifest.number));
}

}  // namespace

std::string encode_manifest(const Manifest& manifest) {
    Json segments = Json::array();
    for (const SegmentInfo& segment : manifest.segments) segments.push_back(to_json(segment));
    Json roots = Json::array();
    for (const RootInfo& root : manifest.roots) roots.push_back(to_json(root));
    const Json json = {{"format", index_format_version},
                       {"number", manifest.number},
                       {"published", manifest.published},
                       {"analysis", manifest.analysis},
                       {"scoring", manifest.scoring},
                       {"dictionary", manifest.dictionary},
                       {"sources", manifest.sources},
                       {"copies", manifest.copies},
                       {"next_segment", manifest.next_segment},
                       {"restorable_from", manifest.restorable_from},
                       {"segments", std::move(segments)},
                       {"roots", std::move(roots)},
                       {"marks", manifest.marks}};
    const std::string bytes = json.dump(1) + "\n";
    return bytes + checksum_line(bytes);
}

Manifest decode_manifest(std::string_view bytes, const std::filesystem::path& file) {
    const std::size_t size = bytes.size() - std::min(bytes.size(), checksum_line_bytes);
    if (bytes.substr(size) != checksum_line(bytes.substr(0, size)))
        throw_damaged(file.string(), "its checksum is wrong");
    try {
        const Json json = Json::parse(bytes.substr(0, size), whole_numbers_alone);
        require_format(json, file);
        Manifest manifest = manifest_from(json);
        require_number(manifest, file);
        return manifest;
    } catch (const nlohmann::json::exception& exception) {
        throw_damaged(file.string(), exception.what());
    } catch (const std::logic_error& exception) {  // of an escape in a path, or a number
        throw_damaged(file.string(), exception.what());
    }
}

}  // namespace dateline
