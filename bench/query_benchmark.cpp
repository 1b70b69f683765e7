#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "bench/machine.hpp"
#include "bench/thread_time.hpp"
#include "corpus/analyzer.hpp"
#include "corpus/error.hpp"
#include "searcher/answer_totals.hpp"
#include "searcher/rank.hpp"
#include "searcher/search.hpp"

// Phrases and nearness beside Xapian's own OP_PHRASE and OP_NEAR over a positional index of the
// same passages: the same words, as written up to case. Queries are made of what stands in the
// passages. Both give their first ten answers, warm, one thread, by its CPU time: stage 1 (articles
// by evidence) and Xapian with numbers alone, dateline also with its second stage, feedback, texts
// and marks; and both their exact totals.
//   query_benchmark INDEX XAPIAN_FOLDER [QUERIES_EACH [CLASS]]
namespace {

using dateline::Index;
constexpr int rounds = 5;
constexpr std::uint32_t near_words = 10;
constexpr std::uint32_t sentence_words = 25;  // what Xapian has nearest to a sentence

std::vector<std::string> folded_words(const dateline::Segment& segment, dateline::DocId docid,
                                      dateline::Analyzers& analyzers) {
    const dateline::ArticlesFile& articles = segment.articles();
    const std::string& language =
        articles.languages()[articles.language(articles.article_of(docid))];
    std::vector<std::string> words;
    for (const dateline::Token& token : analyzers.in(language).analyze(segment.passage(docid).text))
        words.emplace_back(token.word->folded);
    return words;
}

void build_positional(const Index& index, const std::string& folder) {
    Xapian::WritableDatabase database(
        folder, Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS);
    dateline::Analyzers analyzers;
    for (const dateline::Segment& segment : index.segments())
        for (dateline::DocId docid = 1; docid <= segment.articles().passage_count(); ++docid) {
            Xapian::Document document;
            Xapian::termpos position = 0;
            for (const std::string& word : folded_words(segment, docid, analyzers)) {
                ++position;
                if (word.size() < 200) document.add_posting(word, position);
            }
            database.add_document(document);
        }
    database.commit();
}

/// A query in both tongues.
struct Pair {
    std::string query;
    std::vector<std::string> words;
};

struct QueryClass {
    std::string name;
    Xapian::Query::op op;
    std::uint32_t window;  // 0: that of the phrase
    std::string joint;     // in dateline's query; empty: a phrase
    std::vector<Pair> queries{};
};

enum class Frequency { stop, frequent, middling, rare };

/// Draws neighbouring words of passages.
class Drawer {
  public:
    Drawer(const Index& index, const Xapian::Database& database)
        : index_(index), database_(database) {}

    std::vector<std::string> words(std::size_t count, const std::vector<Frequency>& wanted) {
        for (;;) {
            const auto& segment = index_.segments()[numbers_() % index_.segments().size()];
            const auto docid =
                static_cast<dateline::DocId>(1 + numbers_() % segment.articles().passage_count());
            const auto words = folded_words(segment, docid, analyzers_);
            if (words.size() < count + 1) continue;
            const std::size_t first = numbers_() % (words.size() - count);
            std::vector<std::string> drawn(
                words.begin() + static_cast<std::ptrdiff_t>(first),
                words.begin() + static_cast<std::ptrdiff_t>(first + count));
            if (fits(drawn, wanted)) return drawn;
        }
    }

  private:
    bool fits(const std::vector<std::string>& words, const std::vector<Frequency>& wanted) const {
        std::multiset<Frequency> have;
        for (const std::string& word : words) {
            const bool is_plain =
                std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
            if (!is_plain || word == "us" || word == "who" || word == "it") return false;
            have.insert(frequency_of(word));
        }
        return have == std::multiset<Frequency>(wanted.begin(), wanted.end());
    }

