#include "corpus/pager_process.hpp"

#include <fcntl.h>

#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

struct Paged {
    bool has_run = false;
    std::string shown;
};

Paged page(const std::string& command, std::string_view text) {
    std::signal(SIGPIPE, SIG_IGN);
    const TemporaryFolder folder;
    const std::string file = folder.write("shown", "").string();
    Paged paged;
    {
        const Descriptor screen(::open(file.c_str(), O_WRONLY | O_CLOEXEC));
        PagerProcess pager;
        REQUIRE(pager.start(command, screen.number(), -1));
        paged.has_run = pager.finish(write_all(pager.input(), text));
    }
    std::signal(SIGPIPE, SIG_DFL);
    paged.shown = read_bytes(file);
    return paged;
}

}  // namespace

TEST_CASE("a pager gets the text, and what it shows goes to the screen") {
    const Paged paged = page("sed s/^/page:/", "one\ntwo\n");
    CHECK(paged.has_run);
    CHECK(paged.shown == "page:one\npage:two\n");
}

TEST_CASE("a pager that is not there, or reads nothing, has not run") {
    CHECK_FALSE(page("exit 127", "text").has_run);
    CHECK_FALSE(page("true", "text").has_run);
    CHECK_FALSE(page("sleep 0.1; exit 1", "text").has_run);
    CHECK(page("read line; exit 1", "text\n").has_run);
}

TEST_CASE("of a program whose name says all, it is known whether it is there") {
    CHECK(may_be_there("sh -c true"));
    CHECK(may_be_there("LESS=R no-such-program"));
    CHECK(may_be_there("/no/such/program"));
    CHECK_FALSE(may_be_there("no-such-program -x"));
}

TEST_CASE("keys that interrupt are as they were when a pager is gone") {
    struct sigaction before {};
    ::sigaction(SIGINT, nullptr, &before);
    {
        Interrupts interrupts;
        interrupts.ignore();
        struct sigaction during {};
        ::sigaction(SIGINT, nullptr, &during);
        CHECK(during.sa_handler == SIG_IGN);
    }
    struct sigaction after {};
    ::sigaction(SIGINT, nullptr, &after);
    CHECK(after.sa_handler == before.sa_handler);
}
