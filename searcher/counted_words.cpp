#include "searcher/counted_words.hpp"

#include <algorithm>

namespace dateline {

namespace {

class Counter {
  public:
    Counter(const Plan& plan, const std::vector<const PlanNode*>& wanted, std::size_t language)
        : plan_(plan), wanted_(wanted), language_(language) {}

    std::vector<bool> counted(bool with_stop_words) const {
        std::vector<bool> counted;
        for (std::size_t i = 0; i < wanted_.size(); ++i)
            counted.push_back(says_something(i, with_stop_words) && !is_repeated(i));
        return counted;
    }

  private:
    const AskedWords* words(std::size_t i) const {
        const std::size_t leaf = wanted_[i]->leaf;
        return leaf == PlanNode::no_leaf ? nullptr : &plan_.leaves[leaf].words[language_];
    }

    bool says_something(std::size_t i, bool with_stop_words) const {
        const AskedWords* asked = words(i);
        return asked == nullptr ||
               (!asked->tokens.empty() && (with_stop_words || !asked->is_stop_word));
    }

    bool is_word(std::size_t i) const {
        return wanted_[i]->query->kind == QueryKind::word &&
               wanted_[i]->query->match == WordMatch::stem;
    }

    // Words by what they ask for, all else by how it is written.
    bool is_same(std::size_t a, std::size_t b) const {
        if (is_word(a) && is_word(b)) return *words(a) == *words(b);
        return to_string(*wanted_[a]->query) == to_string(*wanted_[b]->query);
    }

    bool is_repeated(std::size_t i) const {
        for (std::size_t before = 0; before < i; ++before)
            if (is_same(before, i)) return true;
        return false;
    }

    const Plan& plan_;
    const std::vector<const PlanNode*>& wanted_;
    std::size_t language_;
};

}  // namespace

std::vector<bool> counted_words(const Plan& plan, const std::vector<const PlanNode*>& wanted,
                                std::size_t language) {
    const Counter counter(plan, wanted, language);
    const std::vector<bool> counted = counter.counted(false);
    return std::ranges::find(counted, true) != counted.end() ? counted : counter.counted(true);
}

bool wanted_only_rank(const Plan& plan, const std::vector<PlanNode>& sequence) {
    return plan.needed.count == 1 && std::ranges::any_of(sequence, [](const PlanNode& part) {
               return part.occur == Occur::required && part.ranks;
           });
}

}  // namespace dateline
