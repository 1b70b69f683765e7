#pragma once

#include <csignal>

namespace dateline {

/// While it lives, SIGINT does not end the program: it is remembered, and the run ends at its next
/// safe place. A second SIGINT ends the program at once, which does the index no harm. One at a
/// time.
class Interruption {
  public:
    Interruption();
    ~Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;

    /// Throws Error{interrupted} once SIGINT has come.
    void check() const;

  private:
    struct sigaction before_ {};
};

}  // namespace dateline
