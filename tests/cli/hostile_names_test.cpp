// What would act on a terminal, in names and in texts: nowhere does it come out.
#include <nlohmann/json.hpp>
#include <string_view>

#include "corpus/utf8.hpp"
#include "tests/catch.hpp"
#include "tests/program.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

// Clear the screen; set the title; turn the line round; CSI as one character of two bytes, and as
// the byte that it is in 8-bit sets.
const std::string escapes =
    "\x1b[2J\x1b]0;owned\x07\xE2\x80\xAE\xC2\x9B"
    "31m\r\b";
const std::string in_names = escapes +
                             "\n\x9B"
                             "31m";

/// Where something acts on a terminal, or is no text; npos: nowhere.
std::size_t first_that_acts(std::string_view text, std::string_view allowed) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t size = utf8_size(text.substr(at));
        if (size == 0) return at;
        const std::string_view character = text.substr(at, size);
        const auto byte = static_cast<unsigned char>(character.front());
        const bool is_control = size == 1 && (byte < 0x20 || byte == 0x7F);
        const bool is_c1 = size == 2 && character >= "\xC2\x80" && character <= "\xC2\x9F";
        const bool turns =
            size == 3 && ((character >= "\xE2\x80\xAA" && character <= "\xE2\x80\xAE") ||
                          (character >= "\xE2\x81\xA6" && character <= "\xE2\x81\xA9"));
        if ((is_control && allowed.find(character.front()) == std::string_view::npos) || is_c1 ||
            turns)
            return at;
        at += size;
    }
    return std::string_view::npos;
}

/// An archive with escapes in every name and every field, and its index.
class EscapedArchive {
  public:
    EscapedArchive() {
        const std::string root = "news" + in_names;
        nlohmann::json record;
        for (const char* key : {"id", "headline", "byline", "source", "section", "place", "url"})
            record[key] = std::string(key) + escapes + "zoo";
        record["date"] = "2020-01-05";
        record["body"] = "The zebras " + escapes + " of the zoo " + escapes + ".\n\n" + escapes;
        folder_.write(root + "/a" + in_names + ".jsonl", record.dump() + "\n");
        folder_.write(root + "/b" + in_names + ".txt",
                      "Zebras " + escapes + "\n\n6 January 2020\n\nZoo" + escapes + " zebras.\n");
        folder_.write(root + "/broken" + in_names + ".json", "{\"" + escapes + "\": [");
        folder_.write(root + "/date" + in_names + ".jsonl",
                      "{\"headline\":\"H\",\"date\":\"\\u001b[31m5/1/20\",\"body\":\"Zoo.\"}\n");
        root_ = (folder_ / root).string();
    }

    /// Runs a command, whose output must not act on a terminal. Returns its exit code.
    int require_harmless(std::vector<std::string> words, std::string_view allowed = "\n") const {
        words.insert(words.begin() + 1, {"--index", index()});
        const ProgramResult result = run_dateline(words);
        INFO(words.front() << ' ' << words.back());
        INFO(result.out << result.err);
        CHECK(first_that_acts(result.out, allowed) == std::string_view::npos);
        CHECK(first_that_acts(result.err, "\n") == std::string_view::npos);
        return result.exit_code;
    }

    std::string index() const { return (folder_ / ("index" + in_names)).string(); }
    const std::string& root() const { return root_; }
    const TemporaryFolder& folder() const { return folder_; }

  private:
    TemporaryFolder folder_;
    std::string root_;
};

}  // namespace

