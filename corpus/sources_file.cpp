#include "corpus/sources_file.hpp"

#include <algorithm>
#include <array>

#include "corpus/sealed_bytes.hpp"

namespace dateline {

namespace {

constexpr std::string_view magic = "dlnewsS2";
// Of a record, and of a file, as they are written.
constexpr std::size_t least_record_bytes = 28;
constexpr std::size_t least_file_bytes = 26;
constexpr std::int64_t seconds_a_day = 86'400;

void write_date(ByteWriter& writer, const VersionDate& date) {
    writer.varint(date.is_dated ? 1 : 0);
    if (!date.is_dated) return;
    writer.signed_varint(date.day);
    writer.signed_varint(date.instant - date.day * seconds_a_day);
}

VersionDate read_date(ByteReader& reader) {
    VersionDate date;
    date.is_dated = reader.varint() != 0;
    if (!date.is_dated) return date;
    date.day = static_cast<Day>(reader.signed_varint());
    date.instant = reader.signed_varint() + date.day * seconds_a_day;
    return date;
}

// The id is stored as what follows the base id, since it mostly is the base id.
void write_record(ByteWriter& writer, const SourceRecord& record) {
    writer.string(record.base_id());
    writer.string(std::string_view(record.id).substr(record.id.size() - record.suffix_bytes));
    writer.fixed64(record.content_hash);
    writer.varint(static_cast<std::uint64_t>(record.state));
    if (record.state == RecordState::duplicate) writer.string(record.kept_id);
    write_date(writer, record.date);
    writer.fixed64(record.duplicate_key.high);
    writer.fixed64(record.duplicate_key.low);
}

template <typename Value>
Value read_value(ByteReader& reader, Value last, std::string_view what) {
    const std::uint64_t value = reader.varint();
    if (value > static_cast<std::uint64_t>(last)) throw_damaged(what, "it has an unknown value");
    return static_cast<Value>(value);
}

SourceRecord read_record(ByteReader& reader, std::string_view what) {
    SourceRecord record;
    record.id = reader.string();
    const std::string_view suffix = reader.string();
    record.id += suffix;
    record.suffix_bytes = static_cast<std::uint32_t>(suffix.size());
    record.content_hash = reader.fixed64();
    record.state = read_value(reader, RecordState::lost, what);
    if (record.state == RecordState::duplicate) record.kept_id = reader.string();
    record.date = read_date(reader);
    record.duplicate_key.high = reader.fixed64();
    record.duplicate_key.low = reader.fixed64();
    return record;
}

void write_problem(ByteWriter& writer, const RecordProblem& problem) {
    writer.varint(static_cast<std::uint64_t>(problem.outcome));
    writer.string(problem.member);
    writer.varint(problem.offset);
    writer.varint(problem.line);
    writer.string(problem.format);
    writer.string(problem.reason);
}

RecordProblem read_problem(ByteReader& reader, std::string_view what) {
    RecordProblem problem;
    problem.outcome = read_value(reader, ProblemOutcome::warning, what);
    problem.member = reader.string();
    problem.offset = reader.varint();
    problem.line = reader.varint();
    problem.format = reader.string();
    problem.reason = reader.string();
    return problem;
}

void write_file(ByteWriter& writer, const SourceFileEntry& file) {
    writer.varint(file.root);
    writer.string(file.path);
    writer.varint(file.size);
    writer.signed_varint(file.mtime_ns);
    writer.signed_varint(file.ctime_ns);
    writer.varint(file.inode);
    writer.varint(file.is_fresh ? 1 : 0);
    writer.fixed64(file.bytes_hash);
    writer.fixed64(file.reading_hash);
    writer.string(file.format);
    writer.varint(file.records.size());
    for (const SourceRecord& record : file.records) write_record(writer, record);
    writer.varint(file.problems.size());
    for (const RecordProblem& problem : file.problems) write_problem(writer, problem);
}

SourceFileEntry read_file(ByteReader& reader, std::string_view what) {
    SourceFileEntry file;
    file.root = reader.varint32();
    file.path = reader.string();
    file.size = reader.varint();
    file.mtime_ns = reader.signed_varint();
    file.ctime_ns = reader.signed_varint();
    file.inode = reader.varint();
    file.is_fresh = reader.varint() != 0;
    file.bytes_hash = reader.fixed64();
    file.reading_hash = reader.fixed64();
    file.format = reader.string();
    const std::uint64_t records = reader.varint();
    file.records.reserve(std::min<std::uint64_t>(records, reader.left() / least_record_bytes));
    for (std::uint64_t left = records; left > 0; --left)
        file.records.push_back(read_record(reader, what));
    for (std::uint64_t left = reader.varint(); left > 0; --left)
        file.problems.push_back(read_problem(reader, what));
    return file;
}

}  // namespace

std::string_view outcome_name(ProblemOutcome outcome) {
    constexpr std::array<std::string_view, 3> names{"skipped", "rejected", "warning"};
    return names.at(static_cast<std::size_t>(outcome));
}

std::uint64_t count_problems(const SourceFileEntry& file, ProblemOutcome outcome) {
    return static_cast<std::uint64_t>(
        std::ranges::count(file.problems, outcome, &RecordProblem::outcome));
}

std::string encode_sources(const Sources& sources) {
    ByteWriter writer;
    writer.raw(magic);
    writer.varint(sources.files.size());
    for (const SourceFileEntry& file : sources.files) write_file(writer, file);
    writer.varint(sources.withdrawals.size());
    for (const Withdrawal& withdrawal : sources.withdrawals) {
        writer.string(withdrawal.id);
        writer.string(withdrawal.reason);
    }
    return seal(std::move(writer));
}

Sources decode_sources(std::string_view bytes, const std::filesystem::path& file) {
    const std::string what = file.string();
    ByteReader reader = unseal(bytes, magic, what);
    Sources sources;
    const std::uint64_t files = reader.varint();
    sources.files.reserve(std::min<std::uint64_t>(files, reader.left() / least_file_bytes));
    for (std::uint64_t left = files; left > 0; --left)
        sources.files.push_back(read_file(reader, what));
    for (std::uint64_t left = reader.varint(); left > 0; --left) {
        Withdrawal& withdrawal = sources.withdrawals.emplace_back();
        withdrawal.id = reader.string();
        withdrawal.reason = reader.string();
    }
    if (!reader.at_end()) throw_damaged(what, "it is longer than it should be");
    return sources;
}

}  // namespace dateline
