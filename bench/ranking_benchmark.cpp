#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "bench/machine.hpp"
#include "bench/thread_time.hpp"
#include "bench/topics.hpp"
#include "corpus/error.hpp"
#include "corpus/mapped_file.hpp"
#include "searcher/lenient_query.hpp"
#include "searcher/matched_index.hpp"
#include "searcher/rank.hpp"

// What the stages of ranking cost: matching, evidence of all that matches, the second stage, and
// feedback, each query warm, one thread, by its CPU time, the least of some rounds.
//   ranking_benchmark INDEX TOPICS
namespace {

using namespace dateline;
constexpr int rounds = 5;

struct Stage {
    std::string name;
    std::vector<double> times{};

    void print() const {
        fmt::print("{:<28} {:>7.2f} {:>7.2f} {:>7.2f}\n", name, quantile(times, 0.5),
                   quantile(times, 0.95), quantile(times, 1));
    }
};

class Measurement {
  public:
    explicit Measurement(const Index& index) : index_(index) {}

    void add(const Query& query) {
        const double matching = least_time(rounds, [&] { MatchedIndex(index_, query, {}); });
        const MatchedIndex matched(index_, query, {});
        const double first = least_time(rounds, [&] { rank_by(matched, RescoreArticles()); });
        const double second = least_time(rounds, [&] {
            rank_by(matched, RankingOptions{FeedbackUse::never, {}});
        });
        const double all = least_time(rounds, [&] {
            rank_by(matched, RankingOptions{FeedbackUse::always, {}});
        });
        stages_[0].times.push_back(matching);
        stages_[1].times.push_back(first);
        stages_[2].times.push_back(std::max(0.0, second - first));
        stages_[3].times.push_back(std::max(0.0, all - second));
    }

    void print() const {
        fmt::print("{:<28} {:>7} {:>7} {:>7}\n", "ms of CPU", "p50", "p95", "max");
        for (const Stage& stage : stages_) stage.print();
    }

  private:
    template <class How>
    void rank_by(const MatchedIndex& matched, const How& how) const {
        rank(
            matched, 10, [](ArticlePlace) { return true; }, how);
    }

    const Index& index_;
    std::vector<Stage> stages_{
        {"matching"}, {"evidence of all matches"}, {"second stage"}, {"feedback (--expand)"}};
};

int run(const std::string& folder, const std::string& topics_file) {
    refuse_debug_build();
    const Index index = Index::open(folder);
    const MappedFile file(topics_file);
    const std::vector<Topic> topics = read_topics(file.bytes(), topics_file);
    fmt::print("{}\n{} articles; {} queries, least of {} rounds\n",
               machine_line(DATELINE_BUILD_TYPE), index.article_count(), topics.size(), rounds);
    Measurement measurement(index);
    for (const Topic& topic : topics)
        if (const std::optional<Query> query = query_of_words(topic.text)) measurement.add(*query);
    measurement.print();
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        fmt::print(stderr, "usage: ranking_benchmark INDEX TOPICS\n");
        return 2;
    }
    try {
        return run(argv[1], argv[2]);
    } catch (const Error& error) {
        fmt::print(stderr, "ranking_benchmark: {}; {}\n", error.what(), error.hint());
    }
    return 1;
}
