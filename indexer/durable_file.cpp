#include "indexer/durable_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "corpus/error.hpp"

namespace dateline {

namespace {

[[noreturn]] void throw_unwritable(const std::filesystem::path& path, int reason) {
    throw Error(ErrorKind::input_output, fmt::format("cannot write {}: {}", path.string(),
                                                     std::generic_category().message(reason)));
}

class Descriptor {
  public:
    Descriptor(const std::filesystem::path& path, int flags)
        : path_(path), number_(::open(path.c_str(), flags | O_CLOEXEC, 0666)) {
        if (number_ < 0) throw_unwritable(path_, errno);
    }
    ~Descriptor() { ::close(number_); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    void write(std::string_view bytes) {
        while (!bytes.empty()) {
            const ssize_t written = ::write(number_, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) throw_unwritable(path_, errno);
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
    }

    void sync() {
        if (::fsync(number_) != 0) throw_unwritable(path_, errno);
    }

  private:
    const std::filesystem::path& path_;
    int number_;
};

}  // namespace

void write_durably(const std::filesystem::path& file, std::string_view bytes) {
    Descriptor descriptor(file, O_WRONLY | O_CREAT | O_TRUNC);
    descriptor.write(bytes);
    descriptor.sync();
}

void sync_to_disk(const std::filesystem::path& path) { Descriptor(path, O_RDONLY).sync(); }

void sync_folder_to_disk(const std::filesystem::path& folder) {
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        sync_to_disk(entry.path());
    sync_to_disk(folder);
}

}  // namespace dateline
