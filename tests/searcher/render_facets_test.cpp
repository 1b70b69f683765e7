#include "searcher/render_facets.hpp"

#include <nlohmann/json.hpp>

#include "searcher/record_lines.hpp"
#include "tests/catch.hpp"

using namespace dateline;

namespace {

std::vector<Facet> sample() {
    return {{FacetField::source,
             {{"Harbour Courier", 12}, {"Die Presse am Sonntag aus Wien", 6}, {"北京日报", 1}},
             4,
             30},
            {FacetField::year, {{"2020", 40}, {"2019", 9}}, 0, 0}};
}

}  // namespace

TEST_CASE("facets at 40 columns") {
    CHECK(render_facets(sample(), "49 of 60 articles", {40, false}) == R"(source
Harbour Courier  ████████████████████ 12
Die Presse am S… ██████████            6
北京日报         █▋                    1
+4 more sources (-n 0 shows all)
(no source)                           30

year
2020 ████████████████████████████████ 40
2019 ███████▎                          9

49 of 60 articles
)");
}

TEST_CASE("facets at 80 columns") {
    CHECK(render_facets(sample(), "49 of 60 articles", {80, false}) == R"(source
Harbour Courier                ██████████████████████████████████████████████ 12
Die Presse am Sonntag aus Wien ███████████████████████                         6
北京日报                       ███▉                                            1
+4 more sources (-n 0 shows all)
(no source)                                                                   30

year
2020 ████████████████████████████████████████████████████████████████████████ 40
2019 ████████████████▎                                                         9

49 of 60 articles
)");
}

TEST_CASE("records of facets in jsonl and csv") {
    const auto records = facet_records(sample());
    CHECK(jsonl_text(records) == R"({"field":"source","value":"Harbour Courier","articles":12}
{"field":"source","value":"Die Presse am Sonntag aus Wien","articles":6}
{"field":"source","value":"北京日报","articles":1}
{"field":"source","value":null,"articles":30}
{"field":"year","value":"2020","articles":40}
{"field":"year","value":"2019","articles":9}
)");
    CHECK(csv_text(records) ==
          "field,value,articles\r\n"
          "source,Harbour Courier,12\r\n"
          "source,Die Presse am Sonntag aus Wien,6\r\n"
          "source,北京日报,1\r\n"
          "source,,30\r\n"
          "year,2020,40\r\n"
          "year,2019,9\r\n");
}
