#include "indexer/source_ledger.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/catch.hpp"
#include "tests/caught_error.hpp"
#include "tests/indexer/checked_index.hpp"

using namespace dateline;
using namespace dateline::test;
using nlohmann::json;

namespace {

using Names = std::vector<std::string>;

Names names_under(const SourceLedger& ledger, const Names& paths) {
    Names names;
    for (const SourceFileEntry* file : files_under(ledger, paths)) names.push_back(file->path);
    return names;
}

std::vector<json> objects_of(const SourceLedger& ledger, const SourceFileEntry& file) {
    std::vector<json> objects;
    std::istringstream lines(ledger_jsonl(ledger, file));
    for (std::string line; std::getline(lines, line);) objects.push_back(json::parse(line));
    return objects;
}

SourceRecord record(const std::string& id, RecordState state, const std::string& kept_id = {}) {
    SourceRecord made;
    made.id = id;
    made.state = state;
    made.kept_id = kept_id;
    return made;
}

// A file with a record of every kind.
SourceLedger every_outcome() {
    SourceFileEntry file;
    file.path = "a.tar";
    file.format = "plain text";
    file.records = {
        record("in", RecordState::indexed),        record("copy", RecordState::duplicate, "in"),
        record("old", RecordState::superseded),    record("secret", RecordState::withdrawn),
        record("secret2", RecordState::withdrawn), record("gone", RecordState::lost)};
    file.problems = {{ProblemOutcome::rejected, "m/b.txt", 70, 4, "json", "no text"},
                     {ProblemOutcome::skipped, "", 0, 1, "", "empty"},
                     {ProblemOutcome::warning, "", 90, 9, "plain text", "two dates"}};
    return {{{"/archive", "", ""}}, {{file}, {{"secret", "by court order"}, {"secret2", ""}}}};
}

}  // namespace

TEST_CASE("the ledger says of every record that is not in the index where it stands and why") {
    const SourceLedger ledger = every_outcome();
    CHECK(ledger_text(ledger, ledger.sources.files.front()) ==
          "/archive/a.tar: plain text, read 8, indexed 1, duplicate 1, superseded 1, skipped 3, "
          "rejected 2\n"
          "  m/b.txt, line 4 (byte 70): rejected: no text\n"
          "  line 1 (byte 0): skipped: empty\n"
          "  line 9 (byte 90): taken, but: two dates\n"
          "  copy: duplicate: it is equal to in\n"
          "  old: superseded: another version is in the index\n"
          "  secret: skipped: withdrawn: by court order\n"
          "  secret2: skipped: withdrawn\n"
          "  gone: rejected: lost by damage to the index: to be read again\n");
}

TEST_CASE("as JSON lines it has the counts, then an object with every key for each record") {
    const SourceLedger ledger = every_outcome();
    const std::vector<json> objects = objects_of(ledger, ledger.sources.files.front());
    REQUIRE(objects.size() == 9);
    CHECK(objects[0] == json{{"path", "a.tar"},
                             {"root", "/archive"},
                             {"format", "plain text"},
                             {"read", 8},
                             {"indexed", 1},
                             {"duplicate", 1},
                             {"superseded", 1},
                             {"skipped", 3},
                             {"rejected", 2}});
    CHECK(objects[1] == json{{"path", "a.tar"},
                             {"root", "/archive"},
                             {"member", "m/b.txt"},
                             {"offset", 70},
                             {"line", 4},
                             {"format", "json"},
                             {"outcome", "rejected"},
                             {"reason", "no text"},
                             {"id", nullptr}});
    CHECK(objects[4] == json{{"path", "a.tar"},
                             {"root", "/archive"},
                             {"member", nullptr},
                             {"offset", nullptr},
                             {"line", nullptr},
                             {"format", "plain text"},
                             {"outcome", "duplicate"},
                             {"reason", "it is equal to in"},
                             {"id", "copy"}});
    const std::vector<std::string> outcomes{"rejected",   "skipped", "warning", "duplicate",
                                            "superseded", "skipped", "skipped", "rejected"};
    for (std::size_t i = 0; i < outcomes.size(); ++i)
        CHECK(objects[i + 1]["outcome"] == outcomes[i]);
}

