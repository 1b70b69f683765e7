#include "indexer/rejects_file.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <utility>

#include "corpus/error.hpp"
#include "corpus/terminal_text.hpp"

namespace dateline {

namespace {

using nlohmann::ordered_json;

ordered_json text_or_null(std::string_view value) {
    return value.empty() ? ordered_json(nullptr) : ordered_json(value);
}

std::string line_of(const ordered_json& object) {
    return escaped_json(object.dump(-1, ' ', false, ordered_json::error_handler_t::replace));
}

}  // namespace

std::string problem_json(const ReportedProblem& reported) {
    const RecordProblem& problem = reported.problem;
    return line_of({{"path", reported.path},
                    {"root", reported.root},
                    {"member", text_or_null(problem.member)},
                    {"offset", problem.offset},
                    {"line", problem.line},
                    {"format", text_or_null(problem.format)},
                    {"outcome", outcome_name(problem.outcome)},
                    {"reason", problem.reason},
                    {"id", text_or_null(reported.id)}});
}

RejectsFile::RejectsFile(std::filesystem::path file)
    : file_(std::move(file)), stream_(file_, std::ios::binary | std::ios::trunc) {
    if (!stream_)
        throw Error(ErrorKind::input_output, fmt::format("cannot write {}", file_.string()));
}

void RejectsFile::add(const ReportedProblem& reported) {
    if (reported.problem.outcome != ProblemOutcome::warning)
        stream_ << problem_json(reported) << '\n';
}

void RejectsFile::finish() {
    stream_.close();
    if (!stream_)
        throw Error(ErrorKind::input_output, fmt::format("cannot write all of {}", file_.string()));
}

}  // namespace dateline
