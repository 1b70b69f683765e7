#include "searcher/vocabulary.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "corpus/analyzer.hpp"
#include "searcher/passage_words.hpp"
#include "searcher/unspaced_words.hpp"

namespace dateline {

namespace {

std::string shown(const FormEntry& form) {
    std::string term = form.folded;
    if (form.acronym.empty()) return term;
    for (std::size_t i = 0; i < form.acronym.size(); ++i)
        if (term[i] >= 'a' && term[i] <= 'z') term[i] = static_cast<char>(term[i] - 'a' + 'A');
    return term;
}

// What words of a language that begin with `prefix` begin with when folded.
std::string folded_prefix(std::string_view prefix, Analyzer& analyzer) {
    const std::vector<Token>& tokens = analyzer.analyze(prefix);
    return tokens.size() == 1 ? std::string(tokens[0].word->folded) : fold_text(prefix);
}

/// Counts of one segment.
class SegmentWords {
  public:
    SegmentWords(const Segment& segment, std::string_view prefix, Analyzers& analyzers)
        : segment_(segment), analyzers_(analyzers) {
        for (const std::string& code : segment.articles().languages())
            prefixes_.push_back(folded_prefix(prefix, analyzers.in(code)));
        for (const std::string& each : std::set(prefixes_.begin(), prefixes_.end())) read(each);
        if (segment.tombstones().any()) leave_out_dead();
        recount();
        // In this order: from here on what a word is counted by is no form.
        for (const std::string& each : std::set(prefixes_.begin(), prefixes_.end()))
            std::ranges::move(unspaced_words(segment, each, analyzers), std::back_inserter(words_));
    }

    std::vector<VocabularyWord> words() && {
        std::erase_if(words_, [](const VocabularyWord& word) { return word.articles == 0; });
        return std::move(words_);
    }

  private:
    // A form and the word that it is of.
    struct Form {
        std::size_t word = 0;
        std::string term;
    };

    void read(const std::string& prefix) {
        const WordsFile& file = segment_.texts().words();
        const auto [first, end] = prefix.empty() ? std::pair(std::uint32_t{0}, file.form_count())
                                                 : file.forms_with_prefix(prefix);
        file.visit_forms(first, end, [&](std::uint32_t number, const FormEntry& form) {
            if (form.language >= prefixes_.size())
                throw_damaged("the words file of a segment", "a language");
            if (prefixes_[form.language] == prefix) add(number, form);
        });
    }

    void add(std::uint32_t number, const FormEntry& form) {
        if (is_unspaced(form.folded, analyzers_.in(""))) return;
        const auto [known, is_new] = numbers_.try_emplace(shown(form), words_.size());
        if (is_new) words_.push_back({known->first, 0, 0});
        VocabularyWord& word = words_[known->second];
        word.articles += form.articles;
        word.passages += form.passages;
        forms_[number] = {known->second, form.term};
        // Forms of a word in one language (with other accents, another stem) may stand together.
        if (!languages_.emplace(known->second, form.language).second) shared_.insert(known->second);
    }

    void leave_out_dead() {
        for (std::uint32_t article = 0; article < segment_.articles().article_count(); ++article)
            if (segment_.tombstones().is_dead(article)) {
                const DocId first = segment_.articles().first_docid(article);
                count(passages_from(first, segment_.articles().end_docid(article)), first, -1);
            }
    }

    static std::vector<DocId> passages_from(DocId first, DocId end) {
        std::vector<DocId> docids;
        for (DocId docid = first; docid < end; ++docid) docids.push_back(docid);
        return docids;
    }

    // Words of which the words file cannot tell in how many articles any of their forms stands.
    void recount() {
        for (const std::size_t word : shared_) {
            words_[word].articles = words_[word].passages = 0;
            only_ = word;
            count_all(passages_with(word));
        }
    }

    ArticleSet passages_with(std::size_t word) const {
        std::vector<DocId> docids;
        for (const auto& [number, form] : forms_)
            if (form.word == word)
                for (const Posting& posting : segment_.postings(form.term))
                    docids.push_back(posting.docid);
        return article_set(std::move(docids));
    }

    void count_all(const std::vector<DocId>& docids) {
        ArticleCursor cursor(segment_.articles());
        for (auto at = docids.begin(); at != docids.end();) {
            const std::uint32_t article = cursor.article_of(*at);
            const auto next =
                std::lower_bound(at, docids.end(), segment_.articles().end_docid(article));
            count({at, next}, segment_.articles().first_docid(article), 1);
            at = next;
        }
    }

    // Adds or takes away the words of some passages of one article.
    void count(const std::vector<DocId>& docids, DocId first, int times) {
        std::set<std::size_t> in_article;
        for (const DocId docid : docids) {
            counter_.clear();
            counter_.add_text(docid);
            const std::set<std::size_t> in_passage = counted_words();
            for (const std::size_t word : in_passage) words_[word].passages += times;
            in_article.insert(in_passage.begin(), in_passage.end());
        }
        counter_.clear();
        counter_.add_headline(first);
        in_article.merge(counted_words());
        for (const std::size_t word : in_article) words_[word].articles += times;
    }

    std::set<std::size_t> counted_words() {
        std::set<std::size_t> words;
        counter_.visit(
            [&](std::string_view, std::uint32_t number, const FormEntry&, std::uint32_t) {
                const auto form = forms_.find(number);
                if (form != forms_.end() && (only_ == every_word || form->second.word == only_))
                    words.insert(form->second.word);
            });
        return words;
    }

    static constexpr std::size_t every_word = static_cast<std::size_t>(-1);

    const Segment& segment_;
    Analyzers& analyzers_;
    PassageWords counter_{segment_};
    std::vector<std::string> prefixes_;  // by language
    std::vector<VocabularyWord> words_;
    std::unordered_map<std::string, std::size_t> numbers_;  // of words, by what is shown
    std::map<std::uint32_t, Form> forms_;                   // by number
    std::set<std::pair<std::size_t, std::uint8_t>> languages_;
    std::set<std::size_t> shared_;
    std::size_t only_ = every_word;
};

bool comes_first(const VocabularyWord& a, const VocabularyWord& b) {
    return std::tie(b.articles, b.passages, a.term) < std::tie(a.articles, a.passages, b.term);
}

}  // namespace

Vocabulary words_with_prefix(const Index& index, std::string_view prefix, std::size_t most) {
    Analyzers analyzers;
    std::map<std::string, VocabularyWord> by_term;
    for (const Segment& segment : index.segments())
        for (VocabularyWord& word : SegmentWords(segment, prefix, analyzers).words()) {
            VocabularyWord& all = by_term[word.term];
            all.term = word.term;
            all.articles += word.articles;
            all.passages += word.passages;
        }
    Vocabulary vocabulary;
    for (auto& [term, word] : by_term) vocabulary.words.push_back(std::move(word));
    std::ranges::sort(vocabulary.words, comes_first);
    if (most > 0 && vocabulary.words.size() > most) {
        vocabulary.more_words = vocabulary.words.size() - most;
        vocabulary.words.resize(most);
    }
    return vocabulary;
}

}  // namespace dateline
