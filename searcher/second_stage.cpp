#include "searcher/second_stage.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <numbers>
#include <numeric>
#include <optional>
#include <span>
#include <utility>

#include "corpus/impact.hpp"
#include "searcher/asked_article.hpp"
#include "searcher/expanded_score.hpp"
#include "searcher/feedback.hpp"
#include "searcher/loaded_texts.hpp"
#include "searcher/score_constants.hpp"
#include "searcher/word_pair.hpp"

namespace dateline {

namespace {

constexpr std::size_t headline = 0;
constexpr std::size_t body = 1;

/// A word of the query in one language.
struct QueryWord {
    std::size_t leaf = 0;
    Field field = Field::any;
    double weight = 0;  ///< part of all that the query weighs
};

/// The words of a query in one language, as they are looked for in articles. Phrases, nearness and
/// patterns have their say in the evidence alone.
struct QueryWords {
    AskedWords asked;  ///< a token each
    std::vector<QueryWord> words;
};

QueryWords words_in(const Plan& plan, std::size_t language, const QueryWeights& weights) {
    QueryWords words;
    const std::vector<LeafRole>& roles = plan.roles(language);
    for (std::size_t leaf = 0; leaf < plan.leaves.size(); ++leaf) {
        const AskedWords& asked = plan.leaves[leaf].words[language];
        if (!roles[leaf].counts || asked.tokens.size() != 1 || !asked.is_plain()) continue;
        words.asked.tokens.push_back(asked.tokens.front());
        words.words.push_back(
            {leaf, plan.leaves[leaf].field,
             static_cast<double>(weights.leaves[leaf]) / static_cast<double>(weights.total)});
    }
    return words;
}

using Positions = std::span<const std::uint32_t>;

/// Where a word stands in an article, as far as its field reaches.
struct Places {
    Positions in_headline;
    Positions in_body;

    std::size_t count() const { return in_headline.size() + in_body.size(); }
};

Places places_of(const AskedArticle& found, std::size_t token, Field field) {
    Places places;
    if (reaches(field, headline)) places.in_headline = found[headline].positions[token];
    if (reaches(field, body)) places.in_body = found[body].positions[token];
    if (only_in_lead(field)) {
        const auto end = std::ranges::lower_bound(places.in_body, found[body].passage_ends.front());
        places.in_body = {places.in_body.begin(), end};
    }
    return places;
}

/// How often words stand less than near_words apart, each of `a` once.
double near_count(Positions a, Positions b) {
    double count = 0;
    auto next = b.begin();
    for (const std::uint32_t word : a) {
        while (next != b.end() && *next + scoring::near_words <= word) ++next;
        count += next != b.end() && *next < word + scoring::near_words;
    }
    return count;
}

/// What the text of an article adds to its evidence; dph is compared among articles first.
struct Additions {
    double sure = 0;
    double dph = 0;
};

class Reader {
  public:
    Reader(const SegmentScope& scope, const SegmentMatches& matches, const LoadedTexts& loaded,
           const QueryWeights& weights)
        : scope_(scope), matches_(matches), loaded_(loaded), weights_(weights) {}

    Additions read(std::uint32_t article) {
        const Asked& asked =
            asked_in(scope_.articles().language(article), scope_.language(article));
        const auto [first, end] = scope_.docids(article);
        const AskedArticle& found = asked.reader->read(article, {0, end - first});
        const std::vector<QueryWord>& words = asked.words.words;
        places_.clear();
        for (std::size_t i = 0; i < words.size(); ++i)
            places_.push_back(places_of(found, i, words[i].field));
        const double tokens = found[body].passage_ends.back();
        const double length =
            scope_.articles().entry(article).text_bytes / weights_.archive.average_bytes();
        Additions additions;
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (matches_.is_idle(words[i].leaf, article)) continue;
            additions.sure += words[i].weight * of_word(places_[i]);
            if (i > 0 && !matches_.is_idle(words[i - 1].leaf, article))
                additions.sure += of_neighbours((words[i - 1].weight + words[i].weight) / 2,
                                                places_[i - 1], places_[i], length);
            additions.dph += dph(words[i], places_[i], tokens);
        }
        return additions;
    }

  private:
    struct Asked {
        QueryWords words;
        std::unique_ptr<AskedArticleReader> reader;
    };

    // Headline and first place.
    static double of_word(const Places& places) {
        double sum = places.in_headline.empty() ? 0 : scoring::headline_share;
        const Positions first = places.in_headline.empty() ? places.in_body : places.in_headline;
        if (!first.empty())
            sum += scoring::early_share * std::exp(-(first.front() / scoring::early_words));
        return sum;
    }

    static double of_neighbours(double weight, const Places& first, const Places& second,
                                double length) {
        const double count = near_count(first.in_body, second.in_body) +
                             near_count(first.in_headline, second.in_headline);
        return scoring::near_share * weight * count / (count + scoring::k1 * (0.5 + 0.5 * length));
    }

    double dph(const QueryWord& word, const Places& places, double tokens) const {
        const auto count = static_cast<double>(places.count());
        // A sample of the articles, where terms do not tell, may hold none of it.
        if (count == 0 || tokens <= count || weights_.frequencies[word.leaf] == 0) return 0;
        const double share = count / tokens;
        const double average = weights_.archive.average_bytes() / bytes_each_word;
        const double expected = weights_.frequencies[word.leaf] * tokens /
                                (average * static_cast<double>(weights_.archive.articles));
        return (1 - share) * (1 - share) / (count + 1) *
               (count * std::log2(count / expected) +
                0.5 * std::log2(2 * std::numbers::pi * count * (1 - share)));
    }

