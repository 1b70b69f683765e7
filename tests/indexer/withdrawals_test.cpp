#include "indexer/withdrawals.hpp"

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("ids are read one a line, with their reasons") {
    CHECK(read_withdrawals("a\tcourt order\n\nb\r\n\tno id\nc\t\nlast") ==
          std::vector<Withdrawal>{{"a", "court order"}, {"b", ""}, {"c", ""}, {"last", ""}});
    CHECK(read_withdrawals("  a \t order \r\n \t \n") == std::vector<Withdrawal>{{"a", "order"}});
    CHECK(read_withdrawals("").empty());
}

TEST_CASE("lists are merged by id, and a later reason counts") {
    const auto merged =
        merge_withdrawals({{"b", "old"}, {"c", "kept"}}, {{"c", ""}, {"a", ""}, {"b", "new"}});
    CHECK(merged == std::vector<Withdrawal>{{"a", ""}, {"b", "new"}, {"c", "kept"}});
    CHECK(withdrawal_text(*find_withdrawal(merged, "b")) == "withdrawn: new");
    CHECK(withdrawal_text(*find_withdrawal(merged, "a")) == "withdrawn");
    CHECK(find_withdrawal(merged, "bb") == nullptr);
}
