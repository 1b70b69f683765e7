#include "corpus/pairs_file.hpp"

#include <random>
#include <vector>

#include "corpus/error.hpp"
#include "tests/catch.hpp"
#include "tests/corpus/damage.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

using Keys = std::vector<std::uint64_t>;

constexpr std::uint32_t forms = 5000;

std::uint32_t random_form(std::mt19937& random) {
    return static_cast<std::uint32_t>(random() % forms);
}

Keys random_keys(std::mt19937& random, std::size_t count) {
    Keys keys(count);
    for (std::uint64_t& key : keys) key = pair_key(random_form(random), random_form(random));
    return keys;
}

void write_filters(const std::filesystem::path& path, const PairFilters& filters) {
    PairsWriter writer(path);
    writer.append(filters);
    writer.finish();
}

FormEntry form_in(std::uint32_t articles) {
    FormEntry form;
    form.articles = articles;
    return form;
}

}  // namespace

TEST_CASE("an article holds all its pairs, and few others") {
    const TemporaryFolder folder;
    std::mt19937 random(3);
    std::vector<Keys> articles;
    for (const std::size_t count : {0, 1, 2, 16, 17, 300, 20'000})
        articles.push_back(random_keys(random, count));
    PairsWriter writer(folder / "pairs");
    PairFilters filters;
    for (std::size_t i = 0; i < articles.size(); ++i) {
        filters.add(articles[i]);
        if (i % 3 != 1) continue;
        writer.append(filters);
        filters.clear();
    }
    writer.append(filters);
    writer.finish();

    verify_pairs_file(folder / "pairs");
    const PairsFile file(folder / "pairs", static_cast<std::uint32_t>(articles.size()));
    REQUIRE(file.tells());
    for (std::uint32_t article = 0; article < articles.size(); ++article) {
        file.fetch(article);
        for (const std::uint64_t key : articles[article]) REQUIRE(file.may_hold(article, key));
        int wrong = 0;
        constexpr int asked = 20'000;
        for (int i = 0; i < asked; ++i)
            wrong +=
                file.may_hold(article, pair_key(forms + random_form(random), random_form(random)));
        CHECK(wrong < asked / 6);
    }
}

TEST_CASE("an article of which nothing is known may hold anything") {
    const TemporaryFolder folder;
    PairFilters filters;
    filters.add(Keys{pair_key(1, 2)});
    filters.add_unknown();
    filters.add({});
    write_filters(folder / "pairs", filters);
    const PairsFile file(folder / "pairs", 3);
    for (std::uint32_t i = 0; i < 1000; ++i) {
        CHECK(file.may_hold(1, pair_key(i, 7)));
        CHECK_FALSE(file.may_hold(2, pair_key(i, 7)));
    }
    CHECK_THROWS_AS(file.may_hold(3, pair_key(1, 2)), Error);
}

TEST_CASE("a pairs file of no articles tells nothing of any, one of others is refused") {
    const TemporaryFolder folder;
    write_filters(folder / "none", {});
    CHECK_FALSE(PairsFile(folder / "none", 7).tells());
    PairFilters filters;
    filters.add(Keys{pair_key(1, 2)});
    write_filters(folder / "one", filters);
    CHECK(PairsFile(folder / "one", 1).tells());
    CHECK_THROWS_AS(PairsFile(folder / "one", 2), Error);
    CHECK_THROWS_AS(PairsFile(folder / "one", 1000), Error);
}

TEST_CASE("no damage to a pairs file passes verification, nor reads outside of it") {
    const TemporaryFolder folder;
    std::mt19937 random(5);
    PairFilters filters;
    for (const std::size_t count : {3, 0, 20}) filters.add(random_keys(random, count));
    write_filters(folder / "pairs", filters);
    CHECK(survive_damage(read_bytes(folder / "pairs"), [&](std::string_view damaged) {
              const std::filesystem::path path = folder.write("damaged", damaged);
              const PairsFile file(path, 3);
              for (std::uint32_t article = 0; file.tells() && article < 3; ++article)
                  for (std::uint32_t i = 0; i < 20; ++i) file.may_hold(article, pair_key(i, i));
              verify_pairs_file(path);
          }) == 0);
}

TEST_CASE("frequent words are paired, stop words stepped over, rare ones stand apart") {
    CHECK(pair_role(form_in(63), 1000) == PairRole::apart);
    CHECK(pair_role(form_in(64), 1000) == PairRole::paired);
    CHECK(pair_role(form_in(195), 100'000) == PairRole::paired);
    CHECK(pair_role(form_in(194), 100'000) == PairRole::apart);
    FormEntry stop = form_in(1);
    stop.is_stop_word = true;
    CHECK(pair_role(stop, 100'000) == PairRole::skipped);
}

TEST_CASE("pairs in another order, and those of other forms, are others") {
    CHECK(pair_key(1, 2) != pair_key(2, 1));
    CHECK(pair_key(1, 2) != pair_key(1, 3));
    CHECK(pair_key(0, 0) != 0);
}
