#include "corpus/formats/mail_text.hpp"

#include "corpus/ascii.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace dateline {
namespace {

constexpr std::string_view signature_line = "-- ";

std::string_view take_line(std::string_view& text) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

/// A line as RFC 3676, 4 takes it apart.
struct FlowedLine {
    std::size_t depth = 0;
    std::string_view text;
    bool flows = false;
};

FlowedLine flowed_line(std::string_view line) {
    FlowedLine flowed;
    flowed.depth = std::min(line.find_first_not_of('>'), line.size());
    flowed.text = line.substr(flowed.depth);
    if (flowed.text.starts_with(' ')) flowed.text.remove_prefix(1);  // stuffed
    flowed.flows = flowed.text.ends_with(' ') && flowed.text != signature_line;
    return flowed;
}

std::size_t count_lines(std::string_view text) {
    while (text.ends_with('\n') || text.ends_with('\r') || text.ends_with(' '))
        text.remove_suffix(1);
    return text.empty() ? 0
                        : static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1;
}

/// Where the last line "-- " begins; npos where there is none.
std::size_t last_signature(std::string_view text) {
    for (std::size_t at = text.rfind(signature_line); at != text.npos;
         at = at == 0 ? text.npos : text.rfind(signature_line, at - 1)) {
        const std::string_view rest = text.substr(at + signature_line.size());
        const bool ends = rest.empty() || rest.front() == '\n' || rest.starts_with("\r\n");
        if (ends && (at == 0 || text[at - 1] == '\n')) return at;
    }
    return text.npos;
}

/// What newsletters say of themselves, in lower case.
bool is_newsletter_link(std::string_view paragraph) {
    constexpr std::size_t longest = 110;
    constexpr std::array<std::string_view, 30> phrases{"in your browser",
                                                       "in browser",
                                                       "in a browser",
                                                       "read online",
                                                       "view online",
                                                       "web version",
                                                       "unsubscribe",
                                                       "email preferences",
                                                       "manage preferences",
                                                       "manage your preferences",
                                                       "update your preferences",
                                                       "manage your subscription",
                                                       "forward to a friend",
                                                       "privacy policy",
                                                       "you are receiving this",
                                                       "you received this email",
                                                       "im browser",
                                                       "webversion",
                                                       "newsletter abbestellen",
                                                       "vom newsletter abmelden",
                                                       "en el navegador",
                                                       "en tu navegador",
                                                       "darse de baja",
                                                       "cancelar suscripción",
                                                       "dans votre navigateur",
                                                       "version en ligne",
                                                       "se désabonner",
                                                       "se désinscrire",
                                                       "nel browser",
                                                       "no navegador"};
    if (paragraph.size() > longest) return false;
    const std::string lower = lower_ascii(paragraph);
    return std::any_of(phrases.begin(), phrases.end(),
                       [&](std::string_view phrase) { return lower.find(phrase) != lower.npos; });
}

std::vector<std::string_view> paragraphs_of(std::string_view text) {
    constexpr std::string_view gap = "\n\n";
    std::vector<std::string_view> paragraphs;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(gap), text.size());
        if (end > 0) paragraphs.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + gap.size(), text.size()));
    }
    return paragraphs;
}

}  // namespace

std::string unflowed(std::string_view text, bool delete_space) {
    std::string result;
    result.reserve(text.size());
    bool is_open = false;  // the last line flows
    std::size_t depth = 0;
    while (!text.empty()) {
        const FlowedLine line = flowed_line(take_line(text));
        const bool is_joined = is_open && line.depth == depth && line.text != signature_line;
        if (is_open && !is_joined) result += '\n';
        if (!is_joined && line.depth > 0) result.append(line.depth, '>') += ' ';
        result += line.text;
        is_open = line.flows;
        depth = line.depth;
        if (line.flows && delete_space) result.pop_back();
        if (!line.flows) result += '\n';
    }
    return result;
}

std::string_view without_signatures(std::string_view text) {
    constexpr std::size_t most_lines = 15;
    for (std::size_t at = last_signature(text); at != text.npos; at = last_signature(text)) {
        if (count_lines(text.substr(at + signature_line.size())) > most_lines) break;
        text = text.substr(0, at);
    }
    return text;
}

std::string without_newsletter_links(std::string_view text) {
    constexpr std::size_t most_at_start = 3;
    constexpr std::size_t most_at_end = 6;
    const std::vector<std::string_view> paragraphs = paragraphs_of(text);
    std::string kept;
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
        const bool is_outside = i < most_at_start || paragraphs.size() - i <= most_at_end;
        if (is_outside && is_newsletter_link(paragraphs[i])) continue;
        if (!kept.empty()) kept += "\n\n";
        kept += paragraphs[i];
    }
    return kept.empty() ? std::string(text) : kept;
}

}  // namespace dateline
