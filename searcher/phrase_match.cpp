#include "searcher/phrase_match.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <span>

#include "searcher/asked_units.hpp"
#include "searcher/phrase_scan.hpp"

namespace dateline {

namespace {

using Postings = std::vector<Posting>;

ArticleSet articles_of(const ArticlesFile& articles, const Postings& postings) {
    ArticleSet found;
    ArticleCursor cursor(articles);
    for (const Posting& posting : postings)
        if (const std::uint32_t article = cursor.article_of(posting.docid);
            found.empty() || found.back() != article)
            found.push_back(article);
    return found;
}

class PhraseMatcher {
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

    LeafMatches matches() {
        const Field field = leaf_.field;
        const bool in_headline =
            field == Field::any || field == Field::headline || field == Field::hlead;
        const Candidates headlines =
            in_headline ? candidates([](const std::string& term) { return headline_term(term); })
                        : Candidates{};
        const Candidates passages = field == Field::headline
                                        ? headlines
                                        : candidates([](const std::string& term) { return term; });
        std::vector<DocId> docids;
        if (in_headline) docids = in_headlines(headlines.articles);
        if (field != Field::headline) docids = in_either(docids, in_bodies(passages));
        LeafMatches matches = with_impacts(docids, passages.postings);
        matches.candidates = in_either(headlines.articles, passages.articles).size();
        return matches;
    }

  private:
    /// Articles of the group's languages that hold all the terms, and at least their postings.
    struct Candidates {
        ArticleSet articles;
        std::vector<Postings> postings;  // by term
    };

    // The rarest term first, so that little of the others is read.
    template <class TermOf>
    Candidates candidates(const TermOf& term_of) const {
        const Segment& segment = scope_.segment;
        std::vector<std::size_t> order(terms_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::sort(
            order, {}, [&](std::size_t term) { return segment.frequency(term_of(terms_[term])); });
        Candidates found{{}, std::vector<Postings>(terms_.size())};
        for (const std::size_t term : order) {
            Postings& postings = found.postings[term];
            const bool is_first = term == order.front();
            postings = is_first ? segment.postings(term_of(terms_[term]))
                                : segment.postings(term_of(terms_[term]), found.articles);
            found.articles = articles_of(scope_.articles(), postings);
            if (is_first)
                std::erase_if(found.articles, [&](std::uint32_t article) {
                    return !group_.holds_for(scope_.articles(), article);
                });
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
        return !occurrences_in(words_of(ArticleText(scope_, article).headline_tokens())).empty();
    }

    std::vector<DocId> in_bodies(const Candidates& passages) {
        std::vector<DocId> docids;
        positions_.assign(passages.postings.size(), 0);
        for (const std::uint32_t article : passages.articles) {
            find_masks(passages.postings, article);
            for (const PassageRun& run : runs_to_read(masks_, term_of_token_))
                if (!read_codes(article, run, docids)) read_texts(article, run, docids);
        }
        return article_set(std::move(docids));
    }

    // For each passage of the article, or the lead alone, which of the terms it holds.
    void find_masks(const std::vector<Postings>& passages, std::uint32_t article) {
        const bool lead_only = leaf_.field == Field::lead || leaf_.field == Field::hlead;
        const auto [first, end] = scope_.docids(article);
        const DocId last = lead_only ? first : end - 1;
        masks_.assign(last - first + 1, 0);
        for (std::size_t term = 0; term < std::min<std::size_t>(passages.size(), 64); ++term) {
            const Postings& postings = passages[term];
            std::size_t& position = positions_[term];
            position = position_of(first, postings, position);
            for (; position < postings.size() && postings[position].docid <= last; ++position)
                masks_[postings[position].docid - first] |= std::uint64_t{1} << term;
        }
    }

    // Adds the passages of the run in which the phrase begins. False, and nothing added, where
    // their codes do not tell.
    bool read_codes(std::uint32_t article, const PassageRun& run, std::vector<DocId>& docids) {
        if (is_long_) return false;
        const DocId first = scope_.docids(article).first;
        const std::size_t known = docids.size();
        scan_.begin_run();
        for (DocId docid = first + run.first; docid < first + run.end; ++docid) {
            const CodedPassage passage = scope_.segment.texts().text().words_of(docid);
            if (!passage.is_regular) {
                docids.resize(known);
                return false;
            }
            scan_.read(passage.text, docid, docids);
        }
        return true;
    }

    void read_texts(std::uint32_t article, const PassageRun& run,
                    std::vector<DocId>& docids) const {
        ArticleText text(scope_, article);
        std::vector<const Word*> words;
        std::vector<std::size_t> ends;  // of the passages' words
        for (std::uint32_t i = run.first; i < run.end; ++i) {
            std::ranges::copy(words_of(text.passage(i).tokens), std::back_inserter(words));
            ends.push_back(words.size());
        }
        const DocId first = scope_.docids(article).first + run.first;
        for (const std::size_t start : occurrences_in(words)) {
            const auto passage = std::ranges::upper_bound(ends, start) - ends.begin();
            docids.push_back(first + static_cast<DocId>(passage));
        }
    }

    // A phrase's impact in a passage is the mean of those that its tokens have there.
    std::uint32_t mean_impact(const std::vector<Postings>& lists, DocId docid) {
        std::uint32_t sum = 0;
        std::uint32_t count = 0;
        for (const std::uint32_t term : term_of_token_) {
            std::size_t& position = positions_[term];
            position = position_of(docid, lists[term], position);
            if (position == lists[term].size() || lists[term][position].docid != docid) continue;
            sum += lists[term][position].impact;
            ++count;
        }
        return count == 0 ? 0 : (2 * sum + count) / (2 * count);
    }

    LeafMatches with_impacts(const std::vector<DocId>& docids, const std::vector<Postings>& lists) {
        positions_.assign(lists.size(), 0);
        LeafMatches matches;
        matches.passages.reserve(docids.size());
        for (const DocId docid : docids)
            matches.passages.push_back({docid, mean_impact(lists, docid)});
        matches.articles = articles_of(scope_.articles(), matches.passages);
        return matches;
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
    const std::size_t size = std::min(group.words->tokens.size(), AskedUnits::most_tokens);
    return {scope.segment.texts().words(), std::span(group.words->tokens).first(size),
            group.languages};
}

std::string headline_term(const std::string& term) {
    return field_term(row_of(Field::headline)->prefix, term);
}

LeafMatches match_phrase(const SegmentScope& scope, const TextLeaf& leaf,
                         const LanguageGroup& group) {
    return PhraseMatcher(scope, leaf, group).matches();
}

}  // namespace dateline
