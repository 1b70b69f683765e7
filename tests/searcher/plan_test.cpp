#include "searcher/plan.hpp"

#include "tests/catch.hpp"

using namespace dateline;

namespace {

struct Planned {
    Planned(const std::string& text, std::vector<std::string> languages)
        : query(parse_query(text)), plan(make_plan(query, std::move(languages), analyzers)) {}
    Analyzers analyzers;
    Query query;
    Plan plan;
};

std::vector<std::string> texts(const Plan& plan) {
    std::vector<std::string> found;
    for (const TextLeaf& leaf : plan.leaves) found.push_back(leaf.text);
    return found;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("words that ask for the same are one leaf") {
    CHECK(texts(Planned("training trained TRAINING", {"en"}).plan) == Texts{"training"});
    CHECK(texts(Planned("training headline:training \"training\"", {"en"}).plan).size() == 3);
    CHECK(texts(Planned("\"training\" \"trained\"", {"en"}).plan).size() == 2);
    // The same in English only.
    CHECK(texts(Planned("training trained", {"de", "en"}).plan).size() == 2);
}

TEST_CASE("a leaf is analysed under every language") {
    const Plan plan = Planned("Häuser", {"de", "en"}).plan;
    REQUIRE(plan.leaves[0].words.size() == 2);
    CHECK(plan.leaves[0].words[plan.language_number("de")].tokens[0].term !=
          plan.leaves[0].words[plan.language_number("en")].tokens[0].term);
}

TEST_CASE("what is denied does not rank, unless it is also asked for") {
    const auto ranking = [](const std::string& query) {
        Texts found;
        for (const TextLeaf& leaf : Planned(query, {"en"}).plan.leaves)
            if (leaf.ranks) found.push_back(leaf.text);
        return found;
    };
    CHECK(ranking("nato -iraq") == Texts{"nato"});
    CHECK(ranking("nato AND NOT (iraq OR iran)") == Texts{"nato"});
    CHECK(ranking("nato (base -(war talks))") == Texts{"nato", "base"});
    CHECK(ranking("(nato -iraq) OR iraq") == Texts{"nato", "iraq"});
    CHECK_FALSE(Planned("date:2020 -iraq", {"en"}).plan.root.ranks);
    CHECK(Planned("date:2020 iraq", {"en"}).plan.root.ranks);
}

TEST_CASE("stop words do not count, unless there is nothing else") {
    const auto counted = [](const std::string& query, const std::string& language) {
        const Planned planned(query, {"de", "en"});
        std::vector<bool> counts;
        for (const LeafRole& role : planned.plan.roles(planned.plan.language_number(language)))
            counts.push_back(role.counts);
        return counts;
    };
    using Flags = std::vector<bool>;
    CHECK(counted("the war", "en") == Flags{false, true});
    CHECK(counted("the", "en") == Flags{true});
    CHECK(counted("the of -war", "en") == Flags{true, true, false});
    CHECK(counted("die welt", "de") == Flags{false, true});
    CHECK(counted("die welt", "en") == Flags{true, true});
    CHECK(counted("US war", "en") == Flags{true, true});
    CHECK(counted("\"the of\" war", "en") == Flags{true, true});
}

TEST_CASE("words that are the same in a language score once there") {
    const Planned planned("training trained -train", {"de", "en"});
    REQUIRE(planned.plan.leaves.size() == 3);
    const std::size_t english = planned.plan.language_number("en");
    const std::size_t german = planned.plan.language_number("de");
    CHECK(planned.plan.roles(english) == std::vector<LeafRole>{{true, true}, {}, {}});
    CHECK(planned.plan.roles(german) == std::vector<LeafRole>{{true, true}, {true, true}, {}});
}

TEST_CASE("an acronym asks for its own term") {
    const Planned planned("US us", {"en"});
    REQUIRE(planned.plan.leaves.size() == 2);
    CHECK(planned.plan.leaves[0].words[0].tokens[0].term == "Uus");
    CHECK(planned.plan.leaves[1].words[0].tokens[0].term == "us");
}
