#include "corpus/command_line/error_report.hpp"

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("damage of an index gets the commands to type, for the index that it is of") {
    GlobalOptions global;
    global.index = "/news";
    global.further_indexes = {"/old news"};
    const auto hint = [&](const char* message) {
        return with_way_out({ErrorKind::index, message}, global).hint();
    };
    CHECK(hint("/news/segment-1/text is damaged").find("--index /news check --repair") !=
          std::string::npos);
    CHECK(hint("/old news/segment-1/text is damaged").find("--index '/old news' check") !=
          std::string::npos);
}

TEST_CASE("an error that knows the way out, or is of no index, stays as it is") {
    GlobalOptions global;
    global.index = "/news";
    CHECK(with_way_out({ErrorKind::index, "none there", "make one"}, global).hint() == "make one");
    for (const ErrorKind kind : {ErrorKind::usage, ErrorKind::input_output, ErrorKind::refused})
        CHECK(with_way_out({kind, "it failed"}, global).hint().empty());
}
