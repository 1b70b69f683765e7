#include "corpus/passage_texts.hpp"

#include "corpus/error.hpp"
#include "corpus/text_units.hpp"
#include "tests/catch.hpp"
#include "tests/corpus/encoded_words.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;

namespace {

// Units in the order of the numbers below; words 0, 1, 2, 4 are forms 1, 2, 0, 2.
constexpr UnitId the = 0, Storm = 1, came = 2, stop = 3, storm = 4, nothing = 5;

struct Segment {
    test::TemporaryFolder folder;
    DenseCode code{3};

    Segment() {
        const std::vector<UnitEntry> units{{"the", 1},   {"Storm", 2},
                                           {"came", 0},  {".", UnitEntry::no_form},
                                           {"storm", 2}, {"", UnitEntry::no_form}};
        const std::vector<FormEntry> forms{
            {.folded = "came", .term = "came", .acronym = {}, .units = {came}},
            {.folded = "the", .term = "the", .acronym = {}, .units = {the}},
            {.folded = "storm", .term = "storm", .acronym = {}, .units = {Storm, storm}}};
        folder.write("words", test::encode_words(units, forms, code));
        folder.write("articles",
                     encode_articles({{.first_docid = 1}, {.first_docid = 3}}, 3, {"en"}));
        TextFileWriter writer(folder / "text");
        const std::string headline = coded({Storm});
        const std::string first = coded({the, Storm, came, stop});
        const std::string second = coded({the, nothing, storm});
        writer.add({.text = first,
                    .gap = "\n\n",
                    .breaks = {{15, true}},
                    .is_first = true,
                    .headline = headline});
        writer.add({.begin = 17, .text = second, .gap = {}, .breaks = {{8, true}}, .headline = {}});
        writer.add({.text = {}, .gap = {}, .breaks = {}, .is_first = true, .headline = headline});
        writer.finish();
    }

    std::string coded(const std::vector<UnitId>& units) const {
        std::string bytes;
        for (const UnitId unit : units) code.append(bytes, unit);
        return bytes;
    }
};

}  // namespace

TEST_CASE("passages and headlines are put together from their units") {
    const Segment segment;
    const ArticlesFile articles(segment.folder / "articles");
    const PassageTexts texts(segment.folder.path(), articles);
    CHECK(texts.headline(1) == "Storm");
    CHECK(texts.passage(1) == StoredPassage{.number = 1,
                                            .begin = 0,
                                            .text = "the Storm came.",
                                            .gap = "\n\n",
                                            .breaks = {{15, true}},
                                            .header = {},
                                            .passage_count = 2});
    CHECK(texts.passage(2) == StoredPassage{.number = 2,
                                            .begin = 17,
                                            .text = "thestorm",
                                            .gap = "",
                                            .breaks = {{8, true}},
                                            .header = {},
                                            .passage_count = 0});
    CHECK(texts.passage(3).text.empty());
    CHECK(texts.passage(3).passage_count == 1);
}

TEST_CASE("the forms of a text are those of its words") {
    const Segment segment;
    const ArticlesFile articles(segment.folder / "articles");
    const PassageTexts texts(segment.folder.path(), articles);
    using Forms = std::vector<std::uint32_t>;
    CHECK(texts.forms_in(texts.text().words_of(1).text) == Forms{1, 2, 0});
    CHECK(texts.forms_in(texts.text().words_of(2).text) == Forms{1, 2});
    CHECK(texts.forms_in(texts.text().words_of(3).headline) == Forms{2});
}

TEST_CASE("files that are not of one segment are damaged") {
    const Segment segment;
    segment.folder.write("articles",
                         encode_articles({{.first_docid = 1}, {.first_docid = 2}}, 3, {"en"}));
    const ArticlesFile moved(segment.folder / "articles");
    const PassageTexts texts(segment.folder.path(), moved);
    CHECK_THROWS_AS(texts.passage(2), Error);
    segment.folder.write("articles", encode_articles({{.first_docid = 1}}, 2, {"en"}));
    const ArticlesFile fewer(segment.folder / "articles");
    CHECK_THROWS_AS(PassageTexts(segment.folder.path(), fewer), Error);
}
