#include "bench/diff_command.hpp"

#include <CLI/CLI.hpp>
#include <array>
#include <memory>

#include "bench/render_difference.hpp"
#include "corpus/error.hpp"

namespace dateline {

namespace {

struct DiffArguments {
    std::string qrels;
    EvaluationOptions options;
    double persistence = 0.9;
};

void require_usable(const std::vector<std::string>& files, const DiffArguments& arguments) {
    if (files.size() != 2)
        throw Error(ErrorKind::usage, "diff takes two runs",
                    "type their files: dateline diff a.run b.run");
    if (!(arguments.persistence > 0 && arguments.persistence < 1))
        throw Error(ErrorKind::usage, "--persistence is over 0 and under 1",
                    "with .9 the first ten ranks have 86 % of the weight");
}

std::string rendered(const GlobalOptions& global, const RunDifference& difference) {
    if (global.format == "csv") return render_difference_csv(difference);
    if (global.format == "jsonl") return render_difference_jsonl(difference);
    return render_difference_text(difference, global.width_columns);
}

int run_diff(const GlobalOptions& global, const std::vector<std::string>& files,
             const DiffArguments& arguments) {
    require_usable(files, arguments);
    const std::array<NamedRun, 2> runs{NamedRun{files[0], read_run(files[0])},
                                       NamedRun{files[1], read_run(files[1])}};
    RunDifference difference{.first = files[0],
                             .second = files[1],
                             .persistence = arguments.persistence,
                             .topics = run_differences(runs[0], runs[1], arguments.persistence)};
    std::vector<std::string> notes = difference_notes(runs[0], runs[1]);
    if (!arguments.qrels.empty()) {
        const Qrels qrels = read_qrels(arguments.qrels);
        difference.evaluation = evaluate(qrels, runs, arguments.options);
        for (std::string& note : topic_notes(qrels, runs, "left out of the measures"))
            notes.push_back(std::move(note));
    }
    write_output(rendered(global, difference));
    for (const std::string& note : notes) print_note(global, note);
    return 0;
}

Action configure(CLI::App& app) {
    const auto chosen = std::make_shared<DiffArguments>();
    app.add_option("--qrels", chosen->qrels, "judgments: adds measures and tests")
        ->type_name("FILE");
    app.add_option("--seed", chosen->options.seed, "of the randomisation test")
        ->type_name("S")
        ->capture_default_str();
    app.add_option("--persistence", chosen->persistence,
                   "p of rank-biased overlap: nearer to 1, deeper ranks count")
        ->type_name("P")
        ->capture_default_str();
    return [chosen](const GlobalOptions& global, const std::vector<std::string>& files) {
        return run_diff(global, files, *chosen);
    };
}

}  // namespace

Command diff_command() {
    return {.name = "diff",
            .summary = "how far the answers of two runs differ",
            .arguments = "RUN RUN",
            .formats = {"text", "csv", "jsonl"},
            .configure = configure,
            .pages = true};
}

}  // namespace dateline
