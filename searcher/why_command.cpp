#include "searcher/why_command.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "corpus/article_id.hpp"
#include "corpus/error.hpp"
#include "searcher/id_arguments.hpp"
#include "searcher/named_article.hpp"
#include "searcher/open_indexes.hpp"
#include "searcher/reasons.hpp"
#include "searcher/unit_option.hpp"
#include "searcher/words_option.hpp"

namespace dateline {

namespace {

struct WhyOptions {
    WordsChoice words;
    AnswerUnit unit = AnswerUnit::article;
};

Reasons reasons_for(const Index& index, const Query& query, const NamedArticle& named,
                    std::uint32_t passage, const WhyOptions& options) {
    const WordsNeeded needed = words_needed(options.words);
    const AnswerUnit unit = passage > 0 ? AnswerUnit::passage : options.unit;
    Reasons reasons = find_reasons(MatchedIndex(index, query, needed, unit), named.place, passage);
    reasons.id = reasons.passage > 0 ? passage_id(named.id, reasons.passage) : named.id;
    const bool other_unit_does =
        unit == AnswerUnit::passage && !reasons.matches &&
        find_reasons(MatchedIndex(index, query, needed), named.place).matches;
    if (other_unit_does) {
        reasons.relaxations = {"with --unit article"};
        reasons.relaxed_query = "--unit article " + to_string(query);
    }
    return reasons;
}

int run_why(const GlobalOptions& global, const std::vector<std::string>& arguments,
            const WhyOptions& options) {
    if (arguments.size() < 2)
        throw Error(ErrorKind::usage, "an id and a query are needed",
                    "type an id as search shows it, then the query: dateline why ID nato iraq");
    const std::string text =
        fmt::format("{}", fmt::join(arguments.begin() + 1, arguments.end(), " "));
    const Query query = parse_query(text, global.today);
    const Index index = open_indexes(global);
    bool all_match = true;
    const std::vector<std::string> ids = named_ids({arguments.front()});
    for (const std::string& id : ids) {
        if (global.format == "text" && &id != &ids.front()) write_output("\n");
        const auto named = find_named_unit(global, index, split_passage_id(id));
        if (!named) {
            all_match = false;
            continue;
        }
        const Reasons reasons = reasons_for(index, query, named->article, named->passage, options);
        all_match &= reasons.matches;
        write_output(global.format == "jsonl" ? render_reasons_jsonl(reasons)
                                              : render_reasons_text(reasons, global.width_columns));
    }
    return all_match && !ids.empty() ? 0 : 1;
}

Action configure(CLI::App& app) {
    const auto options = std::make_shared<WhyOptions>();
    add_words_options(app, options->words);
    add_unit_option(app, options->unit);
    return [options](const GlobalOptions& global, const std::vector<std::string>& arguments) {
        return run_why(global, arguments, *options);
    };
}

}  // namespace

Command why_command() {
    return {.name = "why",
            .summary = "why an article matches a query, or does not",
            .exit_codes = {0, 1, 2, 3, 4},
            .arguments = "ID QUERY",
            .formats = {"text", "jsonl"},
            .configure = configure,
            .pages = true};
}

}  // namespace dateline
