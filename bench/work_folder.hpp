#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>

#include "corpus/error.hpp"

namespace dateline {

/// A new empty folder for what a benchmark makes, gone with everything in it at the end of the
/// scope.
class WorkFolder {
  public:
    /// Throws Error{input_output}.
    WorkFolder() {
        std::string pattern =
            (std::filesystem::temp_directory_path() / "dateline-bench-XXXXXX").string();
        if (!::mkdtemp(pattern.data()))
            throw Error(ErrorKind::input_output, "cannot make " + pattern);
        path_ = pattern;
    }
    ~WorkFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    WorkFolder(const WorkFolder&) = delete;
    WorkFolder& operator=(const WorkFolder&) = delete;

    std::filesystem::path operator/(std::string_view name) const { return path_ / name; }

  private:
    std::filesystem::path path_;
};

}  // namespace dateline
