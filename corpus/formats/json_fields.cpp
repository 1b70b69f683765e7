#include "corpus/formats/json_fields.hpp"

#include <optional>
#include <utility>

namespace dateline {
namespace {

bool is_empty_array(dom::element element) {
    dom::array array;
    return element.get(array) == simdjson::SUCCESS && array.begin() == array.end();
}

bool holds_objects(dom::element element) {
    if (element.is_object()) return true;
    dom::array array;
    if (element.get(array) != simdjson::SUCCESS) return false;
    return array.begin() != array.end() && (*array.begin()).is_object();
}

}  // namespace

JsonFields::JsonFields(dom::object object) {
    rows_.fill(no_row);
    std::size_t member = 0;
    std::optional<dom::element> date_time;
    for (const dom::key_value_pair pair : object) {
        // What Elasticsearch calls the record in an answer.
        if (pair.key == "_source") {
            mark(JsonMark::wrapper, pair.key, member, pair.value);
        } else if (const auto row = json_key_row(pair.key)) {
            const JsonKey& key = json_keys[*row];
            if (key.name == "datetime") date_time = pair.value;
            if (key.field) take(key, *row, pair.value);
            if (key.mark != JsonMark::none) mark(key.mark, pair.key, member, pair.value);
        }
        ++member;
    }
    if (date_time) refine_date(*date_time);
}

void JsonFields::refine_date(dom::element date_time) {
    constexpr std::size_t day_bytes = std::string_view("2020-01-05").size();
    RawText& date = texts_[place(ArticleField::date)];
    RawText whole = text_of(date_time, ArticleField::date);
    const std::string_view day = view_of(date);
    if (day.size() == day_bytes && view_of(whole).starts_with(day)) date = std::move(whole);
}

void JsonFields::take(const JsonKey& key, std::size_t row, dom::element element) {
    const std::size_t field = place(*key.field);
    if (row >= rows_[field]) return;
    RawText text = key.name.find("section") != key.name.npos ? sections_of(element)
                                                             : text_of(element, *key.field);
    if (is_blank(view_of(text))) return;
    texts_[field] = std::move(text);
    rows_[field] = row;
}

void JsonFields::mark(JsonMark mark, std::string_view key, std::size_t member,
                      dom::element element) {
    // "type" and "graph" say nothing, "@type" and "@graph" do.
    if (mark == JsonMark::linked && !key.starts_with('@')) return;
    if (mark == JsonMark::wrapper && is_empty_array(element)) mark = JsonMark::no_records;
    if (mark == JsonMark::wrapper) {
        if (!holds_objects(element)) return;
        wrapped_.push_back({member, element});
    }
    marks_ |= 1U << static_cast<unsigned>(mark);
}

bool JsonFields::has_whole(std::size_t field) const {
    const std::size_t row = rows_[field];
    return row < no_row && json_keys[row].mark != JsonMark::summary;
}

bool JsonFields::has_whole_body() const { return has_whole(place(ArticleField::body)); }

void JsonFields::set(ArticleField field, RawText text) {
    if (is_blank(view_of(text))) return;
    texts_[place(field)] = std::move(text);
    rows_[place(field)] = 0;
}

void JsonFields::set_if_blank(ArticleField field, RawText text) {
    if (!has(field)) set(field, std::move(text));
}

void JsonFields::clear(ArticleField field) {
    texts_[place(field)] = {};
    rows_[place(field)] = no_row;
}

void JsonFields::fill(JsonFields other) {
    for (std::size_t field = 0; field < texts_.size(); ++field) {
        const bool is_better = !has_whole(field) && other.has_whole(field);
        if ((rows_[field] < no_row && !is_better) || other.rows_[field] == no_row) continue;
        texts_[field] = std::move(other.texts_[field]);
        rows_[field] = other.rows_[field];
    }
}

}  // namespace dateline
