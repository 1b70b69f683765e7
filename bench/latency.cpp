#include "bench/latency.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <exception>
#include <limits>
#include <thread>
#include <utility>

#include "corpus/error.hpp"
#include "searcher/rank.hpp"
#include "searcher/render.hpp"
#include "searcher/search.hpp"

namespace dateline {

namespace {

using Clock = std::chrono::steady_clock;

double microseconds_since(Clock::time_point start) {
    return std::chrono::duration<double, std::micro>(Clock::now() - start).count();
}

template <class Run>
double microseconds(const Run& run) {
    const Clock::time_point start = Clock::now();
    run();
    return microseconds_since(start);
}

// As a search of articles without the stage that reads texts.
std::vector<RankedArticle> order_first(const Index& index, const Query& query) {
    const SearchOptions usual;
    const MatchedIndex matched(index, query, usual.needed, AnswerUnit::article,
                               usual.decided_articles);
    return rank(
        matched, usual.limit, [](ArticlePlace) { return true; }, RescoreArticles());
}

void read_each(const Index& index, const std::vector<RankedArticle>& articles) {
    for (const RankedArticle& article : articles) {
        index.segments()[article.place.segment].header(article.place.article);
        index.passage(article.place, 1);
    }
}

using Measure = void (*)(const Index&, const TimedQuery&, std::optional<Day> today, QueryLatency&);

// One after the other, so that a query is not timed right behind one that reads megabytes.
constexpr std::array<Measure, 3> measures{
    [](const Index& index, const TimedQuery& query, std::optional<Day> today,
       QueryLatency& latency) {
        const double core =
            microseconds([&] { order_first(index, parse_query(query.text, today)); });
        latency.core = std::min(latency.core, core);
    },
    [](const Index& index, const TimedQuery& query, std::optional<Day> today,
       QueryLatency& latency) {
        const double fetch = microseconds(
            [&] { read_each(index, order_first(index, parse_query(query.text, today))); });
        latency.fetch = std::min(latency.fetch, fetch);
    },
    [](const Index& index, const TimedQuery& query, std::optional<Day> today,
       QueryLatency& latency) {
        SearchResult result;
        const double all = microseconds(
            [&] { result = search(index, parse_query(query.text, today), SearchOptions{}); });
        latency.search = std::min(latency.search, all);
        const double render = microseconds([&] { render_text(result, TextStyle{}, 0); });
        latency.render = std::min(latency.render, render);
    }};

/// The queries of a class, timed by several threads at once.
class GroupTimer {
  public:
    GroupTimer(std::span<const Index> indexes, std::vector<const TimedQuery*> queries,
               const LatencyOptions& options)
        : indexes_(indexes), queries_(std::move(queries)), options_(options) {
        latencies_.assign(queries_.size(), never);
        failures_.resize(indexes.size());
    }

    GroupLatency time(const std::string& group) && {
        in_threads(&GroupTimer::time_alone);
        const double seconds = 1e-6 * microseconds([&] { in_threads(&GroupTimer::answer_all); });
        return {group, std::move(latencies_), static_cast<double>(queries_.size()) / seconds};
    }

  private:
    static constexpr double no_time = std::numeric_limits<double>::infinity();
    static constexpr QueryLatency never{no_time, no_time, no_time, no_time};

    void in_threads(void (GroupTimer::*work)(std::size_t)) {
        std::vector<std::jthread> threads;  // joined, too, where the system gives no more of them
        for (std::size_t thread = 0; thread < indexes_.size(); ++thread)
            threads.emplace_back([this, work, thread] {
                try {
                    (this->*work)(thread);
                } catch (...) {
                    failures_[thread] = std::current_exception();
                }
            });
        for (std::jthread& thread : threads) thread.join();
        for (const std::exception_ptr& failure : failures_)
            if (failure) std::rethrow_exception(failure);
    }

    // Each thread takes its share of the queries.
    template <class Take>
    void for_share(std::size_t thread, const Take& take) {
        for (std::size_t i = thread; i < queries_.size(); i += indexes_.size()) take(i);
    }

    // The first round warms.
    void time_alone(std::size_t thread) {
        for (const Measure measure : measures)
            for (std::size_t round = 0; round <= options_.rounds; ++round)
                for_share(thread, [&](std::size_t i) {
                    QueryLatency latency = round == 0 ? never : latencies_[i];
                    measure(indexes_[thread], *queries_[i], options_.today, latency);
                    if (round > 0) latencies_[i] = latency;
                });
    }

    void answer_all(std::size_t thread) {
        for_share(thread, [&](std::size_t i) {
            const Query query = parse_query(queries_[i]->text, options_.today);
            render_text(search(indexes_[thread], query, SearchOptions{}), TextStyle{}, 0);
        });
    }

    std::span<const Index> indexes_;
    std::vector<const TimedQuery*> queries_;
    const LatencyOptions& options_;
    std::vector<QueryLatency> latencies_;
    std::vector<std::exception_ptr> failures_;  // by thread
};

void check(const TimedQuery& query, std::optional<Day> today) {
    try {
        parse_query(query.text, today);
    } catch (const Error& error) {
        throw Error(error.kind(), fmt::format("line {}: {}", query.line, error.what()),
                    error.hint(), error.excerpt());
    }
}

}  // namespace

std::vector<GroupLatency> measure_latency(std::span<const Index> indexes,
                                          const std::vector<TimedQuery>& queries,
                                          const LatencyOptions& options) {
    std::vector<std::pair<std::string, std::vector<const TimedQuery*>>> groups;
    for (const TimedQuery& query : queries) {
        check(query, options.today);
        auto group = std::ranges::find(groups, query.group, &decltype(groups)::value_type::first);
        if (group == groups.end()) group = groups.insert(group, {query.group, {}});
        group->second.push_back(&query);
    }
    std::vector<GroupLatency> latencies;
    for (auto& [group, of_group] : groups)
        latencies.push_back(GroupTimer(indexes, std::move(of_group), options).time(group));
    return latencies;
}

LatencyQuantiles quantiles(const std::vector<QueryLatency>& queries, double QueryLatency::*figure) {
    std::vector<double> values;
    for (const QueryLatency& query : queries) values.push_back(query.*figure);
    std::ranges::sort(values);
    const auto at = [&](double share) {
        const auto rank =
            static_cast<std::size_t>(std::ceil(share * static_cast<double>(values.size())));
        return values[std::max<std::size_t>(rank, 1) - 1];
    };
    return {values.front(), at(0.50), at(0.95), at(0.99), values.back()};
}

}  // namespace dateline
