#include "indexer/article_claims.hpp"

#include <map>
#include <random>

#include "tests/catch.hpp"
#include "tests/indexer/some_articles.hpp"

using namespace dateline;

namespace {

/// A run over records in the order given, with all texts kept in memory.
class Run {
  public:
    explicit Run(std::vector<SourceFileEntry> previous = {}) : previous_(std::move(previous)) {}

    std::map<std::string, Article> in_force;
    IdSet withdrawn;
    PreviousRecords& previous() { return previous_; }
    const ArticleClaims& claims() const { return claims_; }

    Verdict enter(std::string_view path, const Article& article, std::uint32_t root = 0) {
        const Newcomer newcomer{article, {root, path}};
        read_.push_back(article);
        Verdict verdict = claims_.enter(newcomer);
        if (verdict.is_newest && !is_in_force(verdict))
            claims_.set_in_batch(verdict.record.id, read_.size() - 1);
        return verdict;
    }

    Verdict replay(const SourceRecord& record) { return claims_.replay(record, Claim{}); }

    bool is_in_force(const Verdict& verdict) const {
        return verdict.is_newest && claims_.find(verdict.record.id)->place == TextPlace::in_force;
    }

  private:
    PreviousRecords previous_;
    std::vector<Article> read_;
    ArticleClaims claims_{previous_,
                          withdrawn,
                          true,
                          {[this](const std::string& id, const Claim& claim) {
                               return claim.place == TextPlace::batch
                                          ? std::optional(read_.at(claim.number))
                                          : stored(id);
                           },
                           [this](const std::string& id) { return stored(id); }}};

    std::optional<Article> stored(const std::string& id) const {
        const auto found = in_force.find(id);
        return found == in_force.end() ? std::nullopt : std::optional(found->second);
    }
};

SourceRecord record(std::string id, std::uint64_t hash, RecordState state = RecordState::indexed) {
    SourceRecord made;
    made.id = std::move(id);
    made.suffix_bytes = static_cast<std::uint32_t>(made.id.size() - 1);  // all claim "x"
    made.content_hash = hash;
    made.state = state;
    return made;
}

Article article(std::string_view headline, Day day = 0) {
    static std::mt19937 random(1);  // the body of each is another
    Article made = test::some_article("x", headline, test::some_words(random, 30));
    if (day != 0) made.date = test::dated(day);
    return made;
}

SourceFileEntry file(std::string_view path, std::vector<SourceRecord> records) {
    SourceFileEntry entry;
    entry.path = path;
    entry.records = std::move(records);
    return entry;
}

}  // namespace

TEST_CASE("of two versions of an article the newer wins, whichever is read first") {
    Run newer_last;
    newer_last.enter("a", article("Storm", 1));
    const Verdict last = newer_last.enter("b", article("Storm", 2));
    CHECK(last.record.id == "x");
    CHECK(last.is_newest);
    REQUIRE(last.replaced);
    CHECK(last.replaced->date.day == 1);

    Run newer_first;
    newer_first.enter("a", article("Storm", 2));
    const Verdict older = newer_first.enter("b", article("Storm", 1));
    CHECK(older.record.id == "x");
    CHECK(older.record.state == RecordState::superseded);
    CHECK_FALSE(older.is_newest);
    CHECK_FALSE(older.replaced);
}

TEST_CASE("of two versions of the same day the later in reading order wins") {
    Run run;
    run.enter("a", article("Storm", 1));
    CHECK(run.enter("a", article("Storm", 1)).replaced);
    CHECK_FALSE(run.enter("b", article("Storm")).is_newest);
}

TEST_CASE("different articles with one id are both kept, the later as ID~2, ID~3") {
    Run run;
    CHECK(run.enter("a", article("Storm")).record.id == "x");
    CHECK(run.enter("b", article("Calm")).record.id == "x~2");
    CHECK(run.enter("c", article("Rain")).record.id == "x~3");
    CHECK(run.enter("d", article("Calm")).record.id == "x~2");
}

TEST_CASE("articles of different roots are different articles") {
    Run run;
    const Article storm = article("Storm");
    run.enter("a", storm, 0);
    CHECK(run.enter("a", storm, 1).record.id == "x~2");
}