TEST_CASE("what a file or an id holds never steers a terminal") {
    SourceLedger ledger = every_outcome();
    ledger.sources.files.front().path = "a\nb\x1b[31m";
    ledger.sources.files.front().problems.front().reason = "got \r\x7f";
    const std::string text = ledger_text(ledger, ledger.sources.files.front());
    CHECK(std::ranges::count(text, '\n') == 9);
    CHECK(text.find_first_of("\x1b\r\x7f") == std::string::npos);
    CHECK(text.starts_with("/archive/a?b?[31m: "));
}

TEST_CASE("an index's ledger has every file, and what every run said of it") {
    const CheckedIndex made;
    const SourceLedger ledger = read_source_ledger(made.index());
    CHECK(names_under(ledger, {}) == Names{"broken.jsonl", "new.txt", "wire.jsonl"});
    const auto broken = objects_of(ledger, *files_under(ledger, {}).front());
    REQUIRE(broken.size() == 2);
    CHECK(broken[0]["read"] == 2);
    CHECK(broken[0]["indexed"] == 1);
    CHECK(broken[1]["outcome"] == "rejected");
    CHECK(broken[1]["line"] == 2);
    const auto wire = objects_of(ledger, *files_under(ledger, {}).back());
    REQUIRE(wire.size() == 2);
    CHECK(wire[0]["indexed"] == 82);
    CHECK(wire[1]["id"] == "story-again");
}

TEST_CASE("a path names the files that it is or holds, each once, whether or not they still are") {
    const CheckedIndex made;
    const SourceLedger ledger = read_source_ledger(made.index());
    const std::string news = made.news().string();
    const Names all = names_under(ledger, {});
    CHECK(names_under(ledger, {news}) == all);
    CHECK(names_under(ledger, {news + "/"}) == all);
    CHECK(names_under(ledger, {news + "/../news/./"}) == all);
    CHECK(names_under(ledger, {news + "/new.txt", made.folder().path().string()}) == all);
    CHECK(names_under(ledger, {news + "/new.txt", news + "/new.txt"}) == Names{"new.txt"});
    std::filesystem::remove_all(news);
    CHECK(names_under(ledger, {news + "/new.txt"}) == Names{"new.txt"});
}

TEST_CASE("a path without a file of the index is an error that names it") {
    const CheckedIndex made;
    const SourceLedger ledger = read_source_ledger(made.index());
    const std::string news = made.news().string();
    for (const std::string& path : {news + "/none.txt", news + "/new", news + "x",
                                    news + "/gone.txt", std::string("-"), std::string()}) {
        INFO(path);
        const Error error = caught_error([&] { return files_under(ledger, {news, path}); });
        CHECK(error.kind() == ErrorKind::input_output);
        CHECK(says(error, path));
    }
}

TEST_CASE("a root may be a file, and may be of the same name as the file in it") {
    const TemporaryFolder folder;
    const auto file = folder.write("one.txt", "One\n\nText.\n");
    folder.write("two.txt/two.txt", "Two\n\nMore text.\n");
    const auto root = folder / "two.txt";
    run_index(folder / "index", {file.string(), root.string()});
    const SourceLedger ledger = read_source_ledger(folder / "index");
    CHECK(names_under(ledger, {file.string()}) == Names{"one.txt"});
    CHECK(names_under(ledger, {(root / "two.txt").string()}) == Names{"two.txt"});
    CHECK(ledger_text(ledger, *files_under(ledger, {root.string()}).front())
              .starts_with((root / "two.txt").string() + ": "));
}

TEST_CASE("a ledger that is damaged is an error of the index") {
    const CheckedIndex made;
    const std::string name = require_manifest(made.index()).sources;
    made.write(name, made.read(name).substr(1));
    CHECK(caught_error([&] { return read_source_ledger(made.index()); }).kind() ==
          ErrorKind::index);
    std::filesystem::remove(made.index() / name);
    CHECK_THROWS_AS(read_source_ledger(made.index()), Error);
}
