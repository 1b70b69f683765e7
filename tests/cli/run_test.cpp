#include <sstream>

#include "tests/catch.hpp"
#include "tests/cli/small_archive.hpp"
#include "tests/publish_copies.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

using Lines = std::vector<std::string>;

Lines lines_of(const std::string& text) {
    Lines lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

// "topic docno rank" of each line of a run.
Lines ranks(const std::string& run) {
    Lines ranks;
    for (const std::string& line : lines_of(run)) {
        std::istringstream columns(line);
        std::string topic, q0, docno, rank;
        columns >> topic >> q0 >> docno >> rank;
        ranks.push_back(topic + " " + docno + " " + rank);
    }
    return ranks;
}

std::string topic_file(const SmallArchive& archive, const std::string& topics) {
    return archive.folder().write("topics", topics).string();
}

}  // namespace

TEST_CASE("run answers topics as a TREC run, in the order of their file") {
    const SmallArchive archive;
    const std::string file = topic_file(archive, "9\tNATO training Iraq\n2\tport\n");
    const ProgramResult result = archive.run({"run", "--topics", file});
    CHECK(result.exit_code == 0);
    CHECK(result.err.empty());
    CHECK(ranks(result.out) == Lines{"9 pause.txt 1", "9 summit 2", "9 harbour 3", "2 harbour 1"});
    for (const std::string& line : lines_of(result.out)) {
        CHECK(line.find(" Q0 ") != std::string::npos);
        CHECK(line.ends_with(" dateline"));
    }
    CHECK(ranks(archive.run({"run", "--topics", file, "--depth=1"}).out) ==
          Lines{"9 pause.txt 1", "2 harbour 1"});
    CHECK(ranks(archive.run({"run", "--topics", file, "--all"}).out) ==
          Lines{"9 pause.txt 1", "2 harbour 1"});
    CHECK(ranks(archive.run({"run", "--topics", file, "--min", "2"}).out) ==
          Lines{"9 pause.txt 1", "9 summit 2", "2 harbour 1"});
    CHECK(lines_of(archive.run({"run", "--topics", file, "--tag", "mine"}).out)[0].ends_with(
        " mine"));
    CHECK(ranks(archive.run({"run", "--topics", file, "--unit=passage"}).out)[0] ==
          "9 pause.txt#1 1");
}

TEST_CASE("a run has the order and the ids of a search") {
    const SmallArchive archive;
    const std::string file = topic_file(archive, "1\tnato leaders training iraq\n");
    const Lines searched =
        archive.ids({"search", "-n100", "--copies", "nato leaders training iraq"});
    const Lines run = ranks(archive.run({"run", "--topics", file}).out);
    REQUIRE(run.size() == searched.size());
    for (std::size_t i = 0; i < run.size(); ++i)
        CHECK(run[i] == "1 " + searched[i] + " " + std::to_string(i + 1));
}

TEST_CASE("a run is the same bytes whatever the threads, and a shallow one a part of a deep one") {
    const TemporaryFolder folder;
    const std::string news =
        folder.write("news.jsonl", run_dateline({"bench", "--generate", "300K"}).out).string();
    const std::string index = (folder / "index").string();
    REQUIRE(run_dateline({"index", "--index", index, news}).exit_code == 0);
    std::string topics;
    for (int i = 0; i < 300; ++i)
        topics += std::to_string(i) + "\tthe of said " + (i % 7 == 0 ? "" : "minister city") + "\n";
    const std::string file = folder.write("topics.tsv", topics).string();
    for (const char* unit : {"article", "passage"}) {
        const Lines run{"run", "--index", index, "--topics", file, "--unit", unit};
        const auto with = [&](const Lines& more) {
            Lines words = run;
            words.insert(words.end(), more.begin(), more.end());
            const ProgramResult result = run_dateline(words);
            CHECK(result.exit_code == 0);
            return result.out;
        };
        const std::string one = with({"-j1", "--depth=50"});
        CHECK(lines_of(one).size() > 300);
        CHECK(with({"-j", "2", "--depth=50"}) == one);
        CHECK(with({"--threads=7", "--depth=50"}) == one);
        Lines first;
        for (const std::string& line : lines_of(one))
            if (const std::string rank = line.substr(line.find(' ', line.find("Q0 ") + 3) + 1);
                std::stoi(rank) <= 3)
                first.push_back(line);
        CHECK(lines_of(with({"--depth=3"})) == first);
    }
}

