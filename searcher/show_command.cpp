#include "searcher/show_command.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <optional>

#include "corpus/article_id.hpp"
#include "corpus/error.hpp"
#include "searcher/command_style.hpp"
#include "searcher/id_arguments.hpp"
#include "searcher/mark_reader.hpp"
#include "searcher/named_article.hpp"
#include "searcher/open_indexes.hpp"
#include "searcher/render_article.hpp"
#include "searcher/render_raw.hpp"

namespace dateline {

namespace {

struct ShowOptions {
    std::uint32_t passage = 0;  // 0: whole articles
    bool is_raw = false;
    std::string query;  // whose matches are shown; empty: none
};

/// Finds the articles that are asked for, and puts them into the format that is.
class ArticleShower {
  public:
    ArticleShower(const GlobalOptions& global, const ShowOptions& options)
        : global_(global), options_(options), index_(open_indexes(global)) {
        if (!options.query.empty())
            marks_.emplace(index_, parse_query(options.query, global.today));
    }

    // Empty where there is no such article or passage, which a note has said.
    std::string shown(const std::string& id) {
        const PassageId asked = split_passage_id(id);
        const std::uint32_t number = asked.number > 0 ? asked.number : options_.passage;
        if (options_.passage > 0 && number != options_.passage)
            throw Error(ErrorKind::usage,
                        fmt::format("--passage {} is not passage {}, which {} names",
                                    options_.passage, number, printable(id)),
                        "leave out one of them");
        if (options_.is_raw) refuse_passage(asked, number);
        const auto named = find_named_unit(global_, index_, {asked.article, number});
        if (!named) return {};
        return options_.is_raw ? raw(named->article) : rendered(article_of(*named));
    }

  private:
    static void refuse_passage(const PassageId& asked, std::uint32_t number) {
        if (number == 0) return;
        throw Error(ErrorKind::usage, "--raw shows whole articles, not passages",
                    fmt::format("name the article alone: dateline show --raw {}",
                                printable(asked.article)));
    }

    ShownArticle article_of(const NamedUnit& named) {
        const auto& [place, own_id] = named.article;
        ShownArticle shown;
        if (named.passage > 0) {
            shown.article = index_.article(place);  // all of it, since its hash is
            shown.article.body.clear();
            shown.passage = index_.passage(place, named.passage);
        } else {
            shown.article = index_.article(place);
        }
        shown.article.id = own_id;
        if (!marks_) return shown;
        mark(shown, place);
        if (shown.headline_matches.empty() && shown.matches.empty())
            print_note(global_, fmt::format("the query matches nothing in {}", shown.id()));
        return shown;
    }

    void mark(ShownArticle& shown, ArticlePlace place) {
        const ArticleMarks marks = marks_->of(place);
        shown.headline_matches = marks.headline;
        if (shown.passage) {
            shown.matches = marks.passages[shown.passage->number - 1];
            return;
        }
        for (std::uint32_t i = 0; i < marks.passages.size(); ++i) {
            if (marks.passages[i].empty()) continue;
            const std::uint32_t begin = index_.passage(place, i + 1)->begin;
            for (const TextRange match : marks.passages[i])
                shown.matches.push_back({begin + match.begin, begin + match.end});
        }
    }

    std::string rendered(const ShownArticle& shown) const {
        if (global_.format == "jsonl") return render_article_jsonl(shown);
        if (global_.format == "markdown") return render_article_markdown(shown);
        return render_article_text(shown, text_style(global_));
    }

    std::string raw(const NamedArticle& named) const {
        Article article = index_.article(named.place);
        article.id = named.id;
        return global_.format == "jsonl" ? render_raw_jsonl(article)
                                         : render_raw_text(article, text_style(global_));
    }

    const GlobalOptions& global_;
    const ShowOptions& options_;
    Index index_;
    std::optional<QueryMarks> marks_;
};

void refuse_raw_with(const GlobalOptions& global, const ShowOptions& options) {
    if (!options.is_raw) return;
    if (!options.query.empty())
        throw Error(ErrorKind::usage, "--raw shows fields as they are, without matches",
                    "leave out one of --raw and --matches");
    if (global.format == "markdown")
        throw Error(ErrorKind::usage, "--raw has no format \"markdown\"", "it has text, jsonl");
}

int run_show(const GlobalOptions& global, const std::vector<std::string>& arguments,
             const ShowOptions& options) {
    if (arguments.empty())
        throw Error(ErrorKind::usage, "no article is named",
                    "type an id as search shows it: dateline show ID");
    refuse_raw_with(global, options);
    ArticleShower shower(global, options);
    bool all_found = true;
    bool is_first = true;
    const auto show = [&](const std::string& id) {
        const std::string output = shower.shown(id);
        all_found &= !output.empty();
        if (output.empty()) return;
        write_output(global.format != "jsonl" && !is_first ? "\n" + output : output);
        is_first = false;
    };
    const std::vector<std::string> ids = named_ids(arguments);
    if (ids.empty()) print_note(global, "standard input names no article");
    for (const std::string& id : ids) show(id);
    return all_found && !ids.empty() ? 0 : 1;
}

Action configure(CLI::App& app) {
    const auto options = std::make_shared<ShowOptions>();
    app.add_option("--passage", options->passage, "this passage only, counted from 1")
        ->type_name("N")
        ->check(CLI::PositiveNumber);
    app.add_option("--matches", options->query, "show what this query matches")->type_name("QUERY");
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
            .formats = {"text", "jsonl", "markdown"},
            .configure = configure,
            .pages = true};
}

}  // namespace dateline
