#include "corpus/command_line/exit_codes.hpp"

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("every kind of error has a row among the exit codes") {
    for (const ErrorKind kind : {ErrorKind::usage, ErrorKind::index, ErrorKind::input_output,
                                 ErrorKind::refused, ErrorKind::interrupted})
        CHECK(exit_code_row(exit_code(kind)) != nullptr);
    CHECK(exit_code(ErrorKind::usage) == 2);
    CHECK(exit_code(ErrorKind::interrupted) == 130);
    CHECK(exit_code_row(7) == nullptr);
}
