#include "searcher/highlight.hpp"

#include <deque>
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
        leaf.words = {MadeText(text).asked(field)};
        plan.leaves.push_back(leaf);
    }
    return plan;
}

std::vector<std::string> parts_of(const std::string& text, const std::vector<TextRange>& ranges) {
    std::vector<std::string> parts;
    for (const TextRange& range : ranges) parts.emplace_back(range.in(text));
    return parts;
}

// What is marked in each of the passages.
std::vector<std::vector<std::string>> marked_in_all(const std::vector<std::string>& passages,
                                                    const Plan& plan) {
    std::deque<MadeText> made;  // whose tokens point into them
    for (const std::string& passage : passages) made.emplace_back(passage);
    std::vector<AnalyzedText> texts;
    for (std::size_t i = 0; i < made.size(); ++i)
        texts.push_back({passages[i], made[i].tokens(), {}});
    const ArticleMarks marks = marks_of({}, texts, plan, 0);
    std::vector<std::vector<std::string>> parts;
    for (std::size_t i = 0; i < passages.size(); ++i)
        parts.push_back(parts_of(passages[i], marks.passages[i]));
    return parts;
}

std::vector<std::string> marked(const std::string& text, const Plan& plan) {
    return marked_in_all({text}, plan).front();
}

std::vector<std::string> marked_headline(const std::string& text, const Plan& plan) {
    const MadeText made(text);
    return parts_of(text, marks_of({text, made.tokens(), {}}, {}, plan, 0).headline);
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
    CHECK(marked_in_all({"the war on", "terror again"}, plan) ==
          std::vector<Parts>{{"war on"}, {"terror"}});
    CHECK(marked_in_all({"a war", "on", "terror"}, plan) ==
          std::vector<Parts>{{"war"}, {"on"}, {"terror"}});
    CHECK(marked_in_all({"war", "terror"}, plan) == std::vector<Parts>{{}, {}});
}

TEST_CASE("a phrase of the lead must end in the lead") {
    const Plan lead = plan_for({"war on terror"}, Field::lead);
    CHECK(marked_in_all({"a war", "on terror"}, lead) == std::vector<Parts>{{}, {}});
    CHECK(marked_in_all({"a war on terror", "on"}, lead) ==
          std::vector<Parts>{{"war on terror"}, {}});
}

TEST_CASE("a field's words are marked in that field only") {
    const auto marks = [](Field field) {
        const Plan plan = plan_for({"nato"}, field);
        const auto passages = marked_in_all({"nato", "nato"}, plan);
        return std::vector<bool>{!marked_headline("nato", plan).empty(), !passages[0].empty(),
                                 !passages[1].empty()};
    };
    CHECK(marks(Field::any) == std::vector<bool>{true, true, true});
    CHECK(marks(Field::headline) == std::vector<bool>{true, false, false});
    CHECK(marks(Field::hlead) == std::vector<bool>{true, true, false});
    CHECK(marks(Field::lead) == std::vector<bool>{false, true, false});
    CHECK(marks(Field::body) == std::vector<bool>{false, true, true});
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
        const std::string around = letters(3);
        const MadeText neighbour(around);
        const ArticleMarks marks = marks_of({},
                                            {{around, neighbour.tokens(), {}},
                                             {text, made.tokens(), {}},
                                             {around, neighbour.tokens(), {}}},
                                            plan, 0);
        std::uint32_t end = 0;
        for (const TextRange& range : marks.passages[1]) {
            CHECK(range.begin >= end);
            CHECK(range.begin < range.end);
            REQUIRE(range.end <= text.size());
            CHECK((range.begin == 0 || text[range.begin - 1] == ' '));
            CHECK((range.end == text.size() || text[range.end] == ' '));
            end = range.end;
        }
    }
}
