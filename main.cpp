#include <fmt/format.h>
#include <signal.h>
#include <unistd.h>

#include <cstdio>
#include <exception>
#include <filesystem>
#include <new>
#include <string_view>
#include <system_error>

#include "corpus/command.hpp"
#include "corpus/command_line/error_report.hpp"
#include "corpus/command_line/exit_codes.hpp"
#include "corpus/command_line/front_door.hpp"
#include "corpus/error.hpp"
#include "corpus/schema.hpp"

// Both programs: what goes wrong is printed at their end, by report().

namespace dateline {
namespace {

std::string version() {
    return fmt::format("dateline {}\nXapian {}\nindex format {}\nbuild {}\n", DATELINE_VERSION,
                       DATELINE_XAPIAN_VERSION, index_format_version, DATELINE_BUILD_TYPE);
}

// Ctrl-C ends the program with an exit code, as errors do. Commands that have something to finish
// wait for it themselves; where it was ignored it stays so.
void exit_when_interrupted() {
    struct sigaction before {};
    ::sigaction(SIGINT, nullptr, &before);
    if (before.sa_handler == SIG_IGN) return;
    struct sigaction action {};
    action.sa_handler = [](int) { ::_exit(130); };
    ::sigaction(SIGINT, &action, nullptr);
}

// What the files of an index hold is read where they are mapped: where the disk fails, or a file is
// cut meanwhile, the system has no other way to tell.
void exit_where_reading_fails() {
    struct sigaction action {};
    action.sa_handler = [](int) {
        constexpr std::string_view message =
            "dateline: error: a file that was open cannot be read: the disk fails, or it was cut\n"
            "dateline: note: see what is damaged: dateline check\n";
        static_cast<void>(!::write(STDERR_FILENO, message.data(), message.size()));
        ::_exit(exit_code(ErrorKind::input_output));
    };
    ::sigaction(SIGBUS, &action, nullptr);
}

}  // namespace
}  // namespace dateline

int main(int argc, char** argv) {
    // A file that may not grow further is an error of writing, as a full disk is.
    ::signal(SIGXFSZ, SIG_IGN);
    dateline::exit_when_interrupted();
    dateline::exit_where_reading_fails();
    try {
        return dateline::run_program({argv + 1, argv + argc}, dateline::version());
    } catch (const dateline::Error& error) {
        return dateline::report(error);
    } catch (const std::bad_alloc&) {
        return dateline::report({dateline::ErrorKind::input_output, "there is not enough memory",
                                 "index takes less with --memory SIZE and --threads 1"});
    } catch (const std::filesystem::filesystem_error& error) {
        return dateline::report({dateline::ErrorKind::input_output,
                                 fmt::format("cannot read or change {}: {}", error.path1().string(),
                                             error.code().message())});
    } catch (const std::system_error& error) {
        return dateline::report({dateline::ErrorKind::input_output,
                                 fmt::format("the system refuses: {}", error.code().message()),
                                 "limits of processes, threads and open files: ulimit -a"});
    } catch (const std::exception& error) {
        return dateline::report({dateline::ErrorKind::input_output, error.what()});
    }
}
