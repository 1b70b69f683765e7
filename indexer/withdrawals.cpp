#include "indexer/withdrawals.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "corpus/white_space.hpp"

namespace dateline {

namespace {

// No id has blanks in it.
std::string_view without_blanks_around(std::string_view text) {
    text.remove_prefix(leading_white_space(text));
    text.remove_suffix(trailing_white_space(text));
    return text;
}

}  // namespace

std::vector<Withdrawal> read_withdrawals(std::string_view text) {
    std::vector<Withdrawal> withdrawals;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const std::size_t tab = std::min(line.find('\t'), line.size());
        const std::string_view id = without_blanks_around(line.substr(0, tab));
        if (id.empty()) continue;
        Withdrawal& withdrawal = withdrawals.emplace_back();
        withdrawal.id = id;
        withdrawal.reason = without_blanks_around(line.substr(tab));
    }
    return withdrawals;
}

std::vector<Withdrawal> merge_withdrawals(std::vector<Withdrawal> before,
                                          const std::vector<Withdrawal>& more) {
    std::map<std::string, std::string> reasons;
    for (Withdrawal& withdrawal : before)
        reasons.emplace(std::move(withdrawal.id), std::move(withdrawal.reason));
    for (const Withdrawal& withdrawal : more)
        if (std::string& reason = reasons[withdrawal.id]; !withdrawal.reason.empty())
            reason = withdrawal.reason;
    std::vector<Withdrawal> merged;
    merged.reserve(reasons.size());
    for (auto& [id, reason] : reasons) merged.push_back({id, std::move(reason)});
    return merged;
}

std::string withdrawal_text(const Withdrawal& withdrawal) {
    return withdrawal.reason.empty() ? "withdrawn" : "withdrawn: " + withdrawal.reason;
}

const Withdrawal* find_withdrawal(const std::vector<Withdrawal>& sorted, std::string_view id) {
    const auto found = std::ranges::lower_bound(sorted, id, {}, [](const Withdrawal& withdrawal) {
        return std::string_view(withdrawal.id);
    });
    return found != sorted.end() && found->id == id ? &*found : nullptr;
}

}  // namespace dateline
