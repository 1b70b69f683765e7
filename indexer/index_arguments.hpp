#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "corpus/command.hpp"
#include "indexer/index_options.hpp"

namespace dateline {

/// The options of `index` as they were typed; empty where they were not.
struct IndexArguments {
    std::string files_from{};
    bool by_nul = false;
    std::vector<std::string> excluded{};
    std::string map{};
    std::vector<std::string> field_defaults{};
    std::string date_order{};
    std::string zone{};
    std::string max_record{};
    bool checks_bytes = false;
    std::string memory{};
    std::string writer{};
    bool has_no_blocks = false;
    std::string max_removals{};
    bool keeps_vanished = false;
    bool is_strict = false;
    std::string rejects{};
    bool is_dry_run = false;
    bool rebuilds = false;
    bool reanalyses = false;
    bool merges = false;
    std::optional<std::string> rollback{};  ///< empty: without a number
    std::vector<std::string> forgotten{};
    std::string withdraw{};
};

/// What they mean. Reads the files that they name. Throws Error{usage} for values that make no
/// sense and for options that exclude each other, Error{input_output} for unreadable files.
IndexOptions index_options(const GlobalOptions& global, const IndexArguments& arguments,
                           const std::vector<std::string>& paths);

/// N of --rollback=N, which must have been given. Throws Error{usage}.
std::size_t rollback_steps(const IndexArguments& arguments);

}  // namespace dateline
