// Files that were made to take all memory or time there is. The bounds are those that README.md of
// the tests states; the sanitizers need more of both.
#include <chrono>
#include <iostream>
#include <nlohmann/json.hpp>

#include "tests/catch.hpp"
#include "tests/corpus/made_archive.hpp"
#include "tests/program.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline::test;

namespace {

using Clock = std::chrono::steady_clock;

#ifdef DATELINE_SANITIZED
constexpr std::uint64_t allowance = 20;
#else
constexpr std::uint64_t allowance = 1;
#endif
constexpr std::uint64_t mebibyte = 1 << 20;

std::string repeat(std::size_t times, std::string_view text) {
    std::string all;
    all.reserve(times * text.size());
    for (; times > 0; --times) all += text;
    return all;
}

const std::string story = "Zebras at large\n\n6 January 2020\n\nThree zebras left the zoo.\n";

/// An archive of hostile files and a harmless one, which must be found all the same.
class HostileArchive {
  public:
    HostileArchive() { folder_.write("news/harmless.txt", story); }

    void add(const std::string& name, const std::string& bytes) const {
        folder_.write("news/" + name, bytes);
    }
    std::filesystem::path path(const std::string& name) const { return folder_ / name; }
    std::string index() const { return (folder_ / "index").string(); }

    /// Indexes it within these bounds. Returns the ledger.
    nlohmann::json require_indexed(std::uint64_t most_mebibytes, int most_seconds,
                                   std::vector<std::string> options = {}) const {
        options.insert(options.begin(),
                       {"index", "--index", index(), "--format=jsonl", "--threads=2"});
        options.push_back((folder_ / "news").string());
        const auto begin = Clock::now();
        const ProgramResult result = run_dateline(options);
        const auto seconds =
            std::chrono::duration_cast<std::chrono::seconds>(Clock::now() - begin).count();
        std::cout << "bounds: " << result.peak_bytes / mebibyte << " MiB, " << seconds << " s\n";
        INFO(result.err.substr(0, 4000));
        REQUIRE((result.exit_code == 0 || result.exit_code == 6));
        CHECK(result.peak_bytes < allowance * most_mebibytes * mebibyte);
        CHECK(seconds < static_cast<std::int64_t>(allowance) * most_seconds);
        CHECK(run_dateline({"search", "--index", index(), "--format=ids", "=zebras"}).out ==
              "harmless.txt\n");
        CHECK(run_dateline({"check", "--index", index()}).exit_code == 0);
        return nlohmann::json::parse(result.out);
    }

  private:
    TemporaryFolder folder_;
};

std::string compressed(const std::string& bytes, const std::string& filter) {
    return made_archive("raw", {{"x", bytes}}, filter);
}

}  // namespace

TEST_CASE("bombs are given up before they are large", "[hostile]") {
    const HostileArchive archive;
    const std::string zeros(64 * mebibyte, '\n');
    // 4 GiB of 400 kB, and of 4 MB.
    archive.add("a.txt.zst", repeat(64, compressed(zeros, "zstd")));
    archive.add("b.txt.gz", repeat(64, compressed(zeros, "gzip")));
    // What every unpacker of archives in archives meets sooner or later.
    const std::string inner = made_archive("zip", {{"zeros.txt", zeros}});
    const std::string outer =
        made_archive("zip", std::vector<MadeMember>(16, {"inner.zip", inner}));
    archive.add("c.zip", made_archive("zip", std::vector<MadeMember>(16, {"outer.zip", outer})));
    archive.add("d.zip", outer);
    const auto ledger = archive.require_indexed(256, 30);
    CHECK(ledger.at("indexed") == 1);
    CHECK(ledger.at("rejected") >= 4);
}

TEST_CASE("a file of nothing but holes is given up", "[hostile]") {
    const HostileArchive archive;
    archive.add("holes", "");
    std::filesystem::resize_file(archive.path("news/holes"), std::uint64_t{1} << 40);
    const auto ledger = archive.require_indexed(64, 30);
    CHECK(ledger.at("indexed") == 1);
    CHECK(ledger.at("rejected") == 1);
}

