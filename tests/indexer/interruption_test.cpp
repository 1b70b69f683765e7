#include "indexer/interruption.hpp"

#include "tests/catch.hpp"
#include "tests/caught_error.hpp"

using namespace dateline;

TEST_CASE("SIGINT ends a run at its next check, once, and no other run") {
    {
        const Interruption interruption;
        CHECK_NOTHROW(interruption.check());
        std::raise(SIGINT);
        const Error error = test::caught_error([&] {
            interruption.check();
            return 0;
        });
        CHECK(error.kind() == ErrorKind::interrupted);
    }
    const Interruption next;
    CHECK_NOTHROW(next.check());
}

TEST_CASE("what SIGINT did before a run it does after it") {
    struct sigaction ignoring {};
    ignoring.sa_handler = SIG_IGN;
    struct sigaction before {};
    ::sigaction(SIGINT, &ignoring, &before);
    { const Interruption interruption; }
    struct sigaction after {};
    ::sigaction(SIGINT, &before, &after);
    CHECK(after.sa_handler == SIG_IGN);
}

TEST_CASE("a second SIGINT ends the program") {
    const Interruption interruption;
    std::raise(SIGINT);
    struct sigaction now {};
    ::sigaction(SIGINT, nullptr, &now);
    CHECK(now.sa_handler == SIG_DFL);
}
