#include "corpus/source.hpp"

#include "corpus/byte_stream.hpp"
#include "corpus/descriptor.hpp"
#include "corpus/error.hpp"
#include "corpus/uninterrupted.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <optional>
#include <system_error>

namespace dateline {
namespace {

struct CloseFolder {
    void operator()(DIR* folder) const { ::closedir(folder); }
};
using Folder = std::unique_ptr<DIR, CloseFolder>;

std::string system_reason() { return std::strerror(errno); }

std::size_t size_read(::ssize_t result) {
    if (result >= 0) return static_cast<std::size_t>(result);
    throw Error(ErrorKind::input_output, "cannot read: " + system_reason());
}

std::size_t read_some(int descriptor, std::span<char> room) {
    return size_read(uninterrupted([&] { return ::read(descriptor, room.data(), room.size()); }));
}

std::size_t read_some_at(int descriptor, std::uint64_t offset, std::span<char> room) {
    return size_read(uninterrupted([&] {
        return ::pread(descriptor, room.data(), room.size(), static_cast<::off_t>(offset));
    }));
}

std::uint64_t size_of(int descriptor) {
    struct stat status {};
    if (::fstat(descriptor, &status) != 0)
        throw Error(ErrorKind::input_output, "cannot read: " + system_reason());
    return static_cast<std::uint64_t>(status.st_size);
}

bool is_regular(int descriptor) {
    struct stat status {};
    return ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
}

int open_for_reading(const SourceFile& file) {
    // A pipe that has taken the file's place must not stop the run, a device not go on for ever.
    const std::filesystem::path path = file.whole_path();
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0) {
        throw Error(ErrorKind::input_output,
                    fmt::format("cannot open {}: {}", path.string(), system_reason()));
    }
    if (!is_regular(descriptor)) {
        ::close(descriptor);
        throw Error(ErrorKind::input_output,
                    fmt::format("cannot open {}: not a regular file", path.string()));
    }
    return descriptor;
}

/// XXH3 of bytes that come piece by piece; 0 is kept for "unknown".
class BytesHash {
  public:
    BytesHash() { XXH3_64bits_reset(&state_); }
    void add(std::span<const char> bytes) {
        XXH3_64bits_update(&state_, bytes.data(), bytes.size());
    }
    std::uint64_t value() const { return std::max<std::uint64_t>(XXH3_64bits_digest(&state_), 1); }

