#include "corpus/sentence.hpp"

#include "corpus/period.hpp"
#include "corpus/text_boundaries.hpp"
#include "corpus/white_space.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>
#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <string>

namespace dateline {

namespace {

constexpr std::string_view ellipsis = "\u2026";

// Bytes of the mark that `text` begins with.
std::size_t mark_size(std::string_view text) {
    if (text.empty()) return 0;
    const char c = text.front();
    if (c == '.' || c == '!' || c == '?') return 1;
    return c == ellipsis.front() && text.starts_with(ellipsis) ? ellipsis.size() : 0;
}

// Bytes of the closing quote or bracket that `text` begins with. A German quotation ends with the
// mark that opens an English one.
std::size_t closing_size(std::string_view text) {
    if (text.empty()) return 0;
    if (std::string_view("\"')]").find(text.front()) != std::string_view::npos) return 1;
    for (const std::string_view mark : {"\u201D", "\u2019", "\u201C", "\u2018", "»", "«", "\u203A"})
        if (text.starts_with(mark)) return mark.size();
    return 0;
}

// Offset of the next mark, or the text's size.
std::size_t find_mark(std::string_view text, std::size_t at) {
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '.' || c == '!' || c == '?') return at;
        if (c == ellipsis.front() && text.substr(at).starts_with(ellipsis)) return at;
    }
    return at;
}

template <typename Size>
std::size_t skip_while(std::string_view text, std::size_t at, Size size_at) {
    while (const std::size_t size = size_at(text.substr(at))) at += size;
    return at;
}

std::vector<std::uint32_t> ends_by_rules(std::string_view text, std::string_view language) {
    std::vector<std::uint32_t> ends;
    std::size_t begin = 0;
    std::size_t at = 0;
    while ((at = find_mark(text, at)) < text.size()) {
        const std::size_t mark = at;
        at = skip_while(text, at, mark_size);
        const bool is_single_period = text[mark] == '.' && at == mark + 1;
        const std::size_t end = skip_while(text, at, closing_size);
        const std::size_t next = end + leading_white_space(text.substr(end));
        if (next == end || !ends_sentence({text, begin, mark, next, is_single_period}, language))
            continue;
        ends.push_back(static_cast<std::uint32_t>(end));
        begin = at = next;
    }
    ends.push_back(static_cast<std::uint32_t>(text.size()));
    return ends;
}

// Letters of scripts without capitals: all from Armenian on (byte 0xD5), but for the parts of Latin
// and Greek (U+1E00..U+1FFF), punctuation and symbols (0xE2), and emoji (0xF0 0x9F).
bool begins_other_script(unsigned char byte, unsigned char next) {
    if (byte < 0xD5 || byte == 0xE2) return false;
    return !(byte == 0xE1 && next >= 0xB8) && !(byte == 0xF0 && next == 0x9F);
}

bool is_mostly_other_script(std::string_view text) {
    const std::size_t wanted = text.size() / 6;  // letters of three bytes: half of the text
    const auto highest =
        std::ranges::count_if(text, [](char c) { return static_cast<unsigned char>(c) >= 0xD5; });
    if (static_cast<std::size_t>(highest) <= wanted) return false;
    std::size_t letters = 0;
    for (std::size_t i = 0; i + 1 < text.size(); ++i)
        if (begins_other_script(static_cast<unsigned char>(text[i]),
                                static_cast<unsigned char>(text[i + 1])))
            ++letters;
    return letters > wanted;
}

// Bytes of opening brackets at the end of `text`. Where no blank stands before them, ICU takes them
// for closing ones (UAX 29 has one class for both) and puts them into the sentence before.
std::size_t trailing_openers(std::string_view text) {
    auto end = static_cast<std::int32_t>(text.size());
    while (end > 0) {
        std::int32_t begin = end;
        UChar32 character = 0;
        U8_PREV(text.data(), 0, begin, character);
        if (u_charType(character) != U_START_PUNCTUATION) break;
        end = begin;
    }
    return text.size() - static_cast<std::size_t>(end);
}

// Where the mark stands that a sentence ends with: before its closing quotes and brackets. nullopt
// where ICU has cut at a line's end.
std::optional<std::size_t> last_mark(std::string_view sentence, std::string_view language) {
    auto end = static_cast<std::int32_t>(sentence.size());
    while (end > 0) {
        UChar32 character = 0;
        U8_PREV(sentence.data(), 0, end, character);
        const int property = u_getIntPropertyValue(character, UCHAR_SENTENCE_BREAK);
        const bool is_greek_question = character == ';' && language == "el";
        if (property == U_SB_STERM || property == U_SB_ATERM || is_greek_question)
            return static_cast<std::size_t>(end);
        if (property != U_SB_CLOSE) return std::nullopt;
    }
    return std::nullopt;
}

std::vector<std::uint32_t> ends_by_icu(std::string_view text, BoundaryFinder& finder,
                                       std::string_view language) {
    std::vector<std::uint32_t> ends;
    std::size_t begin = 0;
    for (const std::uint32_t boundary : finder.boundaries(text)) {
        const std::size_t next = boundary - trailing_openers(text.substr(begin, boundary - begin));
        const std::size_t end = next - trailing_white_space(text.substr(begin, next - begin));
        const auto mark = last_mark(text.substr(begin, end - begin), language);
        if (next == text.size() || !mark) continue;
        const std::size_t at = begin + *mark;
        const bool is_period = text[at] == '.' && (at == 0 || text[at - 1] != '.');
        if (!ends_sentence({text, begin, at, next, is_period}, language)) continue;
        ends.push_back(static_cast<std::uint32_t>(end));
        begin = next;
    }
    ends.push_back(static_cast<std::uint32_t>(text.size()));
    return ends;
}

}  // namespace

struct SentenceSplitter::Impl {
    std::map<std::string, BoundaryFinder, std::less<>> finders;

    BoundaryFinder& finder(std::string_view language) {
        const auto known = finders.find(language);
        if (known != finders.end()) return known->second;
        return finders
            .emplace(std::string(language), BoundaryFinder(BoundaryKind::sentence, language))
            .first->second;
    }
};

SentenceSplitter::SentenceSplitter() : impl_(std::make_unique<Impl>()) {}
SentenceSplitter::~SentenceSplitter() = default;
SentenceSplitter::SentenceSplitter(SentenceSplitter&&) noexcept = default;
SentenceSplitter& SentenceSplitter::operator=(SentenceSplitter&&) noexcept = default;

std::vector<std::uint32_t> SentenceSplitter::sentence_ends(std::string_view paragraph,
                                                           std::string_view language) {
    // A Greek question ends with a semicolon.
    if (language == "el" || is_mostly_other_script(paragraph))
        return ends_by_icu(paragraph, impl_->finder(language), language);
    return ends_by_rules(paragraph, language);
}

}  // namespace dateline
