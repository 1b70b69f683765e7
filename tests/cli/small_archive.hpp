#pragma once

#include <string>
#include <vector>

#include "tests/program.hpp"
#include "tests/temporary_folder.hpp"

namespace dateline::test {

/// Four articles in two formats, indexed by the real program.
class SmallArchive {
  public:
    SmallArchive();

    /// Runs a command on the index.
    ProgramResult run(std::vector<std::string> arguments, const ProgramInput& input = {}) const;
    /// Article ids that a search prints, in order; requires that it did not fail.
    std::vector<std::string> ids(std::vector<std::string> arguments) const;

    const TemporaryFolder& folder() const { return folder_; }
    std::string sources() const { return (folder_ / "news").string(); }
    std::string index() const { return (folder_ / "index").string(); }

  private:
    TemporaryFolder folder_;
};

}  // namespace dateline::test
