#include "searcher/work_budget.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "corpus/error.hpp"

namespace dateline {

namespace {

constexpr std::uint64_t least_allowed = std::uint64_t{256} << 20;
constexpr std::uint64_t texts_allowed = 4;

}  // namespace

WorkBudget::WorkBudget(std::uint64_t text_bytes)
    : allowed_(std::max(least_allowed, texts_allowed * text_bytes)) {}

void WorkBudget::refuse() const {
    throw Error(ErrorKind::usage,
                "the query asks for too much: too many frequent words, or words near each other",
                "ask for it in several queries");
}

void check_leaf_count(std::size_t leaves) {
    if (leaves <= max_leaves) return;
    throw Error(ErrorKind::usage,
                fmt::format("the query holds {} different words and phrases, and {} are answered",
                            leaves, max_leaves),
                "ask for them in several queries");
}

}  // namespace dateline
