#include "searcher/highlight.hpp"

#include <random>

#include "tests/catch.hpp"
#include "tests/searcher/made_text.hpp"

using namespace dateline;
using dateline::test::MadeText;

namespace {

// A plan for one language that ranks these words and phrases.
Plan plan_for(const std::vector<std::string>& leaves, Field field = Field::any) {
    Plan plan;
    plan.languages = {"en"};
    for (const std::string& text : leaves) {
        TextLeaf leaf;
        leaf.text = text;
        leaf.field = field;
        leaf.ranks = true;
        leaf.words = {MadeText(text).asked()};
        plan.leaves.push_back(leaf);
    }
    return plan;
}

std::vector<std::string> marked(const std::string& text, const Plan& plan,
                                TextPart part = TextPart::body, const std::string& before = "",
                                const std::string& after = "") {
    const MadeText made(text);
    const MadeText made_before(before);
    const MadeText made_after(after);
    std::vector<std::string> parts;
    for (const TextRange& range :
         matched_ranges({made_before.words(), made.tokens(), made_after.words()}, part, plan, 0))
        parts.emplace_back(range.in(text));
    return parts;
}

using Parts = std::vector<std::string>;

}  // namespace

TEST_CASE("words are marked by themselves, a phrase as one range") {
    CHECK(marked("nato training in iraq", plan_for({"nato", "training", "iraq"})) ==
          Parts{"nato", "training", "iraq"});
    CHECK(marked("nato training in iraq, nato", plan_for({"nato training"})) ==
          Parts{"nato training"});
    CHECK(marked("no match here", plan_for({"nato"})).empty());
}

TEST_CASE("overlapping matches are one range") {
    CHECK(marked("a b a b a", plan_for({"a b a"})) == Parts{"a b a b a"});
    CHECK(marked("x nato training y", plan_for({"nato training", "training"})) ==
          Parts{"nato training"});
}

TEST_CASE("of a phrase that goes on in a neighbour the part inside the text is marked") {
    const Plan plan = plan_for({"war on terror"});
    CHECK(context_words(plan, 0) == 2);
    CHECK(marked("terror again", plan, TextPart::body, "the war on") == Parts{"terror"});
    CHECK(marked("a war", plan, TextPart::body, "", "on terror") == Parts{"war"});
    CHECK(marked("on", plan, TextPart::body, "war", "terror") == Parts{"on"});
    CHECK(marked("terror", plan, TextPart::body, "war").empty());
}

TEST_CASE("a phrase of the lead must end in the lead") {
    const Plan lead = plan_for({"war on terror"}, Field::lead);
    CHECK(marked("a war", lead, TextPart::lead, "", "on terror").empty());
    CHECK(marked("a war on terror", lead, TextPart::lead, "", "on") == Parts{"war on terror"});
}

TEST_CASE("a field's words are marked in that field only") {
    const auto reached = [](Field field) {
        return std::vector<bool>{reaches(field, TextPart::headline), reaches(field, TextPart::lead),
                                 reaches(field, TextPart::body)};
    };
    CHECK(reached(Field::any) == std::vector<bool>{true, true, true});
    CHECK(reached(Field::headline) == std::vector<bool>{true, false, false});
    CHECK(reached(Field::hlead) == std::vector<bool>{true, true, false});
    CHECK(reached(Field::lead) == std::vector<bool>{false, true, false});
    CHECK(reached(Field::body) == std::vector<bool>{false, true, true});
    CHECK(reached(Field::source) == std::vector<bool>{false, false, false});
    CHECK(marked("nato", plan_for({"nato"}, Field::headline), TextPart::body).empty());
}

TEST_CASE("what is denied is not marked") {
    Plan plan = plan_for({"nato", "iraq"});
    plan.leaves[1].ranks = false;
    CHECK(marked("nato iraq", plan) == Parts{"nato"});
}

TEST_CASE("ranges are ascending, disjoint, inside the text, and of whole words") {
    std::mt19937 random(5);
    const auto letters = [&](std::size_t words) {
        std::string text(1, "abc"[random() % 3]);
        for (std::size_t i = 1; i < words; ++i) text += std::string(" ") + "abc"[random() % 3];
        return text;
    };
    for (int round = 0; round < 500; ++round) {
        const std::string text = letters(1 + random() % 12);
        const Plan plan = plan_for({letters(1 + random() % 3), letters(1 + random() % 2)});
        const MadeText made(text);
        const MadeText around(letters(3));
        std::uint32_t end = 0;
        for (const TextRange& range : matched_ranges(
                 {around.words(), made.tokens(), around.words()}, TextPart::body, plan, 0)) {
            CHECK(range.begin >= end);
            CHECK(range.begin < range.end);
            REQUIRE(range.end <= text.size());
            CHECK((range.begin == 0 || text[range.begin - 1] == ' '));
            CHECK((range.end == text.size() || text[range.end] == ' '));
            end = range.end;
        }
    }
}
