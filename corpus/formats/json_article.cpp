#include "corpus/formats/json_article.hpp"

#include "corpus/clean_text.hpp"
#include "corpus/formats/article_date.hpp"
#include "corpus/formats/json_keys.hpp"
#include "corpus/formats/json_numbers.hpp"
#include "corpus/language_code.hpp"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <variant>

namespace dateline {
namespace {

namespace dom = simdjson::dom;

/// Text as the record has it: a view of the parser's copy where nothing had to be put together.
using RawText = std::variant<std::string_view, std::string>;

std::string_view view_of(const RawText& text) {
    return std::visit([](const auto& value) { return std::string_view(value); }, text);
}

bool is_absent(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

/// How the elements of an array become one text.
std::string_view array_separator(JsonField field) {
    if (field == JsonField::body) return "\n\n";
    return field == JsonField::byline ? ", " : "";  // of other fields the first element counts
}

constexpr int deepest_text = 8;

RawText text_of(dom::element element, JsonField field, int depth = 0);

RawText text_of_object(dom::object object, JsonField field, int depth) {
    for (std::string_view key : json_text_keys) {
        dom::element element;
        if (object.at_key(key).get(element) != simdjson::SUCCESS) continue;
        RawText text = text_of(element, field, depth + 1);
        if (!is_absent(view_of(text))) return text;
    }
    return {};
}

RawText text_of_array(dom::array array, JsonField field, int depth) {
    const std::string_view separator = array_separator(field);
    std::string joined;
    for (const dom::element element : array) {
        const RawText text = text_of(element, field, depth + 1);
        if (is_absent(view_of(text))) continue;
        if (separator.empty()) return text;
        if (!joined.empty()) joined += separator;
        joined += view_of(text);
    }
    return joined;
}

/// A date may be epoch seconds with a fraction, which is of no use; other fields are kept exact.
RawText text_of_double(double number, JsonField field) {
    return field == JsonField::date ? fmt::format("{:.0f}", std::floor(number))
                                    : fmt::format("{}", number);
}

/// Empty for null, true and false.
RawText text_of(dom::element element, JsonField field, int depth) {
    if (depth > deepest_text) return {};
    switch (element.type()) {
        case dom::element_type::STRING:
            return element.get_string().value_unsafe();
        case dom::element_type::INT64:
            return std::to_string(element.get_int64().value_unsafe());
        case dom::element_type::UINT64:
            return std::to_string(element.get_uint64().value_unsafe());
        case dom::element_type::DOUBLE:
            return text_of_double(element.get_double().value_unsafe(), field);
        case dom::element_type::ARRAY:
            return text_of_array(element.get_array().value_unsafe(), field, depth);
        case dom::element_type::OBJECT:
            return text_of_object(element.get_object().value_unsafe(), field, depth);
        default:
            return {};
    }
}

/// The best text for each field, by the order of json_keys.
class Fields {
  public:
    explicit Fields(dom::object object) {
        rows_.fill(json_keys.size());
        for (const dom::key_value_pair pair : object) {
            if (const auto row = json_key_row(pair.key)) offer(*row, pair.value);
        }
    }
    std::string_view operator[](JsonField field) const {
        return view_of(texts_[static_cast<std::size_t>(field)]);
    }

  private:
    void offer(std::size_t row, dom::element element) {
        const JsonField field = json_keys[row].field;
        const auto place = static_cast<std::size_t>(field);
        if (row >= rows_[place]) return;
        RawText text = text_of(element, field);
        if (is_absent(view_of(text))) return;
        texts_[place] = std::move(text);
        rows_[place] = row;
    }

    std::array<RawText, json_field_count> texts_;
    std::array<std::size_t, json_field_count> rows_{};
};

std::string list_keys(dom::object object) {
    constexpr std::size_t most_keys = 5;
    std::string list;
    std::size_t count = 0;
    for (const dom::key_value_pair pair : object) {
        if (++count > most_keys) return list + ", ...";
        if (count > 1) list += ", ";
        list += clean_line(pair.key);
    }
    return list;
}

JsonReading read_object(dom::object object, const DateOptions& dates) {
    const Fields fields(object);
    JsonReading reading;
    Article article;
    article.headline = clean_line(fields[JsonField::headline]);
    article.body = clean_body(fields[JsonField::body]);
    if (article.headline.empty() && article.body.empty()) {
        reading.problem =
            fmt::format("has neither headline nor body (keys: {})", list_keys(object));
        return reading;
    }
    article.id = clean_line(fields[JsonField::id]);
    article.url = clean_line(fields[JsonField::url]);
    article.source = clean_line(fields[JsonField::source]);
    article.section = clean_line(fields[JsonField::section]);
    article.byline = clean_byline(fields[JsonField::byline]);
    article.place = clean_line(fields[JsonField::place]);
    article.language = language_code(fields[JsonField::language]);
    const DateReading date = read_date(clean_line(fields[JsonField::date]), dates);
    article.date = date.date;
    reading.warning = date_warning(date);
    reading.article = std::move(article);
    return reading;
}

std::string_view kind_of(dom::element element) {
    switch (element.type()) {
        case dom::element_type::ARRAY:
            return "an array";
        case dom::element_type::STRING:
            return "a string";
        case dom::element_type::BOOL:
            return "true or false";
        case dom::element_type::NULL_VALUE:
            return "null";
        default:
            return "a number";
    }
}

JsonReading not_read(const JsonRecord& record, simdjson::error_code error) {
    JsonReading reading;
    if (error == simdjson::UTF8_ERROR) {
        const std::size_t bad = first_invalid_utf8(record.bytes).value_or(0);
        reading.problem =
            fmt::format("not valid UTF-8 at byte {} of the file", record.origin.offset + bad);
        return reading;
    }
    std::string_view reason = simdjson::error_message(error);
    reason = reason.substr(0, reason.find_last_not_of(". ") + 1);
    reading.problem = fmt::format("not valid JSON: {}", reason);
    reading.is_json = false;
    return reading;
}

}  // namespace

struct JsonArticleParser::Impl {
    explicit Impl(const DateOptions& date_options) : dates(date_options) {}

