#include "indexer/interruption.hpp"

#include "tests/catch.hpp"
#include "tests/caught_error.hpp"

using namespace dateline;

namespace {

/// What SIGINT does in a scope; who runs the tests may have it ignored.
class Interrupt {
  public:
    explicit Interrupt(void (*does)(int)) {
        struct sigaction action {};
        action.sa_handler = does;
        ::sigaction(SIGINT, &action, &before_);
    }
    ~Interrupt() { ::sigaction(SIGINT, &before_, nullptr); }
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

    static auto handler() {
        struct sigaction now {};
        ::sigaction(SIGINT, nullptr, &now);
        return now.sa_handler;
    }

  private:
    struct sigaction before_ {};
};

}  // namespace

TEST_CASE("SIGINT ends a run at its next check, once, and no other run") {
    const Interrupt usual(SIG_DFL);
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
    for (const auto handler : {SIG_IGN, SIG_DFL}) {
        const Interrupt before(handler);
        { const Interruption interruption; }
        CHECK(Interrupt::handler() == handler);
    }
}

TEST_CASE("a run that is started with SIGINT ignored is not interrupted") {
    const Interrupt ignored(SIG_IGN);
    const Interruption interruption;
    std::raise(SIGINT);
    CHECK_NOTHROW(interruption.check());
}

TEST_CASE("a second SIGINT ends the program") {
    const Interrupt usual(SIG_DFL);
    const Interruption interruption;
    std::raise(SIGINT);
    CHECK(Interrupt::handler() == SIG_DFL);
}
