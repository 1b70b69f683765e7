#include "searcher/show_command.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "corpus/article_id.hpp"
#include "corpus/error.hpp"
#include "searcher/command_style.hpp"
#include "searcher/named_article.hpp"
#include "searcher/render.hpp"
#include "searcher/render_raw.hpp"

namespace dateline {

namespace {

struct ShowOptions {
    std::uint32_t passage = 0;  // 0: whole articles
    bool is_raw = false;
};

std::string whole_article(const GlobalOptions& global, const Article& article, bool is_raw) {
    const bool as_text = global.format == "text";
    const TextStyle style = text_style(global);
    if (is_raw) return as_text ? render_raw_text(article, style) : render_raw_jsonl(article);
    return as_text ? render_article_text(article, style) : render_article_jsonl(article);
}

// Empty where there is no such article or passage, which a note has said.
std::string shown(const GlobalOptions& global, const Index& index, const std::string& id,
                  const ShowOptions& options) {
    const PassageId asked = split_passage_id(id);
    const std::uint32_t number = asked.number > 0 ? asked.number : options.passage;
    if (number > 0 && options.is_raw)
        throw Error(ErrorKind::usage, "--raw shows whole articles, not passages",
                    fmt::format("name the article alone: dateline show --raw {}",
                                printable(asked.article)));
    const auto named = find_named_unit(global, index, {asked.article, number});
    if (!named) return {};
    const auto& [place, own_id] = named->article;
    if (number == 0) {
        Article article = index.article(place);
        article.id = own_id;
        return whole_article(global, article, options.is_raw);
    }
    Article header = index.segments()[place.segment].header(place.article);
    header.id = own_id;
    const StoredPassage passage = index.passage(place, number).value();
    return global.format == "text" ? render_passage_text(header, passage, text_style(global))
                                   : render_passage_jsonl(header, passage);
}

std::vector<std::string> lines_of_standard_input() {
    std::vector<std::string> lines;
    for (std::string line; std::getline(std::cin, line);) {
        if (line.ends_with('\r')) line.pop_back();
        if (!line.empty()) lines.push_back(line);
    }
    return lines;
}

int run_show(const GlobalOptions& global, const std::vector<std::string>& arguments,
             const ShowOptions& options) {
    if (arguments.empty())
        throw Error(ErrorKind::usage, "no article is named",
                    "type an id as search shows it: dateline show ID");
    const Index index = Index::open(global.index);
    bool all_found = true;
    bool is_first = true;
    const auto show = [&](const std::string& id) {
        const std::string output = shown(global, index, id, options);
        all_found &= !output.empty();
        if (output.empty()) return;
        write_output(global.format == "text" && !is_first ? "\n" + output : output);
        is_first = false;
    };
    for (const std::string& argument : arguments) {
        if (argument != "-")
            show(argument);
        else
            for (const std::string& line : lines_of_standard_input()) show(line);
    }
    return all_found ? 0 : 1;
}

Action configure(CLI::App& app) {
    const auto options = std::make_shared<ShowOptions>();
    app.add_option("--passage", options->passage, "this passage only, counted from 1")
        ->type_name("N")
        ->check(CLI::PositiveNumber);
    app.add_flag("--raw", options->is_raw,
                 "every field, where its value was found (record, text, detected, path, --set), "
                 "and where the record stands");
    return [options](const GlobalOptions& global, const std::vector<std::string>& arguments) {
        return run_show(global, arguments, *options);
    };
}

}  // namespace

Command show_command() {
    return {.name = "show",
            .summary = "print articles, or passages of them, by id",
            .exit_codes = {0, 1, 2, 3, 4},
            .arguments = "ID...",
            .formats = {"text", "jsonl"},
            .configure = configure};
}

}  // namespace dateline
