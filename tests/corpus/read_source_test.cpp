#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "corpus/article_id.hpp"
#include "corpus/error.hpp"
#include "corpus/source.hpp"
#include "tests/catch.hpp"
#include "tests/corpus/charset_texts.hpp"
#include "tests/corpus/made_archive.hpp"
#include "tests/corpus/reading.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;
using test::made_archive;
using test::MadeMember;

namespace {

const std::string story = "Storm over the city\n\nThe streets were under water on Monday.\n";
const std::string lines =
    "{\"title\":\"One\",\"body\":\"First story.\"}\n{\"title\":\"Two\",\"body\":\"Second.\"}\n";

std::vector<std::string> members(const test::ReadEvents& events) {
    std::vector<std::string> members;
    for (const Article& article : events.articles) members.push_back(article.origin.member);
    return members;
}

/// "member: reason" of each.
template <typename Problems>
std::vector<std::string> told(const Problems& problems) {
    std::vector<std::string> told;
    for (const Problem& problem : problems)
        told.push_back(problem.origin.member + ": " + problem.reason);
    return told;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("the members of an archive are read like files, each in its own format") {
    const std::vector<MadeMember> made{
        {"2003/a.txt", story}, {"2003/", "", AE_IFDIR}, {"2003/lines.jsonl", lines}};
    for (const char* format : {"ustar", "pax", "gnutar", "zip"})
        for (const char* filter : {"none", "gzip", "xz", "zstd", "bzip2"}) {
            CAPTURE(format, filter);
            const auto events = test::read_text(made_archive(format, made, filter));
            CHECK(test::headlines(events) == Texts{"Storm over the city", "One", "Two"});
            CHECK(members(events) == Texts{"2003/a.txt", "2003/lines.jsonl", "2003/lines.jsonl"});
            CHECK(events.articles.back().origin.offset == lines.find("{\"title\":\"Two"));
            CHECK(events.articles.back().origin.line == 2);
            CHECK(events.rejections.empty());
            CHECK(events.skips.empty());
            CHECK(events.format == std::string(format == std::string("zip") ? "zip" : "tar") +
                                       " of plain text, json lines");
        }
}

TEST_CASE("zeros before all else are told, however many, and what follows is read") {
    const auto read = [](const std::string& bytes) { return test::read_text(bytes); };
    const auto nothing = read(std::string(300'000, '\0'));
    REQUIRE(nothing.skips.size() == 1);
    CHECK(nothing.skips.front().reason == "nothing but zeros");
    for (const std::size_t zeros : {65'536UL, 65'537UL, 300'000UL, 1'100'000UL}) {
        CAPTURE(zeros);
        const auto events = read(std::string(zeros, '\0') + "\n" + lines);
        CHECK(events.articles.size() == 2);
        CHECK(events.skips.empty());
        REQUIRE(events.rejections.size() == 1);
        CHECK(events.rejections.front().reason ==
              std::to_string(zeros) + " zero bytes before all else");
    }
}

TEST_CASE("zeros without end are not read to their end") {
    ReadOptions options = test::read_options();
    options.max_record_bytes = 1 << 20;
    const std::string bytes = std::string(8 << 20, '\0') + "\n" + lines;
    const auto stream = open_bytes(bytes);
    std::vector<ReadEvent> events;
    read_source(*stream, {}, options, [&](ReadEvent&& event) { events.push_back(event); });
    REQUIRE(events.size() == 1);
    CHECK(std::get<Rejection>(events.front()).reason.find("the rest is not read") !=
          std::string::npos);
    CHECK(stream->offset() < 2 << 20);
}

TEST_CASE("an archive that comes through a pipe is read as from a file") {
    const std::vector<MadeMember> made{{"a.txt", story}, {"lines.jsonl", lines}};
    for (const char* format : {"ustar", "zip"}) {
        const auto events = test::read_events(*test::piped(made_archive(format, made)));
        CHECK(members(events) == Texts{"a.txt", "lines.jsonl", "lines.jsonl"});
    }
    ReadOptions options = test::read_options();
    options.max_record_bytes = 200;  // the archive is longer, and cannot be held for its directory
    const auto events = test::read_events(*test::piped(made_archive("zip", made)), options);
    CHECK(members(events) == Texts{"a.txt", "lines.jsonl", "lines.jsonl"});
}

TEST_CASE("members may be compressed, or archives themselves") {
    const std::string inner_zip = made_archive("zip", {{"in.txt", story}});
    const std::string inner_tar = made_archive("ustar", {{"lines.jsonl", lines}}, "gzip");
    for (const char* format : {"ustar", "zip"}) {
        const auto events =
            test::read_text(made_archive(format, {{"a.json.gz", test::compress(lines, "gzip")},
                                                  {"x/inner.zip", inner_zip},
                                                  {"inner.tgz", inner_tar}}));
        CHECK(members(events) == Texts{"a.json.gz", "a.json.gz", "x/inner.zip/in.txt",
                                       "inner.tgz/lines.jsonl", "inner.tgz/lines.jsonl"});
        CHECK(events.rejections.empty());
        CHECK(events.format.ends_with(" of json lines, zip, plain text, tar"));
    }
}

TEST_CASE("an archive three deep is rejected, and what is beside it read") {
    const std::string innermost = made_archive("zip", {{"in.txt", story}});
    const std::string inner =
        made_archive("ustar", {{"innermost.zip", innermost}, {"lines.jsonl", lines}});
    const auto events =
        test::read_text(made_archive("ustar", {{"inner.tar", inner}, {"a.txt", story}}));
    CHECK(members(events) == Texts{"inner.tar/lines.jsonl", "inner.tar/lines.jsonl", "a.txt"});
    CHECK(told(events.rejections) ==
          Texts{"inner.tar/innermost.zip: an archive in an archive in an archive is not opened"});
}

TEST_CASE("ids of articles in archives begin with the archive's path") {
    Origin where;
    where.path = "news/dump.tar";
    Texts ids;
    const std::string inner = made_archive("zip", {{"b c.txt", story}});
    const std::string bytes = made_archive(
        "ustar", {{"2003/a.txt", story}, {"2003/lines.jsonl", lines}, {"inner.zip", inner}});
    read_source(*open_bytes(bytes), where, test::read_options(),
                [&](ReadEvent&& event) { ids.push_back(article_id(std::get<Article>(event))); });
    CHECK(ids == Texts{"news/dump.tar/2003/a.txt", "news/dump.tar/2003/lines.jsonl:1",
                       "news/dump.tar/2003/lines.jsonl:2", "news/dump.tar/inner.zip/b%20c.txt"});
}

TEST_CASE("what is no article by nature is passed over or told, as in a folder") {
    const auto events = test::read_text(made_archive("ustar", {{".hidden/a.txt", story},
                                                               {"__MACOSX/._a.txt", "\x01\x02"},
                                                               {"._a.txt", "\x01\x02"},
                                                               {"empty.txt", ""},
                                                               {"link", "", AE_IFLNK, "a.txt"},
                                                               {"pipe", "", AE_IFIFO},
                                                               {"a.txt", story}}));
    CHECK(members(events) == Texts{"a.txt"});
    CHECK(events.rejections.empty());
    CHECK(told(events.skips) == Texts{"empty.txt: empty file",
                                      "link: a link, not a file of its own",
                                      "pipe: not a regular file"});
    CHECK(told(test::read_text(made_archive("zip", {{"a/", "", AE_IFDIR}})).skips) ==
          Texts{": the archive holds no file"});
}

TEST_CASE("hostile paths are names and nothing else") {
    const auto events = test::read_text(made_archive(
        "gnutar", {{"../../etc/x.txt", story}, {"/abs.txt", story}, {"c\x1B[2J\n.txt", story}}));
    CHECK(members(events) == Texts{"etc/x.txt", "abs.txt", "c [2J .txt"});
    CHECK(told(events.warnings) ==
          Texts{"etc/x.txt: member path \"../../etc/x.txt\" leads out of the archive",
                "abs.txt: member path \"/abs.txt\" leads out of the archive",
                "c [2J .txt: member path \"c [2J .txt\" holds control characters"});
}

TEST_CASE("a damaged member is rejected at its place, the others are read") {
    std::string bytes =
        made_archive("zip", {{"a.txt", story}, {"b.txt", story + "more"}, {"c.jsonl", lines}},
                     "none", "compression=store");
    bytes[bytes.find("water", bytes.find("b.txt"))] = 'W';
    const auto events = test::read_text(bytes);
    CHECK(members(events) == Texts{"a.txt", "c.jsonl", "c.jsonl"});
    REQUIRE(events.rejections.size() == 1);
    CHECK(events.rejections[0].origin.member == "b.txt");
    CHECK(events.rejections[0].reason.find("bad CRC") != std::string::npos);
}

TEST_CASE("a truncated archive keeps what comes before, and is rejected once") {
    std::string many;
    for (int i = 0; i < 5000; ++i) many += "{\"title\":\"Story " + std::to_string(i) + "\"}\n";
    for (const char* filter : {"none", "gzip"}) {
        const std::string whole =
            made_archive("ustar", {{"a.txt", story}, {"many.jsonl", many}}, filter);
        const auto events = test::read_text(whole.substr(0, whole.size() * 2 / 3));
        CHECK(events.articles.size() > 1000);
        CHECK(members(events).front() == "a.txt");
        REQUIRE(events.rejections.size() == 1);
        CHECK(events.rejections[0].origin.member == "many.jsonl");
        CHECK(events.rejections[0].origin.offset > 10'000);
        CHECK(events.rejections[0].reason.find("ends early") != std::string::npos);
    }
}

TEST_CASE("an archive that ends where a member ends may have been cut off") {
    const std::string whole = made_archive("ustar", {{"a.txt", story}});
    const auto events = test::read_text(whole.substr(0, 1024));
    CHECK(events.articles.size() == 1);
    CHECK(told(events.warnings) ==
          Texts{": the archive has no end mark: it may have been cut off"});
    CHECK(test::read_text(whole).warnings.empty());
}

TEST_CASE("bombs are refused, alone and many together") {
    const std::string zeros(70 << 20, '\n');
    const std::string small = test::compress(zeros, "zstd");
    const auto alone = test::read_text(small);
    REQUIRE(alone.rejections.size() == 1);
    CHECK(alone.rejections[0].reason.starts_with("a bomb: "));
    const auto in_tar = test::read_text(
        made_archive("ustar", {{"a.txt", story}, {"b.zst", small}, {"c.txt", story}}));
    CHECK(members(in_tar) == Texts{"a.txt"});
    REQUIRE(in_tar.rejections.size() == 2);
    CHECK(in_tar.rejections[0].origin.member == "b.zst");
    CHECK(in_tar.rejections[1].origin.member.empty());

    const std::string third = test::compress(zeros.substr(0, zeros.size() / 3), "zstd");
    std::vector<MadeMember> made;
    for (int i = 0; i < 30; ++i) made.push_back({"b" + std::to_string(i) + ".zst", third});
    const auto many = test::read_text(made_archive("ustar", made, "zstd"));
    REQUIRE(many.rejections.size() == 1);
    CHECK(many.rejections[0].reason.starts_with("a bomb: "));
    CHECK(many.skips.size() < 10);
}

TEST_CASE("UTF-16 is read as UTF-8, by every reader") {
    for (const char* charset : {"UTF-16LE", "UTF-16BE", "UTF-32LE"}) {
        const std::string text = "\uFEFF" + lines;
        const auto events = test::read_text(test::encoded(text, charset));
        CHECK(test::headlines(events) == Texts{"One", "Two"});
        CHECK(events.articles[1].origin.offset == lines.find("{\"title\":\"Two"));
    }
    const auto plain = test::read_text(test::encoded("Überschwemmung\n\nEs regnet.\n", "UTF-16LE"));
    CHECK(test::headlines(plain) == Texts{"Überschwemmung"});
    const auto packed = test::read_text(
        made_archive("zip", {{"a.txt", test::encoded("\uFEFF" + story, "UTF-16BE")}}));
    CHECK(test::headlines(packed) == Texts{"Storm over the city"});
}

TEST_CASE("documents of other kinds are rejected for what they are") {
    const auto reasons = [](const std::string& bytes) {
        const auto events = test::read_text(bytes);
        CHECK(events.articles.empty());
        CHECK(events.format == "unknown");
        return told(events.rejections);
    };
    CHECK(reasons(made_archive("zip", {{"[Content_Types].xml", "<Types/>"}, {"a", story}})) ==
          Texts{": no known news format (an office document or electronic book)"});
    CHECK(reasons("%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n") ==
          Texts{": no known news format (a PDF document)"});
    CHECK(reasons("Rar!\x1A\x07\x01") == Texts{": no known news format (a RAR archive)"});
}

TEST_CASE("a zip file on disk is hashed although it is read by its directory") {
    const test::TemporaryFolder folder;
    folder.write("news/a.zip", made_archive("zip", {{"a.txt", story}, {"b.jsonl", lines}}));
    const SourceFile file = list_sources(folder / "news", "").files.front();
    WatchedSource source(file);
    std::vector<std::uint64_t> places;
    read_source(source.stream(), {}, test::read_options(),
                [&](ReadEvent&&) { places.push_back(source.stream().source_offset()); });
    CHECK(places.size() == 3);
    CHECK(std::is_sorted(places.begin(), places.end()));
    CHECK(places.back() > 0);
    CHECK(source.bytes_hash() == hash_source(file));
    CHECK(source.stream().offset() == file.size);
}

TEST_CASE("what the receiver throws inside an archive is no failure of the archive") {
    const std::string bytes = made_archive("ustar", {{"a.txt", story}, {"b.txt", story}});
    std::size_t calls = 0;
    const ReadSink full_disk = [&](ReadEvent&&) {
        ++calls;
        throw Error(ErrorKind::input_output, "disk full");
    };
    CHECK_THROWS_AS(read_source(*open_bytes(bytes), {}, test::read_options(), full_disk), Error);
    CHECK(calls == 1);
}

TEST_CASE("an archive cut off or changed anywhere is read to an end, with clean members") {
    const std::string inner = made_archive("zip", {{"in.txt", story}});
    const std::vector<MadeMember> made{
        {"a.txt", story}, {"b.json.gz", test::compress(lines, "gzip")}, {"c.zip", inner}};
    std::mt19937 random(23);
    for (const char* format : {"gnutar", "zip"})
        for (const char* filter : {"none", "gzip"}) {
            const std::string whole = made_archive(format, made, filter);
            const std::size_t step = whole.size() / 400 + 1;
            for (std::size_t at = 0; at < whole.size(); at += step) {
                std::string flipped = whole;
                flipped[at] = static_cast<char>(flipped[at] ^ (1 << random() % 8));
                for (const std::string& bytes : {whole.substr(0, at), flipped}) {
                    const auto events = test::read_text(bytes);
                    REQUIRE(events.articles.size() <= 5);
                    REQUIRE(events.rejections.size() <= 8);
                    REQUIRE(events.articles.size() + events.rejections.size() +
                                events.skips.size() + events.warnings.size() >
                            0);
                }
            }
        }
}
