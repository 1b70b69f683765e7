#include "tests/catch.hpp"
#include "tests/program.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline::test;

namespace {

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

// Three judged topics; run a answers two of them and one more, b all three.
struct Files {
    TemporaryFolder folder;
    std::string qrels = folder.write("qrels", "1 0 x 2\n1 0 y 1\n2 0 z 1\n3 0 w 1\n").string();
    std::string a = folder
                        .write("a.run",
                               "1 Q0 y 1 3 a\r\n1 Q0 n 2 2 a\r\n1\tQ0 x 3 1 a\n\n"
                               "2 Q0 n 1 2 a\n2 Q0 z 2 2 a\n9 Q0 n 1 1 a\n")
                        .string();
    std::string b = folder
                        .write("b.run",
                               "1 Q0 x 1 3 b\n1 Q0 y 2 2 b\n2 Q0 n 1 9 b\n2 Q0 z 2 8 b\n"
                               "3 Q0 w 1 1 b\n")
                        .string();
};

}  // namespace

TEST_CASE("eval prints trec_eval's columns and notes on stderr what is missing") {
    const Files files;
    const ProgramResult result = run_dateline({"eval", "--format", "trec", "-m", "MAP", "-m", "P@1",
                                               "-m", "map", "-q", files.qrels, files.a});
    CHECK(result.exit_code == 0);
    // z and n of topic 2 have one score: the greater docno comes first.
    CHECK(result.out ==
          "map                   \t1\t0.8333\nP_1                   \t1\t1.0000\n"
          "map                   \t2\t1.0000\nP_1                   \t2\t1.0000\n"
          "map                   \tall\t0.9167\nP_1                   \tall\t1.0000\n");
    CHECK(contains(result.err, "note: " + files.a +
                                   " lacks 1 topic (3) of the qrels: left out (-c counts them"));
    CHECK(contains(result.err, "has 1 topic (9) that the qrels lack"));
    const ProgramResult quiet = run_dateline({"eval", "--quiet", files.qrels, files.a});
    CHECK(quiet.exit_code == 0);
    CHECK(quiet.err.empty());
}

TEST_CASE("eval -c averages over all topics of the qrels, -l raises what is relevant") {
    const Files files;
    const auto value = [&](std::vector<std::string> options) {
        options.insert(options.begin(), {"eval", "--format=trec", "-m", "map"});
        options.insert(options.end(), {files.qrels, files.a});
        const std::string out = run_dateline(options).out;
        return out.substr(out.rfind('\t') + 1);
    };
    CHECK(value({}) == "0.9167\n");
    CHECK(value({"-c"}) == "0.6111\n");
    CHECK(value({"-l", "2"}) == "0.1667\n");
    CHECK(value({"-l2", "--complete"}) == "0.1111\n");
}

TEST_CASE("eval sets runs side by side on the same topics") {
    const Files files;
    const ProgramResult result = run_dateline({"eval", files.qrels, files.a, files.b});
    CHECK(result.exit_code == 0);
    CHECK(contains(result.out, "\n2 topics\n"));
    CHECK(contains(result.out, "\nB against A\n"));
    CHECK(contains(result.out, "p (t)"));
    CHECK(run_dateline({"eval", files.qrels, files.a, files.b}).out == result.out);
    const ProgramResult csv =
        run_dateline({"eval", "--format", "csv", files.qrels, files.a, files.b});
    CHECK(csv.out.starts_with("run,topic,measure,value,"));
    CHECK(run_dateline({"eval", "--format", "json", files.qrels, files.b})
              .out.starts_with("{\"run\":\""));
}

TEST_CASE("eval reads a run from standard input") {
    const Files files;
    const ProgramResult result =
        run_dateline({"eval", "--format=trec", "-m", "P_1", files.qrels, "-"},
                     {.standard_input = read_bytes(files.a)});
    CHECK(result.exit_code == 0);
    CHECK(result.out == "P_1                   \tall\t1.0000\n");
}

TEST_CASE("eval without runs, or with a measure that is none, is a usage error") {
    const Files files;
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{"eval"},
          {"eval", files.qrels},
          {"eval", "-m", "F1", files.qrels, files.a},
          {"eval", "-m", "P", files.qrels, files.a},
          {"eval", "-l", "x", files.qrels, files.a},
          {"eval", "--level=-1", files.qrels, files.a},
          {"eval", "--format", "ids", files.qrels, files.a}}) {
        const ProgramResult result = run_dateline(words);
        CHECK(result.exit_code == 2);
        CHECK(result.out.empty());
        CHECK(contains(result.err, "error: "));
    }
}

TEST_CASE("eval names the file and line that cannot be read") {
    const Files files;
    const auto error_of = [&](const std::string& qrels, const std::string& run) {
        const ProgramResult result = run_dateline({"eval", qrels, run});
        CHECK(result.exit_code == 4);
        CHECK(result.out.empty());
        return result.err;
    };
    CHECK(contains(error_of(files.qrels, "/n/none"), "cannot read /n/none: No such file"));
    CHECK(contains(error_of(files.qrels, files.folder.path().string()), "Is a directory"));
    CHECK(contains(error_of(files.a, files.qrels), files.a + ", line 1: 6 columns where a qrels"));
    CHECK(contains(error_of(files.qrels, files.qrels),
                   files.qrels + ", line 1: 4 columns where a run has 6"));
    const std::string twice =
        files.folder.write("twice.run", "1 Q0 x 1 2 t\n\n1 Q0 x 2 1 t\n").string();
    CHECK(contains(error_of(files.qrels, twice),
                   twice + ", line 3: x again in topic 1 (first on line 1)"));
    const std::string other = files.folder.write("other.run", "q1 Q0 x 1 2 t\n").string();
    CHECK(contains(error_of(files.qrels, other), "no topic of " + other + " is in the qrels"));
}
