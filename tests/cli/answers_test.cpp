// Answers in every format and order, of the archive that ships.
#include <csv.h>

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>
#include <regex>
#include <sstream>
#include <stdexcept>
#include <utility>

#include "tests/catch.hpp"
#include "tests/program.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline::test;
using Json = nlohmann::ordered_json;
using Lines = std::vector<std::string>;

namespace {

// Indexed once for all cases.
class IndexedSample {
  public:
    IndexedSample() {
        const ProgramResult result = run_dateline(
            {"index", "--quiet", "--index", index(), DATELINE_SOURCE_DIR "/corpus/sample"});
        if (result.exit_code != 0) throw std::runtime_error(result.err);
    }

    std::string out(Lines arguments) const {
        arguments.insert(arguments.begin() + 1, {"--index", index()});
        const ProgramResult result = run_dateline(arguments);
        INFO(result.err);
        CHECK(result.exit_code == 0);
        return result.out;
    }

  private:
    std::string index() const { return (folder_ / "index").string(); }

    TemporaryFolder folder_;
};

const IndexedSample& sample() {
    static const IndexedSample indexed;
    return indexed;
}

Lines lines_of(const std::string& text, char end = '\n') {
    Lines lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line, end);) lines.push_back(line);
    return lines;
}

std::vector<Lines> rows_of(const std::string& text) {
    struct Reading {
        std::vector<Lines> rows;
        Lines row{};
    } reading;
    csv_parser parser{};
    csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI);
    const auto field = [](void* bytes, std::size_t size, void* into) {
        static_cast<Reading*>(into)->row.emplace_back(static_cast<char*>(bytes), size);
    };
    const auto row = [](int, void* into) {
        auto* at = static_cast<Reading*>(into);
        at->rows.push_back(std::exchange(at->row, {}));
    };
    CHECK(csv_parse(&parser, text.data(), text.size(), field, row, &reading) == text.size());
    csv_fini(&parser, field, row, &reading);
    csv_free(&parser);
    return reading.rows;
}

// As a row holds it, on one line.
std::string field_text(const Json& value) {
    if (value.is_null()) return "";
    if (!value.is_string()) return value.dump();
    std::string text = value;
    std::ranges::replace(text, '\n', ' ');
    return text;
}

// What differs from run to run and from machine to machine: how long an answer took, and where the
// archive is.
std::string as_kept(std::string text) {
    const std::string root = DATELINE_SOURCE_DIR "/corpus/sample";
    for (std::size_t at = 0; (at = text.find(root)) != std::string::npos;)
        text.replace(at, root.size(), "ROOT");
    if (const std::size_t from = text.find("\nFrom "); from != std::string::npos)
        text.erase(from, text.find("\n\n", from) - from);
    const std::regex footer(R"(,\s0\.\d{3}\ss\n$)");
    return std::regex_replace(text, footer, "\n");
}

std::string kept(const std::string& name) {
    return read_bytes(std::filesystem::path(DATELINE_SOURCE_DIR "/tests/cli/answers") / name);
}

const std::vector<Lines> commands{
    {"search", "-n", "40", "brexit", "fishing", "government"},
    {"search", "-n", "40", "--unit", "passage", "brexit", "government"},
    {"search", "--sort", "oldest,source", "--any", "brexit", "government"},
    {"search", "--sort", "source", "--unit=passage", "--copies", "the"},
};

const std::vector<Lines> kept_commands{
    {"search", "-n", "3", "--offset=1", "brexit", "\"trade deal\"", "accord"},
    {"related", "-n", "2", "northern-wire/2019/baghdadi-killed.txt"},
    {"show", "--matches", "fish* OR \"patrol ships\"", "harbour-courier/2021-05-06/jersey-fishing"},
};

Lines with_format(Lines command, const std::string& format) {
    command.insert(command.begin() + 1, {"--format", format});
    return command;
}

}  // namespace

TEST_CASE("answers look as they are kept at every width") {
    for (const std::string width : {"20", "40", "80", "120"}) {
        INFO(width << " columns");
        for (const Lines& command : kept_commands) {
            Lines sized = command;
            sized.insert(sized.begin() + 1, {"--width", width});
            CHECK(as_kept(sample().out(sized)) == kept(command.front() + "-" + width + ".txt"));
        }
    }
}

