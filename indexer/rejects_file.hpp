#pragma once

#include <filesystem>
#include <fstream>
#include <string>

#include "indexer/index_report.hpp"

namespace dateline {

/// One JSON object without newline: "path", "root", "member", "offset", "line", "format",
/// "outcome", "reason", "id"; what is not known is null.
std::string problem_json(const ReportedProblem& reported);

/// A file with a line for each record that was rejected or skipped.
class RejectsFile {
  public:
    /// Throws Error{input_output}.
    explicit RejectsFile(std::filesystem::path file);
    /// Warnings are passed over: their articles were taken.
    void add(const ReportedProblem& reported);
    /// Throws Error{input_output} where not all could be written.
    void finish();

  private:
    std::filesystem::path file_;
    std::ofstream stream_;
};

}  // namespace dateline
