#include "tests/catch.hpp"
#include "tests/program.hpp"

using namespace dateline::test;

TEST_CASE("help alone lists the commands, as --help does") {
    const ProgramResult help = run_dateline({"help"});
    CHECK(help.exit_code == 0);
    CHECK(help.out == run_dateline({"--help"}).out);
    CHECK(help.out.find("help query") != std::string::npos);
}

TEST_CASE("help of a command is its --help, in both programs") {
    CHECK(run_dateline({"help", "search"}).out == run_dateline({"search", "--help"}).out);
    CHECK(run_dateline({"help", "index"}).out == run_dateline({"index", "--help"}).out);
    CHECK(run_dateline({"help", "index"}).out.starts_with("usage: dateline index"));
}

TEST_CASE("help query is the manual of the query language, for people and as a man page") {
    const ProgramResult text = run_dateline({"help", "query", "--width", "80"});
    CHECK(text.exit_code == 0);
    CHECK(text.out.starts_with("dateline-query: "));
    CHECK(text.out.find("nato w/5 iraq") != std::string::npos);
    CHECK(run_dateline({"help", "query", "--format", "man"}).out.starts_with(".TH DATELINE"));
    const ProgramResult unknown = run_dateline({"help", "zebra"});
    CHECK(unknown.exit_code == 2);
    CHECK(unknown.err.find("there is no help on 'zebra'") != std::string::npos);
}
