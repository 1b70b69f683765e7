#include "searcher/facets_command.hpp"

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "searcher/asked_set.hpp"
#include "searcher/command_style.hpp"
#include "searcher/open_indexes.hpp"
#include "searcher/record_lines.hpp"
#include "searcher/render_facets.hpp"

namespace dateline {

namespace {

/// The options of `facets` as they were typed.
struct FacetsArguments {
    SetChoice set;
    std::string fields = "source";
    std::size_t most_values = 10;
};

std::string rendered(const GlobalOptions& global, const std::vector<Facet>& facets,
                     const AskedSet& asked) {
    if (global.format == "csv") return csv_text(facet_records(facets));
    if (global.format == "jsonl") return jsonl_text(facet_records(facets));
    return render_facets(facets, asked.count_text(), text_style(global));
}

int run_facets(const GlobalOptions& global, const std::vector<std::string>& words,
               const FacetsArguments& arguments) {
    const std::vector<FacetField> fields = facet_fields(arguments.fields);
    const Index index = open_indexes(global);
    const AskedSet asked(global, index, query_text(words), arguments.set);
    const bool is_found = asked.article_total() > 0;
    if (is_found)
        write_output(rendered(global, count_facets(asked, fields, arguments.most_values), asked));
    asked.print_notes(global);
    return is_found ? 0 : 1;
}

Action configure(CLI::App& app) {
    const auto chosen = std::make_shared<FacetsArguments>();
    app.add_option("--by", chosen->fields, "what to count by; several with commas between")
        ->type_name("source|section|byline|place|language|year[,...]")
        ->capture_default_str();
    app.add_option("-n", chosen->most_values,
                   "values of each field to show, the most frequent first; 0 for all")
        ->type_name("N")
        ->capture_default_str();
    add_set_options(app, chosen->set);
    return [chosen](const GlobalOptions& global, const std::vector<std::string>& words) {
        return run_facets(global, words, *chosen);
    };
}

}  // namespace

Command facets_command() {
    return {.name = "facets",
            .summary = "count articles by source, section, byline, place, language or year",
            .exit_codes = {0, 1, 2, 3, 4},
            .arguments = "[QUERY]",
            .formats = {"text", "csv", "jsonl"},
            .configure = configure,
            .pages = true};
}

}  // namespace dateline
