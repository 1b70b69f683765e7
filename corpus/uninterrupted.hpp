#pragma once

#include <cerrno>

namespace dateline {

/// What a system call returns, made again as long as a signal interrupts it. Network file systems
/// interrupt even the opening and the syncing of files. Not for close(), which closes anyway.
template <class Call>
auto uninterrupted(const Call& call) {
    for (;;) {
        const auto result = call();
        if (result >= 0 || errno != EINTR) return result;
    }
}

}  // namespace dateline
