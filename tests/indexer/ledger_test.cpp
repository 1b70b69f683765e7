#include "indexer/ledger.hpp"

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("the ledger's last line names every outcome") {
    const Ledger ledger{.read = 7,
                        .indexed = 2,
                        .unchanged = 1,
                        .duplicate = 1,
                        .superseded = 1,
                        .skipped = 1,
                        .rejected = 1,
                        .removed = 9};
    CHECK(ledger.adds_up());
    CHECK(ledger_line(ledger) ==
          "read 7 = indexed 2 + unchanged 1 + duplicate 1 + superseded 1 + skipped 1 + rejected 1; "
          "removed 9");
    CHECK(ledger_json(ledger) ==
          R"({"read":7,"indexed":2,"unchanged":1,"duplicate":1,"superseded":1,"skipped":1,)"
          R"("rejected":1,"removed":9})");
    CHECK_FALSE(Ledger{.read = 1}.adds_up());
}
