#include "bench/run_difference.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "bench/rank_overlap.hpp"
#include "corpus/error.hpp"

namespace dateline {

namespace {

// From 1; 0: nowhere.
std::size_t rank_in(Ranking ranking, const std::string& docno) {
    const auto found = std::find_if(ranking.begin(), ranking.end(),
                                    [&](const RunEntry& entry) { return entry.docno == docno; });
    return found == ranking.end() ? 0 : static_cast<std::size_t>(found - ranking.begin()) + 1;
}

TopicDifference difference_of(const std::string& topic, Ranking first, Ranking second,
                              double persistence) {
    TopicDifference out{.topic = topic};
    for (std::size_t i = 0; i < out.overlaps.size(); ++i)
        out.overlaps[i] = overlap_at(first, second, TopicDifference::depths[i]);
    out.rank_biased_overlap = rank_biased_overlap(first, second, persistence);
    if (!first.empty()) out.rank_of_first_in_second = rank_in(second, first.front().docno);
    if (!second.empty()) out.rank_of_second_in_first = rank_in(first, second.front().docno);
    return out;
}

// Nothing where there are none.
std::vector<std::string> note_of(const NamedRun& named, const NamedRun& other) {
    std::vector<std::string> missing;
    for (const auto& [topic, ranking] : other.run.topics)
        if (!named.run.topics.contains(topic)) missing.push_back(topic);
    if (missing.empty()) return {};
    return {
        fmt::format("{} lacks {} of {}: left out", named.name, named_topics(missing), other.name)};
}

bool is_same(const TopicDifference& difference) {
    return difference.rank_biased_overlap > 1 - 1e-9;
}

}  // namespace

std::vector<TopicDifference> run_differences(const NamedRun& first, const NamedRun& second,
                                             double persistence) {
    std::vector<TopicDifference> differences;
    for (const auto& [topic, ranking] : first.run.topics)
        if (const auto other = second.run.topics.find(topic); other != second.run.topics.end())
            differences.push_back(difference_of(topic, ranking, other->second, persistence));
    if (differences.empty())
        throw Error(ErrorKind::input_output,
                    fmt::format("no topic is in both {} and {}", first.name, second.name));
    return differences;
}

TopicDifference mean_difference(const std::vector<TopicDifference>& differences) {
    TopicDifference mean;
    const auto count = static_cast<double>(differences.size());
    for (const TopicDifference& difference : differences) {
        for (std::size_t i = 0; i < mean.overlaps.size(); ++i)
            mean.overlaps[i] += difference.overlaps[i] / count;
        mean.rank_biased_overlap += difference.rank_biased_overlap / count;
    }
    return mean;
}

std::vector<TopicDifference> least_alike(std::vector<TopicDifference> differences,
                                         std::size_t most) {
    std::erase_if(differences, is_same);
    std::stable_sort(differences.begin(), differences.end(),
                     [](const TopicDifference& a, const TopicDifference& b) {
                         return a.rank_biased_overlap < b.rank_biased_overlap;
                     });
    differences.resize(std::min(most, differences.size()));
    return differences;
}

std::vector<std::string> difference_notes(const NamedRun& first, const NamedRun& second) {
    std::vector<std::string> notes = note_of(first, second);
    for (std::string& note : note_of(second, first)) notes.push_back(std::move(note));
    return notes;
}

}  // namespace dateline
