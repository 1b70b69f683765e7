#include "searcher/vocab_command.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "corpus/error.hpp"
#include "searcher/command_style.hpp"
#include "searcher/open_indexes.hpp"
#include "searcher/record_lines.hpp"
#include "searcher/spelling.hpp"
#include "searcher/text_table.hpp"
#include "searcher/unspaced_words.hpp"
#include "searcher/vocabulary.hpp"

namespace dateline {

namespace {

std::vector<nlohmann::ordered_json> records_of(const Vocabulary& vocabulary) {
    std::vector<nlohmann::ordered_json> records;
    for (const VocabularyWord& word : vocabulary.words)
        records.push_back(
            {{"term", word.term}, {"articles", word.articles}, {"passages", word.passages}});
    return records;
}

std::string text_of(const Vocabulary& vocabulary, std::size_t width_columns) {
    TextTable table{{"word", "articles", "passages"}, {}};
    for (const VocabularyWord& word : vocabulary.words)
        table.rows.push_back(
            {word.term, fmt::format("{}", word.articles), fmt::format("{}", word.passages)});
    std::string text = render_table(table, width_columns);
    if (vocabulary.more_words > 0)
        text += "\n" +
                wrapped_text(fmt::format("{} of {} words (-n 0 shows all)", vocabulary.words.size(),
                                         vocabulary.words.size() + vocabulary.more_words),
                             width_columns);
    return text;
}

void note_nothing(const GlobalOptions& global, const Index& index, const std::string& prefix) {
    Analyzer analyzer("");
    if (is_unspaced(prefix, analyzer) && analyzer.analyze(prefix).size() > 1)
        return print_note(global,
                          fmt::format("no word begins with \"{}\": in its script a word is two "
                                      "neighbouring characters (dateline search --count {} counts "
                                      "articles)",
                                      prefix, prefix));
    const std::string meant = suggested_spelling(prefix, index.segments());
    print_note(global, fmt::format("no word begins with \"{}\"{}", prefix,
                                   meant.empty() ? "" : fmt::format(" (did you mean {}?)", meant)));
}

std::string only_prefix(const std::vector<std::string>& words) {
    if (words.size() != 1)
        throw Error(ErrorKind::usage,
                    words.empty() ? "no beginning of a word is given" : "vocab takes one word",
                    "type how the words begin: dateline vocab train");
    std::string prefix = words.front();
    if (prefix.ends_with('*')) prefix.pop_back();
    return prefix;
}

int run_vocab(const GlobalOptions& global, const std::vector<std::string>& words,
              std::size_t most_words) {
    const std::string prefix = only_prefix(words);
    const Index index = open_indexes(global);
    const Vocabulary vocabulary = words_with_prefix(index, prefix, most_words);
    if (vocabulary.words.empty()) {
        note_nothing(global, index, prefix);
        return 1;
    }
    if (global.format == "csv")
        write_output(csv_text(records_of(vocabulary)));
    else if (global.format == "jsonl")
        write_output(jsonl_text(records_of(vocabulary)));
    else
        write_output(text_of(vocabulary, text_style(global).width_columns));
    return 0;
}

Action configure(CLI::App& app) {
    const auto most_words = std::make_shared<std::size_t>(20);
    app.add_option("-n", *most_words, "words to show, those of most articles first; 0 for all")
        ->type_name("N")
        ->capture_default_str();
    return [most_words](const GlobalOptions& global, const std::vector<std::string>& words) {
        return run_vocab(global, words, *most_words);
    };
}

}  // namespace

Command vocab_command() {
    return {.name = "vocab",
            .summary = "list the words of the archive that begin so, and how frequent they are",
            .exit_codes = {0, 1, 2, 3, 4},
            .arguments = "PREFIX",
            .formats = {"text", "csv", "jsonl"},
            .configure = configure,
            .pages = true};
}

}  // namespace dateline
