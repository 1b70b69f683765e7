#include "indexer/claim_table.hpp"

#include "indexer/text_hash.hpp"

namespace dateline {

std::uint32_t ClaimTable::number_of(const std::string& id) const {
    if (next_ >= entries_.size()) next_ = 0;
    const bool is_next = !entries_.empty() && entries_[next_].id == id;
    const std::uint32_t number =
        is_next ? next_ : numbers_.find(text_hash(id), [&](std::uint32_t candidate) {
            return entries_[candidate].id == id;
        });
    if (number != NumberTable::none) next_ = number + 1;
    return number;
}

const Claim* ClaimTable::find(const std::string& id) const {
    const std::uint32_t number = number_of(id);
    return number == NumberTable::none ? nullptr : &entries_[number].claim;
}

Claim* ClaimTable::find(const std::string& id) {
    const std::uint32_t number = number_of(id);
    return number == NumberTable::none ? nullptr : &entries_[number].claim;
}

std::pair<Claim*, bool> ClaimTable::try_add(const std::string& id, const Claim& claim) {
    const std::uint64_t hash = text_hash(id);
    const std::uint32_t known =
        numbers_.find(hash, [&](std::uint32_t candidate) { return entries_[candidate].id == id; });
    if (known != NumberTable::none) return {&entries_[known].claim, false};
    numbers_.add(hash, static_cast<std::uint32_t>(entries_.size()));
    return {&entries_.emplace_back(Entry{id, claim}).claim, true};
}

}  // namespace dateline
