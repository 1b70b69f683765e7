#pragma once

#include <cstdint>
#include <string>

namespace dateline {

/// What became of every record of a run: read = indexed + unchanged + duplicate + superseded +
/// skipped + rejected.
struct Ledger {
    std::uint64_t read = 0;
    std::uint64_t indexed = 0;
    std::uint64_t unchanged = 0;
    std::uint64_t duplicate = 0;
    std::uint64_t superseded = 0;
    std::uint64_t skipped = 0;
    std::uint64_t rejected = 0;
    std::uint64_t removed = 0;

    bool adds_up() const {
        return read == indexed + unchanged + duplicate + superseded + skipped + rejected;
    }
};

/// "read 5 = indexed 3 + unchanged 0 + duplicate 0 + superseded 0 + skipped 1 + rejected 1; removed
/// 0"
std::string ledger_line(const Ledger& ledger);
/// The same numbers as one JSON object without newline.
std::string ledger_json(const Ledger& ledger);

}  // namespace dateline
