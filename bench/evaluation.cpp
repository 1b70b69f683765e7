#include "bench/evaluation.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "corpus/error.hpp"

namespace dateline {

namespace {

std::vector<std::string> evaluated_topics(const Qrels& qrels, std::span<const NamedRun> runs,
                                          bool all_topics) {
    std::vector<std::string> topics;
    for (const auto& [topic, judgments] : qrels) {
        const bool is_everywhere = std::all_of(
            runs.begin(), runs.end(),
            [&name = topic](const NamedRun& named) { return named.run.topics.contains(name); });
        if (all_topics || is_everywhere) topics.push_back(topic);
    }
    return topics;
}

[[noreturn]] void throw_no_topics(const Qrels& qrels, std::span<const NamedRun> runs) {
    const auto first_of = [](const auto& topics) {
        return topics.empty() ? std::string("none") : topics.begin()->first;
    };
    std::string firsts = fmt::format("the first topic of the qrels is {}", first_of(qrels));
    for (const NamedRun& named : runs)
        firsts += fmt::format(", of {} {}", named.name, first_of(named.run.topics));
    throw Error(ErrorKind::input_output,
                runs.size() == 1 ? fmt::format("no topic of {} is in the qrels", runs[0].name)
                                 : "no topic is in the qrels and in every run",
                firsts);
}

std::vector<std::vector<double>> values_of(const Run& run, const Qrels& qrels,
                                           const std::vector<std::string>& topics,
                                           const EvaluationOptions& options) {
    std::vector<std::vector<double>> values(options.measures.size());
    for (const std::string& topic : topics) {
        const auto found = run.topics.find(topic);
        const auto ranking = found == run.topics.end() ? std::span<const RunEntry>()
                                                       : std::span<const RunEntry>(found->second);
        const JudgedRanking judged = judge(ranking, qrels.at(topic));
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i].push_back(measured(options.measures[i], judged, options.relevant_from));
    }
    return values;
}

std::vector<RunComparison> comparisons_with(const std::vector<std::vector<double>>& first,
                                            const std::vector<std::vector<double>>& second,
                                            std::uint64_t seed) {
    std::vector<RunComparison> comparisons;
    for (std::size_t i = 0; i < first.size(); ++i)
        comparisons.push_back(compare(first[i], second[i], seed));
    return comparisons;
}

template <class Topics, class Others>
std::vector<std::string> topics_without(const Topics& topics, const Others& others) {
    std::vector<std::string> without;
    for (const auto& [topic, content] : topics)
        if (!others.contains(topic)) without.push_back(topic);
    return without;
}

}  // namespace

double Evaluation::mean(std::size_t run, std::size_t measure) const {
    return mean_of(values[run][measure]);
}

Evaluation evaluate(const Qrels& qrels, std::span<const NamedRun> runs,
                    const EvaluationOptions& options) {
    Evaluation out{.options = options,
                   .runs = {},
                   .topics = evaluated_topics(qrels, runs, options.all_topics),
                   .values = {},
                   .comparisons = {}};
    if (out.topics.empty()) throw_no_topics(qrels, runs);
    for (const NamedRun& named : runs) {
        out.runs.push_back(named.name);
        out.values.push_back(values_of(named.run, qrels, out.topics, options));
        if (out.values.size() > 1)
            out.comparisons.push_back(
                comparisons_with(out.values.front(), out.values.back(), options.seed));
    }
    return out;
}

std::vector<std::string> topic_notes(const Qrels& qrels, std::span<const NamedRun> runs,
                                     std::string_view fate) {
    std::vector<std::string> notes;
    for (const NamedRun& named : runs) {
        const std::vector<std::string> missing = topics_without(qrels, named.run.topics);
        if (!missing.empty())
            notes.push_back(fmt::format("{} lacks {} of the qrels: {}", named.name,
                                        named_topics(missing), fate));
        const std::vector<std::string> unjudged = topics_without(named.run.topics, qrels);
        if (!unjudged.empty())
            notes.push_back(fmt::format("{} has {} that the qrels lack: left out", named.name,
                                        named_topics(unjudged)));
    }
    return notes;
}

std::string named_topics(const std::vector<std::string>& topics) {
    constexpr std::size_t most_named = 50;
    const auto named = std::span(topics).first(std::min(most_named, topics.size()));
    return fmt::format("{} topic{} ({}{})", topics.size(), topics.size() == 1 ? "" : "s",
                       fmt::join(named, ", "), named.size() < topics.size() ? ", ..." : "");
}

}  // namespace dateline
