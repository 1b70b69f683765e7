#include "corpus/formats/text_other.hpp"

#include <algorithm>
#include <cctype>
#include <utility>

namespace dateline {
namespace {

constexpr std::string_view format_name = "other text";
constexpr std::string_view blanks = " \t\r\n";
constexpr std::string_view blank_head =
    "its first 64 KiB are blank: what stands behind them cannot be told";

/// As much as formats are told from.
constexpr std::size_t head_bytes = 64UL << 10;

std::string_view without_blanks_before(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
    return text;
}

std::string_view after(std::string_view text, std::string_view word) {
    return text.starts_with(word) ? without_blanks_before(text.substr(word.size())) : text;
}

bool is_name_byte(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '$' || c == '.';
}

/// "{" or "[", and behind it what JSON has there.
bool opens_json(std::string_view text) {
    if (!text.starts_with('{') && !text.starts_with('[')) return false;
    text = without_blanks_before(text.substr(1));
    return !text.empty() && std::string_view("\"'{[").find(text.front()) != std::string_view::npos;
}

/// "var data = {", "callback({"
bool is_script(std::string_view text) {
    for (const std::string_view word : {"/**/", "var ", "let ", "const "}) text = after(text, word);
    const auto end = std::find_if_not(text.begin(), text.end(), is_name_byte);
    const auto size = static_cast<std::size_t>(end - text.begin());
    const std::string_view sign = without_blanks_before(text.substr(size));
    if (size == 0 || (!sign.starts_with('=') && !sign.starts_with('('))) return false;
    return opens_json(without_blanks_before(sign.substr(1)));
}

bool is_brackets(std::string_view text) {
    constexpr std::size_t fewest = 8;
    return text.size() >= fewest && std::min(text.find_first_not_of('['), text.size()) >= fewest;
}

/// The number, word or string that begins the text; empty where it ends nowhere.
std::string_view leading_value(std::string_view text) {
    if (!text.starts_with('"')) return text.substr(0, text.find_first_of(" \t\r\n,]}"));
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (text[i] == '"') return text.substr(0, i + 1);
        if (text[i] == '\\') ++i;
    }
    return {};
}

bool begins_value(std::string_view text) {
    if (text.empty()) return false;
    for (const std::string_view word : {"true", "false", "null"})
        if (text.starts_with(word)) return true;
    return std::string_view("\"[{-0123456789").find(text.front()) != std::string_view::npos;
}

/// Behind the "[": ‘"a", "b"’, ‘1, 2’, and ‘"a"]’ where nothing follows; no "1] A footnote".
bool goes_on_as_array(std::string_view text) {
    if (!begins_value(text)) return false;
    const std::string_view value = leading_value(text);
    const std::string_view rest = without_blanks_before(text.substr(value.size()));
    if (value.empty() || rest.empty()) return false;
    const std::string_view next = without_blanks_before(rest.substr(1));
    return rest.front() == ',' ? begins_value(next) : rest.front() == ']' && next.empty();
}

/// Arrays of what is no object. "[1] A footnote" and "[[Wiki]] links" are prose.
bool is_array_without_objects(std::string_view text) {
    bool is_array = false;
    while (text.starts_with('[')) {
        text = without_blanks_before(text.substr(1));
        if (text.starts_with('{'))
            return is_array && without_blanks_before(text.substr(1)).starts_with('"');
        is_array = true;
    }
    return is_array && goes_on_as_array(text);
}

/// Empty for anything else.
std::string_view problem_of(std::string_view head) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (head.starts_with(byte_order_mark)) head.remove_prefix(byte_order_mark.size());
    const std::string_view text = without_blanks_before(head);
    if (text.empty() && head.size() >= head_bytes) return blank_head;
    if (text.starts_with("!<arch>\n")) return "an archive of ar, which is not read";
    if (text.starts_with("filedesc://"))
        return "an ARC file of web pages, which is not read (WARC files are)";
    if (is_brackets(text)) return "JSON of nested arrays without records";
    if (is_array_without_objects(text))
        return "JSON whose array holds no objects, which alone would be read";
    return is_script(text) ? "JavaScript around JSON, which alone would be read" : "";
}

/// Goes on as far as all is blank. True where that is the whole of the stream.
bool is_blank_to_its_end(ByteStream& stream) {
    for (std::string_view text = stream.peek(1); !text.empty(); text = stream.peek(1)) {
        if (text.find_first_not_of(blanks) != text.npos) return false;
        stream.skip(text.size());
    }
    return true;
}

class OtherTextReader final : public ArticleReader {
  public:
    void read(ByteStream& stream, const ReadOptions&, const ReadSink& sink) const override {
        const std::string_view head = stream.peek(head_bytes).substr(0, head_bytes);
        const std::string_view problem = problem_of(head);
        if (problem == blank_head && is_blank_to_its_end(stream))
            return sink(Skip{{{}, std::string(format_name), "holds nothing but white space"}});
        // Member by member: g++ 12 takes the braces of all at once for memory that is not set.
        Rejection rejection;
        rejection.format = format_name;
        rejection.reason = problem;
        sink(std::move(rejection));
    }
};

}  // namespace

bool recognises_other_text(std::string_view head) { return !problem_of(head).empty(); }

const ArticleReader& other_text_reader() {
    static const OtherTextReader reader;
    return reader;
}

}  // namespace dateline
