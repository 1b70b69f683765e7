#include "indexer/removal_limit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "corpus/error.hpp"

namespace dateline {

namespace {

constexpr double default_percent = 10;
constexpr std::uint64_t default_least = 100;

std::uint64_t share(double percent, std::uint64_t articles) {
    return static_cast<std::uint64_t>(percent / 100 * static_cast<double>(articles));
}

template <typename Number>
std::optional<Number> read_number(std::string_view text) {
    Number number{};
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

}  // namespace

std::uint64_t most_removals(const RemovalLimit& limit, std::uint64_t articles_of_root) {
    if (limit.articles) return *limit.articles;
    if (limit.percent) return share(*limit.percent, articles_of_root);
    return std::max(default_least, share(default_percent, articles_of_root));
}

RemovalLimit read_removal_limit(std::string_view text) {
    RemovalLimit limit;
    if (text.ends_with('%'))
        limit.percent = read_number<double>(text.substr(0, text.size() - 1));
    else
        limit.articles = read_number<std::uint64_t>(text);
    if (limit.articles || (limit.percent && *limit.percent >= 0 && *limit.percent <= 100))
        return limit;
    throw Error(ErrorKind::usage, fmt::format("--max-removals does not take \"{}\"", text),
                "write a number of articles, or a share of a root's articles: 500, 20%");
}

std::string excess_of_removals(const RemovalLimit& limit, const Roots& roots,
                               const std::vector<RootLosses>& losses) {
    for (std::size_t root = 0; root < roots.all.size(); ++root) {
        const std::uint64_t most = most_removals(limit, losses[root].known);
        if (!roots.named[root] || roots.is_forgotten(root) || losses[root].lost <= most) continue;
        return fmt::format(
            "{} of the {} articles of {} are not there any more, and no more than {} "
            "may be removed at once",
            losses[root].lost, losses[root].known, roots.all[root].path, most);
    }
    return {};
}

}  // namespace dateline
