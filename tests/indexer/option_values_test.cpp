#include "indexer/option_values.hpp"

#include "tests/catch.hpp"
#include "tests/caught_error.hpp"

using namespace dateline;

namespace {

template <typename Read>
bool is_refused(const Read& read) {
    return test::caught_error([&] { read(); }).kind() == ErrorKind::usage;
}

}  // namespace

TEST_CASE("a size is a number with K, M or G") {
    CHECK(read_size("--memory", "0") == 0);
    CHECK(read_size("--memory", "123") == 123);
    CHECK(read_size("--memory", "2K") == 2048);
    CHECK(read_size("--memory", "3m") == 3U << 20);
    CHECK(read_size("--memory", "1G") == 1U << 30);
    for (const char* text : {"", "M", "1T", "1MB", "-1", "1.5G", "99999999999G", "1 M"}) {
        INFO(text);
        CHECK(is_refused([&] { read_size("--memory", text); }));
    }
}

TEST_CASE("orders, zones and writers are what they are called") {
    CHECK(read_date_order("") == DateOrder::unknown);
    CHECK(read_date_order("mdy") == DateOrder::month_day_year);
    CHECK(is_refused([] { read_date_order("ydm"); }));
    CHECK(read_zone_option("") == 0);
    CHECK(read_zone_option("+02:00") == 120);
    CHECK(is_refused([] { read_zone_option("somewhere"); }));
    CHECK(read_writer("stock") == WriterKind::stock);
    CHECK(is_refused([] { read_writer("bulk"); }));
}

TEST_CASE("fields are set by name, cleaned, languages by any name they have") {
    const FieldDefaults defaults =
        read_field_defaults({"source=Daily  Wire", "language=English", "section=a=b"});
    CHECK(defaults.source == "Daily Wire");
    CHECK(defaults.language == "en");
    CHECK(defaults.section == "a=b");
    CHECK(defaults.place.empty());
    for (const char* text : {"source", "source=", "body=x", "language=Klingonese", "source=\xFF"}) {
        INFO(text);
        CHECK(is_refused([&] { read_field_defaults({text}); }));
    }
}