  private:
    XXH3_state_t state_;
};

std::int64_t nanoseconds(const timespec& time) {
    return static_cast<std::int64_t>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

using SharedFolder = std::shared_ptr<const std::filesystem::path>;

SourceFile source_file(SharedFolder folder, std::string path, const struct stat& status) {
    SourceFile file;
    file.folder = std::move(folder);
    file.path = std::move(path);
    file.size = static_cast<std::uint64_t>(status.st_size);
    file.mtime_ns = nanoseconds(status.st_mtim);
    file.ctime_ns = nanoseconds(status.st_ctim);
    file.inode = status.st_ino;
    return file;
}

/// Walks one root. Folders are opened relative to their parents, so paths may be longer than the
/// system's limit and a folder renamed meanwhile does no harm.
class Walk {
  public:
    Walk(std::filesystem::path root, const std::filesystem::path& excluded,
         const IgnoreRules& ignored)
        : folder_(std::make_shared<const std::filesystem::path>(std::move(root))),
          root_(*folder_),
          ignored_(ignored) {
        if (struct stat status{}; ::stat(excluded.c_str(), &status) == 0) excluded_ = status;
    }

    SourceListing list() && {
        const int folder = ::open(root_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (folder < 0) {
            throw Error(ErrorKind::input_output,
                        fmt::format("cannot read folder {}: {}", root_.string(), system_reason()));
        }
        enter(folder, "");
        std::ranges::sort(listing_.files, {}, &SourceFile::path);
        std::ranges::sort(listing_.unreadable, {}, &SourceProblem::path);
        std::ranges::sort(listing_.links, {}, &SourceLink::path);
        return std::move(listing_);
    }

  private:
    /// `path`: of the folder below the root, with '/' at its end; empty for the root.
    void enter(int folder, const std::string& path) {
        const Folder entries(::fdopendir(folder));
        struct stat status {};
        if (!entries || ::fstat(folder, &status) != 0) return pass_over(path, system_reason());
        if (excluded_ && excluded_->st_ino == status.st_ino && excluded_->st_dev == status.st_dev) {
            return;
        }
        const Depth depth(depth_);
        if (depth_ > most_depth)
            return pass_over(path, fmt::format("folders nested more than {} deep", most_depth));
        const bool has_rules = push_rules(folder, path);
        errno = 0;
        while (const dirent* entry = ::readdir(entries.get())) {
            if (entry->d_name[0] != '.') visit(folder, *entry, path + entry->d_name);
            errno = 0;
        }
        if (errno != 0) pass_over(path, system_reason());
        if (has_rules) rules_.pop_back();
    }

    // It may have come with the archive: a link could lead to a device, or to what is not the
    // archive's business.
    bool push_rules(int folder, const std::string& path) {
        constexpr std::size_t most_bytes = 1 << 20;
        const int file =
            ::openat(folder, ignore_file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
        if (file < 0) {
            const std::string reason = errno == ELOOP ? "not a regular file" : system_reason();
            if (struct stat status{};
                ::fstatat(folder, ignore_file, &status, AT_SYMLINK_NOFOLLOW) == 0)
                pass_over(path + ignore_file, reason);
            return false;
        }
        const Descriptor descriptor(file);
        if (!is_regular(file)) {
            pass_over(path + ignore_file, "not a regular file");
            return false;
        }
        std::string text;
        std::array<char, 4096> room{};
        try {
            while (const std::size_t size = read_some(file, room)) {
                text.append(room.data(), size);
                if (text.size() <= most_bytes) continue;
                pass_over(path + ignore_file, "over 1 MiB");
                return false;
            }
        } catch (const Error&) {
            pass_over(path + ignore_file, system_reason());
        }
        rules_.push_back({path.size(), IgnoreRules(text)});
        return true;
    }

    // The innermost folder that speaks of it decides; the command line comes before all.
    bool is_ignored(std::string_view path, bool is_folder) const {
        if (const auto ignores = ignored_.ignores(path, is_folder)) return *ignores;
        for (auto rules = rules_.rbegin(); rules != rules_.rend(); ++rules)
            if (const auto ignores =
                    rules->rules.ignores(path.substr(rules->folder_length), is_folder))
                return *ignores;
        return false;
    }

    void visit(int folder, const dirent& entry, std::string path) {
        if (entry.d_type == DT_LNK) return pass_over_link(std::move(path));
        struct stat status {};
        if (entry.d_type != DT_DIR &&
            ::fstatat(folder, entry.d_name, &status, AT_SYMLINK_NOFOLLOW) != 0) {
            return pass_over(std::move(path), system_reason());
        }
        const bool is_folder = entry.d_type == DT_DIR || S_ISDIR(status.st_mode);
        if (S_ISLNK(status.st_mode)) return pass_over_link(std::move(path));
        if (is_ignored(path, is_folder)) return;
        if (is_folder) {
            const int child =
                ::openat(folder, entry.d_name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
            if (child < 0) return pass_over(std::move(path), system_reason());
            return enter(child, path + '/');
        }
        if (!S_ISREG(status.st_mode)) return pass_over(std::move(path), "not a regular file");
        // Asked only where the mode bits leave it open: one system call fewer for each file.
        if ((status.st_mode & 0444U) != 0444U &&
            ::faccessat(folder, entry.d_name, R_OK, AT_EACCESS) != 0) {
            return pass_over(std::move(path), system_reason());
        }
        listing_.files.push_back(source_file(folder_, std::move(path), status));
    }

    void pass_over(std::string path, std::string reason) {
        if (path.ends_with('/')) path.pop_back();
        listing_.unreadable.push_back({std::move(path), std::move(reason)});
    }

    // Told is only what may be missed: no link to what is read anyway, to nothing, to a device.
    void pass_over_link(std::string path) {
        std::error_code failure;
        std::filesystem::path target = std::filesystem::canonical(root_ / path, failure);
        if (failure || is_walked(target)) return;
        const auto type = std::filesystem::status(target, failure).type();
        const bool is_folder = type == std::filesystem::file_type::directory;
        if (!is_folder && type != std::filesystem::file_type::regular) return;
        if (!is_ignored(path, is_folder))
            listing_.links.push_back({std::move(path), std::move(target)});
    }

    bool is_walked(const std::filesystem::path& target) const {
        const auto [below, end] = std::ranges::mismatch(target, root_);
        return end == root_.end() &&
               std::none_of(below, target.end(), [](const std::filesystem::path& name) {
                   return name.native().starts_with('.');
               });
    }

    // Each level has a folder open and its part of the stack; a path of more is over the system's
    // limit of 4096 bytes or close to it.
    static constexpr int most_depth = 1000;
    class Depth {
      public:
        explicit Depth(int& depth) : depth_(depth) { ++depth_; }
        ~Depth() { --depth_; }
        Depth(const Depth&) = delete;
        Depth& operator=(const Depth&) = delete;

      private:
        int& depth_;
    };

    struct FolderRules {
        std::size_t folder_length;  // of the folder's path, with '/' at its end
        IgnoreRules rules;
    };

    SharedFolder folder_;
    const std::filesystem::path& root_;
    const IgnoreRules& ignored_;
    std::vector<FolderRules> rules_;  // of the folders that lead to the one being walked
    std::optional<struct stat> excluded_;
    int depth_ = 0;
    SourceListing listing_;
};

}  // namespace

SourceListing list_sources(const std::filesystem::path& root, const std::filesystem::path& excluded,
                           const IgnoreRules& ignored) {
    struct stat status {};
    if (::stat(root.c_str(), &status) != 0) {
        throw Error(ErrorKind::input_output,
                    errno == ENOENT || errno == ENOTDIR
                        ? fmt::format("no such file or folder: {}", root.string())
                        : fmt::format("cannot read {}: {}", root.string(), system_reason()));
    }
    const std::filesystem::path absolute = std::filesystem::canonical(root);
    if (S_ISDIR(status.st_mode)) return Walk(absolute, excluded, ignored).list();
    if (!S_ISREG(status.st_mode)) {
        throw Error(ErrorKind::input_output,
                    fmt::format("not a regular file or folder: {}", root.string()));
    }
    auto folder = std::make_shared<const std::filesystem::path>(absolute.parent_path());
    return {{source_file(std::move(folder), absolute.filename().string(), status)}, {}, {}};
}

std::unique_ptr<ByteStream> open_source(const SourceFile& file) {
    const auto descriptor = std::make_shared<Descriptor>(open_for_reading(file));
    const RandomAccess bytes{size_of(descriptor->number()),
                             [descriptor](std::uint64_t offset, std::span<char> room) {
                                 return read_some_at(descriptor->number(), offset, room);
                             }};
    return decompressed_stream(buffered_stream(
        [descriptor](std::span<char> room) { return read_some(descriptor->number(), room); },
        {bytes, {}, {}}));
}

struct WatchedSource::Impl {
    Impl(const SourceFile& file, std::function<void()> done_meanwhile)
        : descriptor(open_for_reading(file)), meanwhile(std::move(done_meanwhile)) {}

    std::size_t read(std::span<char> room) {
        if (meanwhile) meanwhile();
        return watched([&] {
            const std::size_t size = read_some(descriptor.number(), room);
            hash.add(room.first(size));
            is_at_end = size == 0;
            return size;
        });
    }

    std::size_t read_at(std::uint64_t offset, std::span<char> room) {
        return watched([&] { return read_some_at(descriptor.number(), offset, room); });
    }

    template <typename Read>
    std::size_t watched(const Read& read_bytes) {
        try {
            return read_bytes();
        } catch (const Error&) {
            has_failed = true;
            throw;
        }
    }

    BytesHash hash{};
    Descriptor descriptor;
    std::function<void()> meanwhile;
    bool is_at_end = false;
    bool has_failed = false;
    std::unique_ptr<ByteStream> stream{};
};

WatchedSource::WatchedSource(const SourceFile& file, std::function<void()> meanwhile)
    : impl_(new Impl(file, std::move(meanwhile))) {
    Impl* const source = impl_.get();
    const RandomAccess bytes{size_of(source->descriptor.number()),
                             [source](std::uint64_t offset, std::span<char> room) {
                                 return source->read_at(offset, room);
                             }};
    source->stream = decompressed_stream(buffered_stream(
        [source](std::span<char> room) { return source->read(room); }, {bytes, {}, {}}));
}

WatchedSource::~WatchedSource() = default;

ByteStream& WatchedSource::stream() { return *impl_->stream; }

bool WatchedSource::has_failed() const { return impl_->has_failed; }

std::uint64_t WatchedSource::bytes_hash() {
    // Readers may stop short of the end: at the trailer of a compressed file, or at once.
    std::vector<char> room(64UL << 10);
    try {
        for (int left = 4; left > 0 && !impl_->is_at_end && !impl_->has_failed; --left)
            impl_->read(room);
    } catch (const Error&) {
        return 0;
    }
    return impl_->is_at_end ? impl_->hash.value() : 0;
}

std::uint64_t hash_source(const SourceFile& file) {
    const Descriptor descriptor(open_for_reading(file));
    BytesHash hash;
    std::vector<char> room(256UL << 10);
    while (const std::size_t size = read_some(descriptor.number(), room))
        hash.add(std::span(room).first(size));
    return hash.value();
}

std::unique_ptr<ByteStream> open_standard_input(std::function<void()> meanwhile) {
    return decompressed_stream(
        buffered_stream([meanwhile = std::move(meanwhile)](std::span<char> room) {
            if (meanwhile) meanwhile();
            return read_some(STDIN_FILENO, room);
        }));
}

std::unique_ptr<ByteStream> open_bytes(std::string_view bytes) {
    return decompressed_stream(buffered_stream(
        [rest = bytes](std::span<char> room) mutable {
            const std::size_t size = rest.copy(room.data(), room.size());
            rest.remove_prefix(size);
            return size;
        },
        {memory_access(bytes), {}, {}}));
}

}  // namespace dateline
