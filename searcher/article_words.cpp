#include "searcher/article_words.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "searcher/score_constants.hpp"

namespace dateline {

namespace {

/// What an article says of a term.
struct Said {
    double count = 0;
    std::set<DocId> passages;
    std::vector<std::string> written;  // in reading order, each once
};

class WordCollector {
  public:
    WordCollector(const Index& index, Analyzers& analyzers, ArticlePlace place)
        : segment_(index.segments()[place.segment]),
          first_(segment_.articles().first_docid(place.article)),
          analyzer_(analyzers.in(
              segment_.articles().languages()[segment_.articles().language(place.article)])) {}

    void add_article(std::uint32_t article) {
        // The index has the headline's words in the first passage.
        add(segment_.texts().headline(first_), first_, scoring::related_headline);
        for (DocId docid = first_; docid < segment_.articles().end_docid(article); ++docid)
            add(segment_.texts().passage(docid).text, docid,
                docid == first_ ? scoring::related_lead : 1);
    }

    void add_passage(std::uint32_t number) {
        const DocId docid = first_ + number - 1;
        add(segment_.texts().passage(docid).text, docid, 1);
    }

    SaidTerms said(const ArchiveSize& archive) const {
        const double length = static_cast<double>(bytes_) / archive.average_bytes();
        const double half =
            scoring::related_k1 * ((1 - scoring::feedback_b) + scoring::feedback_b * length);
        SaidTerms terms;
        for (const auto& [term, said] : said_)
            terms[term] = {said.count / (said.count + half),
                           static_cast<std::uint32_t>(said.passages.size())};
        return terms;
    }

    // A way to write the term that is understood without the words around it; empty: there is none.
    std::string written(const std::string& term) const {
        for (const std::string& written : said_.at(term).written) {
            const std::vector<Token>& tokens = analyzer_.analyze(written);
            if (tokens.size() == 1 && tokens[0].word->term == term &&
                tokens[0].word->acronym.empty())
                return written;
        }
        return {};
    }

  private:
    void add(std::string_view text, DocId docid, double times) {
        bytes_ += text.size();
        for (const Token& token : analyzer_.analyze(text)) {
            if (token.word->is_stop_word || !token.word->acronym.empty()) continue;
            Said& said = said_[std::string(token.word->term)];
            said.count += times;
            said.passages.insert(docid);
            const std::string_view written = token.range.in(text);
            if (std::ranges::find(said.written, written) == said.written.end())
                said.written.emplace_back(written);
        }
    }

    const Segment& segment_;
    DocId first_;
    Analyzer& analyzer_;
    std::size_t bytes_ = 0;
    std::map<std::string, Said> said_;  // by term
};

// Whoever scores by the words multiplies by idf. Twice would be too much for the words of one
// article, the rarest of which stand there by chance.
void leave_out_idf(std::vector<ArticleWord>& words) {
    double sum = 0;
    for (ArticleWord& word : words) sum += word.term.weight /= word.term.idf;
    for (ArticleWord& word : words) word.term.weight /= sum;
}

}  // namespace

std::vector<ArticleWord> telling_words(const Index& index, const ArchiveSize& archive,
                                       Analyzers& analyzers, ArticlePlace place,
                                       std::uint32_t passage) {
    WordCollector collector(index, analyzers, place);
    if (passage > 0)
        collector.add_passage(passage);
    else
        collector.add_article(place.article);
    std::vector<ArticleWord> words;
    for (TellingTerm& term :
         most_telling(index, archive, collector.said(archive), scoring::related_words))
        if (std::string written = collector.written(term.term); !written.empty())
            words.push_back({std::move(term), std::move(written)});
    leave_out_idf(words);
    return words;
}

}  // namespace dateline