TEST_CASE("topics are read from standard input, in any of the forms") {
    const SmallArchive archive;
    const auto run = [&](const std::string& topics, const Lines& more = {}) {
        Lines words{"run", "--topics", "-"};
        words.insert(words.end(), more.begin(), more.end());
        return archive.run(words, {.standard_input = topics});
    };
    const std::string trec =
        "<top>\n<num> Number: 7\n<title> port\n<desc> Description:\nleaders who met\n</top>\n";
    CHECK(ranks(run("7\tport\n").out) == Lines{"7 harbour 1"});
    CHECK(ranks(run("{\"id\":7,\"query\":\"port\"}\n").out) == Lines{"7 harbour 1"});
    CHECK(ranks(run(trec).out) == Lines{"7 harbour 1"});
    CHECK(ranks(run(trec, {"--topic-field", "desc"}).out) == Lines{"7 summit 1"});
    const ProgramResult none = run("7\tport\n7\tport\n");
    CHECK(none.exit_code == 4);
    CHECK(none.err.find("standard input, line 2: topic 7 is there already, in line 1") !=
          std::string::npos);
}

TEST_CASE("no character of a topic is an error, and one without hits is noted") {
    const SmallArchive archive;
    const std::string file = topic_file(
        archive,
        "1\t\"port AND (training NOT pilots\n2\tzebra\n3\t?!\n4\t\n5\t-port ^2 headline:\n");
    const ProgramResult result = archive.run({"run", "--topics", file});
    CHECK(result.exit_code == 0);
    CHECK(ranks(result.out)[0] == "1 harbour 1");
    CHECK(ranks(result.out).back() == "5 harbour 1");
    CHECK(result.err ==
          "dateline: note: topic 2 has no hits\ndateline: note: topic 3 has no hits\n"
          "dateline: note: topic 4 has no hits\n");
    CHECK(archive.run({"run", "--topics", file, "--quiet"}).err.empty());
    const ProgramResult nothing =
        archive.run({"run", "--topics", topic_file(archive, "2\tzebra\n")});
    CHECK(nothing.exit_code == 1);
    CHECK(nothing.out.empty());
}

TEST_CASE("with --syntax topics are queries; those that are none are named, the others answered") {
    const SmallArchive archive;
    const std::string file = topic_file(
        archive, "1\tnato date:2019\n2\tport AND (nato\n3\ttraining -nato\n4\tport w/\u00e9 (\n");
    const ProgramResult result = archive.run({"run", "--topics", file, "--syntax"});
    CHECK(result.exit_code == 2);
    CHECK(ranks(result.out) == Lines{"1 summit 1", "3 harbour 1"});
    CHECK(result.err.find("error: topic 2 (" + file +
                          ", line 2): a bracket is not closed\n  port AND (nato\n           ^\n") !=
          std::string::npos);
    CHECK(result.err.find("error: topic 4 (") != std::string::npos);
    CHECK(result.err.find("note: 2 of 4 topics") != std::string::npos);
    CHECK(archive.run({"run", "--topics", file}).exit_code == 0);
}

