#include "tests/catch.hpp"
#include "tests/cli/small_archive.hpp"

using namespace dateline::test;

TEST_CASE("vocab lists words and how frequent they are") {
    const SmallArchive archive;
    const ProgramResult result = archive.run({"vocab", "TRAIN"});
    CHECK(result.exit_code == 0);
    CHECK(result.err.empty());
    CHECK(result.out == R"(word      articles  passages
training         2         2
trainers         1         1
)");
    CHECK(archive.run({"vocab", "train*"}).out == result.out);
    CHECK(archive.run({"vocab", "--format=jsonl", "train"}).out ==
          R"({"term":"training","articles":2,"passages":2}
{"term":"trainers","articles":1,"passages":1}
)");
    CHECK(archive.run({"vocab", "--format=csv", "-n1", "train"}).out ==
          "term,articles,passages\r\ntraining,2,2\r\n");
    CHECK(archive.run({"vocab", "-n1", "train"}).out ==
          "word      articles  passages\n"
          "training         2         2\n"
          "\n"
          "1 of 2 words (-n 0 shows all)\n");
}

TEST_CASE("vocab says why it shows nothing") {
    const SmallArchive archive;
    const ProgramResult none = archive.run({"vocab", "trainig"});
    CHECK(none.exit_code == 1);
    CHECK(none.out.empty());
    CHECK(none.err.find("no word begins with \"trainig\" (did you mean training?)") !=
          std::string::npos);
    CHECK(archive.run({"vocab"}).exit_code == 2);
    CHECK(archive.run({"vocab", "a", "b"}).exit_code == 2);
}
