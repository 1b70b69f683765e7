#include "searcher/article_probe.hpp"

#include <memory>
#include <set>

#include "corpus/error.hpp"
#include "searcher/copies.hpp"
#include "searcher/expansion.hpp"
#include "searcher/match.hpp"
#include "searcher/query_in_text.hpp"

namespace dateline {

namespace {

// Of all that one probe asks, as query text; a pattern or fuzzy word, which looks at all words of
// the index, counts as many bytes more.
constexpr std::size_t most_bytes = std::size_t{128} << 10;
constexpr std::size_t expansion_bytes = std::size_t{8} << 10;

std::size_t cost_of(const Query& query) {
    std::size_t cost = 16 + query.text.size();
    if (query.match == WordMatch::pattern || query.match == WordMatch::fuzzy)
        cost += expansion_bytes;
    for (const Query& child : query.children) cost += cost_of(child);
    return cost;
}

/// A query made ready to be asked of one article.
class AskedOfOne {
  public:
    AskedOfOne(const Index& index, ArticlePlace place, Analyzers& analyzers, const Query& query,
               WordsNeeded needed, AnswerUnit unit)
        : article_(place.article),
          query_(lifted_out_of_text(with_kept_ids(query, index.copies()))),
          plan_(make_plan(query_, index.languages(), analyzers, needed, unit)),
          segment_(index.segments()[place.segment]),
          analyzers_(analyzers) {
        expand(plan_, index.segments());
    }
    AskedOfOne(const AskedOfOne&) = delete;
    AskedOfOne& operator=(const AskedOfOne&) = delete;

    bool holds(std::uint32_t passage) {
        const SegmentScope scope(segment_, plan_, analyzers_);
        std::vector<LeafMatches> leaves;
        for (const TextLeaf& leaf : plan_.leaves)
            leaves.push_back(LeafMatcher(scope, leaf).in({article_}));
        const bool by_passage = plan_.unit == AnswerUnit::passage;
        return contains(held_by(scope, leaves, plan_.root),
                        by_passage ? scope.docids(article_).first + passage : article_);
    }

    // The query is one leaf: a near, phrase or at_least.
    bool holds_with(std::uint32_t number, std::uint32_t passage) {
        for (TextLeaf& leaf : plan_.leaves)
            for (AskedWords& words : leaf.words) words.tree.number = number;
        return holds(passage);
    }

  private:
    std::uint32_t article_;
    Query query_;
    Plan plan_;
    const Segment& segment_;
    Analyzers& analyzers_;
};

// Null for a query that is refused.
std::unique_ptr<AskedOfOne> asked_of_one(const Index& index, ArticlePlace place,
                                         Analyzers& analyzers, const Query& query,
                                         WordsNeeded needed, AnswerUnit unit) {
    const bool is_in_text = query.kind == QueryKind::near || query.kind == QueryKind::at_least;
    if (is_in_text && problem_in_text(query)) return nullptr;
    try {
        return std::make_unique<AskedOfOne>(index, place, analyzers, query, needed, unit);
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::usage) throw;
        return nullptr;
    }
}

std::string language_of(const Segment& segment, std::uint32_t article) {
    const ArticlesFile& articles = segment.articles();
    return articles.languages()[articles.language(article)];
}

}  // namespace

ArticleProbe::ArticleProbe(const Index& index, ArticlePlace place, WordsNeeded needed,
                           AnswerUnit unit, std::uint32_t passage)
    : index_(index),
      place_(place),
      needed_(needed),
      unit_(unit),
      passage_(passage),
      header_(index.segments()[place.segment].header(place.article)),
      language_(language_of(index.segments()[place.segment], place.article)) {}

bool ArticleProbe::may_ask(const Query& query) {
    asked_bytes_ += cost_of(query);
    return asked_bytes_ <= most_bytes;
}

bool ArticleProbe::gave_up() const { return asked_bytes_ > most_bytes; }

bool ArticleProbe::holds(const Query& query, WordsNeeded needed) {
    if (!may_ask(query)) return false;
    const auto asked = asked_of_one(index_, place_, analyzers_, query, needed, unit_);
    return asked != nullptr && asked->holds(passage_);
}

std::optional<std::uint32_t> ArticleProbe::least_number(const Query& query, std::uint32_t from,
                                                        std::uint32_t to) {
    if (from > to || !may_ask(query)) return std::nullopt;
    const auto asked = asked_of_one(index_, place_, analyzers_, query, needed_, unit_);
    if (asked == nullptr || !asked->holds_with(to, passage_)) return std::nullopt;
    while (from < to) {
        const std::uint32_t middle = from + (to - from) / 2;
        if (asked->holds_with(middle, passage_))
            to = middle;
        else
            from = middle + 1;
    }
    return to;
}

std::optional<std::uint32_t> ArticleProbe::greatest_number(const Query& query, std::uint32_t from,
                                                           std::uint32_t to) {
    if (from > to || !may_ask(query)) return std::nullopt;
    const auto asked = asked_of_one(index_, place_, analyzers_, query, needed_, unit_);
    if (asked == nullptr || !asked->holds_with(from, passage_)) return std::nullopt;
    while (from < to) {
        const std::uint32_t middle = to - (to - from) / 2;
        if (asked->holds_with(middle, passage_))
            from = middle;
        else
            to = middle - 1;
    }
    return from;
}

std::vector<ArticleProbe::Written> ArticleProbe::words_in(std::string_view text) {
    std::vector<Written> words;
    std::uint32_t end = 0;
    for (const Token& token : analyzer().analyze(text)) {
        if (token.range.begin < end) return {};
        end = token.range.end;
        words.push_back({std::string(token.range.in(text)), std::string(token.word->folded),
                         std::string(token.word->term)});
    }
    return words;
}

const std::vector<ArticleProbe::Written>& ArticleProbe::words() {
    if (words_) return *words_;
    const Article article = index_.article(place_);
    std::set<std::string> seen;
    words_.emplace();
    for (const std::string* text : {&article.headline, &article.body})
        for (Written& word : words_in(*text))
            if (seen.insert(word.text).second) words_->push_back(std::move(word));
    return *words_;
}

}  // namespace dateline
