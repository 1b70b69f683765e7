#include "searcher/expansion.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "corpus/distinct.hpp"
#include "corpus/edit_distance.hpp"
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
        : token_(token),
          characters_(to_utf32(token.folded)),
          pattern_(without_double_stars(token.folded)),
          least_characters_(characters_.size() -
                            static_cast<std::size_t>(std::ranges::count(token.folded, '*'))) {}

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
        if (token_.match == WordMatch::pattern)
            return folded.size() >= least_characters_ && fits_pattern(folded, pattern_);
        const std::size_t size = character_count(folded);
        if (size > characters_.size() + token_.edits || size + token_.edits < characters_.size())
            return false;
        return edit_distance(characters_, to_utf32(folded), token_.edits) <= token_.edits;
    }

    // Thousands of stars are one.
    static std::string without_double_stars(std::string_view pattern) {
        std::string kept;
        for (const char c : pattern)
            if (c != '*' || !kept.ends_with('*')) kept += c;
        return kept;
    }

    const AskedToken& token_;
    std::u32string characters_;
    std::string pattern_;
    std::size_t least_characters_;  // of a form that fits: each has a byte at least
};

/// The forms that one token asks for, as they are found.
class FoundForms {
  public:
    explicit FoundForms(const AskedToken& token) : asks_for_(token) {}

    std::string_view prefix() const { return asks_for_.prefix(); }
    void look_at(const FormEntry& form) {
        if (asks_for_(form.folded)) found_.push_back({form.folded, form.occurrences, form.term});
    }
    Expansion expansion() &&;

  private:
    struct Found {
        std::string folded;
        std::uint64_t occurrences = 0;
        std::string term;
    };
    /// Those of one folded form, in several languages or segments.
    struct Form {
        std::span<const Found> all;
        std::uint64_t occurrences = 0;
    };

    std::vector<Form> forms() {
        std::ranges::stable_sort(found_, {}, &Found::folded);
        std::vector<Form> forms;
        for (auto begin = found_.begin(); begin != found_.end();) {
            const auto end = std::find_if(begin, found_.end(), [&](const Found& found) {
                return found.folded != begin->folded;
            });
            Form& form = forms.emplace_back(Form{{begin, end}});
            for (const Found& found : form.all) form.occurrences += found.occurrences;
            begin = end;
        }
        return forms;
    }

    FormTest asks_for_;
    std::vector<Found> found_;
};

Expansion FoundForms::expansion() && {
    std::vector<Form> forms = this->forms();
    Expansion expansion;
    expansion.form_total = forms.size();
    if (forms.size() > Expansion::most_forms) {
        std::ranges::stable_sort(forms, std::ranges::greater(), &Form::occurrences);
        forms.resize(Expansion::most_forms);
    }
    for (const Form& form : forms) {
        expansion.forms.push_back(form.all.front().folded);
        for (const Found& found : form.all) expansion.terms.push_back(found.term);
    }
    std::ranges::sort(expansion.forms);
    sort_distinct(expansion.terms);
    return expansion;
}

using Expansions = std::map<Asked, FoundForms>;

// The expanded tokens of the plan, each once.
Expansions expansions_of(const Plan& plan) {
    Expansions expansions;
    for (const TextLeaf& leaf : plan.leaves)
        for (const AskedWords& words : leaf.words)
            for (const AskedToken& token : words.tokens)
                if (is_expanded(token)) expansions.try_emplace(asked_by(token), token);
    if (expansions.size() > max_expansions)
        throw Error(
            ErrorKind::usage,
            fmt::format("the query holds more than {} words with wildcards or ~", max_expansions),
            "ask for them in several queries");
    return expansions;
}

// Those that look at all forms look at them together.
void find_forms(Expansions& expansions, const WordsFile& words) {
    std::vector<FoundForms*> of_all;
    for (auto& [asked, found] : expansions) {
        if (found.prefix().empty()) {
            of_all.push_back(&found);
            continue;
        }
        const auto [first, end] = words.forms_with_prefix(found.prefix());
        words.visit_forms(first, end, [&found = found](std::uint32_t, const FormEntry& form) {
            found.look_at(form);
        });
    }
    if (of_all.empty()) return;
    words.visit_forms(0, words.form_count(), [&](std::uint32_t, const FormEntry& form) {
        for (FoundForms* const found : of_all) found->look_at(form);
    });
}

std::size_t next_character(std::string_view text, std::size_t at) {
    do ++at;
    while (at < text.size() && (text[at] & 0xC0) == 0x80);
    return at;
}

}  // namespace

std::vector<std::string> expand(Plan& plan, std::span<const Segment> segments) {
    Expansions expansions = expansions_of(plan);
    if (expansions.empty()) return {};
    for (const Segment& segment : segments) find_forms(expansions, segment.texts().words());
    std::map<Asked, std::shared_ptr<const Expansion>> known;
    std::vector<std::string> notes;
    for (auto& [asked, found] : expansions) {
        const auto expansion = std::make_shared<Expansion>(std::move(found).expansion());
        if (expansion->form_total > Expansion::most_forms)
            notes.push_back(fmt::format("{} fits {} words: the {} most frequent are taken",
                                        std::get<std::string>(asked), expansion->form_total,
                                        Expansion::most_forms));
        known.emplace(asked, expansion);
    }
    for (TextLeaf& leaf : plan.leaves)
        for (AskedWords& words : leaf.words)
            for (AskedToken& token : words.tokens)
                if (is_expanded(token)) token.expansion = known.at(asked_by(token));
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

}  // namespace dateline
