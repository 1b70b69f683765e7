#include "searcher/passage_words.hpp"

namespace dateline {

PassageWords::PassageWords(const Segment& segment)
    : texts_(segment.texts()), counts_(segment.texts().words().unit_count()) {}

void PassageWords::add_text(DocId docid) { add(texts_.text().words_of(docid).text); }

void PassageWords::add_headline(DocId first) { add(texts_.text().words_of(first).headline); }

void PassageWords::add_passage(DocId docid) {
    const CodedPassage passage = texts_.text().words_of(docid);
    add(passage.text);
    if (passage.is_first) add(passage.headline);
}

void PassageWords::visit(const std::function<void(std::string_view, std::uint32_t, const FormEntry&,
                                                  std::uint32_t)>& take) {
    for (const UnitId unit : met_) {
        const WordsFile::UnitView view = texts_.words().unit(unit);
        if (view.is_word()) take(view.text, view.form, form(view.form), counts_[unit]);
    }
}

void PassageWords::clear() {
    for (const UnitId unit : met_) counts_[unit] = 0;
    met_.clear();
}

void PassageWords::add(std::string_view code) {
    const DenseCode& numbers = texts_.words().code();
    const char* const end = code.data() + code.size();
    for (const char* at = code.data(); at != end;)
        if (const UnitId unit = numbers.next(at, end); counts_.at(unit)++ == 0)
            met_.push_back(unit);
}

const FormEntry& PassageWords::form(std::uint32_t number) {
    const auto [known, is_new] = forms_.try_emplace(number);
    if (is_new) known->second = texts_.words().form(number);
    return known->second;
}

}  // namespace dateline
