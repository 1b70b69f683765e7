#include "corpus/formats/fbis_text.hpp"

#include "corpus/byline.hpp"
#include "corpus/clean_text.hpp"

#include <algorithm>
#include <array>

namespace dateline {
namespace {

constexpr std::string_view blanks = " \t\r\n";

std::string_view without_blanks_before(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
    return text;
}

bool begins_with_label(std::string_view text) {
    constexpr std::array<std::string_view, 3> labels{
        "Language:", "Article Type:", "Document Type:"};
    return std::any_of(labels.begin(), labels.end(),
                       [&](std::string_view label) { return text.starts_with(label); });
}

/// "Text" of "[Text] Skopje, 1 Mar (MIA)"; may go on in the next line.
std::string_view bracketed(std::string_view text) {
    constexpr std::size_t longest_note_bytes = 200;
    if (!text.starts_with('[')) return {};
    const std::size_t end = text.find(']');
    return end == text.npos || end > longest_note_bytes ? std::string_view()
                                                        : text.substr(1, end - 1);
}

bool tells_extent(std::string_view note) {
    constexpr std::array<std::string_view, 6> notes{"Text",    "Excerpts", "Excerpt",
                                                    "Summary", "FBIS",     "Extract"};
    return std::find(notes.begin(), notes.end(), note) != notes.end();
}

/// Of "By Carlos Perez", "Report by Ana Ruiz", "Article by Ana Ruiz: 'Title'"; else empty.
std::string authors_of_note(std::string_view note) {
    const std::size_t by = std::min(note.find("By "), note.find("by "));
    if (by == note.npos || by > 30) return {};
    const std::string line = clean_line(note.substr(by, note.find(':') - by));
    return is_byline(line) ? authors_of(line) : std::string();
}

}  // namespace

FbisText read_fbis_text(std::string_view text) {
    FbisText read{{}, text};
    bool has_label = false;
    for (std::string_view rest = without_blanks_before(text);; rest = without_blanks_before(rest)) {
        const std::string_view note = bracketed(rest);
        std::string authors = authors_of_note(note);
        if (begins_with_label(rest)) {
            has_label = true;
            rest.remove_prefix(std::min(rest.find('\n'), rest.size()));
        } else if (tells_extent(note) || (has_label && !authors.empty())) {
            if (read.byline.empty()) read.byline = std::move(authors);
            rest.remove_prefix(note.size() + 2);
        } else {
            break;
        }
        read.text = rest;
    }
    return read;
}

}  // namespace dateline
