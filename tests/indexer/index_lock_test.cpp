#include "indexer/index_lock.hpp"

#include <unistd.h>

#include "tests/catch.hpp"
#include "tests/caught_error.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;

TEST_CASE("a second writer is refused with the first one's process id") {
    const test::TemporaryFolder folder;
    const IndexLock lock(folder.path());
    const Error error = test::caught_error([&] {
        const IndexLock second(folder.path());
        return 0;
    });
    CHECK(error.kind() == ErrorKind::refused);
    CHECK(test::says(error, "process " + std::to_string(::getpid()) + " on "));
    CHECK(test::says(error, " since 20"));
}

TEST_CASE("a lock is free again when its holder is gone, however it went") {
    const test::TemporaryFolder folder;
    { const IndexLock lock(folder.path()); }
    CHECK_NOTHROW(IndexLock(folder.path()));
    folder.write("lock", "process 1 on elsewhere since 1970\n");
    CHECK_NOTHROW(IndexLock(folder.path()));
}

TEST_CASE("a folder that is not there cannot be locked") {
    const test::TemporaryFolder folder;
    const Error error = test::caught_error([&] {
        const IndexLock lock(folder / "absent");
        return 0;
    });
    CHECK(error.kind() == ErrorKind::input_output);
}
