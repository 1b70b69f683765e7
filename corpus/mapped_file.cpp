#include "corpus/mapped_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "corpus/error.hpp"

namespace dateline {

namespace {

[[noreturn]] void throw_unreadable(const std::filesystem::path& path, int reason) {
    throw Error(ErrorKind::input_output, fmt::format("cannot read {}: {}", path.string(),
                                                     std::generic_category().message(reason)));
}

struct Descriptor {
    int number;
    ~Descriptor() { ::close(number); }
};

}  // namespace

MappedFile::MappedFile(const std::filesystem::path& path) {
    const int number = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (number < 0) throw_unreadable(path, errno);
    const Descriptor file{number};
    struct stat facts {};
    if (::fstat(file.number, &facts) != 0) throw_unreadable(path, errno);
    if (S_ISDIR(facts.st_mode)) throw_unreadable(path, EISDIR);
    const auto size = static_cast<std::size_t>(facts.st_size);
    if (size == 0) return;
    void* start = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, file.number, 0);
    if (start == MAP_FAILED) throw_unreadable(path, errno);
    data_ = static_cast<const char*>(start);
    size_ = size;
}

MappedFile::~MappedFile() {
    if (data_) ::munmap(const_cast<char*>(data_), size_);
}

void MappedFile::release() const {
    if (data_) ::madvise(const_cast<char*>(data_), size_, MADV_DONTNEED);
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    return *this;
}

}  // namespace dateline