    const Asked& asked_in(std::size_t number, std::size_t language) {
        auto& asked = asked_[number];
        if (asked) return *asked;
        asked = std::make_unique<Asked>(Asked{words_in(scope_.plan, language, weights_), nullptr});
        std::vector<bool> languages(scope_.articles().languages().size());
        languages[number] = true;
        asked->reader = std::make_unique<AskedArticleReader>(scope_, asked->words.asked, languages);
        asked->reader->read_from(&loaded_);
        return *asked;
    }

    const SegmentScope& scope_;
    const SegmentMatches& matches_;
    const LoadedTexts& loaded_;
    const QueryWeights& weights_;
    std::vector<Places> places_;                           // of the article at hand, by word
    std::map<std::size_t, std::unique_ptr<Asked>> asked_;  // by the segment's number of a language
};

class SecondStage {
  public:
    SecondStage(const Index& index, std::span<const SegmentScope> scopes,
                std::span<const SegmentMatches> matches, const QueryWeights& weights,
                std::span<const RankedArticle> articles)
        : index_(index),
          scopes_(scopes),
          weights_(weights),
          articles_(articles),
          loaded_(loaded_texts(scopes, articles)) {
        for (std::size_t i = 0; i < scopes.size(); ++i) {
            scorers_.emplace_back(scopes[i], matches[i], weights);
            readers_.emplace_back(scopes[i], matches[i], loaded_[i], weights);
        }
    }

    std::vector<double> scores(FeedbackUse feedback) {
        by_texts();
        if (feedback != FeedbackUse::never) by_feedback();
        return std::move(scores_);
    }

  private:
    static std::vector<LoadedTexts> loaded_texts(std::span<const SegmentScope> scopes,
                                                 std::span<const RankedArticle> articles) {
        std::vector<std::vector<std::uint32_t>> numbers(scopes.size());
        for (const RankedArticle& article : articles)
            numbers[article.place.segment].push_back(article.place.article);
        std::vector<LoadedTexts> loaded;
        for (std::size_t i = 0; i < scopes.size(); ++i) loaded.emplace_back(scopes[i], numbers[i]);
        return loaded;
    }

    void by_texts() {
        std::vector<Additions> additions;
        double most_dph = 0;
        for (const RankedArticle& article : articles_) {
            additions.push_back(readers_[article.place.segment].read(article.place.article));
            most_dph = std::max(most_dph, additions.back().dph);
        }
        for (std::size_t i = 0; i < articles_.size(); ++i) {
            double score = of_evidence(articles_[i]) + additions[i].sure;
            if (most_dph > 0)
                score += scoring::dph_share * std::max(0.0, additions[i].dph) / most_dph;
            scores_.push_back(score / most_score);
        }
    }

    // Of what evidence and additions are at most.
    static constexpr double most_score = 1 + scoring::passages_share + scoring::dph_share +
                                         scoring::early_share + scoring::near_share +
                                         scoring::headline_share;

    // Of the article and of its best passages, of which the first is noted.
    double of_evidence(const RankedArticle& article) {
        PassageScorer& scorer = scorers_[article.place.segment];
        std::vector<PassageScore> passages = scorer.score(article.place.article);
        std::ranges::sort(passages, ranks_before);
        best_passages_.push_back(passages.empty() ? 0 : passages.front().docid);
        double share = 0.5;
        double sum = 0;
        for (const PassageScore& passage : passages) {
            sum += share * evidence_of(passage, weights_);
            share /= 2;
        }
        return scorer.evidence() + scoring::passages_share * sum;
    }

    std::vector<FeedbackPassage> passages_for_feedback() const {
        std::vector<std::size_t> order(articles_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
            return std::pair(articles_[a].coverage, scores_[a]) >
                   std::pair(articles_[b].coverage, scores_[b]);
        });
        std::vector<FeedbackPassage> passages;
        std::vector<std::uint32_t> clusters;
        for (const std::size_t i : order) {
            if (passages.size() == scoring::feedback_articles) break;
            if (best_passages_[i] == 0) continue;
            // A story that many papers print speaks once.
            if (const auto cluster = index_.copies().cluster_of(articles_[i].place)) {
                if (std::ranges::find(clusters, *cluster) != clusters.end()) continue;
                clusters.push_back(*cluster);
            }
            const double weight = std::exp(scoring::feedback_decay * most_score *
                                           (scores_[i] - scores_[order.front()]));
            passages.push_back({articles_[i].place.segment, best_passages_[i], weight});
        }
        return passages;
    }

    void by_feedback() {
        const std::vector<TellingTerm> terms =
            feedback_terms(index_, weights_.archive, passages_for_feedback(), loaded_);
        if (terms.empty()) return;
        ExpandedScorer scorer(scopes_, weights_.archive, terms, loaded_);
        for (std::size_t i = 0; i < articles_.size(); ++i) {
            const double feedback = scorer.score(articles_[i].place);
            scores_[i] =
                std::pow(scores_[i], 1 - scoring::feedback_power) *
                std::pow(std::max(feedback, scoring::least_feedback), scoring::feedback_power);
        }
    }

    const Index& index_;
    std::span<const SegmentScope> scopes_;
    const QueryWeights& weights_;
    std::span<const RankedArticle> articles_;
    std::vector<LoadedTexts> loaded_;  // by segment
    std::vector<PassageScorer> scorers_;
    std::vector<Reader> readers_;
    std::vector<double> scores_;
    std::vector<DocId> best_passages_;  // 0: none
};

}  // namespace

std::vector<double> second_stage(const Index& index, std::span<const SegmentScope> scopes,
                                 std::span<const SegmentMatches> matches,
                                 const QueryWeights& weights,
                                 std::span<const RankedArticle> articles, FeedbackUse feedback) {
    return SecondStage(index, scopes, matches, weights, articles).scores(feedback);
}

}  // namespace dateline
