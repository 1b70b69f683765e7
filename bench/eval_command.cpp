#include "bench/eval_command.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "bench/evaluation.hpp"
#include "bench/evaluation_records.hpp"
#include "bench/render_evaluation.hpp"
#include "corpus/error.hpp"

namespace dateline {

namespace {

struct EvalArguments {
    std::vector<std::string> measures;  // as typed
    EvaluationOptions options;
    bool per_topic = false;
};

EvaluationOptions evaluation_options(const EvalArguments& arguments) {
    EvaluationOptions options = arguments.options;
    if (arguments.measures.empty()) return options;
    options.measures.clear();
    for (const std::string& name : arguments.measures) {
        const Measure measure = read_measure(name);
        if (std::find(options.measures.begin(), options.measures.end(), measure) ==
            options.measures.end())
            options.measures.push_back(measure);
    }
    return options;
}

std::string rendered(const GlobalOptions& global, const Evaluation& evaluation, bool per_topic) {
    if (global.format == "trec") return render_evaluation_trec(evaluation, per_topic);
    if (global.format == "csv") return render_evaluation_csv(evaluation, per_topic);
    if (global.format == "jsonl") return render_evaluation_jsonl(evaluation, per_topic);
    return render_evaluation_text(evaluation, per_topic, global.width_columns);
}

int run_eval(const GlobalOptions& global, const std::vector<std::string>& files,
             const EvalArguments& arguments) {
    const EvaluationOptions options = evaluation_options(arguments);
    if (files.size() < 2)
        throw Error(ErrorKind::usage, "eval takes a file of judgments and at least one run",
                    "type them in this order: dateline eval qrels.txt a.run b.run");
    if (options.relevant_from < 0)
        throw Error(ErrorKind::usage, "--level is a grade from 0 on",
                    "documents with a negative grade are not judged");
    const Qrels qrels = read_qrels(files.front());
    std::vector<NamedRun> runs;
    for (auto file = files.begin() + 1; file != files.end(); ++file)
        runs.push_back({*file, read_run(*file)});
    const Evaluation evaluation = evaluate(qrels, runs, options);
    write_output(rendered(global, evaluation, arguments.per_topic));
    for (const std::string& note : topic_notes(
             qrels, runs, options.all_topics ? "counted as 0" : "left out (-c counts them as 0)"))
        print_note(global, note);
    return 0;
}

Action configure(CLI::App& app) {
    const auto chosen = std::make_shared<EvalArguments>();
    app.add_flag("-q,--per-topic", chosen->per_topic, "each topic too, not the averages alone");
    app.add_option("-m,--measure", chosen->measures,
                   "such as map, MRR, P@10, R@100, nDCG@10, bpref, Rprec, success@1; repeatable")
        ->type_name("MEASURE")
        ->allow_extra_args(false);
    app.add_flag("-c,--complete", chosen->options.all_topics,
                 "average over all topics of the qrels; those that a run lacks count 0");
    app.add_option("-l,--level", chosen->options.relevant_from,
                   "documents are relevant from this grade on")
        ->type_name("N")
        ->capture_default_str();
    return [chosen](const GlobalOptions& global, const std::vector<std::string>& files) {
        return run_eval(global, files, *chosen);
    };
}

}  // namespace

Command eval_command() {
    return {.name = "eval",
            .summary = "measure runs against relevance judgments, as trec_eval does",
            .arguments = "QRELS RUN...",
            .formats = {"text", "trec", "csv", "jsonl"},
            .configure = configure,
            .pages = true};
}

}  // namespace dateline
