#include "searcher/asked_article.hpp"

#include <algorithm>

#include "searcher/run_reading.hpp"
#include "searcher/word_pair.hpp"

namespace dateline {

namespace {

constexpr std::size_t headline = 0;
constexpr std::size_t body = 1;

// How many bytes of code a phrase is looked for in in the time that one takes here.
constexpr std::uint64_t words_cost = 2;
constexpr std::uint64_t breaks_cost = 3;
// Of a word that becomes a span, and again each time that it is put together with others.
constexpr std::uint64_t span_cost = 8;

std::uint64_t height_of(const SpanNode& tree) {
    std::uint64_t height = 0;
    for (const SpanNode& child : tree.children) height = std::max(height, height_of(child));
    // What is counted is sorted anew.
    return height + (tree.kind == SpanNode::Kind::at_least ? 2 : 1);
}

/// Steps over the ends of sentences and paragraphs before the asked words that follow them.
class Breaks {
  public:
    Breaks(const std::vector<TextBreak>& breaks, AskedText& into) : breaks_(breaks), into_(into) {}

    /// The asked word `position` begins at byte `offset`.
    void pass(std::size_t offset, std::uint32_t position) {
        while (next_ < breaks_.size() && breaks_[next_].offset <= offset) end(position);
    }
    /// No asked word of the passage follows.
    void pass_all(std::uint32_t position) {
        while (next_ < breaks_.size()) end(position);
    }

  private:
    void end(std::uint32_t position) {
        add(position, into_.sentence_ends);
        if (breaks_[next_].ends_paragraph) add(position, into_.paragraph_ends);
        ++next_;
    }
    static void add(std::uint32_t position, std::vector<std::uint32_t>& ends) {
        if (ends.empty() || ends.back() != position) ends.push_back(position);
    }

    const std::vector<TextBreak>& breaks_;
    AskedText& into_;
    std::size_t next_ = 0;
};

}  // namespace

AskedArticleReader::AskedArticleReader(const SegmentScope& scope, const AskedWords& words,
                                       const std::vector<bool>& languages, Places places)
    : scope_(scope),
      words_(words),
      units_(scope.segment.texts().unit_steps(), words.tokens, languages),
      rarest_(units_.rarest_of(needed_tokens(words.tree))),
      needs_breaks_(needs_breaks(words.tree)),
      word_cost_(is_word_pair(words.tree) ? 0 : span_cost * height_of(words.tree)),
      wants_places_(places == Places::wanted) {
    // Places are wanted of few articles, the rest of most.
    if (needs_breaks_ && !wants_places_) scope.segment.texts().unit_steps().sizes();
}

bool AskedArticleReader::may_hold(std::uint32_t article, PassageRun run) const {
    const DocId first = scope_.docids(article).first;
    return !rarest_ ||
           may_find(*rarest_, scope_.segment.texts().text(), first + run.first, first + run.end);
}

const AskedArticle& AskedArticleReader::read(std::uint32_t article, PassageRun run) {
    begin(run);
    ArticleText text(scope_, article);
    if (run.first == 0) read_headline(article, text);
    position_ = 0;
    for (std::uint32_t index = run.first; index < run.end; ++index) {
        read_passage(article, index, text);
        article_[body].passage_ends.push_back(position_);
        if (index == 0) article_[body].lead_end = position_;
    }
    if (word_cost_ > 0)
        for (const std::vector<std::uint32_t>& positions : article_[body].positions)
            scope_.count_bytes(word_cost_ * positions.size());
    return article_;
}

std::uint32_t AskedArticleReader::passage_of(std::uint32_t word) const {
    const std::vector<std::uint32_t>& ends = article_[body].passage_ends;
    return run_.first +
           static_cast<std::uint32_t>(std::ranges::upper_bound(ends, word) - ends.begin());
}

CodedPassage AskedArticleReader::words_of(DocId docid) const {
    return loaded_ ? loaded_->words_of(docid) : scope_.segment.texts().text().words_of(docid);
}

void AskedArticleReader::begin(PassageRun run) {
    run_ = run;
    for (AskedText& text : article_) {
        text.positions.resize(words_.tokens.size());
        for (std::vector<std::uint32_t>& positions : text.positions) positions.clear();
        text.sentence_ends.clear();
        text.paragraph_ends.clear();
        text.passage_ends.clear();
        text.places.clear();
        text.lead_end = 0;
    }
}

void AskedArticleReader::read_headline(std::uint32_t article, ArticleText& text) {
    position_ = 0;
    const CodedPassage first = words_of(scope_.docids(article).first);
    if (first.headline_is_regular && wants_places_)
        return read_code(first.headline, {}, article_[headline]);
    if (first.headline_is_regular) return read_code(first.headline, article_[headline]);
    read_tokens(text.headline_tokens(), text.header().headline, {}, article_[headline]);
}

void AskedArticleReader::read_passage(std::uint32_t article, std::uint32_t index,
                                      ArticleText& text) {
    const DocId docid = scope_.docids(article).first + index;
    const CodedPassage passage = words_of(docid);
    scope_.count_bytes((needs_breaks_ ? breaks_cost : words_cost) * passage.text.size());
    if (!passage.is_regular) {
        const ArticleText::Part& part = text.passage(index);
        read_tokens(part.tokens, part.stored.text, part.stored.breaks, article_[body]);
    } else if (needs_breaks_ || wants_places_) {
        read_code(passage.text, passage.break_code, article_[body]);
    } else {
        read_code(passage.text, article_[body]);
    }
}

void AskedArticleReader::read_code(std::string_view code, AskedText& into) {
    position_ += units_.scan<TokenUnits::Counted::words>(code, [&](const TokenUnits::Found& unit) {
        for (const std::uint32_t token : unit.tokens)
            into.positions[token].push_back(position_ + unit.words);
    });
}

void AskedArticleReader::read_code(std::string_view code, std::string_view break_code,
                                   AskedText& into) {
    breaks_.clear();
    BreakReader reader(break_code, "the text file of a segment");
    while (!reader.at_end()) breaks_.push_back(reader.next());
    Breaks passed(breaks_, into);
    const auto passage = static_cast<std::uint32_t>(into.passage_ends.size());
    const UnitSteps& sizes = scope_.segment.texts().unit_steps();
    position_ += units_.scan<TokenUnits::Counted::bytes>(code, [&](const TokenUnits::Found& unit) {
        const std::uint32_t word = position_ + unit.words;
        passed.pass(unit.begin, word);
        for (const std::uint32_t token : unit.tokens) into.positions[token].push_back(word);
        if (!wants_places_) return;
        const auto end = unit.begin + static_cast<std::uint32_t>(sizes.size(unit.unit));
        into.places.push_back({word, passage, {unit.begin, end}});
    });
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
    const auto passage = static_cast<std::uint32_t>(into.passage_ends.size());
    into.positions.resize(words.tokens.size());
    for (const Token& token : tokens) {
        for (std::size_t asked = 0; asked < words.tokens.size(); ++asked) {
            if (!is_asked(*token.word, token.range.in(text), words.tokens[asked])) continue;
            passed.pass(token.range.begin, position);
            into.positions[asked].push_back(position);
            if (into.places.empty() || into.places.back().word != position)
                into.places.push_back({position, passage, token.range});
        }
        ++position;
    }
    passed.pass_all(position);
    return position;
}

}  // namespace dateline
