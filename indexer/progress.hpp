#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "corpus/command.hpp"

namespace dateline {

/// What a long run has done so far.
struct ProgressState {
    std::string_view phase;  ///< "read", "write", "merge"
    std::uint64_t files = 0;
    std::uint64_t articles = 0;
    std::uint64_t bytes = 0;
    std::uint64_t bytes_total = 0;  ///< 0 when unknown
    std::uint64_t rejected = 0;
};

/// One line for a terminal, of at most `columns` (those that have room for less leave parts out):
/// phase, bar, share, rate, time left, articles. `seconds`: spent in the phase.
std::string progress_line(const ProgressState& state, double seconds, std::size_t columns);

/// The same as a JSON object without newline, with the keys of the command line reference;
/// "eta_s" is null where it is unknown.
std::string progress_json(const ProgressState& state, double seconds);

/// Shows progress on stderr: a bar with rate and ETA on a terminal, one JSON object a second, or
/// nothing. Not for several threads at once.
class Progress {
  public:
    explicit Progress(const GlobalOptions& global);
    ~Progress();
    /// Cheap: call as often as you like; it draws at most ten times a second (JSON: once, and the
    /// first and last state of each phase). The phase must be a literal.
    void update(const ProgressState& state);
    /// Clears the bar, so that messages can be printed.
    void clear();

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace dateline
