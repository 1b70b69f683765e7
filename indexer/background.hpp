#pragma once

namespace dateline {

/// Lets other work of the machine, searches above all, go first from now on: the calling process
/// and the threads that it will make take the niceness 10 and are no longer taken for interactive.
/// A process that was given a niceness keeps it.
void work_in_background();

}  // namespace dateline
