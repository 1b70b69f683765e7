#include "searcher/passage_words.hpp"

#include <map>

#include "tests/catch.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

std::map<std::string, std::uint32_t> counted(PassageWords& words) {
    std::map<std::string, std::uint32_t> counts;
    words.visit(
        [&](std::string_view written, std::uint32_t, const FormEntry& form, std::uint32_t times) {
            counts[std::string(written) + "/" + form.folded] = times;
        });
    return counts;
}

}  // namespace

TEST_CASE("words are counted as they are written") {
    const SampleIndex sample({article("a", "War talks", "The war and the War goes on, Müller.")});
    const Index index = sample.open();
    PassageWords words(index.segments()[0]);
    words.add_text(1);
    CHECK(counted(words) == std::map<std::string, std::uint32_t>{{"The/the", 1},
                                                                 {"war/war", 1},
                                                                 {"and/and", 1},
                                                                 {"the/the", 1},
                                                                 {"War/war", 1},
                                                                 {"goes/goes", 1},
                                                                 {"on/on", 1},
                                                                 {"Müller/muller", 1}});
    words.add_headline(1);
    CHECK(counted(words).at("War/war") == 2);
    words.clear();
    CHECK(counted(words).empty());
    words.add_passage(1);
    CHECK(counted(words).at("War/war") == 2);
    CHECK(counted(words).at("talks/talks") == 1);
}

TEST_CASE("all passages together have what the words file says") {
    std::vector<Article> news;
    for (int i = 0; i < 20; ++i) {
        std::string body;
        for (int word = 0; word < 300; ++word) body += "w" + std::to_string(word * i % 97) + ". ";
        news.push_back(article("n" + std::to_string(i), "War", body));
    }
    const SampleIndex sample(news);
    const Index index = sample.open();
    const Segment& segment = index.segments()[0];
    PassageWords words(segment);
    for (DocId docid = 1; docid <= segment.articles().passage_count(); ++docid)
        words.add_passage(docid);
    std::map<std::uint32_t, std::uint64_t> times;
    words.visit([&](std::string_view, std::uint32_t number, const FormEntry&, std::uint32_t of) {
        times[number] += of;
    });
    const WordsFile& file = segment.texts().words();
    file.visit_forms(0, file.form_count(), [&](std::uint32_t number, const FormEntry& form) {
        CHECK(times[number] == form.occurrences);
    });
}
