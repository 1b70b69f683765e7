#include "searcher/expansion.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "corpus/error.hpp"
#include "corpus/unicode.hpp"

namespace dateline {

namespace {

/// What makes two tokens stand for the same forms.
using Asked = std::tuple<WordMatch, std::string, std::uint32_t>;

Asked asked_by(const AskedToken& token) { return {token.match, token.folded, token.edits}; }

bool is_expanded(const AskedToken& token) {
    return token.match == WordMatch::pattern || token.match == WordMatch::fuzzy;
}

std::string_view without_possessive(std::string_view folded) {
    return folded.ends_with("'s") ? folded.substr(0, folded.size() - 2) : folded;
}

std::size_t character_count(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

/// Says of forms, with or without a possessive, whether a token asks for them.
class FormTest {
  public:
    explicit FormTest(const AskedToken& token)
        : token_(token), characters_(to_utf32(token.folded)) {}

    // What all forms begin with.
    std::string_view prefix() const {
        if (token_.match == WordMatch::fuzzy) return {};
        return std::string_view(token_.folded).substr(0, token_.folded.find_first_of("*?"));
    }
    bool operator()(std::string_view folded) const {
        if (fits(folded)) return true;
        const std::string_view base = without_possessive(folded);
        return base.size() < folded.size() && fits(base);
    }

  private:
    bool fits(std::string_view folded) const {
        if (token_.match == WordMatch::pattern) return fits_pattern(folded, token_.folded);
        const std::size_t size = character_count(folded);
        if (size > characters_.size() + token_.edits || size + token_.edits < characters_.size())
            return false;
        return is_within_edits(characters_, to_utf32(folded), token_.edits);
    }

    const AskedToken& token_;
    std::u32string characters_;
};

struct FoundForm {
    std::uint64_t occurrences = 0;
    std::vector<std::string> terms;
};

using FoundForms = std::map<std::string, FoundForm>;

FoundForms forms_of(const AskedToken& token, std::span<const Segment> segments) {
    const FormTest asks_for(token);
    FoundForms found;
    for (const Segment& segment : segments) {
        const WordsFile& words = segment.texts().words();
        const auto [first, end] = words.forms_with_prefix(asks_for.prefix());
        words.visit_forms(first, end, [&](std::uint32_t, const FormEntry& form) {
            if (!asks_for(form.folded)) return;
            FoundForm& known = found[form.folded];
            known.occurrences += form.occurrences;
            known.terms.push_back(form.term);
        });
    }
    return found;
}

Expansion expansion_of(const AskedToken& token, std::span<const Segment> segments) {
    const FoundForms found = forms_of(token, segments);
    std::vector<const FoundForms::value_type*> forms;
    for (const auto& form : found) forms.push_back(&form);
    Expansion expansion;
    expansion.form_total = forms.size();
    if (forms.size() > Expansion::most_forms) {
        std::ranges::stable_sort(forms, std::ranges::greater(),
                                 [](const auto* form) { return form->second.occurrences; });
        forms.resize(Expansion::most_forms);
    }
    for (const auto* form : forms) {
        expansion.forms.push_back(form->first);
        expansion.terms.insert(expansion.terms.end(), form->second.terms.begin(),
                               form->second.terms.end());
    }
    std::ranges::sort(expansion.forms);
    std::ranges::sort(expansion.terms);
    const auto rest = std::ranges::unique(expansion.terms);
    expansion.terms.erase(rest.begin(), rest.end());
    return expansion;
}

std::size_t next_character(std::string_view text, std::size_t at) {
    do ++at;
    while (at < text.size() && (text[at] & 0xC0) == 0x80);
    return at;
}

}  // namespace

std::vector<std::string> expand(Plan& plan, std::span<const Segment> segments) {
    std::map<Asked, std::shared_ptr<const Expansion>> expansions;
    std::vector<std::string> notes;
    for (TextLeaf& leaf : plan.leaves)
        for (AskedWords& words : leaf.words)
            for (AskedToken& token : words.tokens) {
                if (!is_expanded(token)) continue;
                std::shared_ptr<const Expansion>& known = expansions[asked_by(token)];
                if (!known && expansions.size() > max_expansions)
                    throw Error(
                        ErrorKind::usage,
                        fmt::format("the query holds more than {} words with wildcards or ~",
                                    max_expansions),
                        "ask for them in several queries");
                if (!known) {
                    known = std::make_shared<Expansion>(expansion_of(token, segments));
                    if (known->form_total > Expansion::most_forms)
                        notes.push_back(
                            fmt::format("{} fits {} words: the {} most frequent are taken",
                                        token.folded, known->form_total, Expansion::most_forms));
                }
                token.expansion = known;
            }
    return notes;
}

bool fits_pattern(std::string_view text, std::string_view pattern) {
    std::size_t at = 0;
    std::size_t next = 0;
    std::size_t star = std::string_view::npos;  // the last one met, to which we can go back
    std::size_t star_at = 0;
    while (at < text.size()) {
        if (next < pattern.size() && pattern[next] == '*') {
            star = next++;
            star_at = at;
        } else if (next < pattern.size() && pattern[next] == '?') {
            at = next_character(text, at);
            ++next;
        } else if (next < pattern.size() && pattern[next] == text[at]) {
            ++at;
            ++next;
        } else if (star != std::string_view::npos) {
            star_at = next_character(text, star_at);
            at = star_at;
            next = star + 1;
        } else {
            return false;
        }
    }
    return pattern.find_first_not_of('*', next) == std::string_view::npos;
}

bool is_within_edits(std::u32string_view a, std::u32string_view b, std::uint32_t edits) {
    std::vector<std::uint32_t> before_last(b.size() + 1);
    std::vector<std::uint32_t> last(b.size() + 1);
    std::vector<std::uint32_t> row(b.size() + 1);
    for (std::uint32_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = static_cast<std::uint32_t>(i);
        std::uint32_t least = row[0];
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::uint32_t change = a[i - 1] == b[j - 1] ? 0 : 1;
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
            const bool exchanged = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (exchanged) row[j] = std::min(row[j], before_last[j - 2] + 1);
            least = std::min(least, row[j]);
        }
        if (least > edits) return false;
        std::swap(before_last, last);
        std::swap(last, row);
    }
    return last[b.size()] <= edits;
}

}  // namespace dateline