TEST_CASE("entities are never expanded, and nothing is read that they name", "[hostile]") {
    const HostileArchive archive;
    const std::string secret = archive.path("secret").string();
    std::ofstream(secret) << "hyena";
    std::string laughs = "<!ENTITY a0 \"ha\">";
    for (int i = 1; i < 30; ++i) {
        const std::string before = "&a" + std::to_string(i - 1) + ";";
        laughs += "<!ENTITY a" + std::to_string(i) + " \"" + repeat(10, before) + "\">";
    }
    const auto nitf = [](const std::string& declared, const std::string& text) {
        return "<?xml version=\"1.0\"?>\n<!DOCTYPE nitf [" + declared +
               "]>\n<nitf><body><body.head><hedline><hl1>Head " + text +
               "</hl1></hedline></body.head><body.content><p>Text " + text +
               "</p></body.content></body></nitf>\n";
    };
    const auto rss = [](const std::string& declared, const std::string& text) {
        return "<?xml version=\"1.0\"?>\n<!DOCTYPE rss [" + declared +
               "]>\n<rss version=\"2.0\"><channel><title>News</title><item><title>Item " + text +
               "</title><description>" + text + "</description></item></channel></rss>\n";
    };
    archive.add("laughs.xml", nitf(laughs, "&a29;"));
    archive.add("laughs-feed.xml", rss(laughs, "&a29;"));
    const std::string long_entity = "<!ENTITY l \"" + std::string(mebibyte, 'l') + "\">";
    archive.add("quadratic.xml", nitf(long_entity, repeat(5000, "&l;")));
    const std::string outside =
        "<!ENTITY x SYSTEM \"file://" + secret + "\"><!ENTITY % y SYSTEM \"" + secret + "\"> %y;";
    archive.add("outside.xml", nitf(outside, "&x;"));
    archive.add("outside-feed.xml", rss(outside, "&x;"));
    archive.require_indexed(200, 20);
    CHECK(run_dateline({"search", "--index", archive.index(), "hyena"}).exit_code == 1);
}

TEST_CASE("nesting without end costs its file alone", "[hostile]") {
    const HostileArchive archive;
    constexpr std::size_t levels = 300'000;
    archive.add("arrays.json", repeat(levels, "["));
    archive.add("objects.json", repeat(levels, "{\"a\":"));
    archive.add("in-a-record.jsonl", "{\"headline\":\"H\",\"body\":\"Deep.\",\"x\":" +
                                         repeat(levels, "[") + repeat(levels, "]") + "}\n");
    archive.add("elements.xml", "<nitf><body><body.content>" + repeat(levels, "<p>") + "Deep." +
                                    repeat(levels, "</p>") + "</body.content></body></nitf>");
    archive.add("feed.xml", "<rss><channel><item><title>T</title><description>" +
                                repeat(levels, "<b>") +
                                "Deep.</description></item></channel></rss>");
    archive.add("page.html", "<html><head><title>T</title></head><body><h1>H</h1>" +
                                 repeat(levels, "<div><span>") + "Deep." + "</body></html>");
    archive.add("tables.html", "<html><body><h1>H</h1>" + repeat(levels, "<table><tr><td>") +
                                   "Deep.</body></html>");
    archive.add("collection.sgml",
                "<DOC><DOCNO>A-1</DOCNO><TEXT>" + repeat(levels, "<P>") + "Deep.</TEXT></DOC>\n");
    std::string mail = "From: a@b\nSubject: S\nMIME-Version: 1.0\n";
    for (int level = 0; level < 20'000; ++level) {
        const std::string mark = "m" + std::to_string(level);
        mail += "Content-Type: multipart/mixed; boundary=" + mark + "\n\n--" + mark + "\n";
    }
    archive.add("parts.eml", mail + "\nDeep.\n");
    std::string tar = story;
    for (int level = 0; level < 30; ++level) tar = made_archive("ustar", {{"x.tar", tar}});
    archive.add("nested.tar", tar);
    archive.require_indexed(400, 60);
}

