#include "corpus/command_line/error_report.hpp"

#include <fmt/format.h>

#include <cstdio>

#include "corpus/command_line/exit_codes.hpp"
#include "corpus/shell_word.hpp"

namespace dateline {

Error with_way_out(const Error& error, const GlobalOptions& global) {
    if (error.kind() != ErrorKind::index || !error.hint().empty()) return error;
    const std::string_view message = error.what();
    std::string index = global.index.string();
    for (const std::filesystem::path& further : global.further_indexes)
        if (message.starts_with(further.string() + "/")) index = further.string();
    return {error.kind(), error.what(),
            fmt::format("see what is damaged: dateline --index {0} check; keep what is whole: "
                        "dateline --index {0} check --repair; or make it anew from its sources: "
                        "dateline --index {0} index --rebuild",
                        shell_word(index))};
}

int report(const Error& error) {
    print_message("error", error.what());
    if (!error.excerpt().empty()) std::fprintf(stderr, "%s\n", error.excerpt().c_str());
    if (!error.hint().empty()) print_message("note", error.hint());
    return exit_code(error.kind());
}

}  // namespace dateline
