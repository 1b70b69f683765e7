#include "searcher/terms_command.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cmath>
#include <memory>
#include <nlohmann/json.hpp>

#include "corpus/error.hpp"
#include "searcher/asked_set.hpp"
#include "searcher/command_style.hpp"
#include "searcher/open_indexes.hpp"
#include "searcher/record_lines.hpp"
#include "searcher/text_table.hpp"
#include "searcher/typical_terms.hpp"

namespace dateline {

namespace {

/// The options of `terms` as they were typed.
struct TermsArguments {
    SetChoice set;
    std::size_t most_terms = 20;
};

std::vector<nlohmann::ordered_json> records_of(const std::vector<TypicalTerm>& terms) {
    std::vector<nlohmann::ordered_json> records;
    for (const TypicalTerm& term : terms)
        records.push_back({{"term", term.term},
                           {"articles", term.articles},
                           {"archive_articles", term.archive_articles},
                           {"log_odds", std::round(term.log_odds * 1e4) / 1e4}});
    return records;
}

std::string text_of(const std::vector<TypicalTerm>& terms, const AskedSet& asked,
                    std::size_t width_columns) {
    TextTable table{{"word", "articles", "archive", "log-odds"}, {}};
    for (const TypicalTerm& term : terms)
        table.rows.push_back({term.term, fmt::format("{}", term.articles),
                              fmt::format("{}", term.archive_articles),
                              fmt::format("{:.1f}", term.log_odds)});
    return render_table(table, width_columns) + "\n" +
           wrapped_text(asked.count_text() + "; log-odds against the archive in standard errors",
                        width_columns);
}

std::string rendered(const GlobalOptions& global, const std::vector<TypicalTerm>& terms,
                     const AskedSet& asked) {
    if (global.format == "csv") return csv_text(records_of(terms));
    if (global.format == "jsonl") return jsonl_text(records_of(terms));
    return text_of(terms, asked, text_style(global).width_columns);
}

int run_terms(const GlobalOptions& global, const std::vector<std::string>& words,
              const TermsArguments& arguments) {
    if (words.empty())
        throw Error(ErrorKind::usage, "no query is given",
                    "terms tells what is found from the rest of the archive: dateline terms NATO");
    const Index index = open_indexes(global);
    const AskedSet asked(global, index, query_text(words), arguments.set);
    const std::vector<TypicalTerm> terms = asked.article_total() > 0
                                               ? typical_terms(asked, arguments.most_terms)
                                               : std::vector<TypicalTerm>();
    if (!terms.empty())
        write_output(rendered(global, terms, asked));
    else if (asked.article_total() > 0)
        print_note(global, "what was found has no words that the archive has less often");
    asked.print_notes(global);
    return terms.empty() ? 1 : 0;
}

Action configure(CLI::App& app) {
    const auto chosen = std::make_shared<TermsArguments>();
    app.add_option("-n", chosen->most_terms, "words to show, the most typical first; 0 for all")
        ->type_name("N")
        ->capture_default_str();
    add_set_options(app, chosen->set);
    return [chosen](const GlobalOptions& global, const std::vector<std::string>& words) {
        return run_terms(global, words, *chosen);
    };
}

}  // namespace

Command terms_command() {
    return {.name = "terms",
            .summary = "show the words that are typical of what a query finds",
            .exit_codes = {0, 1, 2, 3, 4},
            .arguments = "QUERY",
            .formats = {"text", "csv", "jsonl"},
            .configure = configure,
            .pages = true};
}

}  // namespace dateline