TEST_CASE("answers look as they are kept in every format") {
    for (const Lines& command : kept_commands)
        for (const std::string format : {"jsonl", "csv", "trec", "ids", "ids0", "markdown"}) {
            if (command.front() == "show" && format != "jsonl" && format != "markdown") continue;
            INFO(command.front() << " as " << format);
            CHECK(as_kept(sample().out(with_format(command, format))) ==
                  kept(command.front() + "." + format));
        }
}

TEST_CASE("rows parse back to what JSON says") {
    for (const Lines& command : commands) {
        const Lines records = lines_of(sample().out(with_format(command, "jsonl")));
        const std::vector<Lines> rows = rows_of(sample().out(with_format(command, "csv")));
        REQUIRE(records.size() > 3);
        REQUIRE(rows.size() == records.size() + 1);
        for (std::size_t i = 0; i < records.size(); ++i) {
            Json record = Json::parse(records[i]);
            const Json passages = record["passages"];
            record["passage_id"] = passages.empty() ? Json() : passages[0]["id"];
            record["passage_text"] = passages.empty() ? Json() : passages[0]["text"];
            REQUIRE(rows[i + 1].size() == rows[0].size());
            for (std::size_t column = 0; column < rows[0].size(); ++column) {
                INFO(rows[0][column]);
                CHECK(rows[i + 1][column] == field_text(record.at(rows[0][column])));
            }
        }
    }
}

TEST_CASE("all formats name the same units in the same order") {
    for (const Lines& command : commands) {
        Lines ids;
        for (const std::string& line : lines_of(sample().out(with_format(command, "jsonl"))))
            ids.push_back(Json::parse(line)["id"]);
        CHECK(lines_of(sample().out(with_format(command, "ids"))) == ids);
        CHECK(lines_of(sample().out(with_format(command, "ids0")), '\0') == ids);
        Lines docnos;
        float last = std::numeric_limits<float>::infinity();
        for (const std::string& line : lines_of(sample().out(with_format(command, "trec")))) {
            std::istringstream columns(line);
            std::string topic, q0, docno, rank, score, tag;
            columns >> topic >> q0 >> docno >> rank >> score >> tag;
            docnos.push_back(docno);
            CHECK(rank == std::to_string(docnos.size()));
            CHECK(std::stof(score) < last);
            last = std::stof(score);
        }
        CHECK(docnos == ids);
        const std::string markdown = sample().out(with_format(command, "markdown"));
        const std::string text = sample().out(with_format(command, "text"));
        for (const std::string& id : ids) {
            INFO(id);
            CHECK(markdown.find("`" + id + "`") != std::string::npos);
        }
        CHECK(text.find(ids.front()) != std::string::npos);
    }
}

TEST_CASE("json is jsonl") {
    const Lines command{"search", "brexit"};
    CHECK(sample().out(with_format(command, "json")) ==
          sample().out(with_format(command, "jsonl")));
}

TEST_CASE("pages are parts of the list in every order, and only --any has more than all words") {
    for (const char* unit : {"article", "passage"})
        for (const char* order : {"score", "score,oldest", "newest", "newest,source", "oldest",
                                  "oldest,score", "source", "source,newest"}) {
            INFO(unit << " by " << order);
            const Lines options{"search", "--unit", unit, "--sort", order, "--format", "ids"};
            const auto ids = [&](const Lines& more) {
                Lines command = options;
                command.insert(command.end(), more.begin(), more.end());
                return lines_of(sample().out(command));
            };
            const Lines all = ids({"-n0", "--any", "brexit", "government"});
            REQUIRE(all.size() > 9);
            CHECK(ids({"-n", "4", "--offset", "3", "--any", "brexit", "government"}) ==
                  Lines(all.begin() + 3, all.begin() + 7));
            CHECK(ids({"-n", "0", "--offset=5", "--any", "brexit", "government"}) ==
                  Lines(all.begin() + 5, all.end()));
            const Lines both = ids({"-n", "0", "brexit", "government"});
            CHECK(both == ids({"-n", "0", "--all", "brexit", "government"}));
            CHECK(both.size() < all.size());
            const bool is_set = std::string(order).find("score") != 0;
            if (is_set) CHECK(both == ids({"-n", "9999", "brexit", "government"}));
        }
}

