#include "corpus/source.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "corpus/clean_text.hpp"
#include "corpus/error.hpp"
#include "tests/catch.hpp"
#include "tests/caught_error.hpp"
#include "tests/corpus/reading.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;

namespace {

const std::filesystem::path archives =
    std::filesystem::path(DATELINE_SOURCE_DIR) / "tests/archives";

std::vector<std::string> paths(const SourceListing& listing) {
    std::vector<std::string> paths;
    for (const SourceFile& file : listing.files) paths.push_back(file.path);
    return paths;
}

/// Root may read everything, so for a while we are nobody.
class Unprivileged {
  public:
    Unprivileged() : was_root_(::geteuid() == 0 && ::seteuid(65534) == 0) {}
    ~Unprivileged() {
        if (was_root_) static_cast<void>(!::seteuid(0));
    }
    Unprivileged(const Unprivileged&) = delete;
    Unprivileged& operator=(const Unprivileged&) = delete;

  private:
    bool was_root_;
};

struct Outcome {
    std::size_t articles = 0;
    std::size_t rejected = 0;
    std::size_t skipped = 0;
    std::size_t warnings = 0;
    std::string format;
    bool operator==(const Outcome&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Outcome& o) {
    return out << o.articles << " articles, " << o.rejected << " rejected, " << o.skipped
               << " skipped, " << o.warnings << " warnings, " << o.format;
}

Outcome outcome_of(const SourceFile& file) {
    const auto stream = open_source(file);
    const test::ReadEvents events = test::read_events(*stream);
    return {events.articles.size(), events.rejections.size(), events.skips.size(),
            events.warnings.size(), events.format};
}

}  // namespace

TEST_CASE("a folder is listed in byte order, without what is hidden or a link") {
    const test::TemporaryFolder folder;
    for (const char* name : {"b.txt", "a/z.txt", "a.txt", "a/b/c d.txt", "Z.txt", "ü.txt",
                             ".hidden", ".git/config", "a/.x"}) {
        folder.write(name, "text");
    }
    std::filesystem::create_symlink(folder / "b.txt", folder / "link.txt");
    std::filesystem::create_directory_symlink(folder / "a", folder / "loop");
    const SourceListing listing = list_sources(folder.path(), {});
    CHECK(paths(listing) ==
          std::vector<std::string>{"Z.txt", "a.txt", "a/b/c d.txt", "a/z.txt", "b.txt", "ü.txt"});
    CHECK(listing.unreadable.empty());
    const SourceFile& file = listing.files[2];
    CHECK(*file.folder == std::filesystem::canonical(folder.path()));
    CHECK(file.folder == listing.files[0].folder);
    CHECK(file.whole_path() == *file.folder / file.path);
    CHECK(file.size == 4);
    struct stat status {};
    REQUIRE(::stat(file.whole_path().c_str(), &status) == 0);
    CHECK(file.inode == status.st_ino);
    CHECK(file.mtime_ns == status.st_mtim.tv_sec * 1'000'000'000 + status.st_mtim.tv_nsec);
}

TEST_CASE("links are told where they lead to what is not listed") {
    const test::TemporaryFolder folder;
    for (const char* name : {"news/a.txt", "news/.annex/b.txt", "outside/c.txt", "news/sub/d.txt"})
        folder.write(name, "text");
    const auto link = [&](const char* name, const std::filesystem::path& target) {
        std::filesystem::create_symlink(target, folder / "news" / name);
    };
    link("inside.txt", "a.txt");
    link("sub/up", "..");
    link("dangling.txt", "none.txt");
    link("self", "self");
    link("zero", "/dev/zero");
    link("z-outside", folder / "outside");
    link("sub/c.txt", folder / "outside/c.txt");
    link("b.txt", ".annex/b.txt");
    link("ignored.lnk", folder / "outside/c.txt");
    const SourceListing listing = list_sources(folder / "news", {}, IgnoreRules("*.lnk\n"));
    CHECK(paths(listing) == std::vector<std::string>{"a.txt", "sub/d.txt"});
    std::vector<std::string> links;
    for (const SourceLink& found : listing.links) links.push_back(found.path);
    REQUIRE(links == std::vector<std::string>{"b.txt", "sub/c.txt", "z-outside"});
    const auto root = std::filesystem::canonical(folder.path());
    CHECK(listing.links[0].target == root / "news/.annex/b.txt");
    CHECK(listing.links[2].target == root / "outside");
}

TEST_CASE("the excluded folder is never entered, by whatever name it is given") {
    const test::TemporaryFolder folder;
    folder.write("news.txt", "text");
    folder.write("index/segment/file", "bytes");
    std::filesystem::create_directory_symlink(folder / "index", folder / "alias");
    for (const char* name : {"index", "alias", "index/../index"}) {
        CHECK(paths(list_sources(folder.path(), folder / name)) ==
              std::vector<std::string>{"news.txt"});
    }
    CHECK(list_sources(folder.path(), folder.path()).files.empty());
}

TEST_CASE("a file as root is listed under its own name, a link to it resolved") {
    const test::TemporaryFolder folder;
    const auto file = folder.write("news.txt", "text");
    std::filesystem::create_symlink(file, folder / "latest");
    for (const char* name : {"news.txt", "latest"}) {
        const SourceListing listing = list_sources(folder / name, {});
        REQUIRE(paths(listing) == std::vector<std::string>{"news.txt"});
        CHECK(listing.files[0].whole_path() == std::filesystem::canonical(file));
    }
}

TEST_CASE("pipes and what may not be read are named with the reason") {
    const test::TemporaryFolder folder;
    std::filesystem::permissions(folder.path(), std::filesystem::perms{0755});
    folder.write("open.txt", "text");
    std::filesystem::permissions(folder.write("secret.txt", "text"), std::filesystem::perms{0});
    folder.write("closed/inside.txt", "text");
    std::filesystem::permissions(folder / "closed", std::filesystem::perms{0});
    REQUIRE(::mkfifo((folder / "pipe").c_str(), 0644) == 0);
    SourceListing listing;
    {
        const Unprivileged nobody;
        listing = list_sources(folder.path(), {});
    }
    std::filesystem::permissions(folder / "closed", std::filesystem::perms{0755});
    CHECK(paths(listing) == std::vector<std::string>{"open.txt"});
    REQUIRE(listing.unreadable.size() == 3);
    CHECK(listing.unreadable[0].path == "closed");
    CHECK(listing.unreadable[0].reason == "Permission denied");
    CHECK(listing.unreadable[1].path == "pipe");
    CHECK(listing.unreadable[1].reason == "not a regular file");
    CHECK(listing.unreadable[2].path == "secret.txt");
    CHECK(listing.unreadable[2].reason == "Permission denied");
}

TEST_CASE("a root that is not there is an error that names it") {
    const test::TemporaryFolder folder;
    const auto file = folder.write("file", "text");
    for (const std::filesystem::path& root : {folder / "none", file / "below"}) {
        try {
            list_sources(root, {});
            FAIL("listed " << root);
        } catch (const Error& error) {
            CHECK(error.kind() == ErrorKind::input_output);
            CHECK(error.what() == "no such file or folder: " + root.string());
        }
    }
    SourceFile gone;
    gone.path = folder / "none";
    CHECK_THROWS_AS(open_source(gone), Error);
}

TEST_CASE("every file of the test archives is taken for what it is") {
    const std::map<std::string, Outcome> expected{
        {"compressed/lines.jsonl.bz2", {2, 0, 0, 0, "json lines"}},
        {"compressed/lines.jsonl.gz", {2, 0, 0, 0, "json lines"}},
        {"compressed/lines.jsonl.xz", {2, 0, 0, 0, "json lines"}},
        {"compressed/lines.jsonl.zst", {2, 0, 0, 0, "json lines"}},
        {"csv/broken.csv", {4, 3, 0, 1, "csv"}},
        {"csv/comma.csv", {2, 0, 0, 0, "csv"}},
        {"csv/header-only.csv", {0, 0, 1, 0, "csv"}},
        {"csv/latin-1.csv", {2, 0, 0, 0, "csv"}},
        {"csv/no-header.csv", {0, 1, 0, 0, "csv"}},
        {"csv/semicolon-bom.csv", {1, 0, 0, 0, "csv"}},
        {"csv/tabs.tsv", {1, 1, 0, 0, "csv"}},
        {"csv/topics.tsv", {0, 1, 0, 0, "csv"}},
        {"csv/unnamed-index.csv", {1, 0, 0, 0, "csv"}},
        {"html/broken-linked-data.html", {1, 0, 0, 0, "html"}},
        {"html/error.html", {0, 0, 1, 0, "html"}},
        {"html/front-page.html", {0, 0, 1, 0, "html"}},
        {"html/linked-data.html", {1, 0, 0, 0, "html"}},
        {"html/metadata.html", {1, 0, 0, 0, "html"}},
        {"html/microdata.xhtml", {1, 0, 0, 0, "html"}},
        {"html/script-shell.html", {0, 0, 1, 0, "html"}},
        {"html/windows-1251.html", {1, 0, 0, 0, "html"}},
        {"json/arc.json", {1, 0, 0, 0, "json"}},
        {"json/array.json", {2, 0, 0, 0, "json"}},
        {"json/broken-array.json", {2, 1, 0, 0, "json"}},
        {"json/broken-line.jsonl", {3, 3, 0, 1, "json lines"}},
        {"json/broken-envelope.json", {3, 1, 0, 1, "json"}},
        {"json/by-key.json", {2, 0, 0, 0, "json"}},
        {"json/concatenated.json", {2, 0, 0, 0, "json"}},
        {"json/deep.json", {0, 1, 0, 0, "json lines"}},
        {"json/empty-envelope.json", {0, 0, 1, 0, "json"}},
        {"json/feed.json", {2, 0, 0, 0, "json"}},
        {"json/guardian.json", {1, 0, 0, 0, "json"}},
        {"json/latin-1.jsonl", {2, 0, 0, 1, "json lines"}},
        {"json/lines.jsonl", {2, 0, 0, 0, "json lines"}},
        {"json/new-york-times.json", {2, 0, 0, 0, "json"}},
        {"json/news-please.json", {1, 0, 0, 0, "json"}},
        {"json/ninjs-1.json", {1, 0, 0, 0, "json"}},
        {"json/ninjs-2.json", {1, 0, 0, 0, "json"}},
        {"json/ninjs-3.json", {1, 0, 0, 0, "json"}},
        {"json/ninjs-event.json", {0, 0, 1, 0, "json"}},
        {"json/ninjs-schema.json", {0, 0, 1, 0, "json"}},
        {"json/object.json", {1, 0, 0, 0, "json"}},
        {"json/odd-values.jsonl", {6, 0, 0, 1, "json lines"}},
        {"json/schema-org-graph.json", {1, 0, 0, 0, "json"}},
        {"json/schema-org-person.json", {0, 0, 1, 0, "json"}},
        {"json/schema-org.json", {1, 0, 0, 0, "json"}},
        {"json/search-answer.json", {1, 0, 0, 0, "json"}},
        {"json/washington-post.jsonl", {1, 0, 1, 0, "json lines"}},
        {"json/wordpress.json", {1, 0, 0, 0, "json"}},
        {"mail/broken.mbox", {2, 1, 1, 2, "mbox"}},
        {"mail/digest.eml", {2, 0, 1, 0, "mail"}},
        {"mail/list.mbox", {2, 0, 0, 0, "mbox"}},
        {"mail/newsletter.eml", {1, 0, 0, 0, "mail"}},
        {"mail/picture.eml", {0, 0, 1, 0, "mail"}},
        {"mail/plain.eml", {1, 0, 0, 0, "mail"}},
        {"mail/usenet.txt", {1, 0, 0, 0, "mail"}},
        {"plain/ambiguous-date.txt", {1, 0, 0, 1, "plain text"}},
        {"plain/binary.txt", {0, 1, 0, 0, "unknown"}},
        {"plain/blank.txt", {0, 0, 1, 0, "plain text"}},
        {"plain/crlf.txt", {1, 0, 0, 0, "plain text"}},
        {"plain/empty.txt", {0, 0, 1, 0, "empty"}},
        {"plain/headline-only.txt", {1, 0, 0, 0, "plain text"}},
        {"plain/impossible-date.txt", {1, 0, 0, 1, "plain text"}},
        {"plain/latin-1.txt", {1, 0, 0, 0, "plain text"}},
        {"plain/undated.txt", {1, 0, 0, 0, "plain text"}},
        {"plain/whole.txt", {1, 0, 0, 0, "plain text"}},
        {"plain/wrapped.txt", {1, 0, 0, 0, "plain text"}},
        {"plain/form-feed.txt", {1, 0, 0, 0, "plain text"}},
        {"plain/header-lines.txt", {1, 0, 0, 0, "header lines"}},
        {"plain/headline-without-gap.txt", {1, 0, 0, 0, "plain text"}},
        {"plain/hyphenated.txt", {1, 0, 0, 0, "plain text"}},
        {"plain/utf-16.txt", {1, 0, 0, 0, "plain text"}},
        {"plain/vertical-tab.txt", {0, 0, 1, 0, "plain text"}},
        {"reuters21578/broken.sgm", {1, 1, 0, 1, "reuters-21578"}},
        {"reuters21578/sample.sgm", {3, 0, 0, 0, "reuters-21578"}},
        {"story/cnn.story", {1, 0, 0, 0, "cnn story"}},
        {"story/daily-mail.story", {1, 0, 0, 0, "cnn story"}},
        {"trec/ap.sgml", {2, 0, 0, 0, "trec sgml"}},
        {"trec/aquaint.sgml", {1, 0, 0, 0, "trec sgml"}},
        {"trec/broken.sgml", {3, 1, 1, 3, "trec sgml"}},
        {"trec/fbis.sgml", {1, 0, 0, 0, "trec sgml"}},
        {"trec/federal-register.sgml", {1, 0, 0, 0, "trec sgml"}},
        {"trec/ft.sgml", {1, 0, 0, 0, "trec sgml"}},
        {"trec/gigaword.sgml", {2, 0, 0, 0, "trec sgml"}},
        {"trec/latimes.sgml", {1, 0, 0, 0, "trec sgml"}},
        {"trec/web.sgml", {1, 0, 0, 0, "trec sgml"}},
        {"trec/wsj.sgml", {2, 0, 0, 0, "trec sgml"}},
        {"warc/captures-only.warc", {0, 0, 1, 0, "warc"}},
        {"warc/damaged.warc", {6, 6, 0, 0, "warc"}},
        {"warc/pages.warc", {5, 0, 4, 0, "warc"}},
        {"warc/pages.warc.gz", {5, 0, 4, 0, "warc"}},
        {"warc/text.wet", {2, 0, 1, 0, "warc"}},
    };
    std::map<std::string, SourceFile> files;
    for (const SourceFile& file : list_sources(archives, {}).files) files[file.path] = file;
    for (const auto& [path, outcome] : expected) {
        CAPTURE(path);
        REQUIRE(files.contains(path));
        CHECK(outcome_of(files.at(path)) == outcome);
    }
}

TEST_CASE("compressed records are those of the plain file, at the same places") {
    const auto records_of = [](const char* name) {
        std::vector<Article> articles =
            test::read_events(*open_source(list_sources(archives / name, {}).files.at(0))).articles;
        return articles;
    };
    const auto plain = records_of("json/lines.jsonl");
    REQUIRE(plain.size() == 2);
    for (const char* ending : {"gz", "zst", "xz", "bz2"}) {
        CHECK(records_of((std::string("compressed/lines.jsonl.") + ending).c_str()) == plain);
    }
}

TEST_CASE("a truncated compressed file keeps its whole records and is rejected once") {
    const auto files = list_sources(archives / "compressed/truncated.jsonl.gz", {}).files;
    const test::ReadEvents events = test::read_events(*open_source(files.at(0)));
    REQUIRE(events.articles.size() > 100);
    CHECK(events.articles.back().headline == "Story " + std::to_string(events.articles.size() - 1));
    REQUIRE(events.rejections.size() == 1);
    const Rejection& rejection = events.rejections[0];
    CHECK(rejection.reason.starts_with("compressed data ends early, after "));
    CHECK(rejection.origin.line == events.articles.size() + 1);
    CHECK(rejection.origin.offset > events.articles.back().origin.offset);
}

TEST_CASE("every event says where it comes from") {
    const auto stream = open_bytes("{\"title\":\"A\",\"date\":\"31 February 2020\"}\n{broken\n");
    Origin where;
    where.root = "/archive";
    where.path = "2020/dump.tar";
    where.member = "a.jsonl";
    std::size_t count = 0;
    read_source(*stream, where, test::read_options(), [&](ReadEvent&& event) {
        const Origin& origin =
            std::visit([](const auto& value) -> const Origin& { return value.origin; }, event);
        CHECK(origin.root == where.root);
        CHECK(origin.path == where.path);
        CHECK(origin.member == where.member);
        ++count;
    });
    CHECK(count == 3);
}

TEST_CASE("what the receiver throws is not taken for a failure of the source") {
    const auto stream = open_bytes("{\"title\":\"A\"}\n{\"title\":\"B\"}\n");
    std::size_t calls = 0;
    const ReadSink full_disk = [&](ReadEvent&&) {
        ++calls;
        throw Error(ErrorKind::input_output, "disk full");
    };
    CHECK_THROWS_AS(read_source(*stream, {}, test::read_options(), full_disk), Error);
    CHECK(calls == 1);
}

TEST_CASE("the hash of a file's bytes is the same whether it is read for it or on the way") {
    const test::TemporaryFolder folder;
    std::string text;
    for (int i = 0; i < 20'000; ++i) text += "Line " + std::to_string(i) + " of some article.\n";
    for (const std::string& bytes : {std::string("short\n"), text, std::string(),
                                     test::read_bytes(archives / "compressed/lines.jsonl.gz")}) {
        folder.write("news/file", bytes);
        const SourceFile file = list_sources(folder / "news", "").files.front();
        WatchedSource source(file);
        read_source(source.stream(), {}, test::read_options(), [](ReadEvent&&) {});
        CHECK_FALSE(source.has_failed());
        CHECK(source.bytes_hash() != 0);
        CHECK(source.bytes_hash() == hash_source(file));
    }
}

TEST_CASE("a file that nobody has read to its end has no hash, and one that is gone is an error") {
    const test::TemporaryFolder folder;
    folder.write("news/file", std::string(1 << 20, 'x') + '\n');
    const SourceFile file = list_sources(folder / "news", "").files.front();
    WatchedSource source(file);
    source.stream().peek(1);
    CHECK(source.bytes_hash() == 0);
    std::filesystem::remove(file.whole_path());
    CHECK(test::caught_error([&] { return hash_source(file); }).kind() == ErrorKind::input_output);
    CHECK(test::caught_error([&] { return WatchedSource(file).has_failed(); }).kind() ==
          ErrorKind::input_output);
}

TEST_CASE("a reading can be ended in the middle of a record") {
    const test::TemporaryFolder folder;
    folder.write("news/a.jsonl", "{\"body\":\"" + std::string(4 << 20, 'x'));
    const SourceFile file = list_sources(folder / "news", "").files.front();
    // As a run does: whatever a reader makes of it, the next event ends the run.
    int blocks = 0;
    const auto check = [&] {
        if (blocks >= 3) throw Error(ErrorKind::interrupted, "enough");
    };
    WatchedSource source(file, [&] {
        ++blocks;
        check();
    });
    const Error error = test::caught_error([&] {
        return read_source(source.stream(), {}, test::read_options(),
                           [&](ReadEvent&&) { check(); });
    });
    CHECK(error.kind() == ErrorKind::interrupted);
    CHECK(blocks < 6);
}

TEST_CASE("what a folder's .datelineignore or the caller names is not listed") {
    const test::TemporaryFolder folder;
    for (const char* path : {"a.txt", "b.log", "keep.log", "old/a.txt", "sub/b.log", "sub/c.txt",
                             "sub/deep/c.txt", "sub/deep/d.txt"})
        folder.write(std::string("news/") + path, "text");
    folder.write("news/.datelineignore", "*.log\n!keep.log\nold/\n");
    folder.write("news/sub/.datelineignore", "!b.log\n/c.txt\n");
    const auto paths = [&](const IgnoreRules& rules) {
        std::vector<std::string> listed;
        for (const SourceFile& file : list_sources(folder / "news", "", rules).files)
            listed.push_back(file.path);
        return listed;
    };
    using Paths = std::vector<std::string>;
    CHECK(paths({}) == Paths{"a.txt", "keep.log", "sub/b.log", "sub/deep/c.txt", "sub/deep/d.txt"});
    CHECK(paths(IgnoreRules("sub/deep\n!*.log")) ==
          Paths{"a.txt", "b.log", "keep.log", "sub/b.log"});
}
