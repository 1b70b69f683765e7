#include "searcher/phrase_match.hpp"

#include <algorithm>
#include <optional>

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

std::optional<std::uint32_t> impact_at(const Postings& postings, DocId docid) {
    const auto at = std::ranges::lower_bound(postings, docid, {}, &Posting::docid);
    if (at == postings.end() || at->docid != docid) return std::nullopt;
    return at->impact;
}

class PhraseMatcher {
  public:
    PhraseMatcher(const SegmentScope& scope, const TextLeaf& leaf, const LanguageGroup& group)
        : scope_(scope), leaf_(leaf), group_(group) {
        for (const AskedToken& token : group.words->tokens) {
            const auto known = std::ranges::find(terms_, token.term);
            term_of_token_.push_back(static_cast<std::uint32_t>(known - terms_.begin()));
            if (known == terms_.end()) terms_.push_back(token.term);
        }
    }

    LeafMatches matches() const {
        const Field field = leaf_.field;
        const bool in_headline =
            field == Field::any || field == Field::headline || field == Field::hlead;
        const std::vector<Postings> headlines =
            in_headline ? postings_of([](const std::string& term) { return headline_term(term); })
                        : std::vector<Postings>{};
        const std::vector<Postings> passages =
            field == Field::headline ? headlines
                                     : postings_of([](const std::string& term) { return term; });
        std::vector<DocId> docids;
        if (in_headline) docids = in_headlines(headlines);
        if (field != Field::headline)
            std::ranges::copy(in_bodies(passages), std::back_inserter(docids));
        std::ranges::sort(docids);
        const auto repeated = std::ranges::unique(docids);
        docids.erase(repeated.begin(), repeated.end());
        return with_impacts(docids, passages);
    }

  private:
    template <class TermOf>
    std::vector<Postings> postings_of(const TermOf& term_of) const {
        std::vector<Postings> lists;
        for (const std::string& term : terms_)
            lists.push_back(scope_.segment.postings(term_of(term)));
        return lists;
    }

    // Articles of the group's languages that hold all the terms.
    ArticleSet candidates(const std::vector<Postings>& lists) const {
        const ArticlesFile& articles = scope_.articles();
        ArticleSet common = articles_of(articles, lists.front());
        for (std::size_t i = 1; i < lists.size() && !common.empty(); ++i)
            common = in_both(common, articles_of(articles, lists[i]));
        std::erase_if(common,
                      [&](std::uint32_t article) { return !group_.holds_for(articles, article); });
        return common;
    }

    std::vector<std::size_t> occurrences_in(const std::vector<const Word*>& words) const {
        return occurrences(words, *group_.words, leaf_.exact_forms);
    }

    std::vector<DocId> in_headlines(const std::vector<Postings>& headlines) const {
        std::vector<DocId> docids;
        for (const std::uint32_t article : candidates(headlines)) {
            ArticleText text(scope_, article);
            if (!occurrences_in(words_of(text.headline_tokens())).empty())
                docids.push_back(scope_.docids(article).first);
        }
        return docids;
    }

    std::vector<DocId> in_bodies(const std::vector<Postings>& passages) const {
        std::vector<DocId> docids;
        for (const std::uint32_t article : candidates(passages)) {
            ArticleText text(scope_, article);
            for (const PassageRun& run : runs_to_read(masks(passages, article), term_of_token_))
                std::ranges::copy(in_run(text, scope_.docids(article).first, run),
                                  std::back_inserter(docids));
        }
        return docids;
    }

    // For each passage of the article, or the lead alone, which of the terms it holds.
    std::vector<std::uint64_t> masks(const std::vector<Postings>& passages,
                                     std::uint32_t article) const {
        const bool lead_only = leaf_.field == Field::lead || leaf_.field == Field::hlead;
        const auto [first, end] = scope_.docids(article);
        const DocId last = lead_only ? first : end - 1;
        std::vector<std::uint64_t> masks(last - first + 1);
        for (std::size_t term = 0; term < std::min<std::size_t>(passages.size(), 64); ++term)
            for (auto at = std::ranges::lower_bound(passages[term], first, {}, &Posting::docid);
                 at != passages[term].end() && at->docid <= last; ++at)
                masks[at->docid - first] |= std::uint64_t{1} << term;
        return masks;
    }

    std::vector<DocId> in_run(ArticleText& text, DocId first, const PassageRun& run) const {
        std::vector<const Word*> words;
        std::vector<std::size_t> ends;  // of the passages' words
        for (std::uint32_t i = run.first; i < run.end; ++i) {
            std::ranges::copy(words_of(text.passage(i).tokens), std::back_inserter(words));
            ends.push_back(words.size());
        }
        std::vector<DocId> docids;
        for (const std::size_t start : occurrences_in(words)) {
            const auto passage = std::ranges::upper_bound(ends, start) - ends.begin();
            docids.push_back(first + run.first + static_cast<DocId>(passage));
        }
        return docids;
    }

    // A phrase's impact in a passage is the mean of those that its tokens have there.
    std::uint32_t mean_impact(const std::vector<Postings>& lists, DocId docid) const {
        std::uint32_t sum = 0;
        std::uint32_t count = 0;
        for (const std::uint32_t term : term_of_token_)
            if (const std::optional<std::uint32_t> impact = impact_at(lists[term], docid)) {
                sum += *impact;
                ++count;
            }
        return count == 0 ? 0 : (2 * sum + count) / (2 * count);
    }

    LeafMatches with_impacts(const std::vector<DocId>& docids,
                             const std::vector<Postings>& lists) const {
        LeafMatches matches;
        for (const DocId docid : docids)
            matches.passages.push_back({docid, mean_impact(lists, docid)});
        matches.articles = articles_of(scope_.articles(), matches.passages);
        return matches;
    }

    const SegmentScope& scope_;
    const TextLeaf& leaf_;
    const LanguageGroup& group_;
    std::vector<std::string> terms_;            // each once
    std::vector<std::uint32_t> term_of_token_;  // indexes into terms_
};

}  // namespace

std::string headline_term(const std::string& term) {
    return field_term(row_of(Field::headline)->prefix, term);
}

LeafMatches match_phrase(const SegmentScope& scope, const TextLeaf& leaf,
                         const LanguageGroup& group) {
    return PhraseMatcher(scope, leaf, group).matches();
}

}  // namespace dateline
