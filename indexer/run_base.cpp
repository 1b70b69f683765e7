#include "indexer/run_base.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "corpus/error.hpp"
#include "indexer/sources_repair.hpp"
#include "indexer/withdrawals.hpp"

namespace dateline {

namespace {

// Withdrawn ids must stay withdrawn: where the list cannot be read, an earlier one may be.
std::vector<Withdrawal> kept_withdrawals(const std::filesystem::path& index,
                                         const Manifest& in_force,
                                         std::vector<std::string>& warnings) {
    if (auto readable = first_readable_sources(index, earlier_manifests(index, in_force))) {
        warnings.push_back(fmt::format(
            "which ids were withdrawn is taken from {}: those withdrawn since then come back",
            readable->file));
        return std::move(readable->sources.withdrawals);
    }
    warnings.emplace_back("which ids were withdrawn is lost: give them to index --withdraw again");
    return {};
}

// Of an index of which no manifest is left.
std::vector<Withdrawal> withdrawals_left(const std::filesystem::path& index,
                                         std::vector<std::string>& warnings) {
    if (!std::filesystem::exists(index)) return {};
    ListedWithdrawals listed = listed_withdrawals(index, 0);
    // A first run that died leaves the first list, if any.
    const auto is_later = [](const std::string& file) { return file != "sources-1"; };
    if (listed.withdrawals.empty() && std::ranges::none_of(listed.files, is_later) &&
        std::ranges::none_of(listed.unreadable, is_later))
        return {};
    if (!listed.unreadable.empty())
        warnings.push_back(fmt::format("{}: which ids were withdrawn cannot be read",
                                       fmt::join(listed.unreadable, ", ")));
    warnings.push_back(fmt::format(
        "which ids were withdrawn is {}: give {} to index --withdraw again",
        listed.files.empty() ? "lost" : fmt::format("taken from {}", fmt::join(listed.files, ", ")),
        listed.files.empty() ? "them" : "what was withdrawn since"));
    warnings.emplace_back(
        "which roots the index had is lost: only those that are named are in it now");
    return std::move(listed.withdrawals);
}

std::vector<Withdrawal> later_withdrawals(const std::filesystem::path& index, const RunBase& base,
                                          std::uint64_t in_force) {
    std::vector<Withdrawal> later = listed_withdrawals(index, in_force).withdrawals;
    std::erase_if(later, [&](const Withdrawal& withdrawal) {
        return find_withdrawal(base.sources.withdrawals, withdrawal.id) != nullptr;
    });
    return later;
}

void go_on(RunBase& base, Checkpoint checkpoint) {
    base.manifest.dictionary = std::move(checkpoint.manifest.dictionary);
    base.written = std::move(checkpoint.manifest.segments);
    base.earlier = EarlierWork(std::move(checkpoint.files));
    base.goes_on = true;
}

}  // namespace

RunBase base_of_run(const IndexOptions& options, const Manifest& in_force,
                    std::optional<Checkpoint> checkpoint) {
    RunBase base;
    base.manifest = in_force;
    if (options.rebuilds) base.manifest.segments.clear();
    if (options.rebuilds) base.manifest.dictionary.clear();
    try {
        if (in_force.number == 0)
            base.sources.withdrawals = withdrawals_left(options.index, base.warnings);
        else
            base.sources = read_published_sources(options.index, in_force);
    } catch (const Error& error) {
        if (!options.rebuilds) throw;
        base.warnings.push_back(fmt::format("{}: ids are given anew", error.what()));
        base.sources.withdrawals = kept_withdrawals(options.index, in_force, base.warnings);
    }
    if (in_force.number > 0)
        base.later_withdrawals = later_withdrawals(options.index, base, in_force.number);
    if (!base.later_withdrawals.empty())
        base.warnings.push_back(
            fmt::format("a run whose work is not in force withdrew {}: this one does",
                        base.later_withdrawals.size() == 1
                            ? "an article"
                            : fmt::format("{} articles", base.later_withdrawals.size())));
    if (checkpoint) go_on(base, *std::move(checkpoint));
    return base;
}

}  // namespace dateline
