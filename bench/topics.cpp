#include "bench/topics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "bench/json_topics.hpp"
#include "bench/trec_topics.hpp"
#include "corpus/error.hpp"
#include "corpus/utf8.hpp"
#include "corpus/white_space.hpp"

namespace dateline {

namespace {

std::string_view trimmed(std::string_view text) {
    text.remove_prefix(leading_white_space(text));
    text.remove_suffix(trailing_white_space(text));
    return text;
}

std::string_view text_of(std::string_view bytes, std::string_view name) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
    std::uint64_t line = 1;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t size = utf8_size(bytes.substr(at));
        if (size == 0)
            TopicFile{name, bytes}.fail(line, "not UTF-8",
                                        "convert the file, for example with iconv -f LATIN1 -t "
                                        "UTF-8");
        line += bytes[at] == '\n';
        at += size;
    }
    return bytes;
}

std::vector<TopicRecord> read_tab_topics(const TopicFile& file) {
    std::vector<TopicRecord> topics;
    std::uint64_t line = 0;
    for (std::string_view rest = file.text; !rest.empty();) {
        const std::string_view row = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(row.size() + 1, rest.size()));
        ++line;
        if (trimmed(row).empty() || row.starts_with('#')) continue;
        const std::size_t tab = row.find('\t');
        if (tab == std::string_view::npos)
            file.fail(line, "no tab between a topic's id and its query",
                      "write the id, a tab and the query; TREC topics and JSON lines are read too");
        TopicRecord topic{.id = std::string(trimmed(row.substr(0, tab))), .line = line};
        topic.text(TopicField::title) = trimmed(row.substr(tab));
        topics.push_back(std::move(topic));
    }
    return topics;
}

std::vector<TopicRecord> read_records(const TopicFile& file) {
    const std::string_view text = trimmed(file.text);
    if (text.starts_with('<')) return read_trec_topics(file);
    if (text.starts_with('{') || text.starts_with('[')) return read_json_topics(file);
    return read_tab_topics(file);
}

bool is_one_column(std::string_view id) {
    for (std::size_t at = 0; at < id.size(); ++at)
        if (white_space_size(id.substr(at)) > 0 || static_cast<unsigned char>(id[at]) < 0x20)
            return false;
    return !id.empty();
}

void check_ids(const std::vector<TopicRecord>& topics, const TopicFile& file) {
    std::unordered_map<std::string_view, std::uint64_t> lines;
    for (const TopicRecord& topic : topics) {
        if (topic.id.empty()) file.fail(topic.line, "a topic without id", "give each topic an id");
        if (!is_one_column(topic.id))
            file.fail(topic.line, fmt::format("the topic id \"{}\" holds a blank", topic.id),
                      "an id is one column of a run: write it without blanks");
        if (topic.id.starts_with('#'))
            file.fail(topic.line, fmt::format("the topic id \"{}\" begins with #", topic.id),
                      "in runs such lines are comments: begin with a letter or digit");
        const auto [first, is_new] = lines.emplace(topic.id, topic.line);
        if (!is_new)
            file.fail(topic.line,
                      fmt::format("topic {} is there already, in line {}", topic.id, first->second),
                      "give each topic an id of its own");
    }
}

std::string names_of(const std::vector<TopicField>& fields) {
    std::string names;
    for (const TopicField field : fields)
        names += (names.empty() ? "" : ", ") +
                 std::string(topic_field_names[static_cast<std::size_t>(field)]);
    return names;
}

bool any_has(const std::vector<TopicRecord>& topics, TopicField field) {
    return std::ranges::any_of(
        topics, [&](const TopicRecord& topic) { return topic.text(field).has_value(); });
}

// What --topic-field could have been.
std::string fields_hint(const std::vector<TopicRecord>& topics) {
    std::vector<TopicField> held;
    for (const TopicField field : {TopicField::title, TopicField::desc, TopicField::narr})
        if (any_has(topics, field)) held.push_back(field);
    return held.empty() ? "its topics have neither title, desc nor narr"
                        : "choose with --topic-field of what its topics have: " + names_of(held);
}

void check_fields(const std::vector<TopicRecord>& topics, const TopicFile& file,
                  const std::vector<TopicField>& fields) {
    for (const TopicField field : fields)
        if (!any_has(topics, field))
            throw Error(ErrorKind::input_output,
                        fmt::format("no topic of {} has a {}", file.name, names_of({field})),
                        fields_hint(topics));
}

Topic topic_of(const TopicRecord& record, const TopicFile& file,
               const std::vector<TopicField>& fields) {
    Topic topic{record.id, "", record.line};
    bool has_any = false;
    for (const TopicField field : fields) {
        const std::optional<std::string>& text = record.text(field);
        has_any |= text.has_value();
        if (text && !text->empty()) topic.text += (topic.text.empty() ? "" : " ") + *text;
    }
    if (!has_any)
        file.fail(record.line, fmt::format("topic {} has no {}", record.id, names_of(fields)),
                  "add it, or choose with --topic-field what every topic has");
    return topic;
}

}  // namespace

void TopicFile::fail(std::uint64_t line, const std::string& message,
                     const std::string& hint) const {
    throw Error(ErrorKind::input_output, fmt::format("{}, line {}: {}", name, line, message), hint);
}

std::vector<TopicField> read_topic_fields(std::string_view names) {
    std::vector<TopicField> fields;
    for (std::size_t begin = 0; begin <= names.size();) {
        const std::size_t end = std::min(names.find(',', begin), names.size());
        const std::string_view name = trimmed(names.substr(begin, end - begin));
        const auto* const row = std::ranges::find(topic_field_names, name);
        if (row == topic_field_names.end())
            throw Error(ErrorKind::usage, fmt::format("topics have no field \"{}\"", name),
                        "write title, desc or narr, or several with commas between them");
        const auto field = static_cast<TopicField>(row - topic_field_names.begin());
        if (std::ranges::find(fields, field) == fields.end()) fields.push_back(field);
        begin = end + 1;
    }
    return fields;
}

std::vector<Topic> read_topics(std::string_view bytes, std::string_view name,
                               const std::vector<TopicField>& fields) {
    const TopicFile file{name, text_of(bytes, name)};
    const std::vector<TopicRecord> records = read_records(file);
    if (records.empty())
        throw Error(ErrorKind::input_output, fmt::format("{} holds no topics", name),
                    "write one a line: its id, a tab and the query");
    check_ids(records, file);
    check_fields(records, file, fields);
    std::vector<Topic> topics;
    for (const TopicRecord& record : records) topics.push_back(topic_of(record, file, fields));
    return topics;
}

}  // namespace dateline
