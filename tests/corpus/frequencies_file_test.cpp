#include "corpus/frequencies_file.hpp"

#include <algorithm>
#include <map>
#include <random>

#include "corpus/impact.hpp"
#include "tests/catch.hpp"
#include "tests/caught_error.hpp"
#include "tests/corpus/damage.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

using Sizes = std::vector<FrequenciesWriter::ArticleSize>;
using Lists = std::map<std::string, std::vector<Posting>>;

struct Made {
    Sizes articles;
    std::uint32_t passages = 0;
    Lists lists;

    DocId end(std::size_t article) const {
        return article + 1 < articles.size() ? articles[article + 1].first_docid : passages + 1;
    }
};

// `shares`: of each term, which part of the passages holds it.
Made made(std::uint32_t seed, std::size_t articles, const std::map<std::string, double>& shares) {
    std::mt19937 numbers(seed);
    const auto random = [&] { return static_cast<std::uint32_t>(numbers()); };
    Made made;
    for (std::size_t i = 0; i < articles; ++i) {
        const std::uint32_t passages = 1 + random() % 6;
        made.articles.push_back({made.passages + 1, passages * (300 + random() % 800)});
        made.passages += passages;
    }
    for (const auto& [term, share] : shares)
        for (DocId docid = 1; docid <= made.passages; ++docid)
            if (random() % 1000 < 1000 * share)
                made.lists[term].push_back({docid, 1 + random() % max_impact});
    return made;
}

std::string encoded(const Made& made, const TemporaryFolder& folder) {
    FrequenciesWriter writer(folder / "frequencies", made.articles, made.passages);
    for (const auto& [term, postings] : made.lists) writer.add(term, postings);
    writer.finish();
    return read_bytes(folder / "frequencies");
}

std::map<std::uint32_t, std::uint32_t> expected(const Made& made, const std::string& term) {
    std::map<std::uint32_t, std::uint32_t> sums;
    for (std::uint32_t article = 0; article < made.articles.size(); ++article) {
        const DocId first = made.articles[article].first_docid;
        const double tokens =
            tokens_each(made.articles[article].text_bytes, made.end(article) - first);
        for (const Posting& posting : made.lists.at(term))
            if (posting.docid >= first && posting.docid < made.end(article))
                sums[article] += static_cast<std::uint32_t>(frequency_of(posting.impact, tokens));
    }
    for (auto& [article, sum] : sums) sum = std::min(sum, most_frequency);
    return sums;
}

}  // namespace

TEST_CASE("the frequencies file sums up postings article by article") {
    const TemporaryFolder folder;
    for (const std::size_t articles : {100U, 256U, 600U}) {
        const Made made = ::made(static_cast<std::uint32_t>(articles), articles,
                                 {{"a", 1}, {"ab", 0.7}, {"rare", 0.002}, {"z", 0.9}});
        encoded(made, folder);
        const FrequenciesFile file(folder / "frequencies");
        file.verify();
        CHECK(file.article_count() == articles);
        CHECK_FALSE(file.find("rare"));
        CHECK_FALSE(file.find(""));
        CHECK_FALSE(file.find("b"));
        CHECK_FALSE(file.find("zz"));
        for (const std::string term : {"a", "ab", "z"}) {
            const std::optional<FrequencyList> list = file.find(term);
            REQUIRE(list);
            std::map<std::uint32_t, std::uint32_t> found;
            std::uint64_t occurrences = 0;
            for (std::uint32_t number = 0; number < (articles + 255) / 256; ++number) {
                const BlockFrequencies block = list->block(number);
                for (std::uint32_t i = 0; i < block.count; ++i) {
                    const std::uint32_t article = number * 256 + block.places[i];
                    found[article] = block.frequencies[i];
                    occurrences += block.frequencies[i];
                    const double length = made.articles[article].text_bytes /
                                          static_cast<double>(file.average_bytes());
                    const double share =
                        block.frequencies[i] / (block.frequencies[i] + 1.2 * (0.6 + 0.4 * length));
                    CHECK(255 * share <= block.most_share);
                }
            }
            CHECK(found == expected(made, term));
            CHECK(list->article_count() == found.size());
            CHECK(list->occurrences() == occurrences);
        }
    }
}

TEST_CASE("no damage to a frequencies file passes verification, and none reads beyond it") {
    const TemporaryFolder folder;
    const Made made = ::made(1, 70, {{"a", 1}, {"b", 1}});
    const std::string bytes = encoded(made, folder);
    CHECK(survive_damage(bytes, [&](std::string_view damaged) {
              const FrequenciesFile file(folder.write("damaged", damaged));
              for (const char* term : {"a", "b", "c"})
                  if (const auto list = file.find(term))
                      for (std::uint32_t i = 0; i < list->block(0).count; ++i)
                          CHECK(list->block(0).places[i] <= 255);
              file.verify();
          }) == 0);
}

TEST_CASE("a list that is not where its entries are is damage") {
    const TemporaryFolder folder;
    const Made made = ::made(1, 70, {{"a", 1}, {"b", 1}});
    std::string bytes = encoded(made, folder);
    // The two lists are as long as each other, and the last two rows say where they begin.
    constexpr std::size_t row_bytes = 24;
    const std::size_t rows_end = bytes.size() - 36;
    const std::size_t place_of_list = rows_end - 2 * row_bytes + 8;
    bytes.replace(place_of_list, 8, bytes, place_of_list + row_bytes, 8);
    const FrequenciesFile file(folder.write("damaged", bytes));
    CHECK(file.find("b"));
    CHECK(caught_error([&] { return file.find("a"); }).kind() == ErrorKind::index);
}

TEST_CASE("a segment whose words are all rare has an empty frequencies file") {
    const TemporaryFolder folder;
    encoded(made(1, 10, {{"a", 1}}), folder);
    const FrequenciesFile file(folder / "frequencies");
    file.verify();
    CHECK(file.term_count() == 0);
    CHECK_FALSE(file.find("a"));
}