    simdjson::simdjson_result<dom::element> parse(const JsonRecord& record) {
        const auto result = parse(record.bytes, record.readable_bytes);
        if (result.error() == simdjson::SUCCESS || result.error() == simdjson::UTF8_ERROR) {
            return result;
        }
        const std::optional<std::string> replaced = null_for_not_a_number(record.bytes);
        return replaced ? parse(*replaced, replaced->size()) : result;
    }

    simdjson::simdjson_result<dom::element> parse(std::string_view bytes, std::size_t readable) {
        if (bytes.size() > parser.capacity()) {
            // Twice as much as is needed: records of growing size shall not allocate each time.
            if (const auto error = parser.allocate(2 * bytes.size())) return error;
        }
        if (readable >= bytes.size() + simdjson::SIMDJSON_PADDING) {
            return parser.parse(bytes.data(), bytes.size(), false);
        }
        padded.assign(bytes);
        padded.append(simdjson::SIMDJSON_PADDING, ' ');
        return parser.parse(padded.data(), bytes.size(), false);
    }

    DateOptions dates;
    dom::parser parser;
    std::string padded;
};

JsonArticleParser::JsonArticleParser(const DateOptions& dates)
    : impl_(std::make_unique<Impl>(dates)) {}
JsonArticleParser::~JsonArticleParser() = default;

JsonReading JsonArticleParser::parse(const JsonRecord& record) {
    dom::element element;
    if (const auto error = impl_->parse(record).get(element)) return not_read(record, error);
    dom::object object;
    if (element.get_object().get(object) == simdjson::SUCCESS) {
        return read_object(object, impl_->dates);
    }
    JsonReading reading;
    reading.problem = fmt::format("{} where an object was expected", kind_of(element));
    return reading;
}

}  // namespace dateline
