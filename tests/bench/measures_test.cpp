#include "bench/measures.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>

#include "bench/random_numbers.hpp"
#include "tests/catch.hpp"
#include "tests/caught_error.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

constexpr int none = JudgedRanking::unjudged;

// A ranking and the grades of judged documents that were not found.
JudgedRanking ranked(std::vector<int> grades, std::vector<int> not_found = {}) {
    JudgedRanking ranking{grades, std::move(not_found)};
    for (const int grade : grades)
        if (grade != none) ranking.judged.push_back(grade);
    std::sort(ranking.judged.begin(), ranking.judged.end(), std::greater<>());
    return ranking;
}

// Binary judgments: relevant at these ranks of `length`, so many more not found.
JudgedRanking relevant_at(const std::set<int>& ranks, int length, std::size_t not_found = 0) {
    std::vector<int> grades;
    for (int rank = 1; rank <= length; ++rank) grades.push_back(ranks.contains(rank) ? 1 : 0);
    return ranked(grades, std::vector<int>(not_found, 1));
}

double value(const char* measure, const JudgedRanking& ranking, int relevant_from = 1) {
    return measured(read_measure(measure), ranking, relevant_from);
}

Approx near(double expected) { return Approx(expected).margin(5e-5).epsilon(0); }

}  // namespace

TEST_CASE("measures are read by both names and written as trec_eval does") {
    const auto name_of = [](const char* name) { return measure_name(read_measure(name)); };
    CHECK(name_of("MAP") == "map");
    CHECK(name_of("MRR") == "recip_rank");
    CHECK(name_of("P@7") == "P_7");
    CHECK(name_of("R@1000") == "recall_1000");
    CHECK(name_of("nDCG@10") == "ndcg_cut_10");
    CHECK(name_of("ndcg@3") == "ndcg_cut_3");
    CHECK(name_of("success@1") == "success_1");
    for (const char* name : {"map", "recip_rank", "P_20", "recall_30", "ndcg_cut_5", "bpref",
                             "Rprec", "success_123456"})
        CHECK(name_of(name) == name);
    for (const Measure& measure : usual_measures())
        CHECK(read_measure(measure_name(measure)) == measure);
}

TEST_CASE("what is no measure is a usage error that lists them") {
    for (const char* name : {"", "maps", "P", "P_", "P_0", "P@-1", "P_1.5", "P_10x", "map_10", "F1",
                             "ndcg_cut", "P_99999999999"}) {
        INFO(name);
        const Error error = caught_error([&] { return read_measure(name); });
        CHECK(error.kind() == ErrorKind::usage);
        CHECK(error.hint().find("ndcg_cut_k") != std::string::npos);
    }
}

TEST_CASE("average precision of the textbook") {
    // Croft, Metzler & Strohman, Search Engines: Information Retrieval in Practice,
    // figures 8.2-8.4.
    CHECK(value("map", relevant_at({1, 3, 4, 5, 6, 10}, 10)) == Approx(0.78).margin(0.0051));
    CHECK(value("map", relevant_at({2, 5, 6, 7, 9, 10}, 10)) == Approx(0.52).margin(0.005));
    const JudgedRanking first = relevant_at({1, 3, 6, 9, 10}, 10);
    const JudgedRanking second = relevant_at({2, 5, 7}, 10);
    CHECK(value("map", first) == Approx(0.62).margin(0.005));
    CHECK(value("map", second) == Approx(0.44).margin(0.005));
    CHECK((value("map", first) + value("map", second)) / 2 == Approx(0.53).margin(0.005));
    CHECK(value("recip_rank", second) == 0.5);
    CHECK(value("P_5", first) == near(0.4));
    CHECK(value("P_10", second) == near(0.3));
    CHECK(value("recall_5", first) == near(0.4));
    CHECK(value("Rprec", first) == near(0.4));
    CHECK(value("Rprec", second) == near(1 / 3.));
    // Relevant documents that were not found count in the divisor.
    CHECK(value("map", relevant_at({1, 2}, 2, 2)) == 0.5);
}

TEST_CASE("nDCG of the literature, with trec_eval's discount") {
    // Järvelin & Kekäläinen 2002, section 2.2: G' and its ideal vector.
    const JudgedRanking ranking = ranked({3, 2, 3, 0, 0, 1, 2, 2, 3, 0}, {1, 1, 1});
    CHECK(value("ndcg_cut_5", ranking) == near(0.717734));
    CHECK(value("ndcg_cut_10", ranking) == near(0.833613));
    // The example of the encyclopedia article on DCG: 6.861 / 8.740.
    CHECK(value("nDCG@6", ranked({3, 2, 3, 0, 1, 2}, {3, 2})) == near(0.785002));
}

TEST_CASE("the binary preference of a ranking") {
    // Buckley & Voorhees 2004: unjudged documents do not count. R = 3, N = 2.
    CHECK(value("bpref", ranked({1, 0, none, 1, 0, none, 1})) == near(0.5));
    // R = 2, N = 4: of those above a relevant one, at most the first R count.
    CHECK(value("bpref", ranked({0, 1, 0, 0, 0, 1})) == near(0.25));
    CHECK(value("bpref", ranked({none, 1, none, 1})) == 1);
    CHECK(value("bpref", ranked({1}, {1, 0})) == near(0.5));
    CHECK(value("bpref", ranked({0, 0}, {1})) == 0);
}

