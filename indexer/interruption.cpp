#include "indexer/interruption.hpp"

#include "corpus/error.hpp"

namespace dateline {

namespace {

// A signal handler can reach nothing else.
volatile std::sig_atomic_t interrupted = 0;

void remember_interruption(int) { interrupted = 1; }

}  // namespace

Interruption::Interruption() {
    interrupted = 0;
    ::sigaction(SIGINT, nullptr, &before_);
    if (before_.sa_handler == SIG_IGN) return;  // nohup, or a shell's background
    struct sigaction action {};
    action.sa_handler = remember_interruption;
    action.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);
    ::sigaction(SIGINT, &action, &before_);
}

Interruption::~Interruption() { ::sigaction(SIGINT, &before_, nullptr); }

void Interruption::check() const {
    if (interrupted != 0)
        throw Error(ErrorKind::interrupted, "interrupted: the index is as it was before");
}

}  // namespace dateline
