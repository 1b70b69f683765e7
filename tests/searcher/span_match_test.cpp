#include "searcher/span_match.hpp"

#include <algorithm>

#include "tests/catch.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

using Ids = std::vector<std::string>;

Ids found(const Index& index, const std::string& query) {
    Ids ids = ids_of(index, query);
    std::ranges::sort(ids);
    return ids;
}

}  // namespace

TEST_CASE("spans are found across passages and in headlines, and begin where they are shown") {
    std::string filling;
    for (int i = 0; i < 60; ++i) filling += "calm winds blew ";
    const SampleIndex sample({article("border", "", filling + "nato.\n\nIraq " + filling),
                              article("headline", "NATO in Iraq", "Nothing."),
                              article("apart", "NATO", "Iraq " + filling + "nato")});
    const Index index = sample.open();
    CHECK(found(index, "nato w/3 iraq") == Ids{"border", "headline"});
    CHECK(found(index, "iraq pre/9 nato").empty());
    CHECK(found(index, "nato w/p iraq") == Ids{"apart", "headline"});
    CHECK(found(index, "headline:nato w/3 iraq") == Ids{"headline"});
    CHECK(found(index, "iraq NOT w/3 nato") == Ids{"apart"});
    CHECK(found(index, "atleast2(nato)") == Ids{"apart"});
}

TEST_CASE("case matters where it is asked for") {
    const SampleIndex sample({article("pronoun", "", "Who told us that?"),
                              article("capitals", "", "The WHO told the US's people."),
                              article("periods", "", "The U.S. agreed.")});
    const Index index = sample.open();
    CHECK(found(index, "caps(US)") == Ids{"capitals"});
    CHECK(found(index, "caps(us)") == Ids{"pronoun"});
    CHECK(found(index, "caps(WHO) w/5 us") == Ids{"capitals"});
    CHECK(found(index, "caps(\"The WHO\")") == Ids{"capitals"});
    CHECK(found(index, "caps(\"the WHO\")").empty());
}

TEST_CASE("wildcards and edits count inside of nearness") {
    const SampleIndex sample({article("a", "", "Training in Baghdad began."),
                              article("b", "", "The train to Basra left.")});
    const Index index = sample.open();
    CHECK(found(index, "train* w/3 bagdad~") == Ids{"a"});
    CHECK(found(index, "train* w/3 ba*") == Ids{"a", "b"});
    CHECK(found(index, "=train w/3 b*") == Ids{"b"});
    CHECK(found(index, "(train* OR bus) pre/2 (baghdad OR berlin)") == Ids{"a"});
}
