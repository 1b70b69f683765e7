#include "searcher/ranking_option.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "corpus/error.hpp"
#include "searcher/relative_date.hpp"

namespace dateline {

namespace {

FeedbackUse read_expand(const std::string& text) {
    if (text.empty() || text == "always") return FeedbackUse::always;
    if (text == "auto") return FeedbackUse::automatic;
    if (text == "never") return FeedbackUse::never;
    throw Error(ErrorKind::usage, fmt::format("--expand does not take \"{}\"", text),
                "write --expand=auto, --expand=always or --expand=never");
}

double read_half_life(const std::string& text) {
    const std::optional<double> days = duration_days(text);
    if (days && *days > 0) return *days;
    throw Error(ErrorKind::usage, fmt::format("--fresh does not take \"{}\"", text),
                "write after which time a score is worth half: 30d, 2w, 6m or 1y");
}

}  // namespace

void add_ranking_options(CLI::App& app, RankingChoice& choice) {
    app.add_option("--expand", choice.expand,
                   "words of the best articles have a say in the order; alone: always")
        ->type_name("auto|always|never")
        ->expected(0, 1);
    app.add_option("--fresh", choice.fresh,
                   "newer before older: after 30d, 2w, 6m or 1y a score is worth half")
        ->type_name("HALFLIFE");
}

RankingOptions ranking_options(const RankingChoice& choice, Day today) {
    RankingOptions options;
    options.feedback = read_expand(choice.expand);
    if (!choice.fresh.empty()) options.freshness = Freshness{read_half_life(choice.fresh), today};
    return options;
}

}  // namespace dateline
