#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "corpus/manifest.hpp"
#include "corpus/sources_file.hpp"

namespace dateline {

/// What an index remembers of its source files.
struct SourceLedger {
    std::vector<RootInfo> roots;
    Sources sources;
};

/// Of the index in force, though a writer may publish meanwhile. Throws Error{index}.
SourceLedger read_source_ledger(const std::filesystem::path& index);

/// The files that `paths`, as typed, name or hold ("-": standard input), each once, by root and
/// path; no paths: all. Throws Error{input_output} for a path that has none.
std::vector<const SourceFileEntry*> files_under(const SourceLedger& ledger,
                                                const std::vector<std::string>& paths);

/// A line with the outcome of the file's records, and an indented one for each that is not in the
/// index or was doubtful, with place and reason. Without control characters.
std::string ledger_text(const SourceLedger& ledger, const SourceFileEntry& file);

/// The same as JSON lines: an object with the counts, then one a record.
std::string ledger_jsonl(const SourceLedger& ledger, const SourceFileEntry& file);

}  // namespace dateline
