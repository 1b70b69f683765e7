#include "searcher/unspaced_words.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <string>

namespace dateline {

namespace {

// Their characters take three bytes of UTF-8 or more.
constexpr unsigned char least_first_byte = 0xE0;

bool may_be_unspaced(std::string_view text) {
    return !text.empty() && static_cast<unsigned char>(text.front()) >= least_first_byte;
}

std::vector<std::string> terms_with(const Segment& segment, std::string_view prefix) {
    constexpr std::size_t all = std::numeric_limits<std::size_t>::max();
    if (!prefix.empty())
        return may_be_unspaced(prefix) ? segment.terms_with(std::string(prefix), all)
                                       : std::vector<std::string>();
    std::vector<std::string> terms;
    for (unsigned byte = least_first_byte; byte < 0xF8; ++byte)
        std::ranges::move(segment.terms_with(std::string(1, static_cast<char>(byte)), all),
                          std::back_inserter(terms));
    return terms;
}

class Counter {
  public:
    Counter(const Segment& segment, Analyzers& analyzers)
        : segment_(segment), analyzers_(analyzers) {}

    VocabularyWord count(const std::string& term) {
        const std::vector<Posting> in_headline = segment_.postings(headline_prefix + term);
        VocabularyWord word{term, 0, 0};
        ArticleCursor cursor(segment_.articles());
        auto headline = in_headline.begin();
        std::uint32_t last = std::numeric_limits<std::uint32_t>::max();
        for (const Posting& posting : segment_.postings(term)) {
            const std::uint32_t article = cursor.article_of(posting.docid);
            word.articles += article == last ? 0 : 1;
            last = article;
            while (headline != in_headline.end() && headline->docid < posting.docid) ++headline;
            const bool is_in_headline =
                headline != in_headline.end() && headline->docid == posting.docid;
            word.passages += !is_in_headline || is_in_text(article, posting.docid, term) ? 1 : 0;
        }
        return word;
    }

  private:
    static constexpr const char* headline_prefix = "S";

    // Words of the headline are postings of the first passage too.
    bool is_in_text(std::uint32_t article, DocId docid, std::string_view term) {
        const ArticlesFile& articles = segment_.articles();
        Analyzer& analyzer = analyzers_.in(articles.languages()[articles.language(article)]);
        const std::string text = segment_.texts().passage(docid).text;
        return std::ranges::any_of(analyzer.analyze(text),
                                   [&](const Token& token) { return token.word->term == term; });
    }

    const Segment& segment_;
    Analyzers& analyzers_;
};

}  // namespace

// Written three times over it is several words; another word is one, if a strange one.
bool is_unspaced(std::string_view word, Analyzer& analyzer) {
    if (!may_be_unspaced(word)) return false;
    std::string text;
    for (int i = 0; i < 3; ++i) text += word;
    return analyzer.analyze(text).size() > 1;
}

std::vector<VocabularyWord> unspaced_words(const Segment& segment, std::string_view prefix,
                                           Analyzers& analyzers) {
    std::vector<VocabularyWord> words;
    Counter counter(segment, analyzers);
    for (const std::string& term : terms_with(segment, prefix))
        if (is_unspaced(term, analyzers.in(""))) words.push_back(counter.count(term));
    return words;
}

}  // namespace dateline
