#include "indexer/table_error.hpp"

#include <cerrno>
#include <cstring>

#include "corpus/access_error.hpp"
#include "tests/catch.hpp"
#include "tests/caught_error.hpp"

using namespace dateline;
using test::caught_error;

TEST_CASE("tables that make no sense, or are missing, are damage") {
    const Error senseless =
        caught_error([] { throw_table_error("i/segment-1", "a block is wrong", nullptr); });
    CHECK(senseless.kind() == ErrorKind::index);
    CHECK(senseless.what() == std::string("i/segment-1 is damaged: a block is wrong"));
    const char* const missing = std::strerror(ENOENT);
    CHECK(caught_error([&] { throw_table_error("s", "no table", missing); }).kind() ==
          ErrorKind::index);
}

TEST_CASE("what the system refuses is told apart, for it may be whole") {
    for (const int reason : refusals)
        CHECK_THROWS_AS(throw_table_error("s", "no table", std::strerror(reason)), AccessError);
}

TEST_CASE("what the system refuses is found in a report, where it is given as a reason") {
    for (const int reason : refusals) {
        const std::string report =
            "docdata:\nCouldn't open postlist.glass (" + std::string(std::strerror(reason)) + ")\n";
        CHECK_THROWS_AS(throw_where_refused("s", report), AccessError);
    }
    for (const int failure : {EIO, EINTR}) {
        const std::string report = "opening (" + std::string(std::strerror(failure)) + ")\n";
        CHECK(caught_error([&] { throw_where_refused("s", report); }).kind() ==
              ErrorKind::input_output);
    }
    CHECK_NOTHROW(throw_where_refused("s", "block 7: Too many items\n"));
    CHECK_NOTHROW(throw_where_refused("s", std::string(std::strerror(EMFILE))));
}

TEST_CASE("tables that the system does not let be read are not called damaged") {
    const Error error = caught_error(
        [] { throw_table_error("i/segment-1", "reading block 7", std::strerror(EIO)); });
    CHECK(error.kind() == ErrorKind::input_output);
    CHECK(error.what() ==
          "cannot read i/segment-1: reading block 7: " + std::string(std::strerror(EIO)));
    CHECK(error.hint().empty());
}
