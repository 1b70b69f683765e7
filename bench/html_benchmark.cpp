#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "bench/benchmark_main.hpp"
#include "bench/machine.hpp"
#include "corpus/error.hpp"
#include "corpus/formats/html.hpp"
#include "corpus/source.hpp"
#include "corpus/unicode.hpp"

// How well the articles of web pages are found, and how fast. The ground truth is an object of
// {"PAGE": {"articleBody": "..."}}, the pages are PAGE.html or PAGE.html.gz, as the public article
// extraction benchmark has them (github.com/scrapinghub/article-extraction-benchmark), and so is
// the measure: precision and recall of sequences of four words, each the average over all pages,
// and F1 of those two averages; beside it the same of single words.
namespace {

namespace fs = std::filesystem;
using namespace dateline;

constexpr const char* usage =
    "usage: html_benchmark FOLDER [GROUND_TRUTH.json] [--worst N] [--bodies FOLDER]";

struct Request {
    fs::path pages;
    std::optional<fs::path> truth;
    std::size_t worst = 0;
    std::optional<fs::path> bodies;
};

struct Page {
    std::string name;
    std::string bytes;
};

struct Reading {
    std::optional<Article> article;
    std::string reason;  // why there is none
    bool is_skip = false;
};

using Counts = std::map<std::string, std::size_t>;

struct Match {
    double precision = 0;
    double recall = 0;
    double f1() const {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
};

struct Row {
    std::string name;
    Match sequences;
    Match words;
};

Request read_request(const std::vector<std::string>& arguments) {
    Request request;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const bool has_value = i + 1 < arguments.size();
        if (arguments[i] == "--worst" && has_value)
            request.worst = std::stoul(arguments[++i]);
        else if (arguments[i] == "--bodies" && has_value)
            request.bodies = arguments[++i];
        else if (request.pages.empty())
            request.pages = arguments[i];
        else
            request.truth = arguments[i];
    }
    if (request.pages.empty()) throw Error(ErrorKind::usage, "no folder of pages", usage);
    return request;
}

std::vector<Page> read_pages(const fs::path& folder) {
    std::vector<Page> pages;
    for (const SourceFile& file : list_sources(folder, {}).files) {
        Page page;
        page.name = fs::path(file.path).filename();
        const std::unique_ptr<ByteStream> stream = open_source(file);
        constexpr std::size_t most_bytes = 64UL << 20;
        page.bytes = stream->peek(most_bytes);
        pages.push_back(std::move(page));
    }
    return pages;
}

Reading read_page(const Page& page) {
    Reading reading;
    ReadOptions options;
    options.dates.today = 20'000;
    const std::unique_ptr<ByteStream> stream = open_bytes(page.bytes);
    html_reader().read(*stream, options, [&](ReadEvent&& event) {
        if (auto* article = std::get_if<Article>(&event)) reading.article = std::move(*article);
        if (auto* skip = std::get_if<Skip>(&event)) {
            reading.reason = skip->reason;
            reading.is_skip = true;
        }
        if (auto* rejection = std::get_if<Rejection>(&event)) reading.reason = rejection->reason;
    });
    return reading;
}

/// Runs of letters and digits, as written.
std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    bool is_within = false;
    for (std::size_t at = 0; at < text.size();) {
        const Character character = character_at(text, at);
        const CharacterClass kind = character_class(character.code);
        const bool is_word = character.code == U'_' || kind == CharacterClass::letter ||
                             kind == CharacterClass::digit || kind == CharacterClass::mark ||
                             kind == CharacterClass::unspaced;
        if (is_word && !is_within) words.emplace_back();
        if (is_word) words.back().append(text, at, character.size);
        is_within = is_word;
        at += character.size;
    }
    return words;
}

Counts count_sequences(const std::vector<std::string>& words, std::size_t length) {
    Counts counts;
    const std::size_t last = words.size() > length ? words.size() - length : 0;
    for (std::size_t begin = 0; begin <= last; ++begin) {
        std::string sequence;
        for (std::size_t i = begin; i < std::min(begin + length, words.size()); ++i)
            sequence += words[i] + ' ';
        ++counts[sequence];
    }
    return counts;
}

Match match(const Counts& truth, const Counts& found) {
    std::size_t both = 0;
    std::size_t all_true = 0;
    std::size_t all_found = 0;
    for (const auto& [sequence, count] : found) all_found += count;
    for (const auto& [sequence, count] : truth) {
        all_true += count;
        if (const auto place = found.find(sequence); place != found.end())
            both += std::min(count, place->second);
    }
    const auto share = [&](std::size_t all) {
        return static_cast<double>(both) / static_cast<double>(all);
    };
    return {share(all_found), share(all_true)};
}

Row compare(const std::string& name, const std::string& truth, const std::string& found) {
    const std::vector<std::string> true_words = words_of(truth);
    const std::vector<std::string> found_words = words_of(found);
    constexpr std::size_t sequence_words = 4;
    return {name,
            match(count_sequences(true_words, sequence_words),
                  count_sequences(found_words, sequence_words)),
            match(count_sequences(true_words, 1), count_sequences(found_words, 1))};
}