TEST_CASE("an id that looks like one of ours is not given twice") {
    Run run;
    Article tilde = article("Rain");
    tilde.id = "x~2";
    run.enter("a", tilde);
    run.enter("b", article("Storm"));
    CHECK(run.enter("c", article("Calm")).record.id == "x~3");
}

TEST_CASE("a record that replaces one in the same file keeps its id, whatever it says") {
    Run run({file("a", {record("x~2", 7)}), file("b", {record("x", 8)})});
    run.previous().set_ahead({0, "a"}, true);
    run.previous().set_ahead({0, "b"}, true);
    CHECK(run.enter("a", article("Another")).record.id == "x~2");
    CHECK(run.enter("b", article("Again another")).record.id == "x");
}

TEST_CASE("a new article does not take the id of one that is still to be read") {
    const Article storm = article("Storm");
    Run run({file("b", {record("x", content_hash(storm))})});
    run.in_force["x"] = storm;
    run.previous().set_ahead({0, "b"}, true);
    CHECK(run.enter("a", article("Calm")).record.id == "x~2");
    const Verdict unchanged = run.enter("b", storm);
    CHECK(unchanged.record.id == "x");
    CHECK(run.is_in_force(unchanged));
}

TEST_CASE("an article that moved to another file keeps its id") {
    const Article storm = article("Storm");
    const Article calm = article("Calm");
    Run run({file("old", {record("x", content_hash(storm)), record("x~2", content_hash(calm))})});
    run.in_force = {{"x", storm}, {"x~2", calm}};
    const Verdict moved = run.enter("new", calm);
    CHECK(moved.record.id == "x~2");
    CHECK_FALSE(run.is_in_force(moved));  // its origin has changed
    CHECK(run.enter("new", storm).record.id == "x");
}

TEST_CASE("an article is in force only where the very record was indexed") {
    const Article storm = article("Storm");
    Run superseded({file("a", {record("x", content_hash(storm), RecordState::superseded)})});
    CHECK_FALSE(superseded.is_in_force(superseded.enter("a", storm)));
    Run changed({file("a", {record("x", 1)})});
    CHECK_FALSE(changed.is_in_force(changed.enter("a", storm)));
    Run unchanged({file("a", {record("x", content_hash(storm))})});
    CHECK(unchanged.is_in_force(unchanged.enter("a", storm)));
}

TEST_CASE("thousands of different articles with one id do not take long") {
    Run run;
    for (int i = 0; i < 3000; ++i) {
        const std::string number = std::to_string(i);
        const Verdict verdict = run.enter("a", test::some_article("x", "h" + number, number));
        REQUIRE(verdict.record.id == (i == 0 ? "x" : "x~" + std::to_string(i + 1)));
    }
}

TEST_CASE("an unchanged record keeps its id, whatever else has been read") {
    const Article storm = article("Storm");
    Run run({file("a", {record("x", 1)}), file("b", {record("x~2", content_hash(storm))})});
    run.enter("a", storm);
    CHECK(run.enter("b", storm).record.id == "x~2");
}

TEST_CASE("a record that stands where it stood is in force if it was indexed") {
    Run run;
    CHECK(run.is_in_force(run.replay(record("x", 1))));
    const Verdict duplicate = run.replay(record("x~2", 2, RecordState::duplicate));
    CHECK(duplicate.is_newest);
    CHECK(run.claims().find("x~2")->place == TextPlace::absent);
    CHECK(run.claims().find("x~2")->is_renamed);
}

TEST_CASE("records of an id that was withdrawn are no claims") {
    const Article storm = article("Storm");
    Run run({file("a", {record("x", content_hash(storm))}), file("b", {record("x~2", 5)})});
    run.withdrawn = {"x", "x~2"};
    const Verdict unchanged = run.enter("a", storm);
    CHECK(unchanged.record.state == RecordState::withdrawn);
    CHECK_FALSE(unchanged.is_newest);
    CHECK(run.claims().find("x") == nullptr);
    CHECK(run.enter("b", article("Changed")).record.id == "x~2");
    CHECK(run.enter("c", article("Elsewhere")).record.state == RecordState::withdrawn);
    CHECK(run.claims().all().empty());
}
