#include "corpus/formats/iptc_subjects.hpp"

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("a subject code is named by its top level") {
    CHECK(iptc_subject_name("04000000") == "economy, business and finance");
    CHECK(iptc_subject_name("15007000") == "sport");
    CHECK(iptc_subject_name("17000000") == "weather");
}

TEST_CASE("other texts name no subject") {
    for (const std::string_view code :
         {"", "sport", "20000822", "00000000", "0400000", "040000000"})
        CHECK(iptc_subject_name(code).empty());
}