TEST_CASE("grades under the level are judged and not relevant, but gains all the same") {
    const JudgedRanking ranking = ranked({1, 3, none, 2}, {3});
    CHECK(value("recip_rank", ranking, 2) == 0.5);
    CHECK(value("map", ranking, 2) == near((1 / 2. + 2 / 4.) / 3));
    CHECK(value("bpref", ranking, 2) == 0);
    CHECK(value("success_1", ranking, 2) == 0);
    CHECK(value("success@2", ranking, 2) == 1);
    CHECK(value("ndcg_cut_10", ranking, 3) == value("ndcg_cut_10", ranking, 1));
    CHECK(value("P_2", ranking, 4) == 0);
    CHECK(value("P_4", ranked({0, none}), 0) == 0.25);
}

TEST_CASE("a topic without relevant documents, or without an answer, is 0 in every measure") {
    for (const Measure& measure : usual_measures()) {
        INFO(measure_name(measure));
        CHECK(measured(measure, ranked({0, none, 0}), 1) == 0);
        CHECK(measured(measure, ranked({}), 1) == 0);
        CHECK(measured(measure, ranked({}, {1, 2, 0}), 1) == 0);
    }
}

TEST_CASE("a cutoff beyond the ranking takes the rest as not relevant") {
    const JudgedRanking ranking = relevant_at({1, 2}, 2);
    CHECK(value("P_10", ranking) == near(0.2));
    CHECK(value("recall_10", ranking) == 1);
    CHECK(value("ndcg_cut_10", ranking) == 1);
}

namespace {

// The definitions once more, each as its sentence has it and with no thought for speed.
struct Definitions {
    const std::vector<int>& grades;
    const std::vector<int>& judged;
    int level;

    bool relevant(std::size_t rank) const {
        return rank <= grades.size() && grades[rank - 1] >= level;
    }
    double found(std::size_t rank) const {
        double count = 0;
        for (std::size_t r = 1; r <= rank; ++r) count += relevant(r);
        return count;
    }
    double total() const {
        double count = 0;
        for (const int grade : judged) count += grade >= level;
        return count;
    }
    double map() const {
        double sum = 0;
        for (std::size_t r = 1; r <= grades.size(); ++r)
            sum += relevant(r) ? found(r) / static_cast<double>(r) : 0;
        return total() > 0 ? sum / total() : 0;
    }
    // Pairs of a relevant document and one of the first min(R, N) others found, or not found at
    // all.
    double bpref() const {
        const double others = std::min(total(), static_cast<double>(judged.size()) - total());
        double sum = 0;
        for (std::size_t r = 1; r <= grades.size(); ++r) {
            if (!relevant(r)) continue;
            double above = 0;
            for (std::size_t o = 1; o < r; ++o) above += grades[o - 1] >= 0 && !relevant(o);
            sum += others == 0 ? 1 : (others - std::min(above, others)) / others;
        }
        return total() > 0 ? sum / total() : 0;
    }
    double ndcg(std::size_t cutoff) const {
        const auto gain = [&](const std::vector<int>& list) {
            double sum = 0;
            for (std::size_t r = 1; r <= std::min(cutoff, list.size()); ++r)
                sum +=
                    std::max(0, list[r - 1]) * std::log(2.) / std::log(static_cast<double>(r) + 1);
            return sum;
        };
        return gain(judged) > 0 ? gain(grades) / gain(judged) : 0;
    }
};

}  // namespace

TEST_CASE("measures of random rankings are what their definitions say") {
    RandomNumbers numbers(2004);
    for (int round = 0; round < 2000; ++round) {
        std::vector<int> grades;
        std::vector<int> not_found;
        const std::uint32_t length = numbers.below(30);
        for (std::uint32_t i = 0; i < length; ++i)
            grades.push_back(static_cast<int>(numbers.below(6)) - 1);
        const std::uint32_t missing = numbers.below(10);
        for (std::uint32_t i = 0; i < missing; ++i)
            not_found.push_back(static_cast<int>(numbers.below(5)));
        const JudgedRanking ranking = ranked(grades, not_found);
        const int level = static_cast<int>(numbers.between(1, 4));
        const std::uint32_t k = numbers.between(1, 40);
        const Definitions wanted{ranking.grades, ranking.judged, level};
        const double total = wanted.total();
        const auto check = [&](MeasureKind kind, double expected) {
            INFO("round " << round << ", " << measure_name({kind, k}));
            CHECK(measured({kind, k}, ranking, level) == Approx(expected).margin(1e-12));
        };
        check(MeasureKind::map, wanted.map());
        check(MeasureKind::bpref, wanted.bpref());
        check(MeasureKind::ndcg, wanted.ndcg(k));
        check(MeasureKind::precision, wanted.found(k) / k);
        check(MeasureKind::recall, total > 0 ? wanted.found(k) / total : 0);
        check(MeasureKind::success, wanted.found(k) > 0 ? 1 : 0);
        check(MeasureKind::r_precision,
              total > 0 ? wanted.found(static_cast<std::size_t>(total)) / total : 0);
        double first = 0;
        for (std::size_t rank = grades.size(); rank > 0; --rank)
            if (wanted.relevant(rank)) first = 1 / static_cast<double>(rank);
        check(MeasureKind::recip_rank, first);
    }
}
