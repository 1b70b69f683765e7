#include "corpus/sources_file.hpp"

#include <random>

#include "tests/catch.hpp"
#include "tests/caught_error.hpp"
#include "tests/corpus/damage.hpp"

using namespace dateline;

namespace {

SourceRecord random_record(std::mt19937_64& random) {
    SourceRecord record;
    record.id = std::to_string(random());
    if (random() % 2 == 0) {
        record.id += "~2";
        record.suffix_bytes = 2;
    }
    record.content_hash = random();
    record.state = static_cast<RecordState>(random() % 4);
    if (record.state == RecordState::duplicate) record.kept_id = std::to_string(random());
    if (random() % 2 == 0)
        record.date = {true, static_cast<Day>(random() % 40'000) - 20'000,
                       static_cast<std::int64_t>(random() % (1ULL << 40))};
    record.duplicate_key = {random(), random()};
    return record;
}

Sources random_sources(unsigned seed, std::size_t count) {
    std::mt19937_64 random(seed);
    Sources sources;
    sources.files.resize(count);
    for (SourceFileEntry& file : sources.files) {
        file = {.root = static_cast<std::uint32_t>(random() % 3),
                .path = "2020/\xFF " + std::to_string(random()),
                .size = random(),
                .mtime_ns = static_cast<std::int64_t>(random()),
                .ctime_ns = static_cast<std::int64_t>(random()),
                .inode = random(),
                .is_fresh = random() % 2 == 0,
                .bytes_hash = random(),
                .reading_hash = random(),
                .format = "json lines",
                .records = {},
                .problems = {}};
        for (std::uint64_t left = random() % 4; left > 0; --left)
            file.records.push_back(random_record(random));
        for (std::uint64_t left = random() % 3; left > 0; --left)
            file.problems.push_back({static_cast<ProblemOutcome>(random() % 3), "a/b", random(),
                                     random(), "json", "not valid JSON"});
    }
    for (std::uint64_t left = random() % 3; left > 0; --left)
        sources.withdrawals.push_back({std::to_string(random()), "court order"});
    return sources;
}

}  // namespace

TEST_CASE("the sources file gives back what was written") {
    for (unsigned seed = 0; seed < 20; ++seed) {
        const Sources sources = random_sources(seed, seed);
        REQUIRE(decode_sources(encode_sources(sources), "sources-1") == sources);
    }
}

TEST_CASE("no damage to a sources file goes unseen") {
    const auto read = [](std::string_view bytes) { decode_sources(bytes, "sources-1"); };
    CHECK(test::survive_damage(encode_sources(random_sources(1, 4)), read) == 0);
    CHECK(test::says(test::caught_error([] { return decode_sources("short", "sources-1"); }),
                     "sources-1 is damaged"));
}

TEST_CASE("problems are counted by their outcome") {
    SourceFileEntry file;
    file.problems.resize(3);
    file.problems[1].outcome = ProblemOutcome::warning;
    CHECK(count_problems(file, ProblemOutcome::rejected) == 2);
    CHECK(count_problems(file, ProblemOutcome::warning) == 1);
    CHECK(count_problems(file, ProblemOutcome::skipped) == 0);
    CHECK(outcome_name(ProblemOutcome::skipped) == "skipped");
}
