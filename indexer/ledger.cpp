#include "indexer/ledger.hpp"

#include <fmt/format.h>

namespace dateline {

std::string ledger_line(const Ledger& ledger) {
    return fmt::format(
        "read {} = indexed {} + unchanged {} + duplicate {} + superseded {} + skipped {} + "
        "rejected {}; removed {}",
        ledger.read, ledger.indexed, ledger.unchanged, ledger.duplicate, ledger.superseded,
        ledger.skipped, ledger.rejected, ledger.removed);
}

std::string ledger_json(const Ledger& ledger) {
    return fmt::format(
        R"({{"read":{},"indexed":{},"unchanged":{},"duplicate":{},"superseded":{},"skipped":{},)"
        R"("rejected":{},"removed":{}}})",
        ledger.read, ledger.indexed, ledger.unchanged, ledger.duplicate, ledger.superseded,
        ledger.skipped, ledger.rejected, ledger.removed);
}

}  // namespace dateline
