#include "searcher/asked_pairs.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "searcher/asked_units.hpp"

namespace dateline {

namespace {

/// What one token of a phrase is in pairs.
struct PairedToken {
    PairRole role = PairRole::apart;
    std::vector<std::uint32_t> forms{};  ///< those that it may be, where they are paired
};

// A token whose forms differ in their roles is as good as a rare one: nothing is known of it. So is
// one of many forms, which would take longer to ask for than texts take to read.
PairedToken paired_token(std::span<const AskedForm> forms, std::uint32_t articles) {
    constexpr std::size_t most_forms = 4;
    if (forms.empty()) return {};
    PairedToken found{pair_role(forms.front().entry, articles)};
    for (const auto& [number, form] : forms) {
        if (pair_role(form, articles) != found.role) return {};
        found.forms.push_back(number);
    }
    if (found.role == PairRole::paired && forms.size() > most_forms) return {};
    return found;
}

std::vector<std::uint64_t> pairs_of(const PairedToken& first, const PairedToken& second) {
    std::vector<std::uint64_t> keys;
    for (const std::uint32_t a : first.forms)
        for (const std::uint32_t b : second.forms) keys.push_back(pair_key(a, b));
    return keys;
}

}  // namespace

AskedPairs::AskedPairs(const SegmentScope& scope, const LanguageGroup& group)
    : file_(scope.segment.pairs()) {
    if (!file_.tells() || group.words->tokens.size() < 2) return;
    PairedToken previous;
    for (const AskedToken& asked : group.words->tokens) {
        PairedToken token =
            paired_token(scope.forms_of(asked, group.languages), scope.articles().article_count());
        if (token.role == PairRole::skipped) continue;
        if (token.role == PairRole::paired && previous.role == PairRole::paired)
            neighbours_.push_back(pairs_of(previous, token));
        previous = std::move(token);
    }
}

bool AskedPairs::may_stand_in(std::uint32_t article) const {
    return std::ranges::all_of(neighbours_, [&](const std::vector<std::uint64_t>& keys) {
        return std::ranges::any_of(keys,
                                   [&](std::uint64_t key) { return file_.may_hold(article, key); });
    });
}

void AskedPairs::fetch(std::uint32_t article) const {
    if (!neighbours_.empty()) file_.fetch(article);
}

}  // namespace dateline
