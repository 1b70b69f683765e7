#include "corpus/gathered_reads.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/uio.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>

#include "corpus/error.hpp"

namespace dateline {

namespace {

class ReadFile {
  public:
    ReadFile(int number, std::string_view name) : number_(number), name_(name) {
        // Nothing around a range is wanted.
        ::posix_fadvise(number_, 0, 0, POSIX_FADV_RANDOM);
    }

    // What is in memory; else the disk is asked for it, and nothing is waited for.
    bool read_at_once(FileRange range, char* into) const {
        const iovec piece{into, range.bytes};
        const ssize_t bytes = ::preadv2(number_, &piece, 1, offset(range), RWF_NOWAIT);
        if (bytes >= 0 && static_cast<std::size_t>(bytes) == range.bytes) return true;
        ::posix_fadvise(number_, offset(range), static_cast<off_t>(range.bytes),
                        POSIX_FADV_WILLNEED);
        return false;
    }

    void read(FileRange range, char* into) const {
        while (range.bytes > 0) {
            const ssize_t bytes = ::pread(number_, into, range.bytes, offset(range));
            if (bytes < 0 && errno == EINTR) continue;
            if (bytes < 0) throw_unreadable(std::generic_category().message(errno));
            if (bytes == 0) throw_unreadable("it ends too early");
            into += bytes;
            range.offset += static_cast<std::uint64_t>(bytes);
            range.bytes -= static_cast<std::size_t>(bytes);
        }
    }

  private:
    static off_t offset(FileRange range) { return static_cast<off_t>(range.offset); }
    [[noreturn]] void throw_unreadable(const std::string& reason) const {
        throw Error(ErrorKind::input_output, fmt::format("cannot read {}: {}", name_, reason));
    }

    int number_;
    std::string_view name_;
};

}  // namespace

GatheredReads::GatheredReads(int descriptor, std::string_view name,
                             std::span<const FileRange> ranges) {
    begins_.push_back(0);
    for (const FileRange& range : ranges) begins_.push_back(begins_.back() + range.bytes);
    bytes_ = std::make_unique_for_overwrite<char[]>(begins_.back());
    const ReadFile file(descriptor, name);
    std::vector<std::size_t> awaited;
    for (std::size_t i = 0; i < ranges.size(); ++i)
        if (!file.read_at_once(ranges[i], bytes_.get() + begins_[i])) awaited.push_back(i);
    for (const std::size_t i : awaited) file.read(ranges[i], bytes_.get() + begins_[i]);
}

std::string_view GatheredReads::bytes(std::size_t range) const {
    return {bytes_.get() + begins_[range], begins_[range + 1] - begins_[range]};
}

}  // namespace dateline
