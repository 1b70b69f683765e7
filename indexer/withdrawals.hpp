#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "corpus/sources_file.hpp"

namespace dateline {

/// Ids, one a line, each with a reason after a tab where there is one. Empty lines are passed over.
std::vector<Withdrawal> read_withdrawals(std::string_view text);

/// Both as one list, sorted by id; of an id in both, the later reason, if it has one.
std::vector<Withdrawal> merge_withdrawals(std::vector<Withdrawal> before,
                                          const std::vector<Withdrawal>& more);

/// "withdrawn", with the reason.
std::string withdrawal_text(const Withdrawal& withdrawal);

/// nullptr where the id was not withdrawn.
const Withdrawal* find_withdrawal(const std::vector<Withdrawal>& sorted, std::string_view id);

}  // namespace dateline
