#include "searcher/phrase_match.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <span>
#include <utility>

#include "searcher/asked_units.hpp"
#include "searcher/counted_matches.hpp"
#include "searcher/phrase.hpp"
#include "searcher/phrase_scan.hpp"
#include "searcher/run_reading.hpp"
#include "searcher/words_together.hpp"

namespace dateline {

namespace {

using Postings = std::vector<Posting>;

// More bytes of text that is analysed for a long phrase than for others, in bytes of code.
constexpr std::uint64_t long_cost = 8;

// Those of `asked` in whose passages one of the postings is.
ArticleSet articles_with(const ArticlesFile& articles, const Postings& postings,
                         const ArticleSet& asked) {
    ArticleSet found;
    std::size_t at = 0;
    for (const std::uint32_t article : asked) {
        at = position_of(articles.first_docid(article), postings, at);
        if (at == postings.size()) break;
        if (postings[at].docid < articles.end_docid(article)) found.push_back(article);
    }
    return found;
}

class PhraseMatcher final : public GroupMatcher {
  public:
    PhraseMatcher(const SegmentScope& scope, const TextLeaf& leaf, const LanguageGroup& group)
        : scope_(scope),
          leaf_(leaf),
          group_(group),
          is_long_(group.words->tokens.size() > AskedUnits::most_tokens),
          units_(asked_units(scope, group)),
          scan_(scope.segment.texts().words(), units_) {
        for (const AskedToken& token : group.words->tokens) {
            const auto known = std::ranges::find(terms_, token.term);
            term_of_token_.push_back(static_cast<std::uint32_t>(known - terms_.begin()));
            if (known == terms_.end()) terms_.push_back(token.term);
        }
    }

    bool is_told_by_terms() const override { return false; }

    std::unique_ptr<GroupBlocks> blocks() override {
        return words_together_blocks(scope_, group_, true);
    }

    LeafMatches in(const ArticleSet& articles) override {
        ArticleSet asked = articles;
        std::erase_if(asked, [&](std::uint32_t article) {
            return !group_.holds_for(scope_.articles(), article);
        });
        const Field field = leaf_.field;
        const bool in_headline =
            field == Field::any || field == Field::headline || field == Field::hlead;
        const Proposed headlines =
            in_headline
                ? proposed(asked, [](const std::string& term) { return headline_term(term); })
                : Proposed{};
        const Proposed passages =
            field == Field::headline
                ? headlines
                : proposed(std::move(asked), [](const std::string& term) { return term; });
        std::vector<DocId> begins;
        if (field != Field::headline) begins = in_bodies(passages);
        std::ranges::sort(begins);
        return counted(in_headlines(headlines.articles), begins);
    }

  private:
    /// Articles that hold the rarest of the terms, and others that were cheap to ask for; their
    /// postings.
    struct Proposed {
        ArticleSet articles;
        bool is_read_whole = false;        ///< no term was asked for
        std::vector<Postings> postings{};  ///< by term
        std::vector<bool> is_anywhere{};   ///< by term: not asked for
    };

