#include "bench/evaluation_records.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "bench/value_lines.hpp"
#include "corpus/terminal_text.hpp"
#include "searcher/record_lines.hpp"

namespace dateline {

namespace {

using Objects = std::vector<nlohmann::ordered_json>;

constexpr const char* all_topics = "all";

// The keys of the command line reference, then what the value is beside the first run's.
nlohmann::ordered_json object_of(const Evaluation& evaluation, std::size_t run, std::size_t measure,
                                 const std::string& topic, double value) {
    return {{"run", evaluation.runs[run]},
            {"topic", topic},
            {"measure", measure_name(evaluation.options.measures[measure])},
            {"value", value},
            {"difference", nullptr}};
}

void add_topic(Objects& objects, const Evaluation& evaluation, std::size_t run, std::size_t topic) {
    for (std::size_t i = 0; i < evaluation.options.measures.size(); ++i) {
        const double value = evaluation.values[run][i][topic];
        auto object = object_of(evaluation, run, i, evaluation.topics[topic], value);
        if (run > 0) object["difference"] = value - evaluation.values[0][i][topic];
        add_tests(object, nullptr);
        objects.push_back(std::move(object));
    }
}

void add_means(Objects& objects, const Evaluation& evaluation, std::size_t run) {
    for (std::size_t i = 0; i < evaluation.options.measures.size(); ++i) {
        auto object = object_of(evaluation, run, i, all_topics, evaluation.mean(run, i));
        const RunComparison* tested = run > 0 ? &evaluation.comparisons[run - 1][i] : nullptr;
        if (tested != nullptr) object["difference"] = tested->difference;
        add_tests(object, tested);
        objects.push_back(std::move(object));
    }
}

Objects objects_of(const Evaluation& evaluation, bool per_topic) {
    Objects objects;
    for (std::size_t run = 0; run < evaluation.runs.size(); ++run) {
        for (std::size_t topic = 0; per_topic && topic < evaluation.topics.size(); ++topic)
            add_topic(objects, evaluation, run, topic);
        add_means(objects, evaluation, run);
    }
    return objects;
}

}  // namespace

std::string render_evaluation_trec(const Evaluation& evaluation, bool per_topic) {
    std::string text;
    const auto add = [&](std::string_view name, std::string_view topic, const auto& value) {
        text += fmt::format("{:<22}\t{}\t{}\n", name, without_controls(topic), value);
    };
    for (std::size_t run = 0; run < evaluation.runs.size(); ++run) {
        if (evaluation.runs.size() > 1)
            add("runid", all_topics, without_controls(evaluation.runs[run]));
        const auto add_values = [&](std::string_view topic, const auto& value_of) {
            for (std::size_t i = 0; i < evaluation.options.measures.size(); ++i)
                add(measure_name(evaluation.options.measures[i]), topic,
                    fmt::format("{:.4f}", value_of(i)));
        };
        for (std::size_t topic = 0; per_topic && topic < evaluation.topics.size(); ++topic)
            add_values(evaluation.topics[topic],
                       [&](std::size_t i) { return evaluation.values[run][i][topic]; });
        add_values(all_topics, [&](std::size_t i) { return evaluation.mean(run, i); });
    }
    return text;
}

std::string render_evaluation_jsonl(const Evaluation& evaluation, bool per_topic) {
    return jsonl_text(objects_of(evaluation, per_topic));
}

std::string render_evaluation_csv(const Evaluation& evaluation, bool per_topic) {
    return csv_text(objects_of(evaluation, per_topic));
}

}  // namespace dateline