    Frequency frequency_of(const std::string& word) const {
        const double share = static_cast<double>(database_.get_termfreq(word)) /
                             static_cast<double>(database_.get_doccount());
        if (share > 0.25) return Frequency::stop;
        if (share > 0.02) return Frequency::frequent;
        return share < 0.0005 ? Frequency::rare : Frequency::middling;
    }

    const Index& index_;
    const Xapian::Database& database_;
    dateline::Analyzers analyzers_;
    std::mt19937 numbers_{20};
};

Pair as_query(const std::vector<std::string>& words, const std::string& joint) {
    std::string text;
    for (const std::string& word : words) {
        if (!text.empty()) text += joint.empty() ? " " : fmt::format(" {} ", joint);
        text += joint.empty() ? word : fmt::format("={}", word);
    }
    return {joint.empty() ? fmt::format("\"{}\"", text) : text, words};
}

std::vector<QueryClass> query_classes(Drawer& drawer, std::size_t each) {
    using enum Frequency;
    const auto phrase = Xapian::Query::OP_PHRASE;
    const auto near = Xapian::Query::OP_NEAR;
    const std::vector<std::pair<QueryClass, std::vector<Frequency>>> kinds{
        {{"phrase, both frequent", phrase, 0, ""}, {frequent, frequent}},
        {{"phrase, one frequent", phrase, 0, ""}, {frequent, middling}},
        {{"phrase, both rare", phrase, 0, ""}, {rare, rare}},
        {{"phrase, stop words", phrase, 0, ""}, {stop, stop}},
        {{"phrase, 3 stop words", phrase, 0, ""}, {stop, stop, stop}},
        {{"w/10, both frequent", near, near_words + 1, "w/10"}, {frequent, frequent}},
        {{"w/10, one frequent", near, near_words + 1, "w/10"}, {frequent, middling}},
        {{"w/10, both rare", near, near_words + 1, "w/10"}, {rare, rare}},
        {{"w/10, stop words", near, near_words + 1, "w/10"}, {stop, stop}},
        {{"w/s, both frequent", near, sentence_words, "w/s"}, {frequent, frequent}},
        {{"w/s, one frequent", near, sentence_words, "w/s"}, {frequent, middling}},
        {{"w/s, both rare", near, sentence_words, "w/s"}, {rare, rare}},
        {{"=word, rare", Xapian::Query::OP_OR, 0, "OR"}, {rare}},
    };
    std::vector<QueryClass> classes;
    for (const auto& [kind, wanted] : kinds) {
        classes.push_back(kind);
        std::set<std::string> seen;
        for (int tries = 0; classes.back().queries.size() < each && tries < 2000; ++tries) {
            Pair pair = as_query(drawer.words(wanted.size(), wanted), kind.joint);
            if (seen.insert(pair.query).second) classes.back().queries.push_back(std::move(pair));
        }
    }
    return classes;
}

struct Times {
    std::vector<double> all{};

