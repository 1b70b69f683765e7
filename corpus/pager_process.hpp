#pragma once

#include <sys/types.h>

#include <csignal>
#include <cstddef>
#include <string>
#include <string_view>

#include "corpus/descriptor.hpp"

namespace dateline {

/// Of a command line that needs no shell, whether its program is there; of others nothing is known.
bool may_be_there(std::string_view command);

/// From ignore() on, while it lives, keys that interrupt are the pager's.
class Interrupts {
  public:
    Interrupts() = default;
    Interrupts(const Interrupts&) = delete;
    Interrupts& operator=(const Interrupts&) = delete;
    ~Interrupts();
    void ignore();

  private:
    bool are_ignored_ = false;
    struct sigaction interrupt_ {};
    struct sigaction quit_ {};
};

/// A pager as it runs, from start() to finish().
class PagerProcess {
  public:
    /// `command`: for the shell. `screen`: where what it shows goes. `messages`: where its standard
    /// error leads, negative for ours. False where it cannot run.
    bool start(const std::string& command, int screen, int messages);
    /// The end of a pipe that it reads from.
    int input() const { return input_.number(); }
    /// Closes that end and waits for the pager's. False where it was never there, or has read
    /// nothing of the `given` bytes.
    bool finish(std::size_t given);

  private:
    pid_t process_ = 0;
    Descriptor input_;
    Interrupts interrupts_;
};

}  // namespace dateline
