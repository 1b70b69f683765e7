#include "searcher/value_counts.hpp"

#include <algorithm>
#include <tuple>

#include "corpus/analyzer.hpp"

namespace dateline {

void ValueCounts::add_article(const std::vector<std::string_view>& values) {
    std::vector<const Count*> seen;
    for (const std::string_view value : values) {
        const std::string& of = folded(value);
        if (of.empty()) continue;
        Count& count = counts_[of];
        if (std::ranges::find(seen, &count) != seen.end()) continue;
        ++count.articles;
        ++count.spellings[std::string(value)];
        seen.push_back(&count);
    }
    if (seen.empty()) ++without_;
}

const std::string& ValueCounts::folded(std::string_view value) {
    const auto [known, is_new] = folds_.try_emplace(std::string(value));
    if (is_new) known->second = fold_text(value);
    return known->second;
}

void ValueCounts::add_folded(const std::string& folded, std::uint64_t articles) {
    counts_[folded].articles += articles;
}

std::vector<ValueCounts::Value> ValueCounts::most(std::size_t most_values) const {
    std::vector<const std::pair<const std::string, Count>*> order;
    for (const auto& entry : counts_) order.push_back(&entry);
    const std::size_t kept = most_values == 0 ? order.size() : std::min(most_values, order.size());
    std::ranges::partial_sort(
        order, order.begin() + static_cast<std::ptrdiff_t>(kept), [](const auto* a, const auto* b) {
            return std::tie(b->second.articles, a->first) < std::tie(a->second.articles, b->first);
        });
    std::vector<Value> values;
    for (std::size_t i = 0; i < kept; ++i)
        values.push_back({order[i]->first, order[i]->second.articles,
                          most_frequent(order[i]->second.spellings)});
    return values;
}

std::string most_frequent(const std::unordered_map<std::string, std::uint64_t>& spellings) {
    std::string best;
    std::uint64_t most = 0;
    for (const auto& [spelling, times] : spellings)
        if (times > most || (times == most && spelling < best)) {
            best = spelling;
            most = times;
        }
    return best;
}

}  // namespace dateline
