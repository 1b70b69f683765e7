#include "corpus/dead_terms.hpp"

#include "corpus/bytes.hpp"

namespace dateline {

void DeadTerms::add(std::uint32_t term, std::uint32_t passages) {
    ByteWriter both;
    both.fixed32(term);
    both.fixed32(passages);
    numbers_ += both.bytes();
}

std::uint32_t DeadTerms::passages(std::uint32_t term) const {
    std::size_t first = 0;
    for (std::size_t end = count(); first < end;) {
        const std::size_t middle = first + (end - first) / 2;
        if (this->term(middle) < term)
            first = middle + 1;
        else
            end = middle;
    }
    return first < count() && this->term(first) == term ? passages_at(first) : 0;
}

DeadTermCounter::DeadTermCounter(const ArticlesFile& articles, const PassageTexts& texts,
                                 const TermsFile& terms)
    : articles_(articles),
      texts_(texts),
      terms_(terms),
      passages_(terms.term_count()),
      last_(terms.term_count()) {}

void DeadTermCounter::add(const DeadTerms& counted) {
    for (std::size_t i = 0; i < counted.count(); ++i) {
        const std::uint32_t term = counted.term(i);
        if (term >= passages_.size())
            throw_damaged("the tombstones of a segment", "a term that it does not have");
        passages_[term] += counted.passages_at(i);
    }
}

void DeadTermCounter::add(std::uint32_t article) {
    const std::string& language = articles_.languages()[articles_.language(article)];
    const DocId first = articles_.first_docid(article);
    for (DocId docid = first; docid < articles_.end_docid(article); ++docid) {
        const CodedPassage passage = texts_.text().words_of(docid);
        if (passage.is_regular)
            add_code(passage.text, docid);
        else
            add_text(texts_.decoded(passage.text), language, docid);
        if (docid != first) continue;
        if (passage.headline_is_regular)
            add_code(passage.headline, docid);
        else
            add_text(texts_.decoded(passage.headline), language, docid);
    }
}

void DeadTermCounter::add_code(std::string_view code, DocId docid) {
    const DenseCode& dense = texts_.words().code();
    const char* const end = code.data() + code.size();
    for (const char* at = code.data(); at != end;)
        add_term(terms_.term_of(dense.next(at, end)), docid);
}

void DeadTermCounter::add_text(std::string_view text, std::string_view language, DocId docid) {
    for (const Token& token : analyzers_.in(language).analyze(text))
        add_term(find_term(texts_.words(), terms_, token.word->term), docid);
}

void DeadTermCounter::add_term(std::uint32_t term, DocId docid) {
    if (term == TermsFile::no_term || last_[term] == docid) return;
    last_[term] = docid;
    ++passages_[term];
}

DeadTerms DeadTermCounter::counts() const {
    DeadTerms counts;
    for (std::uint32_t term = 0; term < passages_.size(); ++term)
        if (passages_[term] > 0) counts.add(term, passages_[term]);
    return counts;
}

}  // namespace dateline
