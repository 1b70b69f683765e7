#include "corpus/mapped_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

#include "corpus/access_error.hpp"
#include "corpus/bytes.hpp"
#include "corpus/descriptor.hpp"
#include "corpus/error.hpp"
#include "corpus/uninterrupted.hpp"

namespace dateline {

namespace {

// Of the files of an index: what stands there is none of them.
constexpr std::array absences{ENOENT, ENOTDIR, EISDIR, ELOOP, ENXIO, ENODEV};

[[noreturn]] void throw_unreadable(const std::filesystem::path& path, int reason) {
    const std::string message =
        fmt::format("cannot read {}: {}", path.string(), std::generic_category().message(reason));
    if (std::ranges::find(refusals, reason) != refusals.end()) throw AccessError(message);
    if (std::ranges::find(absences, reason) != absences.end())
        throw_damaged(path.string(), std::generic_category().message(reason));
    throw Error(ErrorKind::input_output, message);
}

}  // namespace

MappedFile::MappedFile(const std::filesystem::path& path) {
    Descriptor file(
        uninterrupted([&] { return ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK); }));
    if (file.number() < 0) throw_unreadable(path, errno);
    struct stat facts {};
    if (::fstat(file.number(), &facts) != 0) throw_unreadable(path, errno);
    if (S_ISDIR(facts.st_mode)) throw_unreadable(path, EISDIR);
    if (S_ISFIFO(facts.st_mode)) throw_damaged(path.string(), "it is a pipe");
    const auto size = static_cast<std::size_t>(facts.st_size);
    if (size == 0) return;
    void* start = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, file.number(), 0);
    if (start == MAP_FAILED) throw_unreadable(path, errno);
    data_ = static_cast<const char*>(start);
    size_ = size;
    descriptor_ = file.release();
}

MappedFile::~MappedFile() {
    if (!data_) return;
    ::munmap(const_cast<char*>(data_), size_);
    ::close(descriptor_);
}

void MappedFile::fetch(std::size_t offset, std::size_t bytes) const {
    static const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    constexpr std::size_t most = std::size_t{16} << 20;
    if (offset >= size_ || bytes == 0 || bytes > most) return;
    char* const begin = const_cast<char*>(data_) + offset / page * page;
    unsigned char in_memory = 0;
    if (::mincore(begin, 1, &in_memory) == 0 && (in_memory & 1) != 0) return;
    const std::size_t end = offset + std::min(bytes, size_ - offset);
    ::madvise(begin, end - offset / page * page, MADV_WILLNEED);
}

void MappedFile::release() const {
    if (data_) ::madvise(const_cast<char*>(data_), size_, MADV_DONTNEED);
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)),
      size_(std::exchange(other.size_, 0)),
      descriptor_(std::exchange(other.descriptor_, -1)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

}  // namespace dateline