TEST_CASE("run lists an exact duplicate under each id, and never folds near-duplicates") {
    const SmallArchive archive;
    publish_copies(archive.index(),
                   {.clusters = {{{0, 0}, {0, 1}}}, .aliases = {{"reprint", "summit"}}});
    const std::string file = topic_file(archive, "1\tnato\n");
    CHECK(ranks(archive.run({"run", "--topics", file}).out) ==
          Lines{"1 pause.txt 1", "1 reprint 2", "1 summit 3"});
    CHECK(ranks(archive.run({"run", "--topics", file, "--depth=2"}).out) ==
          Lines{"1 pause.txt 1", "1 reprint 2"});
    CHECK(ranks(archive.run({"run", "--topics", file, "--unit=passage"}).out) ==
          Lines{"1 pause.txt#1 1", "1 reprint#1 2", "1 summit#1 3"});
}

TEST_CASE("what run cannot use is an error that says what to do") {
    const SmallArchive archive;
    const std::string file = topic_file(archive, "1\tnato\n");
    struct Row {
        Lines words;
        int exit_code;
        const char* message;
    };
    const std::vector<Row> rows{
        {{"run"}, 2, "run --topics topics.tsv"},
        {{"run", "--topics", file, "nato"}, 2, "nothing but a file of topics"},
        {{"run", "--topics", file, "--topic-field", "headline"}, 2, "title, desc or narr"},
        {{"run", "--topics", file, "--topic-field", "desc"}, 4, "has a desc"},
        {{"run", "--topics", file, "--tag", "my run"}, 2, "\"my run\" is not a tag"},
        {{"run", "--topics", file, "--any", "--all"}, 2, "exclude each other"},
        {{"run", "--topics", file, "--depth", "many"}, 2, "--depth"},
        {{"run", "--topics", file + "-none"}, 4, "No such file"},
        {{"run", "--topics", archive.sources()}, 4, "cannot read"},
        {{"run", "--topics", file, "--index", archive.index() + "-none"}, 3, "index"},
    };
    for (const Row& row : rows) {
        const ProgramResult result = archive.run(row.words);
        INFO(row.message << " in " << result.err);
        CHECK(result.exit_code == row.exit_code);
        CHECK(result.out.empty());
        CHECK(result.err.find(row.message) != std::string::npos);
    }
}

TEST_CASE("a run goes to the file of -o, or nothing does where it failed") {
    const SmallArchive archive;
    const std::string file = topic_file(archive, "1\tnato\n");
    const std::string run = (archive.folder() / "a.run").string();
    const ProgramResult result = archive.run({"run", "--topics", file, "-o", run});
    CHECK(result.exit_code == 0);
    CHECK(result.out.empty());
    const std::string written = read_bytes(run);
    CHECK(written == archive.run({"run", "--topics", file}).out);
    CHECK(archive.run({"--output=" + run, "run", "--topics", file + "-none"}).exit_code == 4);
    CHECK(read_bytes(run) == written);
    CHECK(archive.run({"run", "--topics", file, "-o", archive.sources()}).exit_code == 4);
}

TEST_CASE("run takes --fresh and --expand as search does") {
    const SmallArchive archive;
    const std::string file = topic_file(archive, "1\tNATO\n");
    const auto scores = [&](const std::vector<std::string>& options) {
        std::vector<std::string> words{"run", "--topics", file, "--today=2020-01-05"};
        words.insert(words.end(), options.begin(), options.end());
        std::vector<double> found;
        for (const std::string& line : lines_of(archive.run(words).out)) {
            std::istringstream columns(line);
            std::string topic, q0, docno, rank;
            double score = 0;
            columns >> topic >> q0 >> docno >> rank >> score;
            found.push_back(score);
        }
        REQUIRE(found.size() == 2);
        return found;
    };
    const std::vector<double> plain = scores({});
    CHECK(scores({"--expand"}) == plain);
    CHECK(scores({"--expand=never"}) != plain);
    const std::vector<double> fresh = scores({"--fresh=32d"});
    CHECK(fresh[0] == plain[0]);                                     // of today
    CHECK(fresh[1] - 1 == Approx((plain[1] - 1) / 2).margin(1e-5));  // 32 days old
}