TEST_CASE("a line is kept in memory up to the limit of a record, in every format", "[hostile]") {
    const HostileArchive archive;
    const std::string line = repeat(24 * mebibyte / 8, "gnu yak ");
    const std::string record =
        R"({"headline":"Lions stay","date":"2020-01-07","body":"The lions of the zoo slept."})"
        "\n";
    archive.add("a.jsonl", "{\"headline\":\"H\",\"body\":\"" + line + "\"}\n" + record);
    archive.add("b.json", "[{\"headline\":\"H\",\"body\":\"" + line + "\"}]");
    archive.add("c.csv",
                "title,date,body\nOne,2020-01-05,\"" + line + "\"\nTwo,2020-01-06,Lions\n");
    archive.add("d.tsv", "title\tdate\tbody\nOne\t2020-01-05\t" + line + "\n");
    archive.add("e.mbox",
                "From a@b Sun Jan  5 10:00:00 2020\nSubject: " + line + "\n\n" + line + "\n");
    archive.add("f.xml", "<rss><channel><item><title>T</title><description>" + line +
                             "</description></item></channel></rss>");
    archive.add("g.html", "<html><body><h1>H</h1><p>" + line + "</body></html>");
    archive.add("h.sgml", "<DOC><DOCNO>A-1</DOCNO><TEXT>" + line + "</TEXT></DOC>\n");
    archive.add("i.txt", line);
    archive.add("j.warc", "WARC/1.0\r\nWARC-Type: " + line + "\r\n\r\n");
    const auto ledger = archive.require_indexed(128, 20, {"--max-record=1M"});
    CHECK(run_dateline({"search", "--index", archive.index(), "--format=ids", "lions"}).exit_code ==
          0);
    CHECK(ledger.at("rejected") >= 8);
    CHECK(run_dateline({"search", "--index", archive.index(), "gnu"}).exit_code == 1);
}

TEST_CASE("a record of the greatest size that is taken needs a few times its size", "[hostile]") {
    const HostileArchive archive;
    archive.add("a.jsonl", "{\"headline\":\"Herds\",\"date\":\"2020-01-05\",\"body\":\"" +
                               repeat(63 * mebibyte / 8, "gnu yak ") + "\"}\n");
    const auto ledger = archive.require_indexed(2048, 120);
    CHECK(ledger.at("indexed") == 2);
    CHECK(run_dateline({"search", "--index", archive.index(), "--format=ids", "yak"}).out ==
          "a.jsonl\n");
}

TEST_CASE("ten million tiny files need so many bytes of memory each", "[hostile]") {
    // Measured with fewer: what twice as many need more is what each needs.
    const auto peak = [](int files) {
        const HostileArchive archive;
        for (int i = 0; i < files; ++i)
            archive.add(std::to_string(i % 100) + "/" + std::to_string(i) + ".txt",
                        "Story " + std::to_string(i) + "\n\nNothing happened.\n");
        const ProgramResult first =
            run_dateline({"index", "--index", archive.index(), "--threads=1", "--memory=256M",
                          archive.path("news").string()});
        REQUIRE(first.exit_code == 0);
        const ProgramResult again =
            run_dateline({"index", "--index", archive.index(), "--threads=1"});
        REQUIRE(again.exit_code == 0);
        return std::pair(first.peak_bytes, again.peak_bytes);
    };
    constexpr int files = 4000;
    const auto few = peak(files);
    const auto many = peak(4 * files);
    const auto each = [](std::uint64_t less, std::uint64_t more) {
        return more < less ? 0 : (more - less) / (3 * files);
    };
    std::cout << "bounds: " << each(few.first, many.first) << " bytes a tiny file, unchanged "
              << each(few.second, many.second) << '\n';
    CHECK(each(few.first, many.first) < allowance * 4000);
    CHECK(each(few.second, many.second) < allowance * 2000);
}
