#include "searcher/asked_query.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "searcher/counted_words.hpp"
#include "searcher/lenient_query.hpp"
#include "searcher/spelling.hpp"

namespace dateline {

namespace {

// Each looks at many words of the index; beyond a few, nobody reads them.
constexpr std::size_t most_suggestions = 5;

bool holds_term(const Index& index, const std::string& term) {
    return std::ranges::any_of(index.segments(),
                               [&](const Segment& segment) { return segment.holds_term(term); });
}

bool is_known(const Index& index, const AskedToken& token) {
    return token.expansion ? !token.expansion->forms.empty() : holds_term(index, token.term);
}

// The words of a leaf that no language's analysis finds, as typed.
std::vector<std::string> unknown_words_of(const TextLeaf& leaf, const Index& index) {
    std::vector<std::string> known;
    std::vector<std::string> asked;
    for (const AskedWords& words : leaf.words)
        for (const AskedToken& token : words.tokens)
            (is_known(index, token) ? known : asked).push_back(token.typed);
    std::vector<std::string> unknown;
    for (const std::string& word : asked)
        if (std::ranges::find(known, word) == known.end()) unknown.push_back(word);
    // Signs alone: query_notes tells of them.
    return unknown;
}

std::uint64_t bare_words_below(const Plan& plan, const PlanNode& node) {
    std::uint64_t most = 0;
    std::vector<const PlanNode*> wanted;
    for (const PlanNode& child : node.children) {
        if (node.query->kind == QueryKind::sequence && child.occur == Occur::wanted)
            wanted.push_back(&child);
        most = std::max(most, bare_words_below(plan, child));
    }
    for (std::size_t language = 0; !wanted.empty() && language < plan.languages.size(); ++language)
        most = std::max<std::uint64_t>(
            most, std::ranges::count(counted_words(plan, wanted, language), true));
    return most;
}

}  // namespace

Query read_query(const GlobalOptions& global, std::string_view text, bool is_lenient) {
    if (!is_lenient) return parse_query(text, global.today);
    LenientQuery read = parse_leniently(text, global.today);
    if (read.taken_for)
        print_note(global, read.taken_for->empty()
                               ? "the query holds no word: nothing is found"
                               : fmt::format("the query cannot be read as it stands; taken for the "
                                             "words: {}",
                                             *read.taken_for));
    return std::move(read.query);
}

std::uint64_t bare_words_of(const Plan& plan) { return bare_words_below(plan, plan.root); }

std::string words_needed_text(WordsNeeded needed, std::uint64_t bare_words) {
    if (bare_words < 2) return {};
    if (needed.count >= bare_words) return fmt::format("all of {} words", bare_words);
    const std::string how_many = needed.count == 1 ? "any" : fmt::format("{}", needed.count);
    return fmt::format("{} of {} words", how_many, bare_words);
}

std::vector<UnknownWord> unknown_words(const Plan& plan, const Index& index) {
    std::vector<UnknownWord> unknown;
    for (const TextLeaf& leaf : plan.leaves)
        for (const std::string& word : unknown_words_of(leaf, index)) {
            if (std::ranges::find(unknown, word, &UnknownWord::word) != unknown.end()) continue;
            unknown.push_back({word, unknown.size() < most_suggestions
                                         ? suggested_spelling(word, index.segments())
                                         : ""});
        }
    return unknown;
}

std::optional<std::string> unknown_words_note(const std::vector<UnknownWord>& words) {
    if (words.empty()) return std::nullopt;
    std::vector<std::string> parts;
    for (const UnknownWord& word : words)
        parts.push_back(word.suggestion.empty()
                            ? word.word
                            : fmt::format("{} (did you mean {}?)", word.word, word.suggestion));
    return fmt::format("no article has {}", fmt::join(parts, ", "));
}

}  // namespace dateline
