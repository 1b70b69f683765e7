#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "corpus/analyzer.hpp"
#include "corpus/stored_passage.hpp"
#include "searcher/article_bits.hpp"
#include "searcher/asked_units.hpp"
#include "searcher/plan.hpp"
#include "searcher/segment.hpp"
#include "searcher/work_budget.hpp"

namespace dateline {

/// One segment as a plan looks at it.
struct SegmentScope {
    const Segment& segment;
    const Plan& plan;
    Analyzers& analyzers;
    WorkBudget* work;  ///< null where nothing is counted
    static constexpr std::size_t no_language = std::numeric_limits<std::size_t>::max();
    /// Plan's number of each of the languages of the segment's articles file; no_language where all
    /// its articles are dead.
    std::vector<std::size_t> plan_languages;

    /// `work`: counts what is read where it is given; must outlive the scope.
    SegmentScope(const Segment& of, const Plan& by, Analyzers& with,
                 WorkBudget* counting = nullptr);

    const ArticlesFile& articles() const { return segment.articles(); }
    /// How many blocks of articles there are.
    std::uint32_t block_count() const {
        return (articles().article_count() + articles_each_block - 1) / articles_each_block;
    }
    /// The articles of a block that live.
    ArticleBits living(std::uint32_t number) const { return segment.living(number); }
    /// As Segment has them; short lists and frequencies are kept for when they are asked for again.
    std::vector<Posting> postings(const std::string& term) const;
    std::vector<Posting> postings(const std::string& term, const ArticleSet& in) const;
    /// Of a term that has few.
    const std::vector<Posting>& few_postings(const std::string& term) const;
    std::uint32_t frequency(const std::string& term) const;
    /// The forms that a token of the plan may be, in languages of the segment that are always the
    /// same for that token; kept as well.
    std::span<const AskedForm> forms_of(const AskedToken& token,
                                        const std::vector<bool>& languages) const;
    /// Bytes of codes or tables that are read now; throws as WorkBudget.
    void count_bytes(std::uint64_t bytes) const {
        if (work != nullptr) work->read_bytes(bytes);
    }
    /// Plan's number of the language of a living article.
    std::size_t language(std::uint32_t article) const {
        return plan_languages[articles().language(article)];
    }
    bool has_one_language() const { return articles().languages().size() == 1; }
    Analyzer& analyzer(std::uint32_t article) const;
    /// Docids of the article: [first, second). Throws Error{index} for a damaged articles file.
    std::pair<DocId, DocId> docids(std::uint32_t article) const;

  private:
    /// What was asked about a term before.
    struct KnownTerm {
        std::uint32_t frequency = 0;
        std::optional<std::vector<Posting>> postings{};  ///< where they are few
    };
    KnownTerm& known(const std::string& term) const;
    const std::vector<Posting>* short_list(const std::string& term) const;

    mutable std::unordered_map<std::string, KnownTerm> terms_;
    mutable std::unordered_map<const AskedToken*, std::vector<AskedForm>> forms_;
};

/// The texts of one article, read and analysed when first asked for.
class ArticleText {
  public:
    struct Part {
        StoredPassage stored;
        std::vector<Token> tokens;
        bool is_analyzed = false;
    };

    ArticleText(const SegmentScope& scope, std::uint32_t article);
    DocId first_docid() const { return first_; }
    std::uint32_t passage_count() const { return count_; }
    /// `index` counts from 0. Valid as long as this object.
    const Part& passage(std::uint32_t index);
    /// Not analysed.
    const StoredPassage& stored(std::uint32_t index) { return part(index).stored; }
    const Article& header();
    std::vector<Token> headline_tokens();

  private:
    Part& part(std::uint32_t index);

    const SegmentScope& scope_;
    std::uint32_t article_;
    DocId first_;
    std::uint32_t count_;
    std::vector<std::optional<Part>> parts_;  // empty before the first is read
};

/// The words that tokens stand for.
std::vector<const Word*> words_of(const std::vector<Token>& tokens);

}  // namespace dateline
