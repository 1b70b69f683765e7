#include "corpus/formats/csv_dialect.hpp"

#include <string>

#include "tests/catch.hpp"

using namespace dateline;

namespace {

char delimiter_of(std::string_view head) {
    const auto dialect = csv_dialect(head);
    return dialect ? dialect->delimiter : '-';
}

}  // namespace

TEST_CASE("a header with names of fields makes a table, whatever separates them") {
    CHECK(delimiter_of("id,title,body\n1,A,\"One, two\"\n") == ',');
    CHECK(delimiter_of("id;title;body\n1;A, B, C, D;One\n") == ';');
    CHECK(delimiter_of("id\tTitle\tpub_date\r\n1\tA\t2020\r\n") == '\t');
    CHECK(delimiter_of("headline|articleBody\nA|B\n") == '|');
    CHECK(delimiter_of("\xEF\xBB\xBFsep=;\r\ntitle;body\r\n") == ';');
    CHECK(delimiter_of("title,body\n") == ',');
    CHECK(delimiter_of(",title,publication,author,date,year,month,url,content\n0,A,,,,,,,B\n") ==
          ',');
}

TEST_CASE("a row longer than the head is enough with such a header") {
    CHECK(delimiter_of("id,title,body\n1,A,\"" + std::string(70'000, 'x')) == ',');
}

TEST_CASE("a table without known names is one when all rows are alike") {
    CHECK(delimiter_of("\"3\",\"Oil falls\",\"Oil fell, again.\"\n\"1\",\"A\",\"B\"\n") == ',');
    CHECK(delimiter_of("Kop;Tekst;Dag\nA;B;1\nC;D;2\nE;F;3\n") == ';');
    CHECK(delimiter_of("401\tforeign minorities\n402\tbehavioral genetics\n") == '\t');
    CHECK(delimiter_of("Kop,Tekst,Dag\nA,\"B, b\",1\nC,\"D\nd\",2\n") == ',');
}

TEST_CASE("prose is no table") {
    for (const char* text :
         {"LONDON, Jan. 5, 2020\n\nOil fell, gold rose, and stocks stood still.\n",
          "Oil, gold, stocks\n\nOil fell, gold rose, stocks fell.\nBrent, WTI, Urals fell.\n",
          "Oil, gold, stocks\nOil fell, gold rose, all said.\nBrent, WTI, Urals fell.\n"
          "One, two, three.\n",
          "A headline\n\nText.\n", "Title, text\n\nAn article, not a table, since it has prose.\n",
          "\tIndented paragraph\n\tanother one\n", "Goals; cards; fouls\n\nNone; as ever.\n",
          "{\"title\": \"A\", \"body\": \"B\"}\n{\"title\": \"A\", \"body\": \"B\"}\n",
          "<DOC>, <DOCNO>, 1\n", "", "\n", "401 0 FBIS3-1 0\n401 0 FBIS3-2 1\n"}) {
        CAPTURE(text);
        CHECK(delimiter_of(text) == '-');
    }
}

TEST_CASE("backslash escapes are told from doubled quotes") {
    const auto escapes = [](std::string_view head) {
        return csv_dialect(head).value().has_backslash_escapes;
    };
    CHECK(escapes("title,body\n\"A\",\"say \\\"no\\\" now\"\n"));
    CHECK(escapes("title,body\n\"\",\"\\\"No\\\", he said\"\n"));
    CHECK_FALSE(escapes("title,body\n\"A\",\"say \"\"no\"\" \\\"\n"));
    CHECK_FALSE(escapes("title,body\n\"C:\\\",\"text\"\n"));
    CHECK_FALSE(escapes("title,body\nA,B\n"));
}

TEST_CASE("line ends of old files") {
    CHECK(csv_dialect("title,body\rA,B\r").value().line_end == '\r');
    CHECK(csv_dialect("title,body\r\nA,B\r\n").value().line_end == '\n');
}
