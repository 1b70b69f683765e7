#include "searcher/excerpt.hpp"

#include <algorithm>
#include <set>

#include "corpus/ascii.hpp"
#include "searcher/columns.hpp"
#include "searcher/text_layout.hpp"

namespace dateline {

namespace {

constexpr std::uint32_t whole_bytes = 450;  // a passage of this size is shown whole
constexpr std::uint32_t window_bytes = 300;
constexpr std::uint32_t context_bytes = 60;  // of a window, left for words around the matches
constexpr std::uint32_t joined_gap_bytes = 40;
constexpr std::size_t max_windows = 2;
constexpr std::string_view ellipsis = "\u2026";

std::uint32_t narrow(std::size_t offset) { return static_cast<std::uint32_t>(offset); }

// Words; scripts without blanks can have them as long as a paragraph, so long ones are cut between
// characters.
std::vector<TextRange> cuttable_parts(std::string_view text) {
    std::vector<TextRange> parts;
    for (TextRange part : unbreakable_parts(text)) {
        const bool is_long = part.size() >= 2 * context_bytes;
        for (std::uint32_t at = part.begin; is_long && at < part.end;) {
            at = narrow(cluster_end(text, at));
            if (at - part.begin < 2 * context_bytes || at >= part.end) continue;
            parts.push_back({part.begin, at});
            part.begin = at;
        }
        parts.push_back(part);
    }
    return parts;
}

using MatchTexts = std::set<std::string>;

// Neighbouring matches that fit one window.
struct MatchGroup {
    TextRange core;
    MatchTexts texts;  // those that no window shows yet
    std::size_t matches = 0;
};

MatchGroup group_from(const PassageHit& hit, std::size_t first, const MatchTexts& shown) {
    MatchGroup group{hit.matches[first], {}, 0};
    for (std::size_t i = first; i < hit.matches.size(); ++i) {
        const TextRange match = hit.matches[i];
        if (i > first && match.end - group.core.begin > window_bytes - context_bytes) break;
        const std::string key = lower_ascii(match.in(hit.text));
        if (!shown.contains(key)) group.texts.insert(key);
        group.core.end = match.end;
        ++group.matches;
    }
    return group;
}

MatchGroup best_group(const PassageHit& hit, const MatchTexts& shown) {
    MatchGroup best;
    for (std::size_t first = 0; first < hit.matches.size(); ++first) {
        MatchGroup group = group_from(hit, first, shown);
        const auto worth = [](const MatchGroup& g) { return std::pair(g.texts.size(), g.matches); };
        if (worth(group) > worth(best)) best = std::move(group);
    }
    return best;
}

// Grows windows around matches, to sentence ends where they are near, else to word ends.
class WindowCutter {
  public:
    explicit WindowCutter(const PassageHit& hit) : parts_(cuttable_parts(hit.text)) {
        sentence_ends_.push_back(0);
        for (const TextBreak& sentence : hit.breaks) sentence_ends_.push_back(sentence.offset);
        sentence_ends_.push_back(narrow(hit.text.size()));
    }

    TextRange around(TextRange core) const {
        const std::uint32_t begin = begin_before(core);
        return {begin, end_after(core, begin)};
    }

  private:
    std::uint32_t begin_before(TextRange core) const {
        const std::uint32_t spare = window_bytes - std::min(core.size(), window_bytes);
        const auto sentence =
            std::upper_bound(sentence_ends_.begin(), sentence_ends_.end(), core.begin) - 1;
        const std::uint32_t near = core.begin - std::min(core.begin, spare / 3);
        const std::uint32_t from = core.begin - *sentence <= spare / 2 ? *sentence : near;
        return std::min(next_begin(from), part_of(core.begin).begin);
    }

    std::uint32_t end_after(TextRange core, std::uint32_t begin) const {
        const std::uint32_t limit = std::max(core.end, begin + window_bytes);
        const auto after = std::upper_bound(sentence_ends_.begin(), sentence_ends_.end(), limit);
        const std::uint32_t before = after == sentence_ends_.begin() ? 0 : *(after - 1);
        if (before >= core.end && before > begin) return before;
        if (after != sentence_ends_.end() && *after <= limit + context_bytes) return *after;
        const auto part = std::upper_bound(parts_.begin(), parts_.end(), limit,
                                           [](std::uint32_t o, TextRange p) { return o < p.end; });
        const std::uint32_t end = part == parts_.begin() ? 0 : (part - 1)->end;
        return core.empty() ? end : std::max(end, part_of(core.end - 1).end);
    }

    // Begin of the first word at or after the offset.
    std::uint32_t next_begin(std::uint32_t offset) const {
        const auto part =
            std::lower_bound(parts_.begin(), parts_.end(), offset,
                             [](TextRange p, std::uint32_t o) { return p.begin < o; });
        return part == parts_.end() ? offset : part->begin;
    }

    // The word that holds the offset.
    TextRange part_of(std::uint32_t offset) const {
        const auto part =
            std::upper_bound(parts_.begin(), parts_.end(), offset,
                             [](std::uint32_t o, TextRange p) { return o < p.begin; });
        return part == parts_.begin() ? TextRange{offset, offset} : *(part - 1);
    }

    std::vector<TextRange> parts_;
    std::vector<std::uint32_t> sentence_ends_;
};

std::vector<TextRange> merged(std::vector<TextRange> windows) {
    std::sort(windows.begin(), windows.end());
    std::vector<TextRange> out;
    for (const TextRange window : windows) {
        if (!out.empty() && window.begin <= out.back().end + joined_gap_bytes) {
            out.back().end = std::max(out.back().end, window.end);
        } else {
            out.push_back(window);
        }
    }
    return out;
}

std::vector<TextRange> windows_of(const PassageHit& hit) {
    if (hit.text.size() <= whole_bytes) return {{0, narrow(hit.text.size())}};
    const WindowCutter cutter(hit);
    if (hit.matches.empty()) return {cutter.around({0, 0})};
    std::vector<TextRange> windows;
    MatchTexts shown;
    while (windows.size() < max_windows) {
        const MatchGroup group = best_group(hit, shown);
        if (group.texts.empty()) break;
        windows.push_back(cutter.around(group.core));
        shown.insert(group.texts.begin(), group.texts.end());
    }
    return merged(std::move(windows));
}

}  // namespace

Excerpt excerpt_of(const PassageHit& hit) {
    Excerpt excerpt;
    std::uint32_t shown_to = 0;
    for (const TextRange window : windows_of(hit)) {
        if (window.begin > shown_to) {
            excerpt.text += (shown_to > 0 ? " " : "") + std::string(ellipsis) + " ";
        }
        const std::uint32_t at = narrow(excerpt.text.size());
        excerpt.text += window.in(hit.text);
        for (const TextRange match : hit.matches) {
            const std::uint32_t begin = std::max(match.begin, window.begin);
            const std::uint32_t end = std::min(match.end, window.end);
            if (begin >= end) continue;
            excerpt.matches.push_back({at + begin - window.begin, at + end - window.begin});
        }
        shown_to = window.end;
    }
    if (shown_to < hit.text.size()) excerpt.text += " " + std::string(ellipsis);
    return excerpt;
}

}  // namespace dateline
