#include "bench/rank_overlap.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "bench/random_numbers.hpp"
#include "tests/catch.hpp"

using namespace dateline;

namespace {

// One document a letter.
std::vector<RunEntry> ranking(std::string_view letters) {
    std::vector<RunEntry> entries;
    for (const char letter : letters) entries.push_back({std::string(1, letter), 0});
    return entries;
}

std::vector<RunEntry> numbered(int first, int last) {
    std::vector<RunEntry> entries;
    for (int i = first; i <= last; ++i) entries.push_back({std::to_string(i), 0});
    return entries;
}

double common_to(Ranking first, Ranking second, std::size_t depth) {
    double common = 0;
    for (std::size_t i = 0; i < std::min(depth, first.size()); ++i)
        for (std::size_t j = 0; j < std::min(depth, second.size()); ++j)
            common += first[i].docno == second[j].docno;
    return common;
}

// Webber et al. 2010 for lists of one length: the agreement at the end goes on for ever.
double extrapolated_by_sums(Ranking first, Ranking second, double p) {
    const std::size_t length = first.size();
    double sum = 0;
    for (std::size_t d = 1; d < 20'000; ++d) {
        const std::size_t seen = std::min(d, length);
        const double agreement = common_to(first, second, seen) / static_cast<double>(seen);
        sum += (1 - p) * std::pow(p, static_cast<double>(d) - 1) * agreement;
        if (d > length && std::pow(p, static_cast<double>(d)) < 1e-13) break;
    }
    return sum;
}

}  // namespace

TEST_CASE("overlap at each depth of the example of Webber, Moffat and Zobel") {
    const auto first = ranking("abcdefg");
    const auto second = ranking("zcavwxy");
    const std::vector<double> agreement{0, 0, 0.667, 0.5, 0.4, 0.333, 0.286};
    for (std::size_t depth = 1; depth <= agreement.size(); ++depth)
        CHECK(overlap_at(first, second, depth) == Approx(agreement[depth - 1]).margin(0.0005));
    // Beyond both ends there is nothing to disagree on.
    CHECK(overlap_at(first, second, 1000) == overlap_at(first, second, 7));
}

TEST_CASE("overlap of rankings of different lengths is a share of the longer one") {
    CHECK(overlap_at(ranking("abc"), ranking("cab"), 10) == 1);
    CHECK(overlap_at(ranking("abc"), ranking("abcdef"), 10) == 0.5);
    CHECK(overlap_at(ranking("abc"), ranking("abcdef"), 3) == 1);
    CHECK(overlap_at(ranking("abc"), {}, 10) == 0);
    CHECK(overlap_at({}, {}, 10) == 1);
}

TEST_CASE("the first ranks have the weight that Webber, Moffat and Zobel give them") {
    // Equation 21; with p = .9 the first 10 ranks have 86 % of the weight.
    const auto equation_21 = [](int depth, double p) {
        double sum = std::log(1 / (1 - p));
        for (int i = 1; i < depth; ++i) sum -= std::pow(p, i) / i;
        return 1 - std::pow(p, depth - 1) + (1 - p) / p * depth * sum;
    };
    const auto weight_to = [](int depth, double p) {
        std::vector<RunEntry> first = numbered(1, 3000);
        std::vector<RunEntry> second = numbered(1, depth);
        for (const RunEntry& entry : numbered(10'000, 12'999 - depth)) second.push_back(entry);
        return rank_biased_overlap(first, second, p);
    };
    CHECK(weight_to(10, 0.9) == Approx(0.8556).margin(0.0001));
    for (const int depth : {1, 3, 10, 50})
        for (const double p : {0.5, 0.9, 0.98})
            CHECK(weight_to(depth, p) == Approx(equation_21(depth, p)).margin(1e-9));
}

TEST_CASE("rank-biased overlap is 1 for the same, 0 for nothing in common, and symmetric") {
    const auto first = ranking("abcdefgh");
    const auto shorter = ranking("bax");
    CHECK(rank_biased_overlap(first, first, 0.9) == Approx(1));
    CHECK(rank_biased_overlap(first, ranking("xyz"), 0.9) == 0);
    CHECK(rank_biased_overlap(first, shorter, 0.7) ==
          Approx(rank_biased_overlap(shorter, first, 0.7)));
    CHECK(rank_biased_overlap({}, {}, 0.9) == 1);
    CHECK(rank_biased_overlap(first, {}, 0.9) == 0);
    // A ranking that agrees as far as it goes is taken to go on so.
    CHECK(rank_biased_overlap(first, ranking("abc"), 0.9) == Approx(1));
}

TEST_CASE("rank-biased overlap worked by hand") {
    // ab, ba at p = .5: agreement 0 at rank 1, 1 at rank 2 and on: 1 - .5.
    CHECK(rank_biased_overlap(ranking("ab"), ranking("ba"), 0.5) == Approx(0.5));
    // a, xa at p = .5: X = 0, 1. (1-p)/p (1/2 p^2 + 0) + (1/2 + 0) p^2.
    CHECK(rank_biased_overlap(ranking("a"), ranking("xa"), 0.5) == Approx(0.25));
}

TEST_CASE("rank-biased overlap of random rankings is the extrapolated sum") {
    RandomNumbers numbers(2010);
    for (int round = 0; round < 60; ++round) {
        std::vector<RunEntry> first = ranking("abcdefghijklmnop");
        std::vector<RunEntry> second = ranking("abcdefghijklmnopqrstuvwx");
        for (auto* entries : {&first, &second})
            for (std::size_t i = entries->size() - 1; i > 0; --i)
                std::swap((*entries)[i], (*entries)[numbers.below(static_cast<unsigned>(i) + 1)]);
        const std::size_t length = numbers.between(1, 16);
        const Ranking a = Ranking(first).first(length);
        const Ranking b = Ranking(second).first(length);
        for (const double p : {0.5, 0.9})
            CHECK(rank_biased_overlap(a, b, p) ==
                  Approx(extrapolated_by_sums(a, b, p)).margin(1e-9));
        for (const std::size_t depth : {1U, 5U, 10U}) {
            const double reach = static_cast<double>(std::min(depth, length));
            CHECK(overlap_at(a, b, depth) == Approx(common_to(a, b, depth) / reach));
        }
    }
}
