// An index of which some byte is not as it was written, wherever that is.
#include <cstdlib>
#include <functional>
#include <iostream>
#include <map>

#include "corpus/error.hpp"
#include "indexer/index_check.hpp"
#include "searcher/asked_set.hpp"
#include "searcher/facets.hpp"
#include "searcher/search.hpp"
#include "searcher/typical_terms.hpp"
#include "searcher/vocabulary.hpp"
#include "tests/catch.hpp"
#include "tests/indexer/checked_index.hpp"

using namespace dateline;
using namespace dateline::test;
namespace fs = std::filesystem;

namespace {

constexpr Day today = 20'000;

const std::vector<std::string>& queries() {
    static const std::vector<std::string> all{"word1 word2",
                                              "\"word3 word4\"",
                                              "headline:report",
                                              "word5 w/20 word6",
                                              "word7 NOT word8",
                                              "date:2020-01-05",
                                              "word1*",
                                              "id:wire7",
                                              "story",
                                              "word100 OR wordl1",
                                              "\"talks word1\" OR =talking",
                                              "\"talked talks\"",
                                              "before:2021 word9",
                                              "lang:en word2"};
    return all;
}

/// All that a search shows of its hits, by query and place.
using Answers = std::vector<SearchResult>;

Answers ask(const Index& index) {
    Answers answers;
    for (const std::string& query : queries())
        for (const std::size_t limit :
             {std::size_t{0}, std::size_t{10}}) {  // all, and the way that leaves most unread
            SearchOptions options;
            options.limit = limit;
            answers.push_back(search(index, parse_query(query, today), options));
        }
    return answers;
}

bool are_equal(const ArticleHit& a, const ArticleHit& b) {
    return a.article == b.article && a.score == b.score && a.copies == b.copies &&
           std::ranges::equal(a.passages, b.passages, [](const PassageHit& x, const PassageHit& y) {
               return x.number == y.number && x.text == y.text && x.matches == y.matches;
           });
}

bool are_equal(const Answers& a, const Answers& b) {
    return std::ranges::equal(a, b, [](const SearchResult& x, const SearchResult& y) {
        return std::ranges::equal(
            x.hits, y.hits,
            [](const ArticleHit& hit, const ArticleHit& other) { return are_equal(hit, other); });
    });
}

enum class Outcome { right, refused, other_hits };

/// Whole texts by id, and what is answered, while nothing is damaged.
class Truth {
  public:
    explicit Truth(const fs::path& folder) : folder_(folder) {
        const Index index = Index::open(folder);
        answers_ = ask(index);
        for (std::uint32_t number = 0; number < index.segments().size(); ++number)
            for (const std::uint32_t article : index.segments()[number].articles_between(
                     0, index.segments()[number].articles().article_count()))
                add(index, {number, article});
    }

    /// Asks the index as it is now. REQUIREs that every text shown is that of its article, and
    /// that a refusal is of the index: the front door adds to those what to do.
    Outcome ask_again() const {
        try {
            const Index index = Index::open(folder_);
            const Answers now = ask(index);
            words_with_prefix(index, "wo", 20);
            typical_terms(AskedSet({}, index, "word1", {}), 20);
            for (const SearchResult& result : now)
                for (const ArticleHit& hit : result.hits) require_true(hit);
            return are_equal(now, answers_) ? Outcome::right : Outcome::other_hits;
        } catch (const Error& error) {
            INFO(error.what());
            REQUIRE(error.kind() == ErrorKind::index);
            return Outcome::refused;
        }
    }

  private:
    void add(const Index& index, ArticlePlace place) {
        const Article article = index.article(place);
        articles_.emplace(article.id, article);
    }
    void require_true(const ArticleHit& hit) const {
        Article article = articles_.at(hit.article.id);
        for (const PassageHit& passage : hit.passages) {
            REQUIRE(passage.range.end <= article.body.size());
            REQUIRE(article.body.substr(passage.range.begin,
                                        passage.range.end - passage.range.begin) == passage.text);
        }
        article.body.clear();
        REQUIRE(hit.article == article);
    }

