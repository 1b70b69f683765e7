#include <nlohmann/json.hpp>

#include "tests/catch.hpp"

#include <sstream>
#include "tests/cli/small_archive.hpp"

using namespace dateline::test;

TEST_CASE("search finds the passages, text for people and JSON lines for programs") {
    const SmallArchive archive;
    const ProgramResult text = archive.run({"search", "NATO", "training", "Iraq"});
    CHECK(text.exit_code == 0);
    CHECK(text.err.empty());
    CHECK(text.out.find("Alliance pauses NATO training in Iraq") < text.out.find("\n\n"));
    CHECK(text.out.find('\x1b') == std::string::npos);

    const ProgramResult lines = archive.run({"search", "--format", "jsonl", "NATO training Iraq"});
    CHECK(lines.exit_code == 0);
    const auto first = nlohmann::json::parse(lines.out.substr(0, lines.out.find('\n')));
    CHECK(first["rank"] == 1);
    CHECK(first["id"] == "pause.txt");
    CHECK(first["date"] == "2020-01-05");
    CHECK(first["date_precision"] == "day");
    const std::string headline = first["headline"];
    std::vector<std::string> marked;
    for (const auto& range : first["headline_matches"])
        marked.push_back(
            headline.substr(range[0], range[1].get<std::size_t>() - range[0].get<std::size_t>()));
    CHECK(marked == std::vector<std::string>{"NATO", "training", "Iraq"});
    CHECK(first["passages"][0]["id"] == "pause.txt#1");
}

TEST_CASE("articles with more of the words come first") {
    const SmallArchive archive;
    const std::vector<std::string> ids = archive.ids({"search", "NATO", "training", "Iraq"});
    REQUIRE(ids.size() == 3);
    CHECK(ids[0] == "pause.txt");
    CHECK(ids[1] == "summit");  // NATO and Iraq; the harbour one has training only
    CHECK(ids[2] == "harbour");
}

TEST_CASE("operators mean what the reference says") {
    const SmallArchive archive;
    using Ids = std::vector<std::string>;
    CHECK(archive.ids({"search", "nato AND harbour"}).empty());
    CHECK(archive.ids({"search", "training -nato"}) == Ids{"harbour"});
    CHECK(archive.ids({"search", "--", "training", "-nato"}) == Ids{"harbour"});
    CHECK(archive.ids({"search", "+training NATO"}) == Ids{"pause.txt", "harbour"});
    CHECK(archive.ids({"search", "\"training in Iraq\""}) == Ids{"pause.txt"});
    CHECK(archive.ids({"search", "\"Iraq in training\""}).empty());
    CHECK(archive.ids({"search", "headline:leaders"}) == Ids{"summit"});
    CHECK(archive.ids({"search", "source:\"harbour courier\""}) == Ids{"summit", "harbour"});
    CHECK(archive.ids({"search", "nato date:2019"}) == Ids{"summit"});
    CHECK(archive.ids({"search", "nato date:2019-12..2020-01"}) == Ids{"pause.txt", "summit"});
    CHECK(archive.ids({"search", "date:none"}) == Ids{"harbour"});
    CHECK(archive.ids({"search", "headless chickens"}) == Ids{"only-headline"});
}

TEST_CASE("nothing found is exit 1 and silence; a broken query is exit 2 with a caret") {
    const SmallArchive archive;
    const ProgramResult nothing = archive.run({"search", "zebra"});
    CHECK(nothing.exit_code == 1);
    CHECK(nothing.out.empty());

    const ProgramResult quote = archive.run({"search", "nato \"training"});
    CHECK(quote.exit_code == 2);
    CHECK(quote.out.empty());
    CHECK(quote.err.find("  nato \"training\n       ^\n") != std::string::npos);

    const ProgramResult field = archive.run({"search", "headlin:nato"});
    CHECK(field.exit_code == 2);
    CHECK(field.err.find("headline:") != std::string::npos);
    CHECK(archive.run({"search"}).exit_code == 2);
    CHECK(archive.run({"search", "   "}).exit_code == 2);
}

TEST_CASE("what no article has as a value is told, with what was probably meant") {
    const SmallArchive archive;
    const ProgramResult dated = archive.run({"search", "nato", "date:2031"});
    CHECK(dated.exit_code == 1);
    CHECK(dated.err.find("no article has date:2031-01-01..2031-12-31; dates of the index reach") !=
          std::string::npos);
    const ProgramResult named = archive.run({"facets", "--by", "year", "place:bagdad"});
    CHECK(named.exit_code == 1);
    CHECK(named.err.find("no article has place:bagdad") != std::string::npos);
}

TEST_CASE("the output file - is standard output") {
    const SmallArchive archive;
    const ProgramResult result = archive.run({"search", "--count", "-o", "-", "nato"});
    CHECK(result.out == archive.run({"search", "--count", "nato"}).out);
    CHECK_FALSE(result.out.empty());
}

TEST_CASE("a short list is the beginning of a longer one, and 0 lists all") {
    const SmallArchive archive;
    const auto all = archive.ids({"search", "-n", "0", "--any", "nato training the"});
    const auto two = archive.ids({"search", "-n2", "nato training the"});
    REQUIRE(all.size() > 2);
    CHECK(two == std::vector<std::string>(all.begin(), all.begin() + 2));
}

