#include "indexer/problem_printer.hpp"

#include "corpus/terminal_text.hpp"

#include <fmt/format.h>

namespace dateline {

namespace {

// Of each kind of problem, so many are named one by one; -v names all.
constexpr std::uint64_t problems_shown = 10;

std::string place_of(const ReportedProblem& reported) {
    std::string place = reported.root;
    if (!reported.path.empty() && !place.ends_with("/" + reported.path))
        place += "/" + reported.path;
    if (!reported.problem.member.empty()) place += "/" + reported.problem.member;
    if (!reported.id.empty()) return place + ", " + reported.id;
    return fmt::format("{}, line {} (byte {})", place, reported.problem.line,
                       reported.problem.offset);
}

std::string outcome_of(const RecordProblem& problem) {
    return problem.outcome == ProblemOutcome::warning ? "taken, but"
                                                      : std::string(outcome_name(problem.outcome));
}

}  // namespace

void ProblemPrinter::print(const ReportedProblem& reported) {
    if (reported.is_repeated && !global_.verbose) return;
    const std::string outcome = outcome_of(reported.problem);
    const std::uint64_t count = ++counts_[outcome];
    if (count > problems_shown && !global_.verbose) return;
    progress_.clear();
    print_warning(global_, fmt::format("{}: {}: {}", without_controls(place_of(reported)), outcome,
                                       reported.problem.reason));
}

void ProblemPrinter::print_rest() const {
    for (const auto& [outcome, count] : counts_) {
        if (count <= problems_shown || global_.verbose) continue;
        print_note(global_, fmt::format("{} more like the last \"{}\"; -v names them all",
                                        count - problems_shown, outcome));
    }
}

}  // namespace dateline
