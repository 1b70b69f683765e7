#include "bench/render_difference.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <tuple>

#include "bench/render_evaluation.hpp"
#include "bench/value_lines.hpp"
#include "searcher/record_lines.hpp"
#include "searcher/text_table.hpp"

namespace dateline {

namespace {

constexpr std::size_t most_moved_shown = 10;
constexpr const char* all_topics = "all";

using Objects = std::vector<nlohmann::ordered_json>;

std::string rank_text(std::size_t rank) { return rank == 0 ? "-" : fmt::to_string(rank); }

TextTable means_table(const TopicDifference& mean) {
    TextTable table{.heading = {"measure", "mean"}, .rows = {}};
    for (std::size_t i = 0; i < mean.overlaps.size(); ++i)
        table.rows.push_back(
            {fmt::format("overlap@{}", TopicDifference::depths[i]), figure_text(mean.overlaps[i])});
    table.rows.push_back({"RBO", figure_text(mean.rank_biased_overlap)});
    return table;
}

TextTable moved_table(const std::vector<TopicDifference>& moved) {
    TextTable table{.heading = {"topic", "RBO", "overlap@10", "A's first", "B's first"},
                    .rows = {}};
    for (const TopicDifference& topic : moved)
        table.rows.push_back(
            {topic.topic, figure_text(topic.rank_biased_overlap), figure_text(topic.overlaps[0]),
             rank_text(topic.rank_of_first_in_second), rank_text(topic.rank_of_second_in_first)});
    return table;
}

std::string moved_text(const RunDifference& difference, std::size_t width_columns) {
    const auto moved = least_alike(difference.topics, most_moved_shown);
    if (moved.empty()) return "\nthe answers are the same\n";
    return "\ntopics that move most\n" + render_table(moved_table(moved), width_columns) + "\n" +
           wrapped_text(
               "A's first, B's first: the rank at which the other run has the document "
               "that this run has first",
               width_columns);
}

nlohmann::ordered_json object_of(const std::string& topic, const std::string& measure,
                                 double value) {
    return {{"topic", topic},
            {"measure", measure},
            {"value", value},
            {"first", nullptr},
            {"second", nullptr}};
}

void add_likeness(Objects& objects, const std::string& topic, const TopicDifference& difference) {
    for (std::size_t i = 0; i < difference.overlaps.size(); ++i)
        objects.push_back(object_of(topic, fmt::format("overlap_{}", TopicDifference::depths[i]),
                                    difference.overlaps[i]));
    objects.push_back(object_of(topic, "rbo", difference.rank_biased_overlap));
    for (std::size_t i = objects.size() - difference.overlaps.size() - 1; i < objects.size(); ++i)
        add_tests(objects[i], nullptr);
}

nlohmann::ordered_json measured_object(const std::string& topic, const std::string& measure,
                                       double first, double second) {
    auto object = object_of(topic, measure, second - first);
    object["first"] = first;
    object["second"] = second;
    return object;
}

void add_measures(Objects& objects, const Evaluation& evaluation) {
    const auto& [first, second] = std::tie(evaluation.values[0], evaluation.values[1]);
    for (std::size_t i = 0; i < evaluation.options.measures.size(); ++i) {
        const std::string name = measure_name(evaluation.options.measures[i]);
        for (std::size_t topic = 0; topic < evaluation.topics.size(); ++topic) {
            objects.push_back(
                measured_object(evaluation.topics[topic], name, first[i][topic], second[i][topic]));
            add_tests(objects.back(), nullptr);
        }
        objects.push_back(
            measured_object(all_topics, name, evaluation.mean(0, i), evaluation.mean(1, i)));
        add_tests(objects.back(), &evaluation.comparisons[0][i]);
    }
}

Objects objects_of(const RunDifference& difference) {
    Objects objects;
    for (const TopicDifference& topic : difference.topics)
        add_likeness(objects, topic.topic, topic);
    add_likeness(objects, all_topics, mean_difference(difference.topics));
    if (difference.evaluation) add_measures(objects, *difference.evaluation);
    return objects;
}

}  // namespace

std::string render_difference_text(const RunDifference& difference, std::size_t width_columns) {
    const std::size_t count = difference.topics.size();
    std::string text =
        wrapped_text("A: " + difference.first, width_columns) +
        wrapped_text("B: " + difference.second, width_columns) +
        fmt::format("{} topic{} in both, RBO with p = {}\n\n", count, count == 1 ? "" : "s",
                    difference.persistence) +
        render_table(means_table(mean_difference(difference.topics)), width_columns) +
        moved_text(difference, width_columns);
    if (difference.evaluation)
        text +=
            "\nagainst the qrels: " + render_comparison_text(*difference.evaluation, width_columns);
    return text;
}

std::string render_difference_jsonl(const RunDifference& difference) {
    return jsonl_text(objects_of(difference));
}

std::string render_difference_csv(const RunDifference& difference) {
    return csv_text(objects_of(difference));
}

}  // namespace dateline