TEST_CASE("escapes in names and texts never come out, whatever the command and the format",
          "[hostile]") {
    const EscapedArchive archive;
    const auto harmless = [&](const std::vector<std::string>& words,
                              std::string_view allowed = "\n") {
        return archive.require_harmless(words, allowed);
    };
    CHECK(harmless({"index", "--dry-run", "-v", archive.root()}) <= 6);
    CHECK(harmless({"index", "-v", "--rejects", (archive.folder() / "rejects").string(),
                    archive.root()}) == 6);
    CHECK(first_that_acts(read_bytes(archive.folder() / "rejects"), "\n") ==
          std::string_view::npos);
    CHECK(harmless({"index", "-v", "--progress=json"}) == 0);
    for (const std::string format : {"text", "jsonl", "csv", "trec", "ids", "ids0", "markdown"})
        for (const char* unit : {"article", "passage"}) {
            const std::string allowed = format == "ids0"  ? std::string(1, '\0')
                                        : format == "csv" ? "\r\n"
                                                          : "\n";
            CHECK(harmless({"search", "--format=" + format, std::string("--unit=") + unit, "zoo"},
                           allowed) == 0);
        }
    const ProgramResult ids = run_dateline(
        {"search", "--index", archive.index(), "--format=ids0", "--copies", "-n", "0", "zoo"});
    for (std::size_t begin = 0; begin < ids.out.size();) {
        const std::string id = ids.out.substr(begin, ids.out.find('\0', begin) - begin);
        begin += id.size() + 1;
        for (const char* format : {"text", "jsonl", "markdown"}) {
            CHECK(harmless({"show", std::string("--format=") + format, id}) == 0);
            CHECK(harmless({"show", "--raw", std::string("--format=") + format, id}) <= 2);
        }
        harmless({"why", id, "zoo NOT zebras"});
        harmless({"why", "--format=jsonl", id, "zoo" + escapes});
        harmless({"related", id});
    }
    for (const char* field : {"source", "section", "byline", "place", "language", "year"})
        for (const std::string format : {"text", "csv", "jsonl"})
            harmless({"facets", "--by", field, "--format=" + format, "zoo"},
                     format == "csv" ? "\r\n" : "\n");
    for (const std::string format : {"text", "csv", "jsonl"}) {
        const std::string_view allowed = format == "csv" ? "\r\n" : "\n";
        harmless({"timeline", "--format=" + format, "zoo"}, allowed);
        harmless({"terms", "--format=" + format, "zoo"}, allowed);
        harmless({"vocab", "--format=" + format, "o"}, allowed);
    }
    harmless({"timeline", "--format=svg", "zoo" + escapes});
    for (const char* format : {"text", "jsonl"}) {
        CHECK(harmless({"status", "-v", std::string("--format=") + format}) == 0);
        CHECK(harmless({"check", std::string("--format=") + format}) == 0);
        CHECK(harmless({"check", "--ledger", std::string("--format=") + format}) == 0);
        harmless({"explain", std::string("--format=") + format, "zoo" + escapes});
    }
    harmless({"bench", "--sample", "5", "--seed", "1"}, "\n\t");
    harmless({"config"});
}

TEST_CASE("escapes in what is typed never come back in a message", "[hostile]") {
    const EscapedArchive archive;
    archive.require_harmless({"index", archive.root()});
    const std::string path = (archive.folder() / ("none" + in_names)).string();
    using Words = std::vector<std::string>;
    for (const Words& words : {Words{"search", "(" + in_names},
                               Words{"search", "date:" + in_names},
                               Words{"search", "\"" + escapes},
                               Words{"search", in_names + ":x"},
                               Words{"search", "zoo w/" + escapes + " x"},
                               Words{"show", in_names},
                               Words{"show", "a", "--format=" + in_names},
                               Words{"search", "--sort=" + in_names, "x"},
                               Words{"search", "-n", in_names, "x"},
                               Words{"search", "-" + in_names},
                               Words{"facets", "--by=" + in_names, "x"},
                               Words{"timeline", "--by=" + in_names, "x"},
                               Words{"index", path},
                               Words{"index", "--files-from", path},
                               Words{"index", "--map", path},
                               Words{"index", "--set", in_names + "=" + in_names},
                               Words{"index", "--zone=" + in_names},
                               Words{"index", "--forget", path},
                               Words{"index", "--withdraw", path},
                               Words{"index", "--exclude", "[" + in_names},
                               Words{"check", path},
                               Words{"run", "--topics", path},
                               Words{"eval", path, path},
                               Words{"diff", path, path},
                               Words{"bench", path},
                               Words{"help", in_names},
                               Words{"completions", in_names},
                               Words{"search", "--today=" + in_names, "x"},
                               Words{"search", "-o", path + "/x", "zoo"}})
        CHECK(archive.require_harmless(words, "\n") >= 0);
    for (const char* name : {"DATELINE_COLOR", "DATELINE_THREADS", "DATELINE_TODAY",
                             "DATELINE_FORMAT", "DATELINE_CONFIG", "DATELINE_NO_SUCH"}) {
        const ProgramResult result = run_dateline({"search", "--index", archive.index(), "zoo"},
                                                  {.environment = {{name, in_names}}});
        INFO(name << result.out << result.err);
        CHECK(first_that_acts(result.out + result.err, "\n") == std::string_view::npos);
    }
}

TEST_CASE("a project file with escapes is told without them", "[hostile]") {
    const TemporaryFolder folder;
    const std::string name = "project" + in_names;
    folder.write(name + "/.dateline.toml", "width" + escapes + " = 'x" + escapes + "'\n[");
    const ProgramResult result =
        run_dateline({"search", "zoo"}, {.working_directory = (folder / name).string()});
    CHECK(result.exit_code == 2);
    CHECK(first_that_acts(result.out + result.err, "\n") == std::string_view::npos);
}
