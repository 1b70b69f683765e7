#include "indexer/run_counts.hpp"

#include "tests/catch.hpp"

using namespace dateline;

namespace {

SourceRecord record(RecordState state) {
    SourceRecord made;
    made.state = state;
    return made;
}

}  // namespace

TEST_CASE("a file that is as it was repeats its counts, and what was withdrawn is skipped") {
    SourceFileEntry file;
    file.records = {record(RecordState::indexed), record(RecordState::indexed),
                    record(RecordState::superseded), record(RecordState::duplicate),
                    record(RecordState::withdrawn)};
    file.problems.resize(3);
    file.problems[0].outcome = ProblemOutcome::skipped;
    file.problems[1].outcome = ProblemOutcome::warning;
    const Ledger ledger = ledger_of_unchanged(file);
    CHECK(ledger_line(ledger) ==
          "read 7 = indexed 0 + unchanged 2 + duplicate 1 + superseded 1 + skipped 2 + "
          "rejected 1; removed 0");
    Ledger sum = ledger;
    add(sum, ledger);
    CHECK(sum.read == 14);
    CHECK(sum.adds_up());
}

TEST_CASE("an article is lost where no record has its id any more") {
    std::vector<SourceFileEntry> files(2);
    files[1].root = 1;
    for (SourceFileEntry& file : files) {
        file.records = {record(RecordState::indexed), record(RecordState::duplicate),
                        record(RecordState::superseded)};
        for (std::size_t i = 0; i < 3; ++i)
            file.records[i].id = std::to_string(file.root) + std::to_string(i);
    }
    const Roots roots{{{"/a", "", ""}, {"/b", "", ""}}, {true, true}};
    PreviousRecords previous(files);
    const IdSet withdrawn;
    ArticleClaims claims(previous, withdrawn, true, {});
    claims.replay(files[0].records[1], {});
    const auto losses = count_losses(roots, files, claims, {"11"});
    CHECK(losses[0].known == 2);
    CHECK(losses[0].lost == 1);
    CHECK(losses[1].lost == 1);
}
