#include "corpus/checksummed_file.hpp"

#define XXH_INLINE_ALL
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>
#include <xxhash.h>

#include <cerrno>
#include <string>
#include <system_error>

#include "corpus/bytes.hpp"
#include "corpus/error.hpp"
#include "corpus/uninterrupted.hpp"

namespace dateline {

struct ChecksummedFileWriter::Impl {
    explicit Impl(const std::filesystem::path& file)
        : path(file), descriptor(uninterrupted([&] {
              return ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
          })) {
        if (descriptor < 0) throw_unwritable();
        XXH3_64bits_reset(&checksum);
    }
    ~Impl() { ::close(descriptor); }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    void append(std::string_view bytes) {
        constexpr std::size_t most_waiting = std::size_t{1} << 18;
        waiting += bytes;
        size += bytes.size();
        if (waiting.size() >= most_waiting) write_out();
    }

    void write_out() {
        XXH3_64bits_update(&checksum, waiting.data(), waiting.size());
        write_waiting();
    }

    void write_waiting() {
        for (std::string_view left = waiting; !left.empty();) {
            const ssize_t written =
                uninterrupted([&] { return ::write(descriptor, left.data(), left.size()); });
            if (written < 0) throw_unwritable();
            left.remove_prefix(static_cast<std::size_t>(written));
        }
        waiting.clear();
    }

    [[noreturn]] void throw_unwritable() const {
        throw Error(ErrorKind::input_output, fmt::format("cannot write {}: {}", path.string(),
                                                         std::generic_category().message(errno)));
    }

    std::filesystem::path path;
    int descriptor;
    XXH3_state_t checksum{};
    std::string waiting{};
    std::uint64_t size = 0;
};

ChecksummedFileWriter::ChecksummedFileWriter(const std::filesystem::path& path)
    : impl_(std::make_unique<Impl>(path)) {}
ChecksummedFileWriter::~ChecksummedFileWriter() = default;

void ChecksummedFileWriter::append(std::string_view bytes) { impl_->append(bytes); }
std::uint64_t ChecksummedFileWriter::size() const { return impl_->size; }

void ChecksummedFileWriter::finish() {
    impl_->write_out();
    ByteWriter checksum;
    checksum.fixed64(XXH3_64bits_digest(&impl_->checksum));
    impl_->waiting = std::move(checksum).bytes();
    impl_->write_waiting();
    if (uninterrupted([&] { return ::fsync(impl_->descriptor); }) != 0) impl_->throw_unwritable();
}

void verify_checksum(std::string_view bytes, std::string_view name) {
    if (bytes.size() < checksum_bytes) throw_damaged(name, "it is too short");
    const std::size_t size = bytes.size() - checksum_bytes;
    ByteReader checksum(bytes.substr(size), name);
    if (checksum.fixed64() != XXH3_64bits(bytes.data(), size))
        throw_damaged(name, "its checksum is wrong");
}

}  // namespace dateline
