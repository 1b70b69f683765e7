#include "searcher/relaxed_query.hpp"

#include "tests/catch.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

struct Archive {
    Archive()
        : sample({article("a", "", "Storm at sea.")}),
          index(sample.open()),
          probe(index, *index.find_article("a"), {}, AnswerUnit::article, 0) {}

    std::string text(const Query& query, const QueryChanges& changes) {
        const auto relaxed = relaxed_query(probe, query, changes);
        return relaxed ? relaxed->text : "";
    }

    SampleIndex sample;
    Index index;
    ArticleProbe probe;
};

QueryChanges replaced(const Query& clause, const char* by) {
    QueryChanges changes;
    changes.replace(clause, by ? std::optional(parse_query(by)) : std::nullopt, 1);
    return changes;
}

}  // namespace

TEST_CASE("clauses are changed or left out, and the query is as the parser would have it") {
    Archive archive;
    const Query both = parse_query("storm AND zebra");
    CHECK(archive.text(both, replaced(both.children[1], nullptr)) == "storm");
    CHECK(archive.text(both, replaced(both.children[1], "sea OR land")) ==
          "storm AND (sea OR land)");
    const Query signs = parse_query("+storm quagga -sea");
    QueryChanges changes;
    changes.leave_out_excluded(signs.children[2]);
    CHECK(archive.text(signs, changes) == "+storm quagga");
    CHECK(relaxed_query(archive.probe, signs, changes)->steps ==
          std::vector<std::string>{"without -sea"});
    const Query heavy = parse_query("zebra^2 AND storm");
    CHECK(archive.text(heavy, replaced(heavy.children[0].children[0], "sea")) == "sea^2 AND storm");
}

TEST_CASE("a query that does not hold either, or of which nothing is left, is not told") {
    Archive archive;
    const Query both = parse_query("storm AND zebra");
    CHECK(archive.text(both, replaced(both.children[1], "quagga")) == "storm");
    CHECK(archive.text(both, replaced(both.children[0], nullptr)).empty());
    const Query one = parse_query("zebra");
    CHECK(archive.text(one, replaced(one, nullptr)).empty());
}

TEST_CASE("a query of denials alone is told only where it was one") {
    Archive archive;
    const Query asked = parse_query("zebra NOT quagga");
    CHECK(archive.text(asked, replaced(asked.children[0], nullptr)).empty());
    const Query denials = parse_query("NOT storm NOT quagga");
    CHECK(archive.text(denials, replaced(denials.children[0], nullptr)) == "NOT quagga");
}

TEST_CASE("fewer words are an option; where that does not do the words are left out") {
    Archive archive;
    ArticleProbe all(archive.index, *archive.index.find_article("a"), {WordsNeeded::all},
                     AnswerUnit::article, 0);
    const Query words = parse_query("storm zebra");
    QueryChanges changes;
    changes.need_only(1);
    changes.else_leave_out(words.children[1]);
    CHECK(relaxed_query(all, words, changes)->text == "--min 1 storm zebra");
    const Query denied = parse_query("storm zebra NOT (quagga sea)");
    QueryChanges less;
    less.need_only(1);
    less.else_leave_out(denied.children[0].children[1]);
    CHECK(relaxed_query(all, denied, less)->text == "storm AND NOT quagga sea");
}

TEST_CASE("changes are smaller the less they leave out, then the fewer they are") {
    const Query query = parse_query("a AND b");
    QueryChanges two = replaced(query.children[0], "x");
    two.add(replaced(query.children[1], "y"));
    CHECK(replaced(query, "x") < two);
    CHECK(two < replaced(query, nullptr));
    CHECK(replaced(query, nullptr) < QueryChanges());
    CHECK(QueryChanges().empty());
    CHECK(replaced(query, nullptr).leaves_out(query));
    CHECK_FALSE(two.leaves_out(query));
}
