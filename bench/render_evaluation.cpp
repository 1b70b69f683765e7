#include "bench/render_evaluation.hpp"

#include <fmt/format.h>

#include "searcher/text_table.hpp"

namespace dateline {

namespace {

constexpr std::size_t most_moved_shown = 10;

std::vector<std::string> measure_names(const Evaluation& evaluation) {
    std::vector<std::string> names;
    for (const Measure& measure : evaluation.options.measures)
        names.push_back(measure_name(measure));
    return names;
}

std::vector<std::string> run_letters(const Evaluation& evaluation) {
    std::vector<std::string> letters;
    for (std::size_t run = 0; run < evaluation.runs.size(); ++run)
        letters.push_back(run_letter(run));
    return letters;
}

std::string topics_line(const Evaluation& evaluation) {
    const std::size_t count = evaluation.topics.size();
    std::string line = fmt::format("{} topic{}", count, count == 1 ? "" : "s");
    if (evaluation.options.relevant_from != 1)
        line += fmt::format(", relevant from grade {}", evaluation.options.relevant_from);
    return line + "\n";
}

TextTable means_table(const Evaluation& evaluation) {
    TextTable table{.heading = {"measure"}, .rows = {}};
    const bool is_one = evaluation.runs.size() == 1;
    for (const std::string& letter : run_letters(evaluation))
        table.heading.push_back(is_one ? "mean" : letter);
    const std::vector<std::string> names = measure_names(evaluation);
    for (std::size_t measure = 0; measure < names.size(); ++measure) {
        auto& row = table.rows.emplace_back(1, names[measure]);
        for (std::size_t run = 0; run < evaluation.runs.size(); ++run)
            row.push_back(figure_text(evaluation.mean(run, measure)));
    }
    return table;
}

std::string difference_name(std::size_t run) {
    return fmt::format("{} - {}", run_letter(run), run_letter(0));
}

TextTable tests_table(const Evaluation& evaluation, std::size_t run) {
    TextTable table{
        .heading = {"measure", difference_name(run), "p (t)", "p (r)", "wins", "losses", "ties"},
        .rows = {}};
    const std::vector<std::string> names = measure_names(evaluation);
    for (std::size_t measure = 0; measure < names.size(); ++measure) {
        const RunComparison& tested = evaluation.comparisons[run - 1][measure];
        table.rows.push_back({names[measure], figure_text(tested.difference, true),
                              tested.t_test ? probability_text(*tested.t_test) : "-",
                              probability_text(tested.randomization.p), fmt::to_string(tested.wins),
                              fmt::to_string(tested.losses), fmt::to_string(tested.ties)});
    }
    return table;
}

// In the first measure.
TextTable moved_table(const Evaluation& evaluation, std::size_t run) {
    TextTable table{.heading = {"topic", run_letter(0), run_letter(run), difference_name(run)},
                    .rows = {}};
    const std::vector<double>& first = evaluation.values[0][0];
    const std::vector<double>& second = evaluation.values[run][0];
    for (const std::size_t topic : most_moved(first, second, most_moved_shown))
        table.rows.push_back({evaluation.topics[topic], figure_text(first[topic]),
                              figure_text(second[topic]),
                              figure_text(second[topic] - first[topic], true)});
    return table;
}

// Topics of one run, a column a measure.
TextTable topics_table(const Evaluation& evaluation) {
    TextTable table{.heading = measure_names(evaluation), .rows = {}};
    table.heading.insert(table.heading.begin(), "topic");
    for (std::size_t topic = 0; topic < evaluation.topics.size(); ++topic) {
        auto& row = table.rows.emplace_back(1, evaluation.topics[topic]);
        for (const auto& values : evaluation.values[0]) row.push_back(figure_text(values[topic]));
    }
    return table;
}

// Topics in one measure, a column a run.
TextTable measure_table(const Evaluation& evaluation, std::size_t measure) {
    TextTable table{.heading = run_letters(evaluation), .rows = {}};
    table.heading.insert(table.heading.begin(), measure_name(evaluation.options.measures[measure]));
    for (std::size_t topic = 0; topic < evaluation.topics.size(); ++topic) {
        auto& row = table.rows.emplace_back(1, evaluation.topics[topic]);
        for (const auto& values : evaluation.values)
            row.push_back(figure_text(values[measure][topic]));
    }
    return table;
}

std::string topics_text(const Evaluation& evaluation, std::size_t width_columns) {
    if (evaluation.runs.size() == 1)
        return render_table(topics_table(evaluation), width_columns) + "\n";
    std::string text;
    for (std::size_t measure = 0; measure < evaluation.options.measures.size(); ++measure)
        text += render_table(measure_table(evaluation, measure), width_columns) + "\n";
    return text;
}

std::string runs_text(const Evaluation& evaluation, std::size_t width_columns) {
    if (evaluation.runs.size() == 1) return wrapped_text(evaluation.runs[0], width_columns);
    std::string text;
    for (std::size_t run = 0; run < evaluation.runs.size(); ++run)
        text += wrapped_text(fmt::format("{}: {}", run_letter(run), evaluation.runs[run]),
                             width_columns);
    return text;
}

std::string compared_text(const Evaluation& evaluation, std::size_t run,
                          std::size_t width_columns) {
    std::string text = fmt::format("\n{} against {}\n", run_letter(run), run_letter(0)) +
                       render_table(tests_table(evaluation, run), width_columns);
    const TextTable moved = moved_table(evaluation, run);
    if (moved.rows.empty()) return text;
    return text +
           fmt::format("\ntopics that move most, in {}\n",
                       measure_name(evaluation.options.measures[0])) +
           render_table(moved, width_columns);
}

}  // namespace

std::string run_letter(std::size_t run) {
    return run < 26 ? std::string(1, static_cast<char>('A' + run)) : fmt::format("R{}", run + 1);
}

std::string render_comparison_text(const Evaluation& evaluation, std::size_t width_columns) {
    std::string text =
        topics_line(evaluation) + "\n" + render_table(means_table(evaluation), width_columns);
    if (evaluation.runs.size() == 1) return text;
    for (std::size_t run = 1; run < evaluation.runs.size(); ++run)
        text += compared_text(evaluation, run, width_columns);
    return text + "\n" +
           wrapped_text(
               fmt::format("p: two-sided, paired; (t) Student's t-test, (r) "
                           "randomisation test, {} permutations with seed {}, or all "
                           "where no more than 16 topics differ",
                           RandomizationTest::sampled_permutations, evaluation.options.seed),
               width_columns);
}

std::string render_evaluation_text(const Evaluation& evaluation, bool per_topic,
                                   std::size_t width_columns) {
    std::string text = runs_text(evaluation, width_columns);
    if (per_topic && !evaluation.options.measures.empty())
        text += "\n" + topics_text(evaluation, width_columns);
    return text + render_comparison_text(evaluation, width_columns);
}

}  // namespace dateline
