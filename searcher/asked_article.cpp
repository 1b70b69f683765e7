#include "searcher/asked_article.hpp"

#include <algorithm>

#include "searcher/asked_units.hpp"

namespace dateline {

namespace {

constexpr std::size_t headline = 0;
constexpr std::size_t body = 1;

/// Steps over the ends of sentences and paragraphs before the words that follow them.
class Breaks {
  public:
    Breaks(const std::vector<TextBreak>& breaks, AskedText& into) : breaks_(breaks), into_(into) {}

    /// The word `position` begins at byte `offset`.
    void pass(std::size_t offset, std::uint32_t position) {
        while (next_ < breaks_.size() && breaks_[next_].offset <= offset) end(position);
    }
    /// No word of the passage follows.
    void pass_all(std::uint32_t position) {
        while (next_ < breaks_.size()) end(position);
    }

  private:
    void end(std::uint32_t position) {
        into_.sentence_ends.push_back(position);
        if (breaks_[next_].ends_paragraph) into_.paragraph_ends.push_back(position);
        ++next_;
    }

    const std::vector<TextBreak>& breaks_;
    AskedText& into_;
    std::size_t next_ = 0;
};

}  // namespace

TokenUnits::TokenUnits(const WordsFile& words, const std::vector<AskedToken>& tokens,
                       const std::vector<bool>& languages)
    : words_(words) {
    kinds_.reserve(words.unit_count());
    for (UnitId unit = 0; unit < words.unit_count(); ++unit)
        kinds_.push_back(words.is_word(unit) ? Kind::word : Kind::gap);
    for (std::uint32_t token = 0; token < tokens.size(); ++token)
        for (const UnitId unit : units_of(words, tokens[token], languages)) {
            std::vector<std::uint32_t>& known = tokens_[unit];
            if (known.empty() || known.back() != token) known.push_back(token);
            kinds_[unit] = Kind::asked;
        }
}

AskedArticleReader::AskedArticleReader(const SegmentScope& scope, const AskedWords& words,
                                       const std::vector<bool>& languages)
    : scope_(scope),
      words_(words),
      units_(scope.segment.texts().words(), words.tokens, languages),
      needs_breaks_(needs_breaks(words.tree)) {
    if (needs_breaks_) unit_sizes_ = scope.segment.texts().words().unit_sizes();
}

const AskedArticle& AskedArticleReader::read(std::uint32_t article, PassageRun run) {
    begin(run);
    ArticleText text(scope_, article);
    read_headline(article, text);
    position_ = 0;
    for (std::uint32_t index = run.first; index < run.end; ++index) {
        read_passage(article, index, text);
        passage_ends_.push_back(position_);
        if (index == 0) article_[body].lead_end = position_;
    }
    return article_;
}

std::uint32_t AskedArticleReader::passage_of(std::uint32_t word) const {
    return run_.first + static_cast<std::uint32_t>(std::ranges::upper_bound(passage_ends_, word) -
                                                   passage_ends_.begin());
}

void AskedArticleReader::begin(PassageRun run) {
    run_ = run;
    passage_ends_.clear();
    for (AskedText& text : article_) {
        text.positions.resize(words_.tokens.size());
        for (std::vector<std::uint32_t>& positions : text.positions) positions.clear();
        text.sentence_ends.clear();
        text.paragraph_ends.clear();
        text.lead_end = 0;
    }
}

void AskedArticleReader::read_headline(std::uint32_t article, ArticleText& text) {
    position_ = 0;
    const CodedPassage first = scope_.segment.texts().text().words_of(scope_.docids(article).first);
    if (first.headline_is_regular) return read_code(first.headline, article_[headline]);
    read_tokens(text.headline_tokens(), text.header().headline, {}, article_[headline]);
}

void AskedArticleReader::read_passage(std::uint32_t article, std::uint32_t index,
                                      ArticleText& text) {
    const TextFile& texts = scope_.segment.texts().text();
    const DocId docid = scope_.docids(article).first + index;
    const CodedPassage passage = needs_breaks_ ? texts.passage(docid) : texts.words_of(docid);
    if (!passage.is_regular) {
        const ArticleText::Part& part = text.passage(index);
        read_tokens(part.tokens, part.stored.text, part.stored.breaks, article_[body]);
    } else if (needs_breaks_) {
        read_code(passage.text, passage.breaks, article_[body]);
    } else {
        read_code(passage.text, article_[body]);
    }
}

void AskedArticleReader::add_word(UnitId unit, AskedText& into) {
    if (units_.kind(unit) == TokenUnits::Kind::asked)
        for (const std::uint32_t token : units_.tokens_of(unit))
            into.positions[token].push_back(position_);
    ++position_;
}

void AskedArticleReader::read_code(std::string_view code, AskedText& into) {
    const DenseCode dense = scope_.segment.texts().words().code();
    const char* const end = code.data() + code.size();
    std::uint32_t position = position_;
    for (const char* at = code.data(); at != end;) {
        const UnitId unit = dense.next(at, end);
        const TokenUnits::Kind kind = units_.kind(unit);
        if (kind == TokenUnits::Kind::asked)
            for (const std::uint32_t token : units_.tokens_of(unit))
                into.positions[token].push_back(position);
        position += kind == TokenUnits::Kind::gap ? 0 : 1;
    }
    position_ = position;
}

// Counts bytes as UnitJoiner puts units together.
void AskedArticleReader::read_code(std::string_view code, const std::vector<TextBreak>& breaks,
                                   AskedText& into) {
    const DenseCode dense = scope_.segment.texts().words().code();
    const char* const end = code.data() + code.size();
    Breaks passed(breaks, into);
    std::size_t offset = 0;
    bool after_word = false;
    for (const char* at = code.data(); at != end;) {
        const UnitId unit = dense.next(at, end);
        const bool is_word = units_.kind(unit) != TokenUnits::Kind::gap;
        if (is_word) {
            if (after_word) ++offset;
            passed.pass(offset, position_);
            add_word(unit, into);
        }
        offset += unit_sizes_[unit];
        after_word = is_word;
    }
    passed.pass_all(position_);
}

void AskedArticleReader::read_tokens(const std::vector<Token>& tokens, std::string_view text,
                                     const std::vector<TextBreak>& breaks, AskedText& into) {
    position_ = add_tokens(tokens, text, breaks, words_, position_, into);
}

std::uint32_t add_tokens(const std::vector<Token>& tokens, std::string_view text,
                         const std::vector<TextBreak>& breaks, const AskedWords& words,
                         std::uint32_t position, AskedText& into) {
    Breaks passed(breaks, into);
    into.positions.resize(words.tokens.size());
    for (const Token& token : tokens) {
        passed.pass(token.range.begin, position);
        for (std::size_t asked = 0; asked < words.tokens.size(); ++asked)
            if (is_asked(*token.word, token.range.in(text), words.tokens[asked]))
                into.positions[asked].push_back(position);
        ++position;
    }
    passed.pass_all(position);
    return position;
}

}  // namespace dateline