Match average(const std::vector<Row>& rows, Match Row::*measure, std::size_t first,
              std::size_t step) {
    Match sum;
    double count = 0;
    for (std::size_t i = first; i < rows.size(); i += step, ++count) {
        sum.precision += (rows[i].*measure).precision;
        sum.recall += (rows[i].*measure).recall;
    }
    return {sum.precision / count, sum.recall / count};
}

void print_match(std::string_view what, const Match& found) {
    fmt::print("{:<34}{:>11.4f}{:>9.4f}{:>9.4f}\n", what, found.precision, found.recall,
               found.f1());
}

void print_rows(std::vector<Row> rows, std::size_t worst) {
    fmt::print("\n{:<34}{:>11}{:>9}{:>9}\n", "body", "precision", "recall", "F1");
    print_match("sequences of 4 words", average(rows, &Row::sequences, 0, 1));
    print_match("single words", average(rows, &Row::words, 0, 1));
    print_match("sequences, even pages by name", average(rows, &Row::sequences, 0, 2));
    print_match("sequences, odd pages by name", average(rows, &Row::sequences, 1, 2));
    std::sort(rows.begin(), rows.end(),
              [](const Row& a, const Row& b) { return a.sequences.f1() < b.sequences.f1(); });
    for (std::size_t i = 0; i < std::min(worst, rows.size()); ++i)
        print_match("  " + rows[i].name.substr(0, 30), rows[i].sequences);
}

/// CPU seconds of this process.
double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

void print_speed(const std::vector<Page>& pages) {
    constexpr double least_seconds = 2;
    std::size_t bytes = 0;
    double best = 0;
    for (const Page& page : pages) bytes += page.bytes.size();
    for (const double begin = cpu_seconds(); cpu_seconds() - begin < least_seconds;) {
        const double round = cpu_seconds();
        for (const Page& page : pages) read_page(page);
        best = std::max(best, static_cast<double>(bytes) / 1e6 / (cpu_seconds() - round));
    }
    fmt::print("\n{} pages, {:.1f} MB: {:.1f} MB a CPU second, best round of 2 s\n", pages.size(),
               static_cast<double>(bytes) / 1e6, best);
}

struct FieldCounts {
    std::size_t articles = 0;
    std::size_t skips = 0;
    std::size_t headlines = 0;
    std::size_t dates = 0;
    std::size_t bylines = 0;
    std::size_t sources = 0;
    std::size_t languages = 0;

    void add(const Reading& reading) {
        skips += reading.is_skip ? 1 : 0;
        if (!reading.article) return;
        const auto one = [](bool is_there) -> std::size_t { return is_there ? 1 : 0; };
        ++articles;
        headlines += one(!reading.article->headline.empty());
        dates += one(reading.article->date.known());
        bylines += one(!reading.article->byline.empty());
        sources += one(!reading.article->source.empty());
        languages += one(!reading.article->language.empty());
    }
};

void write_body(const fs::path& folder, const std::string& name, const Reading& reading) {
    std::ofstream file(folder / (name + ".txt"));
    if (!reading.article) {
        file << "no article: " << reading.reason << '\n';
        return;
    }
    const Article& article = *reading.article;
    file << article.headline << '\n'
         << iso_date(article.date) << " | " << article.byline << " | " << article.source << " | "
         << article.section << " | " << article.language << " | " << article.url << "\n\n"
         << article.body << '\n';
}

int run(const std::vector<std::string>& arguments) {
    refuse_debug_build();
    const Request request = read_request(arguments);
    fmt::print("{}\n", machine_line(DATELINE_BUILD_TYPE));
    const std::vector<Page> pages = read_pages(request.pages);
    nlohmann::json truth;
    if (request.truth) truth = nlohmann::json::parse(std::ifstream(*request.truth));
    std::vector<Row> rows;
    FieldCounts counts;
    for (const Page& page : pages) {
        const Reading reading = read_page(page);
        counts.add(reading);
        if (!reading.article) fmt::print("no article: {}: {}\n", page.name, reading.reason);
        if (request.bodies) write_body(*request.bodies, page.name, reading);
        const std::string key = page.name.substr(0, page.name.find('.'));
        if (!truth.contains(key)) continue;
        rows.push_back(compare(key, truth[key]["articleBody"],
                               reading.article ? reading.article->body : std::string()));
    }
    fmt::print(
        "{} pages: {} articles, {} skipped, {} rejected; with headline {}, date {}, byline {}, "
        "source {}, language {}\n",
        pages.size(), counts.articles, counts.skips, pages.size() - counts.articles - counts.skips,
        counts.headlines, counts.dates, counts.bylines, counts.sources, counts.languages);
    if (!rows.empty()) print_rows(rows, request.worst);
    print_speed(pages);
    return 0;
}

}  // namespace

int main(int argc, char** argv) { return benchmark_main("html_benchmark", argc, argv, run); }
