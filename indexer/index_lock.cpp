#include "indexer/index_lock.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string>
#include <system_error>

#include "corpus/error.hpp"
#include "corpus/uninterrupted.hpp"
#include "indexer/utc_time.hpp"

namespace dateline {

namespace {

std::string host_name() {
    std::array<char, 256> name{};
    if (::gethostname(name.data(), name.size() - 1) != 0) return "this host";
    return name.data();
}

// What the holder wrote; it may be writing it right now.
std::string holder_of(int descriptor) {
    std::array<char, 512> text{};
    const ssize_t size = ::pread(descriptor, text.data(), text.size(), 0);
    const std::string holder(text.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
    const std::size_t end = holder.find('\n');
    return end == std::string::npos ? "another process" : holder.substr(0, end);
}

[[noreturn]] void throw_unlockable(const std::filesystem::path& file, int reason) {
    std::error_code failure;
    const std::filesystem::file_status there = std::filesystem::symlink_status(file, failure);
    const bool is_file =
        failure || !std::filesystem::exists(there) || std::filesystem::is_regular_file(there);
    throw Error(
        ErrorKind::input_output,
        fmt::format("cannot lock {}: {}", file.string(), std::generic_category().message(reason)),
        is_file ? "" : "it is no file: remove it, and the next command makes it anew");
}

}  // namespace

IndexLock::IndexLock(const std::filesystem::path& index) {
    const std::filesystem::path file = index / "lock";
    descriptor_ = uninterrupted(
        [&] { return ::open(file.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666); });
    if (descriptor_ < 0) throw_unlockable(file, errno);
    struct flock whole_file {};
    whole_file.l_type = F_WRLCK;
    // Of the open file, not of the process: a second lock in one process is refused too.
    if (::fcntl(descriptor_, F_OFD_SETLK, &whole_file) != 0) {
        const int reason = errno;
        const std::string holder = holder_of(descriptor_);
        ::close(descriptor_);
        if (reason != EAGAIN && reason != EACCES) throw_unlockable(file, reason);
        throw Error(ErrorKind::refused,
                    fmt::format("{} is being written by {}", index.string(), holder),
                    "wait for it to end, or stop it");
    }
    const std::string holder =
        fmt::format("process {} on {} since {}\n", ::getpid(), host_name(), utc_now());
    if (uninterrupted([&] { return ::ftruncate(descriptor_, 0); }) != 0 ||
        uninterrupted([&] { return ::pwrite(descriptor_, holder.data(), holder.size(), 0); }) < 0) {
        const int reason = errno;
        ::close(descriptor_);
        throw_unlockable(file, reason);
    }
}

IndexLock::~IndexLock() { ::close(descriptor_); }

}  // namespace dateline
