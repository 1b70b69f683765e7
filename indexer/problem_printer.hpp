#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "corpus/command.hpp"
#include "indexer/index_report.hpp"
#include "indexer/progress.hpp"

namespace dateline {

/// Prints problems as they come, but not thousands of a kind, and with -v only those again that an
/// earlier run has named.
class ProblemPrinter {
  public:
    /// The references must outlive it.
    ProblemPrinter(const GlobalOptions& global, Progress& progress)
        : global_(global), progress_(progress) {}

    void print(const ReportedProblem& reported);
    /// How many were not named.
    void print_rest() const;

  private:
    const GlobalOptions& global_;
    Progress& progress_;
    std::map<std::string, std::uint64_t> counts_;
};

}  // namespace dateline