    // Of these. The rarest term first, so that little of the others is read. Reading the texts
    // takes less time than to find a few among many postings.
    template <class TermOf>
    Proposed proposed(ArticleSet articles, const TermOf& term_of) const {
        constexpr std::size_t postings_each_text = 16;
        constexpr std::size_t few_articles = 32;
        if (articles.size() <= few_articles)
            return {.articles = std::move(articles), .is_read_whole = true};
        std::vector<std::size_t> order(terms_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::sort(
            order, {}, [&](std::size_t term) { return scope_.frequency(term_of(terms_[term])); });
        Proposed found{.articles = std::move(articles),
                       .postings = std::vector<Postings>(terms_.size()),
                       .is_anywhere = std::vector<bool>(terms_.size())};
        for (const std::size_t term : order) {
            found.is_anywhere[term] =
                term != order.front() && scope_.frequency(term_of(terms_[term])) >
                                             postings_each_text * found.articles.size();
            if (found.is_anywhere[term]) continue;
            found.postings[term] = scope_.postings(term_of(terms_[term]), found.articles);
            found.articles = articles_with(scope_.articles(), found.postings[term], found.articles);
        }
        return found;
    }

    std::vector<std::size_t> occurrences_in(const std::vector<const Word*>& words) const {
        return occurrences(words, *group_.words);
    }

    std::vector<DocId> in_headlines(const ArticleSet& articles) {
        std::vector<DocId> docids;
        for (const std::uint32_t article : articles)
            if (stands_in_headline(article)) docids.push_back(scope_.docids(article).first);
        return docids;
    }

    bool stands_in_headline(std::uint32_t article) {
        const CodedPassage first =
            scope_.segment.texts().text().words_of(scope_.docids(article).first);
        if (first.headline_is_regular && !is_long_) return scan_.stands_in(first.headline);
        if (is_long_) scope_.count_bytes(long_cost * first.text.size());
        return !occurrences_in(words_of(ArticleText(scope_, article).headline_tokens())).empty();
    }

    bool is_lead_only() const { return leaf_.field == Field::lead || leaf_.field == Field::hlead; }

    // Of each phrase that passage in which it begins.
    std::vector<DocId> in_bodies(const Proposed& passages) {
        positions_.assign(passages.postings.size(), 0);
        std::vector<ArticleRun> runs;
        for (std::size_t i = 0; i < passages.articles.size(); ++i) {
            const std::uint32_t article = passages.articles[i];
            const std::pair<DocId, DocId> range = scope_.docids(article);
            const DocId first = range.first;
            if (passages.is_read_whole) {
                runs.push_back({article, {0, is_lead_only() ? 1 : range.second - first}});
                continue;
            }
            fetch_ahead(scope_, passages.articles, i);
            find_masks(passages, article);
            const auto may_go_on = [&](std::uint32_t passage) {
                return may_begin_with_second(first + passage);
            };
            for (const PassageRun& run : runs_to_read(masks_, term_of_token_, may_go_on))
                runs.push_back({article, run});
        }
        std::vector<DocId> docids;
        read_runs(scope_, runs, [&](const ArticleRun& reading) {
            if (!read_codes(reading, docids)) read_texts(reading, docids);
        });
        return docids;
    }

    // For each passage of the article, or the lead alone, which of the terms it holds.
    void find_masks(const Proposed& passages, std::uint32_t article) {
        const auto [first, end] = scope_.docids(article);
        const DocId last = is_lead_only() ? first : end - 1;
        std::uint64_t anywhere = 0;
        const std::size_t terms = std::min<std::size_t>(passages.postings.size(), 64);
        for (std::size_t term = 0; term < terms; ++term)
            if (passages.is_anywhere[term]) anywhere |= std::uint64_t{1} << term;
        masks_.assign(last - first + 1, anywhere);
        for (std::size_t term = 0; term < terms; ++term) {
            const Postings& postings = passages.postings[term];
            std::size_t& position = positions_[term];
            position = position_of(first, postings, position);
            for (; position < postings.size() && postings[position].docid <= last; ++position)
                masks_[postings[position].docid - first] |= std::uint64_t{1} << term;
        }
    }

    // Of a phrase of two tokens.
    bool may_begin_with_second(DocId docid) const {
        const CodedPassage passage = scope_.segment.texts().text().words_of(docid);
        return !passage.is_regular || scan_.begins_with(passage.text, 1);
    }

    // Adds the passages of the run in which the phrase begins. False, and nothing added, where
    // their codes do not tell.
    bool read_codes(const ArticleRun& reading, std::vector<DocId>& docids) {
        const auto& [article, run] = reading;
        if (is_long_) return false;
        const TextFile& texts = scope_.segment.texts().text();
        const DocId first = scope_.docids(article).first + run.first;
        const DocId end = first + run.end - run.first;
        if (units_.rarest() && !may_find(*units_.rarest(), texts, first, end)) return true;
        const std::size_t known = docids.size();
        scan_.begin_run();
        for (DocId docid = first; docid < end; ++docid) {
            const CodedPassage passage = texts.words_of(docid);
            if (!passage.is_regular) {
                docids.resize(known);
                return false;
            }
            scope_.count_bytes(passage.text.size());
            scan_.read(passage.text, docid, docids);
        }
        return true;
    }

    void read_texts(const ArticleRun& reading, std::vector<DocId>& docids) const {
        const auto& [article, run] = reading;
        ArticleText text(scope_, article);
        std::vector<const Word*> words;
        std::vector<std::size_t> ends;  // of the passages' words
        for (std::uint32_t i = run.first; i < run.end; ++i) {
            if (is_long_) scope_.count_bytes(long_cost * text.stored(i).text.size());
            std::ranges::copy(words_of(text.passage(i).tokens), std::back_inserter(words));
            ends.push_back(words.size());
        }
        const DocId first = scope_.docids(article).first + run.first;
        for (const std::size_t start : occurrences_in(words)) {
            const auto passage = std::ranges::upper_bound(ends, start) - ends.begin();
            docids.push_back(first + static_cast<DocId>(passage));
        }
    }

    // `begins`: of phrases in bodies, sorted.
    LeafMatches counted(const std::vector<DocId>& headlines,
                        const std::vector<DocId>& begins) const {
        CountedMatches matches(scope_);
        auto headline = headlines.begin();
        auto begin = begins.begin();
        while (headline != headlines.end() || begin != begins.end()) {
            const DocId docid = headline == headlines.end() ? *begin
                                : begin == begins.end()     ? *headline
                                                            : std::min(*headline, *begin);
            const bool in_headline = headline != headlines.end() && *headline == docid;
            headline += in_headline;
            std::uint32_t count = 0;
            for (; begin != begins.end() && *begin == docid; ++begin) ++count;
            matches.add(docid, in_headline, count);
        }
        return std::move(matches).all();
    }

    const SegmentScope& scope_;
    const TextLeaf& leaf_;
    const LanguageGroup& group_;
    bool is_long_;
    AskedUnits units_;
    PhraseScan scan_;
    std::vector<std::string> terms_;            // each once
    std::vector<std::uint32_t> term_of_token_;  // indexes into terms_
    std::vector<std::size_t> positions_;        // in the terms' postings, of the passage at hand
    std::vector<std::uint64_t> masks_;          // of the article at hand
};

}  // namespace

AskedUnits asked_units(const SegmentScope& scope, const LanguageGroup& group) {
    const WordsFile& words = scope.segment.texts().words();
    const std::size_t size = std::min(group.words->tokens.size(), AskedUnits::most_tokens);
    std::vector<std::vector<UnitId>> units;
    for (const AskedToken& token : std::span(group.words->tokens).first(size))
        units.push_back(units_of(words, token, scope.forms_of(token, group.languages)));
    return {words.code(), std::move(units)};
}

std::string headline_term(const std::string& term) {
    return field_term(row_of(Field::headline)->prefix, term);
}

std::unique_ptr<GroupMatcher> phrase_matcher(const SegmentScope& scope, const TextLeaf& leaf,
                                             const LanguageGroup& group) {
    return std::make_unique<PhraseMatcher>(scope, leaf, group);
}

}  // namespace dateline
