#pragma once

#include <filesystem>

namespace dateline {

/// `-o FILE`: standard output as a file that is there whole or not at all. One at a time.
class OutputFile {
  public:
    /// From now on standard output is a new file without a name. Throws Error{input_output} where
    /// `path` cannot become a file, or is one that is not regular.
    explicit OutputFile(const std::filesystem::path& path);
    /// Standard output is what it was. What was not kept is gone.
    ~OutputFile();
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    /// Puts what was written in the place of `path`, on disk; an existing file's permissions stay,
    /// and a link goes on to point there. Throws Error{input_output}.
    void keep();

  private:
    std::filesystem::path path_;   // no link
    std::filesystem::path named_;  // name of what is written, once it has one
    int standard_output_ = -1;     // as it was
};

}  // namespace dateline