TEST_CASE(
    "where all articles are listed or counted, all words are needed unless any are asked for") {
    const SmallArchive archive;
    const auto any = archive.ids({"search", "-n", "0", "--any", "nato training"});
    const auto all = archive.ids({"search", "-n", "0", "nato training"});
    CHECK(all == archive.ids({"search", "--all", "nato training"}));
    CHECK(all.size() < any.size());
    CHECK(archive.run({"search", "--count", "nato training"}).out ==
          std::to_string(all.size()) + "\n");
    CHECK(archive.run({"search", "--count", "--any", "nato training"}).out ==
          std::to_string(any.size()) + "\n");
    CHECK(archive.run({"search", "--count", "--min=1", "nato training"}).out ==
          std::to_string(any.size()) + "\n");
    CHECK(archive.run({"search", "--any", "nato training"}).out.find("any of 2 words") !=
          std::string::npos);
    const ProgramResult none = archive.run({"search", "--count", "zebra"});
    CHECK(none.exit_code == 1);
    CHECK(none.out == "0\n");
    CHECK(archive.run({"search", "--any", "--all", "nato"}).exit_code == 2);
}

TEST_CASE("lenient reading says what it took the query for") {
    const SmallArchive archive;
    const ProgramResult result = archive.run({"search", "--lenient", "nato \"training"});
    CHECK(result.exit_code == 0);
    CHECK(result.err.find("taken for the words: nato training") != std::string::npos);
    CHECK(archive.run({"search", "--lenient", "nato"}).err.empty());
}

TEST_CASE("relative dates go by --today") {
    const SmallArchive archive;
    CHECK(archive.run({"search", "--today=2020-01-20", "--count", "date:30d.."}).out ==
          archive.run({"search", "--count", "date:2019-12-21.."}).out);
}

TEST_CASE("text fits the width") {
    const SmallArchive archive;
    for (const char* width : {"40", "80"}) {
        std::istringstream lines(archive.run({"search", "--width", width, "nato training"}).out);
        for (std::string line; std::getline(lines, line);) {
            INFO(line);
            CHECK(line.size() <= std::stoul(width) + 8);  // bytes: a few UTF-8 separators
        }
    }
}

TEST_CASE("colour is on when asked for, off under NO_COLOR and when piped") {
    const SmallArchive archive;
    CHECK(archive.run({"search", "--color=always", "nato"}).out.find("\x1b[") != std::string::npos);
    CHECK(archive.run({"search", "nato"}).out.find('\x1b') == std::string::npos);
    CHECK(archive.run({"search", "--color", "never", "nato"}).out.find('\x1b') ==
          std::string::npos);
}

TEST_CASE("a search without an index says how to make one") {
    const TemporaryFolder folder;
    const ProgramResult result =
        run_dateline({"search", "nato", "--index", (folder / "none").string()});
    CHECK(result.exit_code == 3);
    CHECK(result.err.find("make one: dateline --index ") != std::string::npos);
}

TEST_CASE("search --fresh halves scores with age, counted from --today") {
    const SmallArchive archive;
    const auto score = [&](std::vector<std::string> options) {
        options.insert(options.begin(), {"search", "--format=jsonl", "Watford"});
        const ProgramResult result = archive.run(options);
        REQUIRE(result.exit_code == 0);
        return nlohmann::json::parse(result.out)["score"].get<double>() - 1;
    };
    const double plain = score({});
    CHECK(score({"--fresh=30d", "--today=2019-12-04"}) == Approx(plain));
    CHECK(score({"--fresh", "30d", "--today=2020-01-03"}) == Approx(plain / 2).margin(1e-5));
    CHECK(score({"--fresh=1y", "--today=2019-12-04", "--unit=passage"}) > 0);
}

TEST_CASE("search --expand takes no value from the query") {
    const SmallArchive archive;
    CHECK(archive.ids({"search", "--expand", "port"}) == std::vector<std::string>{"harbour"});
    CHECK(archive.ids({"search", "--expand=never", "port"}) == std::vector<std::string>{"harbour"});
}

TEST_CASE("wrong values of --expand and --fresh are refused with the right ones") {
    const SmallArchive archive;
    const std::string topics = archive.folder().write("topics", "1\tport\n").string();
    for (const std::vector<std::string>& command :
         {std::vector<std::string>{"search", "port"}, {"run", "--topics", topics}}) {
        const auto refusal = [&](const std::string& option) {
            std::vector<std::string> words = command;
            words.push_back(option);
            const ProgramResult result = archive.run(words);
            CHECK(result.exit_code == 2);
            CHECK(result.out.empty());
            return result.err;
        };
        CHECK(refusal("--expand=maybe").find("--expand=never") != std::string::npos);
        CHECK(refusal("--fresh=soon").find("30d, 2w, 6m or 1y") != std::string::npos);
        CHECK(refusal("--fresh=0d").find("\"0d\"") != std::string::npos);
        refusal("--fresh");
    }
}
