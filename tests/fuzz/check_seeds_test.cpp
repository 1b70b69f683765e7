#include "tests/catch.hpp"
#include "tests/fuzz/checks.hpp"
#include "tests/fuzz/seeds.hpp"

using namespace dateline::test;

namespace {

std::vector<std::string> seeds(const char* name) {
    return seeds_in(std::filesystem::path(DATELINE_SOURCE_DIR) / "tests/fuzz" / name);
}

}  // namespace

TEST_CASE("what may be a date is read as one day, or refused with a reason") {
    const auto all = seeds("date-seeds");
    CHECK(all.size() > 20);
    check_around(all, 20'000, check_date_text);
}

TEST_CASE("whatever a body is, its passages are of whole characters and join back to it") {
    const auto all = seeds("passage-seeds");
    CHECK(all.size() > 5);
    check_around(all, 4'000, check_passages);
}

TEST_CASE("whatever HTML is, its text is clean, and a page is an article or has a reason") {
    const auto all = seeds("html-seeds");
    CHECK(all.size() > 5);
    check_around(all, 6'000, check_html);
}
