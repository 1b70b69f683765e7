#include "corpus/container.hpp"

#include <random>
#include <string>
#include <vector>

#include "corpus/error.hpp"
#include "corpus/source.hpp"
#include "tests/catch.hpp"
#include "tests/corpus/made_archive.hpp"

using namespace dateline;
using namespace std::string_literals;

namespace {

struct ReadMember {
    std::string path;
    std::string bytes;
    MemberKind kind = MemberKind::file;
    bool operator==(const ReadMember&) const = default;
};

std::ostream& operator<<(std::ostream& out, const ReadMember& member) {
    return out << member.path << " (" << member.bytes.size() << " bytes)";
}

struct ReadContainer {
    std::vector<ReadMember> members;
    std::vector<std::string> problems;
    bool has_end_mark = false;
};

void read_bytes_of(Container& container, ReadMember& member, std::vector<std::string>& problems) {
    const auto stream = container.open_member();
    try {
        for (std::string_view piece = stream->peek(1); !piece.empty(); piece = stream->peek(1)) {
            member.bytes += piece;
            stream->skip(piece.size());
        }
    } catch (const Error& error) {
        problems.emplace_back(error.what());
    }
}

ReadContainer read_all(ByteStream& stream, std::uint64_t most_buffered_bytes = 1 << 20) {
    ReadContainer read;
    Container container(stream, *container_kind(stream.peek(512)), most_buffered_bytes);
    for (;;) {
        try {
            const auto member = container.next();
            if (!member) break;
            ReadMember& last = read.members.emplace_back();
            last.path = member->raw_path;
            last.kind = member->kind;
            if (member->is_encrypted) read.problems.emplace_back("encrypted");
            if (member->kind == MemberKind::file) read_bytes_of(container, last, read.problems);
        } catch (const Error& error) {
            read.problems.emplace_back(error.what());
        }
    }
    read.has_end_mark = container.has_end_mark();
    return read;
}

ReadContainer read_all(const std::string& bytes) { return read_all(*open_bytes(bytes)); }

std::string numbered_lines(std::size_t count) {
    std::string lines;
    for (std::size_t i = 0; i < count; ++i) lines += "line " + std::to_string(i * 7919) + "\n";
    return lines;
}

const std::vector<test::MadeMember> three{
    {"2003/a.txt", "first"}, {"2003/ü.txt", numbered_lines(40'000)}, {"b.txt", "last"}};

std::vector<ReadMember> as_read(const std::vector<test::MadeMember>& made) {
    std::vector<ReadMember> read;
    for (const test::MadeMember& member : made) read.push_back({member.path, member.bytes});
    return read;
}

std::vector<std::string> paths(const ReadContainer& read) {
    std::vector<std::string> paths;
    for (const ReadMember& member : read.members) paths.push_back(member.path);
    return paths;
}

}  // namespace

TEST_CASE("archives are told by their first bytes") {
    for (const char* format : {"ustar", "gnutar", "pax", "v7tar"})
        CHECK(container_kind(test::made_archive(format, three)) == ContainerKind::tar);
    CHECK(container_kind(test::made_archive("zip", three)) == ContainerKind::zip);
    CHECK(container_kind(test::made_archive("zip", {})) == ContainerKind::zip);
    for (const std::string& other :
         {""s, "PK are initials"s, std::string(2000, ' '), std::string(2000, '\0'),
          "{\"title\":\"ustar\"}"s + std::string(600, ' '), numbered_lines(100)})
        CHECK_FALSE(container_kind(other));
}

TEST_CASE("office documents are zip files, but no archives") {
    CHECK(is_office_document(test::made_archive("zip", {{"[Content_Types].xml", "<Types/>"}})));
    const std::string header = test::made_archive("zip", three).substr(0, 30);
    CHECK(is_office_document(header + "mimetypeapplication/epub+zip"));
    CHECK_FALSE(is_office_document(test::made_archive("zip", three)));
}

TEST_CASE("members come in the order of the archive, whatever it is read from") {
    for (const char* format : {"ustar", "gnutar", "pax", "zip"}) {
        CAPTURE(format);
        const std::string bytes = test::made_archive(format, three);
        CHECK(read_all(bytes).members == as_read(three));
        CHECK(read_all(*test::piped(bytes)).members == as_read(three));
        const ReadContainer unbuffered = read_all(*test::piped(bytes), 1000);
        CHECK(unbuffered.members == as_read(three));
        CHECK(unbuffered.problems.empty());
        CHECK(unbuffered.has_end_mark);
    }
}

TEST_CASE("members that are passed over cost nothing but their place") {
    for (const char* format : {"ustar", "zip"}) {
        const auto stream = test::piped(test::made_archive(format, three));
        Container container(*stream, *container_kind(stream->peek(512)), 0);
        std::vector<std::string> names;
        while (const auto member = container.next()) names.push_back(member->raw_path);
        CHECK(names == std::vector<std::string>{"2003/a.txt", "2003/ü.txt", "b.txt"});
    }
}

TEST_CASE("links, folders and devices are told from files") {
    const std::string bytes = test::made_archive("ustar", {{"folder/", "", AE_IFDIR},
                                                           {"a.txt", "text"},
                                                           {"link", "", AE_IFLNK, "/etc/passwd"},
                                                           {"twin", "", AE_IFREG, "", "a.txt"},
                                                           {"pipe", "", AE_IFIFO},
                                                           {"device", "", AE_IFBLK}});
    std::vector<MemberKind> kinds;
    for (const ReadMember& member : read_all(bytes).members) kinds.push_back(member.kind);
    CHECK(kinds == std::vector<MemberKind>{MemberKind::folder, MemberKind::file, MemberKind::link,
                                           MemberKind::link, MemberKind::special,
                                           MemberKind::special});
}

TEST_CASE("an archive that is cut off gives what comes before, and says so once") {
    for (const char* format : {"ustar", "pax", "zip"}) {
        const std::string bytes = test::made_archive(format, three);
        for (std::size_t size = 600; size + 1 < bytes.size(); size += size < 2000 ? 1 : 977) {
            const std::string cut = bytes.substr(0, size);
            for (const auto& read : {read_all(cut), read_all(*test::piped(cut))}) {
                CAPTURE(format, size);
                REQUIRE(read.problems.size() <= 1);
                // A zip file's directory may be missing when all members are there.
                const bool is_whole = read.members == as_read(three);
                REQUIRE((is_whole || read.problems.size() == 1 || !read.has_end_mark));
                for (std::size_t i = 0; i + 1 < read.members.size(); ++i)
                    REQUIRE(read.members[i] == as_read(three)[i]);
            }
        }
    }
}

TEST_CASE("members that begin where another one does are told") {
    std::string bytes =
        test::made_archive("zip", {{"a.txt", "first"}, {"b.txt", "second"}, {"c.txt", "third"}});
    // The second entry of the directory: where its member begins is said to be the first byte.
    constexpr std::size_t offset_at = 42;
    std::size_t entry = bytes.find("PK\x01\x02");
    entry = bytes.find("PK\x01\x02", entry + 1);
    bytes.replace(entry + offset_at, 4, 4, '\0');
    const ReadContainer read = read_all(bytes);
    CHECK(read.members.size() == 2);
    CHECK(read.problems ==
          std::vector<std::string>{"1 of the 3 members that the zip file's directory lists are "
                                   "passed over: others begin at the same byte"});
}

TEST_CASE("a member with a wrong checksum or broken contents does not take others with it") {
    std::string bytes = test::made_archive("zip", three);
    const std::size_t contents = bytes.find("2003/ü.txt") + 200;
    for (std::size_t i = 0; i < 40; ++i) bytes[contents + i] = '\xFF';
    const ReadContainer broken = read_all(bytes);
    CHECK(paths(broken) == std::vector<std::string>{"2003/a.txt", "2003/ü.txt", "b.txt"});
    CHECK(broken.members.back().bytes == "last");
    REQUIRE(broken.problems.size() == 1);
    CHECK(broken.problems[0].find("the archive's member is damaged") != std::string::npos);

    std::string stored = test::made_archive("zip", three, "none", "compression=store");
    stored[stored.find("first")] = 'F';
    const ReadContainer wrong = read_all(stored);
    CHECK(wrong.members.front().bytes == "First");
    CHECK(wrong.members.back().bytes == "last");
    REQUIRE(wrong.problems.size() == 1);
    CHECK(wrong.problems[0].starts_with("after 5 bytes the archive's member is damaged (ZIP bad"));
}

TEST_CASE("behind a damaged header the next whole one is found") {
    std::string bytes = test::made_archive("ustar", three);
    bytes[1024 + 100] ^= 1;
    const ReadContainer read = read_all(bytes);
    CHECK(paths(read) == std::vector<std::string>{"2003/a.txt", "b.txt"});
    CHECK(read.problems ==
          std::vector<std::string>{
              "the archive is damaged: all up to the next whole header is passed over"});
}

TEST_CASE("tar archives one after the other are one, garbage behind them is told") {
    const std::string bytes = test::made_archive("ustar", {{"a.txt", "text"}});
    CHECK(read_all(bytes + bytes).members.size() == 2);
    const ReadContainer read = read_all(bytes + std::string(2000, 'x'));
    CHECK(read.members.size() == 1);
    CHECK(read.problems.size() == 1);
    CHECK_FALSE(read_all(bytes.substr(0, 1024)).has_end_mark);
    CHECK(read_all(bytes.substr(0, 1024)).problems.empty());
}

TEST_CASE("an encrypted member is told before it is read") {
    // The first bit of the flags, in the member's header and in the directory.
    std::string bytes = test::made_archive("zip", {{"a.txt", "text"}});
    bytes[6] = static_cast<char>(bytes[6] | 1);
    const std::size_t directory = bytes.rfind("PK\x01\x02");
    bytes[directory + 8] = static_cast<char>(bytes[directory + 8] | 1);
    const auto stream = open_bytes(bytes);
    Container container(*stream, ContainerKind::zip, 1 << 20);
    const auto member = container.next();
    REQUIRE(member);
    CHECK(member->is_encrypted);
}

TEST_CASE("a sparse file that swells is a bomb") {
    // GNU's sparse member: all of a file of 2^33 bytes is a hole, but its last block.
    std::string header(512, '\0');
    const auto put = [&](std::size_t at, std::string_view text) { text.copy(&header[at], 100); };
    put(0, "hole.txt");
    put(100, "0000644");
    put(108, "0000000");
    put(116, "0000000");
    put(124, "00000001000");
    put(136, "00000000000");
    put(156, "S");
    put(257, "ustar  ");
    put(386, "77777777000");
    put(398, "00000001000");
    put(483, "77777777777");
    put(148, "        ");
    unsigned sum = 0;
    for (const char c : header) sum += static_cast<unsigned char>(c);
    std::string digits = "000000";
    for (std::size_t i = 6; i > 0; --i, sum /= 8) digits[i - 1] = static_cast<char>('0' + sum % 8);
    put(148, digits);
    header[154] = '\0';
    const auto stream = test::piped(header + std::string(512, 'x') + std::string(1024, '\0'));
    Container container(*stream, ContainerKind::tar, 0);
    REQUIRE(container.next());
    const auto member = container.open_member();
    std::string problem;
    try {
        while (!member->peek(1).empty()) member->skip(member->peek(1).size());
    } catch (const Error& error) {
        problem = error.what();
    }
    CHECK(problem.starts_with("a bomb: "));
    CHECK(container.member_offset() < 100'000'000);
}

TEST_CASE("whatever is done to an archive, its reading ends") {
    std::mt19937 random(17);
    for (const char* format : {"ustar", "gnutar", "pax", "zip"}) {
        const std::string whole = test::made_archive(
            format, {{"a.txt", "text"}, {"b/c.json", numbered_lines(300)}, {"d", ""}});
        for (int round = 0; round < 1500; ++round) {
            std::string bytes = whole;
            for (std::size_t flips = 1 + random() % 4; flips > 0; --flips)
                bytes[random() % bytes.size()] = static_cast<char>(random());
            if (random() % 3 == 0) bytes.resize(random() % bytes.size());
            for (const auto& stream : {open_bytes(bytes).release(), test::piped(bytes).release()}) {
                const std::unique_ptr<ByteStream> owner(stream);
                if (container_kind(owner->peek(512)))
                    REQUIRE(read_all(*owner, round % 2 == 0 ? 0 : 1 << 20).members.size() < 100);
            }
        }
    }
}
