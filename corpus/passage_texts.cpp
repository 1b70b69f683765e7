#include "corpus/passage_texts.hpp"

#include "corpus/bytes.hpp"
#include "corpus/text_units.hpp"

namespace dateline {

namespace {

template <class Take>
void for_each_unit(const WordsFile& words, std::string_view code, const Take& take) {
    const char* const end = code.data() + code.size();
    for (const char* at = code.data(); at != end;) take(words.unit(words.code().next(at, end)));
}

}  // namespace

PassageTexts::PassageTexts(const std::filesystem::path& folder, const ArticlesFile& articles)
    : articles_(&articles), text_(folder / "text"), words_(folder / "words") {
    if (text_.passage_count() != articles.passage_count())
        throw_damaged(folder.string(), "its parts do not fit together");
}

const UnitSteps& PassageTexts::unit_steps() const {
    std::call_once(stepped_, [&] { unit_steps_ = std::make_unique<UnitSteps>(words_); });
    return *unit_steps_;
}

StoredPassage PassageTexts::passage(DocId docid) const {
    CodedPassage coded = text_.passage(docid);
    const std::uint32_t article = articles_->article_of(docid);
    const DocId first = articles_->first_docid(article);
    StoredPassage stored;
    stored.number = docid - first + 1;
    stored.begin = coded.begin;
    stored.text = decoded(coded.text);
    stored.gap = coded.gap;
    stored.breaks = std::move(coded.breaks);
    if (coded.is_first) stored.passage_count = articles_->end_docid(article) - first;
    if (coded.is_first != (docid == first) ||
        (!stored.breaks.empty() && stored.breaks.back().offset > stored.text.size()))
        throw_damaged("the texts of a segment", "a passage is not what it should be");
    return stored;
}

std::string PassageTexts::headline(DocId first) const {
    return decoded(text_.words_of(first).headline);
}

std::string PassageTexts::decoded(std::string_view code) const {
    std::string text;
    text.reserve(code.size() * 4);
    UnitJoiner joiner(text);
    for_each_unit(words_, code,
                  [&](const WordsFile::UnitView& unit) { joiner.add(unit.text, unit.is_word()); });
    return text;
}

std::vector<std::uint32_t> PassageTexts::forms_in(std::string_view code) const {
    std::vector<std::uint32_t> forms;
    for_each_unit(words_, code, [&](const WordsFile::UnitView& unit) {
        if (unit.is_word()) forms.push_back(unit.form);
    });
    return forms;
}

}  // namespace dateline