    double at(double share) const { return dateline::quantile(all, share); }
    double sum() const {
        double total = 0;
        for (const double time : all) total += time;
        return total;
    }
};

void first_ten(const Index& index, const dateline::Query& query) {
    constexpr std::size_t limit = 10;
    const dateline::MatchedIndex matched(index, query, {}, dateline::AnswerUnit::article, limit);
    dateline::rank(
        matched, limit, [](dateline::ArticlePlace) { return true; }, dateline::RescoreArticles());
}

std::uint64_t count(const Index& index, const dateline::Query& query) {
    return *dateline::answer_totals(dateline::MatchedIndex(index, query, {})).passages;
}

void measure(const Index& index, const Xapian::Database& database, const QueryClass& asked) {
    Times first_stage;
    Times ours;
    Times counts;
    Times theirs;
    Times exact;
    std::uint64_t found = 0;
    std::uint64_t found_by_xapian = 0;
    for (const Pair& pair : asked.queries) {
        const dateline::Query query = dateline::parse_query(pair.query);
        first_stage.all.push_back(dateline::least_time(rounds, [&] { first_ten(index, query); }));
        ours.all.push_back(
            dateline::least_time(rounds, [&] { dateline::search(index, query, {}); }));
        counts.all.push_back(dateline::least_time(rounds, [&] { found += count(index, query); }));
        const std::size_t window = asked.window == 0 ? pair.words.size() : asked.window;
        const Xapian::Query other =
            pair.words.size() == 1 ? Xapian::Query(pair.words.front())
                                   : Xapian::Query(asked.op, pair.words.begin(), pair.words.end(),
                                                   static_cast<Xapian::termcount>(window));
        const auto ask = [&](Xapian::doccount least) {
            Xapian::Enquire enquire(database);
            enquire.set_query(other);
            return enquire.get_mset(0, 10, least).get_matches_estimated();
        };
        theirs.all.push_back(dateline::least_time(rounds, [&] { ask(0); }));
        exact.all.push_back(
            dateline::least_time(rounds, [&] { found_by_xapian += ask(database.get_doccount()); }));
    }
    fmt::print(
        "{:<22} {:>3}  {:>6.2f} {:>6.2f} {:>6.2f}  {:>6.2f} {:>6.2f}  {:>5.2f}  {:>6.2f} {:>6.2f} "
        "{:>6.2f}  {:>6.2f} {:>6.2f}  {:>6.2f} {:>5.2f}  {:>8} {:>8}\n",
        asked.name, asked.queries.size(), first_stage.at(0.5), first_stage.at(0.95),
        first_stage.at(1), theirs.at(0.5), theirs.at(0.95), first_stage.sum() / theirs.sum(),
        ours.at(0.5), ours.at(0.95), ours.at(1), counts.at(0.5), counts.at(0.95), exact.at(0.5),
        counts.sum() / exact.sum(), found / rounds, found_by_xapian / rounds);
    std::fflush(stdout);
}

int run(const std::string& folder, const std::string& xapian_folder, std::size_t each,
        const std::string& only) {
    dateline::refuse_debug_build();
    const Index index = Index::open(folder);
    if (!std::filesystem::exists(xapian_folder)) build_positional(index, xapian_folder);
    const Xapian::Database database(xapian_folder);
    fmt::print("{}\n{} articles, {} passages; Xapian {}; milliseconds of CPU, least of {} rounds\n",
               dateline::machine_line(DATELINE_BUILD_TYPE), index.article_count(),
               database.get_doccount(), Xapian::version_string(), rounds);
    fmt::print("{:<22} {:>3}  {:^20}  {:^13}  {:>5}  {:^20}  {:^13}  {:^12}  {:^17}\n", "", "",
               "dateline, stage 1", "Xapian top 10", "ratio", "whole search", "exact count",
               "Xapian's", "passages found");
    fmt::print(
        "{:<22} {:>3}  {:>6} {:>6} {:>6}  {:>6} {:>6}  {:>5}  {:>6} {:>6} {:>6}  {:>6} {:>6}  "
        "{:>6} {:>5}  {:>8} {:>8}\n",
        "class", "n", "p50", "p95", "max", "p50", "p95", "sums", "p50", "p95", "max", "p50", "p95",
        "p50", "ratio", "dateline", "Xapian");
    std::fflush(stdout);
    Drawer drawer(index, database);
    for (const QueryClass& asked : query_classes(drawer, each))
        if (only.empty() || asked.name == only) measure(index, database, asked);
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        fmt::print(stderr, "usage: query_benchmark INDEX XAPIAN_FOLDER [QUERIES_EACH [CLASS]]\n");
        return 2;
    }
    try {
        return run(argv[1], argv[2], argc > 3 ? std::stoul(argv[3]) : 30, argc > 4 ? argv[4] : "");
    } catch (const Xapian::Error& error) {
        fmt::print(stderr, "query_benchmark: {}\n", error.get_description());
    } catch (const dateline::Error& error) {
        fmt::print(stderr, "query_benchmark: {}; {}\n", error.what(), error.hint());
    }
    return 1;
}
