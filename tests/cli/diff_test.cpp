#include "tests/catch.hpp"
#include "tests/program.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline::test;

namespace {

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

struct Files {
    TemporaryFolder folder;
    std::string qrels = folder.write("qrels", "1 0 x 1\n2 0 y 1\n").string();
    std::string a =
        folder.write("a.run", "1 Q0 x 1 2 a\n1 Q0 y 2 1 a\n2 Q0 y 1 1 a\n3 Q0 y 1 1 a\n").string();
    std::string b = folder.write("b.run", "1 Q0 y 1 2 b\n1 Q0 x 2 1 b\n2 Q0 y 1 1 b\n").string();
};

}  // namespace

TEST_CASE("diff says how alike two runs are, and exits 0 whether or not they differ") {
    const Files files;
    const ProgramResult result = run_dateline({"diff", files.a, files.b, "--persistence", "0.5"});
    CHECK(result.exit_code == 0);
    CHECK(contains(result.out, "2 topics in both, RBO with p = 0.5"));
    CHECK(contains(result.out, "overlap@10    1.0000\n"));
    CHECK(contains(result.out, "RBO           0.7500\n"));
    CHECK(contains(result.err, "note: " + files.b + " lacks 1 topic (3) of " + files.a));
    const ProgramResult same = run_dateline({"diff", files.a, files.a});
    CHECK(same.exit_code == 0);
    CHECK(same.err.empty());
    CHECK(contains(same.out, "the answers are the same"));
}

TEST_CASE("diff with qrels adds measures and tests") {
    const Files files;
    const ProgramResult result =
        run_dateline({"diff", "--qrels", files.qrels, "--seed", "5", files.a, files.b});
    CHECK(result.exit_code == 0);
    CHECK(contains(result.out, "against the qrels: 2 topics"));
    CHECK(contains(result.out, "seed 5"));
    const ProgramResult jsonl =
        run_dateline({"diff", "--qrels=" + files.qrels, "--format=jsonl", files.a, files.b});
    CHECK(contains(jsonl.out, "{\"topic\":\"all\",\"measure\":\"map\",\"value\":-0.25,"));
    CHECK(run_dateline({"diff", "--format", "csv", files.a, files.b})
              .out.starts_with("topic,measure,value,"));
}

TEST_CASE("diff of anything but two runs is an error") {
    const Files files;
    const std::string empty = files.folder.write("empty.run", "").string();
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{"diff"},
          {"diff", files.a},
          {"diff", files.a, files.b, files.a},
          {"diff", files.a, files.b, "--persistence", "1"},
          {"diff", files.a, files.b, "--persistence", "nan"},
          {"diff", files.a, files.b, "--format", "trec"}})
        CHECK(run_dateline(words).exit_code == 2);
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{"diff", files.a, "/n/none"},
          {"diff", files.a, files.qrels},
          {"diff", files.a, empty},
          {"diff", files.a, files.b, "--qrels", "/n/none"}}) {
        const ProgramResult result = run_dateline(words);
        CHECK(result.exit_code == 4);
        CHECK(result.out.empty());
    }
}
