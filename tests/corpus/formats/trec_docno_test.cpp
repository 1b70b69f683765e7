#include "corpus/formats/trec_docno.hpp"

#include <string>

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("ids tell the source and the day") {
    CHECK(read_trec_docno("AP880212-0001").date == "1988-02-12");
    CHECK(read_trec_docno("AP880212-0001").source == "Associated Press");
    CHECK(read_trec_docno("LA010189-0001").date == "1989-01-01");
    CHECK(read_trec_docno("FR940104-0-00001").date == "1994-01-04");
    CHECK(read_trec_docno("XIE19960101.0001").date == "1996-01-01");
    CHECK(read_trec_docno("NYT_ENG_19990405.0001").date == "1999-04-05");
    CHECK(read_trec_docno("NYT_ENG_19990405.0001").source == "New York Times");
    CHECK(read_trec_docno("WSJ870324-0001").is_american);
}

TEST_CASE("other ids tell nothing of the day") {
    for (const char* docno : {"FT911-1", "FBIS3-1", "GX000-00-0000001", "doc2", "", "WSJ_1",
                              "123456-1", "SJMN91-06003067", "AP880212"})
        CHECK(read_trec_docno(docno).date.empty());
    CHECK(read_trec_docno("doc2").source.empty());
}
