#include "corpus/command_line/exit_codes.hpp"

#include <algorithm>

namespace dateline {

int exit_code(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::usage:
            return 2;
        case ErrorKind::index:
            return 3;
        case ErrorKind::input_output:
            return 4;
        case ErrorKind::refused:
            return 5;
        case ErrorKind::interrupted:
            return 130;
    }
    return 4;
}

const ExitCodeRow* exit_code_row(int code) {
    const auto row = std::ranges::find(exit_code_rows, code, &ExitCodeRow::code);
    return row == exit_code_rows.end() ? nullptr : &*row;
}

}  // namespace dateline
