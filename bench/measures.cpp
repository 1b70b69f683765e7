#include "bench/measures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <span>

#include "corpus/ascii.hpp"
#include "corpus/error.hpp"

namespace dateline {

namespace {

// A name that ends in one of "_@" is followed by the rank.
struct MeasureNames {
    MeasureKind kind;
    std::string_view of_trec_eval;
    std::string_view usual;

    bool has_cutoff() const { return of_trec_eval.ends_with('_'); }
};

constexpr std::array names{
    MeasureNames{MeasureKind::map, "map", "MAP"},
    MeasureNames{MeasureKind::recip_rank, "recip_rank", "MRR"},
    MeasureNames{MeasureKind::precision, "P_", "P@"},
    MeasureNames{MeasureKind::recall, "recall_", "R@"},
    MeasureNames{MeasureKind::ndcg, "ndcg_cut_", "nDCG@"},
    MeasureNames{MeasureKind::bpref, "bpref", "bpref"},
    MeasureNames{MeasureKind::r_precision, "Rprec", "Rprec"},
    MeasureNames{MeasureKind::success, "success_", "success@"},
};

std::optional<std::uint32_t> read_cutoff(std::string_view text) {
    std::uint32_t cutoff = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), cutoff);
    if (error != std::errc{} || end != text.data() + text.size() || cutoff == 0)
        return std::nullopt;
    return cutoff;
}

std::optional<Measure> read_as(const MeasureNames& row, std::string_view prefix,
                               std::string_view name) {
    if (!name.starts_with(lower_ascii(prefix))) return std::nullopt;
    const std::string_view rest = name.substr(prefix.size());
    if (!row.has_cutoff()) return rest.empty() ? std::optional(Measure{row.kind}) : std::nullopt;
    const std::optional<std::uint32_t> cutoff = read_cutoff(rest);
    return cutoff ? std::optional(Measure{row.kind, *cutoff}) : std::nullopt;
}

using Grades = std::span<const int>;

Grades first_ranks(const std::vector<int>& grades, std::size_t count) {
    return Grades(grades).first(std::min(count, grades.size()));
}

std::size_t relevant_in(Grades grades, int relevant_from) {
    return static_cast<std::size_t>(std::count_if(
        grades.begin(), grades.end(), [&](int grade) { return grade >= relevant_from; }));
}

double share(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

double average_precision(const JudgedRanking& ranking, int relevant_from) {
    double sum = 0;
    std::size_t found = 0;
    for (std::size_t i = 0; i < ranking.grades.size(); ++i)
        if (ranking.grades[i] >= relevant_from) sum += share(++found, i + 1);
    const std::size_t total = ranking.relevant_total(relevant_from);
    return total == 0 ? 0 : sum / static_cast<double>(total);
}

double reciprocal_rank(const JudgedRanking& ranking, int relevant_from) {
    const auto first = std::find_if(ranking.grades.begin(), ranking.grades.end(),
                                    [&](int grade) { return grade >= relevant_from; });
    if (first == ranking.grades.end()) return 0;
    return 1.0 / static_cast<double>(first - ranking.grades.begin() + 1);
}

// Gain is the grade, the discount log2(rank + 1): Järvelin & Kekäläinen, ACM TOIS 20 (2002), with
// trec_eval's discount, which begins at the second rank.
double discounted_gain(Grades grades) {
    double sum = 0;
    for (std::size_t i = 0; i < grades.size(); ++i)
        if (grades[i] > 0) sum += grades[i] / std::log2(static_cast<double>(i + 2));
    return sum;
}

double ndcg(const JudgedRanking& ranking, std::size_t cutoff) {
    const double ideal = discounted_gain(first_ranks(ranking.judged, cutoff));
    return ideal > 0 ? discounted_gain(first_ranks(ranking.grades, cutoff)) / ideal : 0;
}

// Buckley & Voorhees, SIGIR 2004, as corrected in trec_eval 8: with R relevant and N judged not
// relevant, a relevant document below n of the latter counts 1 - min(n, R) / min(N, R).
double bpref(const JudgedRanking& ranking, int relevant_from) {
    const std::size_t relevant = ranking.relevant_total(relevant_from);
    if (relevant == 0) return 0;
    const std::size_t most = std::min(ranking.judged.size() - relevant, relevant);
    double sum = 0;
    std::size_t above = 0;
    for (const int grade : ranking.grades) {
        if (grade == JudgedRanking::unjudged) continue;
        if (grade < relevant_from)
            ++above;
        else
            sum += 1 - share(std::min(above, relevant), most);
    }
    return sum / static_cast<double>(relevant);
}

}  // namespace

Measure read_measure(std::string_view name) {
    const std::string lower = lower_ascii(name);
    for (const MeasureNames& row : names)
        for (const std::string_view prefix : {row.of_trec_eval, row.usual})
            if (const std::optional<Measure> measure = read_as(row, prefix, lower)) return *measure;
    throw Error(ErrorKind::usage, fmt::format("there is no measure \"{}\"", name),
                "measures are map, recip_rank, P_k, recall_k, ndcg_cut_k, bpref, Rprec and "
                "success_k, with a rank from 1 for k");
}

std::string measure_name(const Measure& measure) {
    const auto row = std::find_if(names.begin(), names.end(), [&](const MeasureNames& names_of) {
        return names_of.kind == measure.kind;
    });
    if (!row->has_cutoff()) return std::string(row->of_trec_eval);
    return fmt::format("{}{}", row->of_trec_eval, measure.cutoff);
}

std::vector<Measure> usual_measures() {
    return {{MeasureKind::map},         {MeasureKind::ndcg, 10},     {MeasureKind::ndcg, 20},
            {MeasureKind::recip_rank},  {MeasureKind::precision, 5}, {MeasureKind::precision, 10},
            {MeasureKind::recall, 100}, {MeasureKind::recall, 1000}, {MeasureKind::bpref},
            {MeasureKind::r_precision}, {MeasureKind::success, 1},   {MeasureKind::success, 10}};
}

double measured(const Measure& measure, const JudgedRanking& ranking, int relevant_from) {
    const std::size_t total = ranking.relevant_total(relevant_from);
    const auto relevant_to = [&](std::size_t rank) {
        return relevant_in(first_ranks(ranking.grades, rank), relevant_from);
    };
    switch (measure.kind) {
        case MeasureKind::map:
            return average_precision(ranking, relevant_from);
        case MeasureKind::recip_rank:
            return reciprocal_rank(ranking, relevant_from);
        case MeasureKind::precision:
            return share(relevant_to(measure.cutoff), measure.cutoff);
        case MeasureKind::recall:
            return share(relevant_to(measure.cutoff), total);
        case MeasureKind::ndcg:
            return ndcg(ranking, measure.cutoff);
        case MeasureKind::bpref:
            return bpref(ranking, relevant_from);
        case MeasureKind::r_precision:
            return share(relevant_to(total), total);
        case MeasureKind::success:
            return relevant_to(measure.cutoff) > 0 ? 1 : 0;
    }
    return 0;
}

}  // namespace dateline
