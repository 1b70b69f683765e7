#include "corpus/command_line/manual.hpp"

#include <algorithm>
#include <sstream>

#include "corpus/command_line/front_door_topics.hpp"
#include "tests/catch.hpp"

using namespace dateline;

namespace {

const ManualPage page{
    "dateline-test",
    7,
    "a page",
    {{"Words", "One paragraph that is long enough to be broken.\n\n.dots begin lines", {}},
     {"Options", "", {{"-n N", "how many of them there are to be"}, {"--other", "it's \"x\""}}}}};

}  // namespace

TEST_CASE("a page of the manual as text, exactly") {
    CHECK(manual_text(page, 40) ==
          "dateline-test: a page\n"
          "\nWORDS\n"
          "  One paragraph that is long enough to\n"
          "  be broken.\n"
          "\n"
          "  .dots begin lines\n"
          "\nOPTIONS\n"
          "  -n N     how many of them there are to\n"
          "           be\n"
          "  --other  it's \"x\"\n");
    CHECK(manual_text(page, 20) ==
          "dateline-test: a\n"
          "page\n"
          "\nWORDS\n"
          "  One paragraph that\n"
          "  is long enough to\n"
          "  be broken.\n"
          "\n"
          "  .dots begin lines\n"
          "\nOPTIONS\n"
          "  -n N\n"
          "      how many of\n"
          "      them there are\n"
          "      to be\n"
          "  --other\n"
          "      it's \"x\"\n");
}

TEST_CASE("a page of the manual in roff, exactly") {
    CHECK(manual_roff(page) ==
          ".TH DATELINE\\-TEST 7 \"\" \"dateline\" \"dateline\"\n"
          ".SH NAME\ndateline\\-test \\- a page\n"
          ".SH \"WORDS\"\n"
          "One paragraph that is long enough to be broken.\n"
          ".PP\n"
          "\\&.dots begin lines\n"
          ".SH \"OPTIONS\"\n"
          ".TP\n.B \"\\-n N\"\nhow many of them there are to be\n"
          ".TP\n.B \"\\-\\-other\"\nit\\(aqs \\(dqx\\(dq\n");
}

TEST_CASE("pages are ASCII, and no wider than they may be but for terms") {
    for (const ManualPage& topic : {config_page(), exit_code_page()})
        for (const std::size_t width : {20U, 40U, 80U, 120U}) {
            std::istringstream lines(manual_text(topic, width));
            for (std::string line; std::getline(lines, line);) {
                INFO(line);
                const std::size_t text = std::min(line.find_first_not_of(' '), line.size());
                CHECK((line.size() <= width || line.find(' ', text) == std::string::npos ||
                       line.starts_with("  ")));
                for (const char c : line) CHECK((c >= ' ' && c <= '~'));
            }
        }
}
