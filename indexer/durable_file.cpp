#include "indexer/durable_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <vector>

#include "corpus/error.hpp"
#include "corpus/uninterrupted.hpp"

namespace dateline {

namespace {

[[noreturn]] void throw_unwritable(const std::filesystem::path& path, int reason) {
    throw Error(ErrorKind::input_output, fmt::format("cannot write {}: {}", path.string(),
                                                     std::generic_category().message(reason)));
}

class Descriptor {
  public:
    Descriptor(const std::filesystem::path& path, int flags)
        : path_(path),
          number_(uninterrupted([&] { return ::open(path.c_str(), flags | O_CLOEXEC, 0666); })) {
        if (number_ < 0) throw_unwritable(path_, errno);
    }
    ~Descriptor() { ::close(number_); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    void write(std::string_view bytes) {
        while (!bytes.empty()) {
            const ssize_t written =
                uninterrupted([&] { return ::write(number_, bytes.data(), bytes.size()); });
            if (written < 0) throw_unwritable(path_, errno);
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
    }

    void sync() {
        if (uninterrupted([&] { return ::fsync(number_); }) != 0) throw_unwritable(path_, errno);
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

void make_folder_durably(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> missing;
    std::error_code failure;
    for (std::filesystem::path above = std::filesystem::absolute(folder).lexically_normal();
         !std::filesystem::exists(above, failure) && above.has_relative_path();
         above = above.parent_path())
        missing.push_back(above);
    std::filesystem::create_directories(folder, failure);
    if (failure)
        throw Error(ErrorKind::input_output,
                    fmt::format("cannot make {}: {}", folder.string(), failure.message()));
    // A folder in which one may make others, and not see which there are, cannot be synced.
    for (const std::filesystem::path& made : missing)
        if (::access(made.parent_path().c_str(), R_OK) == 0) sync_to_disk(made.parent_path());
}

void sync_to_disk(const std::filesystem::path& path) { Descriptor(path, O_RDONLY).sync(); }

void sync_folder_to_disk(const std::filesystem::path& folder) {
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        sync_to_disk(entry.path());
    sync_to_disk(folder);
}

}  // namespace dateline