TEST_CASE("dates rise or fall, and undated articles come last") {
    const auto dates = [](const char* order) {
        Lines found;
        for (const std::string& line :
             lines_of(sample().out({"search", "--sort", order, "-n0", "--format=jsonl",
                                    "date:2000..2030 OR date:none"}))) {
            const Json date = Json::parse(line)["date"];
            found.push_back(date.is_null() ? "" : date.get<std::string>().substr(0, 10));
        }
        return found;
    };
    // What is known of a day or a month only compares as its first day.
    const auto day = [](const std::string& date) { return (date + "-01-01").substr(0, 10); };
    Lines newest = dates("newest");
    Lines oldest = dates("oldest");
    REQUIRE(newest.size() > 30);
    CHECK(newest.size() == oldest.size());
    const auto undated = std::ranges::find(newest, "");
    CHECK(std::all_of(undated, newest.end(), [](const std::string& d) { return d.empty(); }));
    newest.erase(undated, newest.end());
    oldest.resize(newest.size());
    CHECK(std::ranges::is_sorted(newest, std::ranges::greater{}, day));
    CHECK(std::ranges::is_sorted(oldest, std::ranges::less{}, day));
}

TEST_CASE("counts are exact for both units, whatever else is asked for") {
    for (const char* unit : {"article", "passage"}) {
        const std::string count = sample().out({"search", "--count", "--unit", unit, "brexit"});
        const Lines all = lines_of(
            sample().out({"search", "--copies", "-n0", "--unit", unit, "--format=ids", "brexit"}));
        CHECK(count == std::to_string(all.size()) + "\n");
        CHECK(sample().out({"search", "--count", "--sort=oldest", "--offset=4", "-n1", "--unit",
                            unit, "brexit"}) == count);
    }
}

TEST_CASE("an offset behind the end is told, and is no failure") {
    TemporaryFolder folder;
    const std::string index = (folder / "index").string();
    folder.write("a.txt", "Storm\n\nA storm came.\n");
    REQUIRE(run_dateline({"index", "--index", index, (folder / "a.txt").string()}).exit_code == 0);
    const ProgramResult result =
        run_dateline({"search", "--index", index, "--offset", "5", "storm"});
    CHECK(result.exit_code == 0);
    CHECK(result.out.empty());
    CHECK(result.err == "dateline: note: nothing is left behind the first 5: there is 1 article\n");
}

TEST_CASE("orders that are none are refused, with what is one") {
    for (const char* order : {"date", "newest,oldest", "source,source", ""}) {
        const ProgramResult result = run_dateline({"search", "--sort", order, "storm"});
        CHECK(result.exit_code == 2);
        CHECK(result.err.find("score, newest, oldest or source") != std::string::npos);
    }
}

TEST_CASE("nothing that articles hold acts on a terminal, in any format") {
    TemporaryFolder folder;
    const std::string index = (folder / "index").string();
    folder.write(
        "a.jsonl",
        R"({"id":"a\u001b[2J","headline":"Storm \u001b]0;x\u0007 \u202eevil","source":)"
        R"("W\u009b31mire","url":"https://a.example/\u001b\\","body":"storm \u001b[31m\u0000 red"})");
    REQUIRE(run_dateline({"index", "--index", index, (folder / "a.jsonl").string()}).exit_code ==
            0);
    for (const char* format : {"text", "jsonl", "csv", "trec", "ids", "markdown"}) {
        INFO(format);
        const ProgramResult result =
            run_dateline({"search", "--index", index, "--format", format, "storm"});
        REQUIRE(result.exit_code == 0);
        CHECK(std::ranges::none_of(result.out, [](char c) {
            return static_cast<unsigned char>(c) < ' ' && c != '\n' && c != '\r';
        }));
        CHECK(result.out.find("\xC2\x9B") == std::string::npos);
        CHECK(result.out.find("\xE2\x80\xAE") == std::string::npos);
    }
}
