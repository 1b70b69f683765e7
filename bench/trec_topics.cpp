#include "bench/trec_topics.hpp"

#include <algorithm>
#include <charconv>

#include "corpus/ascii.hpp"
#include "corpus/unicode.hpp"
#include "corpus/white_space.hpp"

namespace dateline {

namespace {

// SGML of 1992 knows neither closed tags nor &amp;, so this is read as it stands and not as XML.
struct Tag {
    std::size_t begin = 0;
    std::size_t end = 0;  // one past the '>'
    bool closes = false;
    std::string name{};  // lower case; empty: a comment or declaration
    std::string_view attributes{};
};

bool is_name_byte(char c) {
    return is_ascii_letter(c) || is_ascii_digit(c) || c == '-' || c == '_';
}

// The tag that begins with the '<' at `begin`; nullopt: only a sign.
std::optional<Tag> tag_at(std::string_view text, std::size_t begin) {
    Tag tag;
    tag.begin = begin;
    const std::string_view rest = text.substr(begin);
    const bool is_comment = rest.starts_with("<!--");
    const std::size_t close = rest.find(is_comment ? "-->" : ">");
    if (close == std::string_view::npos) return std::nullopt;
    tag.end = begin + close + (is_comment ? 3 : 1);
    if (rest.starts_with("<!") || rest.starts_with("<?")) return tag;
    tag.closes = rest.starts_with("</");
    std::size_t at = tag.closes ? 2 : 1;
    while (at < close && is_name_byte(rest[at])) tag.name += lower_ascii(rest[at++]);
    if (tag.name.empty() || !is_ascii_letter(tag.name[0])) return std::nullopt;
    tag.attributes = rest.substr(at, close - at);
    if (tag.attributes.find('<') != std::string_view::npos) return std::nullopt;
    return tag;
}

std::optional<Tag> next_tag(std::string_view text, std::size_t from) {
    for (std::size_t at = text.find('<', from); at != std::string_view::npos;
         at = text.find('<', at + 1))
        if (std::optional<Tag> tag = tag_at(text, at)) return tag;
    return std::nullopt;
}

std::string_view attribute(std::string_view attributes, std::string_view name) {
    for (std::size_t at = attributes.find(name); at != std::string_view::npos;
         at = attributes.find(name, at + 1)) {
        std::string_view rest = attributes.substr(at + name.size());
        if (at == 0 || is_name_byte(attributes[at - 1]) || !rest.starts_with('=')) continue;
        rest.remove_prefix(1);
        const bool is_quoted = rest.starts_with('"') || rest.starts_with('\'');
        if (is_quoted) return rest.substr(1, rest.find(rest[0], 1) - 1);
        return rest.substr(0, rest.find_first_of(" \t\r\n/"));
    }
    return {};
}

std::optional<char32_t> referred_character(std::string_view name) {
    struct Row {
        std::string_view name;
        char32_t character;
    };
    constexpr std::array<Row, 5> rows{
        {{"amp", U'&'}, {"lt", U'<'}, {"gt", U'>'}, {"quot", U'"'}, {"apos", U'\''}}};
    for (const Row& row : rows)
        if (row.name == name) return row.character;
    if (!name.starts_with('#')) return std::nullopt;
    const bool is_hex = name.starts_with("#x") || name.starts_with("#X");
    name.remove_prefix(is_hex ? 2 : 1);
    std::uint32_t code = 0;
    const auto [end, failure] =
        std::from_chars(name.data(), name.data() + name.size(), code, is_hex ? 16 : 10);
    const bool is_character = code > 0 && code < 0x110000 && (code < 0xD800 || code > 0xDFFF);
    if (failure != std::errc() || end != name.data() + name.size() || !is_character)
        return std::nullopt;
    return code;
}

// One line, references to characters resolved.
std::string plain(std::string_view text) {
    std::string line;
    for (std::size_t at = 0; at < text.size();) {
        if (const std::size_t blank = white_space_size(text.substr(at))) {
            if (!line.empty() && line.back() != ' ') line += ' ';
            at += blank;
            continue;
        }
        const std::size_t end = text[at] == '&' ? text.find(';', at) : std::string_view::npos;
        const std::optional<char32_t> character =
            end == std::string_view::npos ? std::nullopt
                                          : referred_character(text.substr(at + 1, end - at - 1));
        line += character ? to_utf8(std::u32string(1, *character)) : std::string(1, text[at]);
        at = character ? end + 1 : at + 1;
    }
    if (line.ends_with(' ')) line.pop_back();
    return line;
}

// Without "Description:" and the like before it; whether that was there.
bool drop_label(std::string& text, std::string_view label) {
    if (lower_ascii(std::string_view(text).substr(0, label.size())) != label) return false;
    text.erase(0, text.find_first_not_of(' ', label.size()));
    return true;
}

enum class Part : std::uint8_t { none, id, title, desc, narr };

struct PartName {
    std::string_view tag;
    Part part;
};
constexpr std::array<PartName, 10> part_names{{{"num", Part::id},
                                               {"number", Part::id},
                                               {"identifier", Part::id},
                                               {"title", Part::title},
                                               {"query", Part::title},
                                               {"desc", Part::desc},
                                               {"description", Part::desc},
                                               {"question", Part::desc},
                                               {"narr", Part::narr},
                                               {"narrative", Part::narr}}};

// <EN-desc>, as CLEF has it, is <desc>.
Part part_of(std::string_view tag) {
    if (tag.size() > 3 && tag[2] == '-') tag.remove_prefix(3);
    for (const PartName& row : part_names)
        if (row.tag == tag) return row.part;
    return Part::none;
}

// Markup inside of a text.
bool is_inline(std::string_view tag) {
    constexpr std::array<std::string_view, 10> names{"",  "p",  "br",     "b",   "i",
                                                     "u", "em", "strong", "sub", "sup"};
    return std::ranges::find(names, tag) != names.end();
}

bool is_record(std::string_view tag) { return tag == "top" || tag == "topic"; }

class TrecTopicReader {
  public:
    explicit TrecTopicReader(const TopicFile& file) : text_(file.text) {}

