#include "bench/qrels.hpp"

#include "tests/catch.hpp"
#include "tests/caught_error.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;
using namespace dateline::test;

TEST_CASE("qrels are read by topic, with grades of any sign") {
    const Qrels qrels = parse_qrels("2 0 a 1\r\n10\tQ0\tb\t+3\n\n2 0  c   -1\n2 0 d 0", "qrels");
    REQUIRE(qrels.size() == 2);
    CHECK(qrels.begin()->first == "10");
    CHECK(qrels.at("10") == Judgments{{"b", 3}});
    CHECK(qrels.at("2") == Judgments{{"a", 1}, {"c", -1}, {"d", 0}});
}

TEST_CASE("errors in qrels name file, line and what is wrong") {
    const auto error_of = [](std::string_view text) {
        return std::string(caught_error([&] { return parse_qrels(text, "q.txt"); }).what());
    };
    CHECK(error_of("1 0 a\n") ==
          "q.txt, line 1: 3 columns where a qrels file has 4 (topic iteration docno grade)");
    CHECK(error_of("1 0 a 1\n1 Q0 b 2 1.5 tag\n").starts_with("q.txt, line 2: 6 columns"));
    for (const char* grade : {"yes", "1.0", "1x", "99999999999", "--1"}) {
        INFO(grade);
        CHECK(error_of(std::string("\n1 0 a ") + grade) ==
              std::string("q.txt, line 2: the grade \"") + grade + "\" is no whole number");
    }
    CHECK(error_of("1 0 a 1\n2 0 a 1\n1 0 a 0\n") == "q.txt, line 3: a again in topic 1");
}

TEST_CASE("a file without judgments is an error") {
    const TemporaryFolder folder;
    const std::string file = folder.write("qrels", "\n \n").string();
    const Error error = caught_error([&] { return read_qrels(file); });
    CHECK(error.kind() == ErrorKind::input_output);
    CHECK(says(error, "holds no judgments"));
}