    fs::path folder_;
    Answers answers_;
    std::map<std::string, Article> articles_;
};

bool check_finds(const fs::path& index) {
    try {
        return !damaged_parts(check_index(index, [](const ProgressState&) {})).empty();
    } catch (const Error& error) {
        REQUIRE(error.kind() == ErrorKind::index);
        return true;
    }
}

std::size_t regions_each_file() {
    const char* regions = std::getenv("DATELINE_DAMAGE_REGIONS");
    return regions ? static_cast<std::size_t>(std::atoi(regions)) : 24;
}

// A place in each of so many regions, and those near both ends.
std::vector<std::size_t> places_in(std::size_t size, std::mt19937& random) {
    constexpr std::size_t ends = 12;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < std::min(size, ends); ++i) {
        places.push_back(i);
        places.push_back(size - 1 - i);
    }
    const std::size_t region = std::max<std::size_t>(1, size / regions_each_file());
    for (std::size_t begin = 0; begin < size; begin += region)
        places.push_back(begin + random() % std::min(region, size - begin));
    return places;
}

// Does some harm to each file of an index in turn, mends it, and counts the outcomes.
class Harm {
  public:
    void do_to_all() {
        std::vector<std::string> files = made_.files();
        files.push_back("CURRENT");
        files.push_back("manifest-" + std::to_string(require_manifest(made_.index()).number));
        for (const std::string& file : files) do_to(file);
    }
    const std::map<std::string, std::map<Outcome, int>>& outcomes() const { return outcomes_; }

  private:
    void do_to(const std::string& file) {
        const std::string bytes = made_.read(file);
        for (const std::size_t place : places_in(bytes.size(), random_)) {
            std::string changed = bytes;
            changed[place] = static_cast<char>(changed[place] ^ (1 << random_() % 8));
            INFO(file << ": a bit of byte " << place);
            take(file, changed);
        }
        for (const std::size_t part : {0, 1, 3, 8, 12, 15}) {
            const std::size_t size = bytes.size() * part / 16;
            INFO(file << ": cut to " << size);
            take(file, bytes.substr(0, size));
        }
        take(file, bytes.substr(0, bytes.size() - 1));
        made_.write(file, bytes);
        REQUIRE_FALSE(check_finds(made_.index()));
    }
    void take(const std::string& file, const std::string& changed) {
        made_.write(file, changed);
        REQUIRE(check_finds(made_.index()));
        ++outcomes_[file.substr(file.find('/') + 1)][truth_.ask_again()];
    }

    CheckedIndex made_;
    Truth truth_{made_.index()};
    std::mt19937 random_{13};
    std::map<std::string, std::map<Outcome, int>> outcomes_;
};

}  // namespace

TEST_CASE("whatever is damaged, check finds it, and a search shows no wrong text and never crashes",
          "[damage]") {
    Harm harm;
    harm.do_to_all();
    int all = 0;
    for (const auto& [file, outcomes] : harm.outcomes()) {
        std::cout << file << ":";
        for (const auto& [outcome, times] : outcomes) {
            const char* const names[] = {"right", "refused", "other hits"};
            std::cout << ' ' << names[static_cast<int>(outcome)] << ' ' << times;
            all += times;
        }
        std::cout << '\n';
    }
    CHECK(all > 1000);
    // What says which texts there are is verified when it is read. Of the texts those that are
    // shown are; one in which a phrase is not found any more is not looked at again.
    for (const char* file : {"CURRENT", "manifest-2", "copies-5", "tombstones-4"}) {
        REQUIRE(harm.outcomes().contains(file));
        CHECK_FALSE(harm.outcomes().at(file).contains(Outcome::other_hits));
    }
}
