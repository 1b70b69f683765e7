#include "indexer/background.hpp"

#include <sched.h>
#include <sys/resource.h>

namespace dateline {

// What the kernel refuses here costs nothing but speed.
void work_in_background() {
    constexpr int niceness = 10;
    if (::getpriority(PRIO_PROCESS, 0) != 0 || ::sched_getscheduler(0) != SCHED_OTHER) return;
    ::setpriority(PRIO_PROCESS, 0, niceness);
    const sched_param no_priority{};
    ::sched_setscheduler(0, SCHED_BATCH, &no_priority);
}

}  // namespace dateline