    std::vector<TopicRecord> read() && {
        std::size_t at = 0;
        while (const std::optional<Tag> tag = next_tag(text_, at)) {
            add_text(text_.substr(at, tag->begin - at));
            line_ += count_lines(at, tag->begin);
            meet(*tag);
            line_ += count_lines(tag->begin, tag->end);
            at = tag->end;
        }
        add_text(text_.substr(at));
        finish_topic();
        return std::move(topics_);
    }

  private:
    std::uint64_t count_lines(std::size_t begin, std::size_t end) const {
        const std::string_view part = text_.substr(begin, end - begin);
        return static_cast<std::uint64_t>(std::count(part.begin(), part.end(), '\n'));
    }

    void add_text(std::string_view text) {
        if (topic_ && part_ != Part::none) raw_.append(text);
    }

    void meet(const Tag& tag) {
        if (is_inline(tag.name)) {
            raw_ += ' ';
            return;
        }
        finish_part();
        if (is_record(tag.name)) {
            finish_topic();
            if (!tag.closes) begin_topic(tag);
        } else if (!tag.closes) {
            part_ = part_of(tag.name);
        }
    }

    void begin_topic(const Tag& tag) {
        topic_.emplace().line = line_;
        for (const char* name : {"number", "id", "num"})
            if (topic_->id.empty()) topic_->id = plain(attribute(tag.attributes, name));
    }

    void finish_topic() {
        finish_part();
        if (topic_) topics_.push_back(std::move(*topic_));
        topic_.reset();
    }

    void finish_part() {
        if (topic_ && part_ == Part::id) set_id(plain(raw_));
        if (topic_ && part_ == Part::title) add_field(TopicField::title, "topic:");
        if (topic_ && part_ == Part::desc) add_field(TopicField::desc, "description:");
        if (topic_ && part_ == Part::narr) add_field(TopicField::narr, "narrative:");
        part_ = Part::none;
        raw_.clear();
    }

    void set_id(std::string id) {
        const bool is_labelled = drop_label(id, "number:");
        if (is_labelled && !id.empty() && std::ranges::all_of(id, is_ascii_digit))
            id.erase(0, std::min(id.find_first_not_of('0'), id.size() - 1));
        topic_->id = std::move(id);
    }

    void add_field(TopicField field, std::string_view label) {
        std::string text = plain(raw_);
        drop_label(text, label);
        std::optional<std::string>& known = topic_->text(field);
        known = known && !known->empty() ? *known + " " + text : text;
    }

    std::string_view text_;
    std::uint64_t line_ = 1;
    std::vector<TopicRecord> topics_;
    std::optional<TopicRecord> topic_;
    Part part_ = Part::none;
    std::string raw_;  // of the part
};

}  // namespace

std::vector<TopicRecord> read_trec_topics(const TopicFile& file) {
    return TrecTopicReader(file).read();
}

}  // namespace dateline
