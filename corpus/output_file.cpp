#include "corpus/output_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>

#include "corpus/error.hpp"

namespace dateline {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void throw_unwritable(const fs::path& path, int reason) {
    throw Error(ErrorKind::input_output, fmt::format("cannot write {}: {}", path.string(),
                                                     std::generic_category().message(reason)));
}

// Where the file is that `path` means.
fs::path place_of(const fs::path& path) {
    std::error_code failure;
    const fs::file_status status = fs::status(path, failure);
    if (fs::exists(status) && !fs::is_regular_file(status))
        throw Error(ErrorKind::input_output,
                    fmt::format("{} is there, and no regular file", path.string()),
                    fs::is_directory(status)
                        ? "name a file in it"
                        : "leave out -o and send the output there: > " + path.string());
    fs::path place = fs::weakly_canonical(fs::absolute(path), failure);
    if (failure) throw_unwritable(path, failure.value());
    return place;
}

// The name differs between processes that write the same file.
fs::path name_beside(const fs::path& path) {
    return path.string() + fmt::format(".{}.part", ::getpid());
}

constexpr mode_t all_may = 0666;  // but for the umask

}  // namespace

OutputFile::OutputFile(const fs::path& path) : path_(place_of(path)) {
    // A file without a name is gone when the program is killed.
    int file = ::open(path_.parent_path().c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, all_may);
    if (file < 0 && (errno == EOPNOTSUPP || errno == EISDIR)) {
        named_ = name_beside(path_);
        // Never through a link that someone has put there, nor over a file.
        file = ::open(named_.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, all_may);
    }
    if (file < 0) throw_unwritable(path, errno);
    struct stat facts {};
    if (::stat(path_.c_str(), &facts) == 0) ::fchmod(file, facts.st_mode & 07777);
    std::fflush(stdout);
    standard_output_ = ::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0);
    ::dup2(file, STDOUT_FILENO);
    ::close(file);
}

OutputFile::~OutputFile() {
    std::fflush(stdout);
    if (standard_output_ >= 0) {
        ::dup2(standard_output_, STDOUT_FILENO);
        ::close(standard_output_);
    } else {
        ::close(STDOUT_FILENO);
    }
    if (!named_.empty()) ::unlink(named_.c_str());
}

void OutputFile::keep() {
    if (std::fflush(stdout) != 0 || ::fsync(STDOUT_FILENO) != 0) throw_unwritable(path_, errno);
    if (named_.empty()) {
        const fs::path name = name_beside(path_);
        const std::string open_file = fmt::format("/proc/self/fd/{}", STDOUT_FILENO);
        if (::linkat(AT_FDCWD, open_file.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) != 0)
            throw_unwritable(path_, errno);
        named_ = name;
    }
    if (::rename(named_.c_str(), path_.c_str()) != 0) throw_unwritable(path_, errno);
    named_.clear();
}

}  // namespace dateline
