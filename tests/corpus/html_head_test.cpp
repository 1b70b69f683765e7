#include "corpus/html_head.hpp"

#include <string>

#include "corpus/html_body.hpp"
#include "tests/catch.hpp"

using namespace dateline;

namespace {

const std::string prose =
    "<p>Prose goes on for a while here, it has a comma or two, and it ends with a full stop.</p>";

HtmlHead head_of(const std::string& html) {
    const auto tree = HtmlTree::parse(html);
    REQUIRE(tree);
    const HtmlBlocks page = html_blocks(*tree);
    std::uint32_t headline = 0;
    for (std::uint32_t i = 0; i < tree->nodes().size(); ++i)
        if (tree->nodes()[i].tag == HtmlTag::h1) headline = i;
    return html_head(*tree, page, headline,
                     html_body_blocks(*tree, page, find_html_body(*tree, page)));
}

using Lines = std::vector<std::string>;

DateOptions dates() {
    DateOptions options;
    options.today = 20'000;
    return options;
}

}  // namespace

TEST_CASE("the head is below the headline and above it, up to the text") {
    CHECK(head_of("<div>City</div><h1>Bridge closed</h1><div>By Mara Ellis<br>5 May 2020</div>" +
                  prose + "<p>After")
              .lines == Lines{"By Mara Ellis", "5 May 2020", "Bridge closed", "City"});
    CHECK(head_of("<p>No text").lines.empty());
}

TEST_CASE("a page without a heading has its head right above the text") {
    CHECK(
        head_of("<table><td><b>Bridge closed</b><br>By MARA ELLIS<br>May 5, 1998" + prose).lines ==
        Lines{"Bridge closed", "By MARA ELLIS", "May 5, 1998"});
    CHECK(head_of("<div>By Mara Ellis<br>Prose goes on for a while here, it has a comma or two, "
                  "and it ends with a full stop.</div>" +
                  prose)
              .lines == Lines{"By Mara Ellis"});
}

TEST_CASE("what is about other articles is not of the head") {
    CHECK(head_of("<h1>Bridge closed</h1><div class=related>4 May 2020</div>" + prose).lines ==
          Lines{"Bridge closed"});
    CHECK(head_of("<h1>Bridge closed</h1><div class=caption>4 May 2020</div>" + prose).lines ==
          Lines{"Bridge closed"});
}

TEST_CASE("authors are found in a line, or in a part of one") {
    CHECK(byline_of({0, 0, {"City", "By Mara Ellis"}}) == "Mara Ellis");
    CHECK(byline_of({0, 0, {"By Mara Ellis | 5 May 2020"}}) == "Mara Ellis");
    CHECK(byline_of({0, 0, {"City"}}).empty());
}

TEST_CASE("the line that a title ends with is the headline") {
    CHECK(headline_of({0, 0, {"City", "Bridge closed"}}, "The Herald: Bridge closed") ==
          "Bridge closed");
    CHECK(headline_of({0, 0, {"closed"}}, "Bridge: closed").empty());
    CHECK(headline_of({0, 0, {"is closed"}}, "Bridge is closed").empty());
}

TEST_CASE("authors, dates and when it was posted are lines of a head") {
    for (const char* line : {"By Mara Ellis", "January 5, 1998", "Posted: January 5, 1998",
                             "Web posted at: 10:32 a.m. EST"})
        CHECK(is_head_line(line, dates()));
    for (const char* line : {"The vote was held on January 5, 1998", "Posted by a friend", "City",
                             "By then it was over."})
        CHECK_FALSE(is_head_line(line, dates()));
}
