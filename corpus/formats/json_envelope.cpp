#include "corpus/formats/json_envelope.hpp"

#include "corpus/formats/json_walk.hpp"

#include <algorithm>

namespace dateline {
namespace {

/// response.results, hits.hits, data.items: no one nests deeper.
constexpr std::size_t deepest_envelope = 4;

/// A record, or an object around one.
bool may_be_record(dom::object object, std::size_t depth = 0) {
    const JsonFields fields(object);
    if (fields.has_text() || fields.has_mark(JsonMark::contents) ||
        fields.has_mark(JsonMark::ninjs)) {
        return true;
    }
    return depth < 2 && std::ranges::any_of(fields.wrapped(), [&](const auto& wrapped) {
               dom::object inner;
               return wrapped.value.get(inner) == simdjson::SUCCESS &&
                      may_be_record(inner, depth + 1);
           });
}

/// Told by the first few: what else stands between them is reported one by one.
bool holds_records(dom::array array, const IsRecord& is_record) {
    std::size_t looked_at = 0;
    return std::any_of(array.begin(), array.end(), [&](dom::element element) {
        dom::object object;
        return looked_at++ < 3 && element.get(object) == simdjson::SUCCESS &&
               (may_be_record(object) || is_record(object));
    });
}

std::optional<JsonEnvelope> search(dom::object object, const JsonFields& fields,
                                   const IsRecord& is_record, std::size_t depth);

std::optional<JsonEnvelope> search_value(dom::element value, const IsRecord& is_record,
                                         std::size_t depth) {
    if (dom::array array; value.get(array) == simdjson::SUCCESS) {
        if (!holds_records(array, is_record)) return std::nullopt;
        JsonEnvelope envelope;
        envelope.records.assign(array.begin(), array.end());
        return envelope;
    }
    dom::object object;
    if (depth == deepest_envelope || value.get(object) != simdjson::SUCCESS) return std::nullopt;
    return search(object, JsonFields(object), is_record, depth + 1);
}

/// A feed is the source of its items, and has their language.
void inherit(JsonEnvelope& envelope, dom::object object, const JsonFields& fields) {
    const std::string_view version = string_at(object, "version");
    if (version.find("jsonfeed.org") != version.npos)
        envelope.source = fields[ArticleField::headline];
    if (dom::object feed; object.at_key("feed").get(feed) == simdjson::SUCCESS)
        envelope.source = string_at(feed, "title");
    if (envelope.language.empty()) envelope.language = fields[ArticleField::language];
}

std::optional<JsonEnvelope> search(dom::object object, const JsonFields& fields,
                                   const IsRecord& is_record, std::size_t depth) {
    if (fields.is_article() || fields.has_mark(JsonMark::contents)) return std::nullopt;
    for (const JsonFields::Wrapped& wrapped : fields.wrapped()) {
        std::optional<JsonEnvelope> envelope = search_value(wrapped.value, is_record, depth);
        if (!envelope) continue;
        envelope->members.insert(envelope->members.begin(), wrapped.member);
        inherit(*envelope, object, fields);
        return envelope;
    }
    return std::nullopt;
}

/// {"ID": {record}, "ID": {record}}: all are objects, and no key is one that is known.
std::optional<JsonEnvelope> search_keys(dom::object object) {
    JsonEnvelope envelope;
    for (const dom::key_value_pair pair : object) {
        dom::object inner;
        if (pair.value.get(inner) != simdjson::SUCCESS || json_key_row(pair.key))
            return std::nullopt;
        if (envelope.keys.empty() && !JsonFields(inner).has_text()) return std::nullopt;
        envelope.keys.push_back(pair.key);
        envelope.records.push_back(pair.value);
    }
    return envelope.keys.empty() ? std::nullopt : std::optional(std::move(envelope));
}

bool is_article(dom::element element) {
    dom::object object;
    return element.get(object) == simdjson::SUCCESS && JsonFields(object).is_article();
}

/// All of them: other lists of objects belong to the records.
bool holds_articles(dom::array array) {
    return array.begin() != array.end() && std::all_of(array.begin(), array.end(), is_article);
}

std::optional<dom::object> inner_object(dom::object object, std::size_t member) {
    for (const dom::key_value_pair pair : object) {
        if (member-- > 0) continue;
        dom::object inner;
        return pair.value.get(inner) == simdjson::SUCCESS ? std::optional(inner) : std::nullopt;
    }
    return std::nullopt;
}

/// What a member beside the list of an envelope holds; without records where it is no article.
JsonEnvelope beside(const JsonEnvelope& envelope, std::size_t member, dom::element value) {
    JsonEnvelope other = envelope;
    other.members.back() = member;
    other.records.clear();
    if (dom::array array; value.get(array) == simdjson::SUCCESS && holds_articles(array)) {
        other.records.assign(array.begin(), array.end());
    } else if (is_article(value)) {
        other.records.push_back(value);
        other.is_single = true;
    }
    return other;
}

/// Into the object, to before the value of its member of that number.
bool walk_to_member(JsonWalk& walk, std::size_t member) {
    std::string_view key;
    if (!walk.enter('{')) return false;
    while (walk.next_member(key)) {
        if (member-- == 0) return true;
        walk.skip_value();
    }
    return false;
}

/// What of an object has been seen on the way to an envelope.
struct SeenKeys {
    bool has_headline = false;
    bool has_date = false;
    bool has_body = false;

