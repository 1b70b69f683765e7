#include "indexer/article_analyzer.hpp"

#include <algorithm>
#include <array>

#include "corpus/impact.hpp"
#include "corpus/passage.hpp"
#include "corpus/schema.hpp"
#include "corpus/section_keywords.hpp"
#include "indexer/word_sequences.hpp"

namespace dateline {

namespace {

/// impact(), each value computed once.
class ImpactTable {
  public:
    std::uint32_t of(std::uint32_t in_body, std::uint32_t in_headline, std::size_t tokens) {
        const auto frequency =
            static_cast<std::uint32_t>(in_body + impact_headline_weight * in_headline);
        if (frequency >= most_frequency || tokens >= most_tokens) return compute(frequency, tokens);
        std::uint8_t& known = table_[tokens * most_frequency + frequency];
        if (known == 0) known = static_cast<std::uint8_t>(compute(frequency, tokens));
        return known;
    }

  private:
    static_assert(impact_headline_weight == static_cast<std::uint32_t>(impact_headline_weight));
    static constexpr std::size_t most_frequency = 16;
    static constexpr std::size_t most_tokens = 512;
    static std::uint32_t compute(std::uint32_t frequency, std::size_t tokens) {
        return impact(frequency, static_cast<double>(tokens));
    }
    std::array<std::uint8_t, most_frequency * most_tokens> table_{};
};

/// How often terms occur in a passage.
class TermCounts {
  public:
    struct Count {
        std::uint32_t in_body = 0;
        std::uint32_t in_headline = 0;
    };

    void clear() {
        for (const std::uint32_t term : met_) counts_[term] = {};
        met_.clear();
    }
    void add(std::uint32_t term, bool is_headline) {
        if (term >= counts_.size()) counts_.resize(term + term / 2 + 64);
        Count& count = counts_[term];
        if (count.in_body + count.in_headline == 0) met_.push_back(term);
        ++(is_headline ? count.in_headline : count.in_body);
    }
    /// In order of first appearance.
    const std::vector<std::uint32_t>& met() const { return met_; }
    const Count& of(std::uint32_t term) const { return counts_[term]; }

  private:
    std::vector<Count> counts_;
    std::vector<std::uint32_t> met_;
};

/// A text in unit code.
struct CodedText {
    CodeWriter code;
    bool is_regular = true;
    std::size_t tokens = 0;
};

}  // namespace

struct ArticleAnalyzer::Impl {
    explicit Impl(std::size_t remembered_forms) : analyzers(remembered_forms) {}

    using KnownWord = BatchVocabulary::KnownWord;

    // Codes a text and counts its terms.
    void read_text(std::string_view text, Analyzer& analyzer, std::uint32_t language,
                   bool is_headline, AnalyzedArticles& out, CodedText& coded) {
        BatchVocabulary& words = out.words();
        const std::vector<Token>& tokens = analyzer.analyze(text);
        for (const Token& token : tokens) __builtin_prefetch(&token.word->number);
        coded.tokens = tokens.size();
        coded.is_regular = cut_into_units(text, tokens, units);
        for (const Token& token : tokens) words.prefetch(language, *token.word);
        coded.code.begin(units.size());
        for (const TextUnit& unit : units) {
            const std::string_view bytes = unit.range.in(text);
            coded.code.append(unit.word != nullptr ? words.word(language, *unit.word, bytes).unit
                                                   : words.gap(bytes));
        }
        for (const Token& token : tokens) {
            const KnownWord& known = words.word(language, *token.word, token.range.in(text));
            counts.add(known.term, is_headline);
            if (known.acronym_term != BatchVocabulary::none)
                counts.add(known.acronym_term, is_headline);
            (is_headline ? headline_words : body_words).push_back(known.hash);
        }
    }

    void add_counted(std::size_t tokens) {
        for (const std::uint32_t term : counts.met()) {
            const TermCounts::Count& count = counts.of(term);
            terms.push_back({term, impacts.of(count.in_body, count.in_headline, tokens)});
        }
    }

    // As if the headline were a passage.
    void add_headline(std::size_t tokens, BatchVocabulary& words) {
        for (const std::uint32_t term : counts.met())
            if (const std::uint32_t in_headline = counts.of(term).in_headline; in_headline > 0)
                terms.push_back({words.headline_term(term), impacts.of(in_headline, 0, tokens)});
    }

    void add_value(Field field, std::string_view value, BatchVocabulary& words) {
        if (value.empty()) return;
        const std::uint32_t term = words.term(field_term(row_of(field)->prefix, value));
        if (std::ranges::find(terms, term, &TermImpact::term) == terms.end())
            terms.emplace_back(term, 0);
    }

    void add_words(Field field, std::string_view text, BatchVocabulary& words) {
        for (const Token& token : analyzers.in(words_language).analyze(text))
            add_value(field, token.word->folded, words);
    }

    void add_filters(const Article& article, BatchVocabulary& words) {
        add_value(Field::id, article.id, words);
        add_value(Field::source, fold_text(article.source), words);
        for (const std::string_view section : section_values(article.section))
            add_value(Field::section, fold_text(section), words);
        add_value(Field::language, article.language, words);
        add_words(Field::byline, article.byline, words);
        add_words(Field::place, article.place, words);
    }

    Analyzers analyzers;
    PassageSplitter splitter;
    ImpactTable impacts;
    TermCounts counts;
    std::vector<std::uint64_t> headline_words;  // word_hash of each
    std::vector<std::uint64_t> body_words;
    std::vector<TextUnit> units;
    std::vector<TermImpact> terms;
    CodedText headline;
    CodedText body;
};

ArticleAnalyzer::ArticleAnalyzer(std::size_t remembered_forms)
    : impl_(std::make_unique<Impl>(remembered_forms)) {}
ArticleAnalyzer::~ArticleAnalyzer() = default;
ArticleAnalyzer::ArticleAnalyzer(ArticleAnalyzer&&) noexcept = default;

void ArticleAnalyzer::analyze(const Article& article, std::size_t number, AnalyzedArticles& out) {
    Impl& impl = *impl_;
    Analyzer& analyzer = impl.analyzers.in(article.language);
    const std::uint32_t language = out.words().language(article.language);
    const std::vector<Passage> passages = impl.splitter.split(article.body, article.language);
    out.begin_article(article, number);
    impl.headline_words.clear();
    impl.body_words.clear();
    for (std::size_t i = 0; i < passages.size(); ++i) {
        const Passage& passage = passages[i];
        impl.counts.clear();
        impl.terms.clear();
        impl.read_text(passage.range.in(article.body), analyzer, language, false, out, impl.body);
        if (i == 0) {
            impl.read_text(article.headline, analyzer, language, true, out, impl.headline);
            impl.add_headline(impl.headline.tokens, out.words());
            impl.add_filters(article, out.words());
        }
        impl.add_counted(impl.body.tokens);
        const std::size_t gap_end =
            i + 1 < passages.size() ? passages[i + 1].range.begin : article.body.size();
        CodedPassage coded;
        coded.begin = passage.range.begin;
        coded.text = impl.body.code.bytes();
        coded.is_regular = impl.body.is_regular;
        coded.gap =
            std::string_view(article.body).substr(passage.range.end, gap_end - passage.range.end);
        coded.breaks = passage.breaks;
        coded.is_first = i == 0;
        if (i == 0) {
            coded.headline = impl.headline.code.bytes();
            coded.headline_is_regular = impl.headline.is_regular;
        }
        out.add_passage(coded, impl.terms);
    }
    out.end_article(sketch_of(compared_words(impl.headline_words, std::move(impl.body_words))));
}

}  // namespace dateline
