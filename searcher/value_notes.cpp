#include "searcher/value_notes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "corpus/calendar.hpp"
#include "corpus/edit_distance.hpp"
#include "corpus/schema.hpp"
#include "searcher/value_match.hpp"

namespace dateline {

namespace {

// An archive has few sources and sections; of words of bylines those that begin alike.
constexpr std::size_t most_candidates = 20000;
constexpr std::size_t letters_for_one_edit = 3;
constexpr std::size_t letters_for_two_edits = 6;

bool has_words(const Query& leaf) { return row_of(leaf.field)->kind == FieldKind::words; }

std::size_t most_edits(std::string_view value) {
    if (value.size() < letters_for_one_edit) return 0;
    return value.size() < letters_for_two_edits ? 1 : 2;
}

// Whether `value` has the words asked for among its own.
bool holds_words(std::string_view value, std::string_view asked) {
    return !asked.empty() &&
           fmt::format(" {} ", value).find(fmt::format(" {} ", asked)) != std::string::npos;
}

bool is_held(const Index& index, const Query& leaf) {
    return std::ranges::any_of(index.segments(),
                               [&](const Segment& segment) { return holds_value(segment, leaf); });
}

/// Looks for what the value of a leaf was meant to be.
class ValueSpeller {
  public:
    ValueSpeller(const Index& index, const Query& leaf)
        : index_(index), leaf_(leaf), asked_(fold_text(leaf.text)) {}

    /// Empty where nothing is near.
    std::string best() {
        const std::string prefix(row_of(leaf_.field)->prefix);
        // Typing errors seldom spoil the first letter, and names are many.
        const std::string begin = has_words(leaf_) ? asked_.substr(0, 1) : "";
        for (const Segment& segment : index_.segments())
            for (const std::string& term : segment.terms_with(prefix + begin, most_candidates))
                consider(segment, term, term.substr(prefix.size()));
        return best_;
    }

  private:
    // The words asked for, then the fewest edits, then the most articles.
    using Merit = std::pair<std::size_t, std::uint32_t>;

    void consider(const Segment& segment, const std::string& term, std::string value) {
        const std::size_t most = most_edits(asked_);
        const std::size_t edits =
            holds_words(value, asked_) ? 0 : edit_distance(asked_, value, most);
        if (edits > most || value.empty()) return;
        const Merit merit{most - edits, segment.living_frequency(term)};
        if (merit.second == 0 || (!best_.empty() && merit <= best_merit_)) return;
        best_merit_ = merit;
        best_ = std::move(value);
    }

    const Index& index_;
    const Query& leaf_;
    std::string asked_;
    std::string best_;
    Merit best_merit_;
};

std::string suggestion_for(const Query& leaf, const Index& index) {
    if (leaf.field == Field::id || leaf.field == Field::language || leaf.prefix_match) return {};
    Query meant = leaf;
    meant.text = ValueSpeller(index, leaf).best();
    return meant.text.empty() ? "" : fmt::format(" (did you mean {}?)", to_string(meant));
}

// "; those of the index are of 2006-01-02 to 2020-12-30".
std::string dates_of(const Index& index) {
    std::optional<DayRange> days;
    for (const Segment& segment : index.segments()) {
        const ArticlesFile& file = segment.articles();
        if (file.dated_count() == 0) continue;
        if (!days) days = DayRange{file.day(file.dated_count() - 1), file.day(0)};
        days->first = std::min(days->first, file.day(file.dated_count() - 1));
        days->last = std::max(days->last, file.day(0));
    }
    if (!days) return "; none of the index is dated";
    return fmt::format("; dates of the index reach from {} to {}", iso_day(days->first),
                       iso_day(days->last));
}

/// Goes through the leaves of a query.
class NoteTaker {
  public:
    NoteTaker(const Index& index, Analyzers& analyzers) : index_(index), analyzers_(analyzers) {}

    void look_at(const Query& query) {
        if (query.kind == QueryKind::value && has_words(query))
            look_at_words(query);
        else if (query.kind == QueryKind::value || query.kind == QueryKind::date)
            look_at_leaf(query);
        for (const Query& child : query.children) look_at(child);
    }

    std::vector<std::string> notes() && { return std::move(notes_); }

  private:
    void look_at_words(const Query& query) {
        for (const Token& token : analyzers_.in(words_language).analyze(query.text)) {
            Query word = query;
            word.text = token.word->folded;
            look_at_leaf(word);
        }
    }

    void look_at_leaf(const Query& leaf) {
        const bool is_typed = leaf.range.end > leaf.range.begin;
        if (!is_typed || is_held(index_, leaf)) return;
        std::string note = fmt::format("no article has {}", to_string(leaf));
        if (leaf.kind == QueryKind::value)
            note += suggestion_for(leaf, index_);
        else if (!leaf.undated_only)
            note += dates_of(index_);
        if (std::ranges::find(notes_, note) == notes_.end()) notes_.push_back(std::move(note));
    }

    const Index& index_;
    Analyzers& analyzers_;
    std::vector<std::string> notes_;
};

}  // namespace

std::vector<std::string> value_notes(const Query& query, const Index& index, Analyzers& analyzers) {
    NoteTaker taker(index, analyzers);
    if (index.article_count() > 0) taker.look_at(query);
    return std::move(taker).notes();
}

}  // namespace dateline