    void add(const JsonKey& key) {
        has_headline |= key.field == ArticleField::headline;
        has_date |= key.field == ArticleField::date;
        has_body |= key.field == ArticleField::body && key.mark != JsonMark::summary;
    }
    bool is_article() const { return has_body || (has_headline && has_date); }
};

bool opens_list_of_objects(JsonWalk walk) { return walk.enter('[') && walk.next() == '{'; }

/// `objects`: open around the one that comes next.
std::optional<EnvelopeOpening> search_opening(JsonWalk& walk, std::size_t objects) {
    if (objects == deepest_envelope || !walk.enter('{')) return std::nullopt;
    SeenKeys seen;
    std::string_view name;
    while (walk.next_member(name)) {
        const auto row = json_key_row(name);
        const bool may_wrap = row && json_keys[*row].mark == JsonMark::wrapper;
        if (may_wrap && opens_list_of_objects(walk))
            return EnvelopeOpening{walk.offset(), objects + 1};
        if (may_wrap && walk.next() == '{') {
            JsonWalk inside = walk;
            if (const auto opening = search_opening(inside, objects + 1)) return opening;
        } else if (row) {
            seen.add(json_keys[*row]);
        }
        if (seen.is_article()) return std::nullopt;
        walk.skip_value();
    }
    return std::nullopt;
}

}  // namespace

std::optional<JsonEnvelope> find_envelope(dom::object object, const JsonFields& fields,
                                          const IsRecord& is_record) {
    if (!fields.wrapped().empty()) return search(object, fields, is_record, 1);
    return fields.has_text() ? std::nullopt : search_keys(object);
}

std::vector<JsonEnvelope> all_lists(dom::object object, const JsonEnvelope& envelope) {
    if (envelope.members.empty()) return {envelope};
    for (std::size_t i = 0; i + 1 < envelope.members.size(); ++i) {
        const std::optional<dom::object> inner = inner_object(object, envelope.members[i]);
        if (!inner) return {envelope};
        object = *inner;
    }
    std::vector<JsonEnvelope> lists;
    std::size_t member = 0;
    for (const dom::key_value_pair pair : object) {
        JsonEnvelope list =
            member == envelope.members.back() ? envelope : beside(envelope, member, pair.value);
        if (!list.records.empty()) lists.push_back(std::move(list));
        ++member;
    }
    return lists;
}

std::vector<std::size_t> record_offsets(std::string_view text, const JsonEnvelope& envelope) {
    JsonWalk walk(text);
    for (const std::size_t member : envelope.members)
        if (!walk_to_member(walk, member)) return {};
    if (envelope.is_single) return {walk.offset()};
    std::vector<std::size_t> offsets;
    std::string_view key;
    const bool has_keys = !envelope.keys.empty();
    if (!walk.enter(has_keys ? '{' : '[')) return {};
    while (has_keys ? walk.next_member(key) : walk.next_element()) {
        offsets.push_back(walk.offset());
        walk.skip_value();
    }
    return offsets;
}

std::optional<EnvelopeOpening> find_envelope_opening(std::string_view head) {
    JsonWalk walk(head);
    return search_opening(walk, 0);
}

}  // namespace dateline
