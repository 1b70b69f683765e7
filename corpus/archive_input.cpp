#include "corpus/archive_input.hpp"

#include <archive.h>
#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <exception>

namespace dateline {
namespace {

constexpr std::size_t block_bytes = 64UL << 10;

}  // namespace

void FreeArchive::operator()(archive* a) const { archive_read_free(a); }

ArchiveReader new_archive_reader() {
    ArchiveReader reader(archive_read_new());
    if (!reader) throw Error(ErrorKind::input_output, "out of memory");
    return reader;
}

std::string archive_reason(archive* reader) {
    const char* reason = archive_error_string(reader);
    // The reader of zip files says nothing where a header is missing.
    return reason ? reason : "Truncated archive";
}

bool tells_early_end(std::string_view reason) {
    // The last two are what liblzma and zlib say where they want more bytes.
    constexpr std::string_view none_left = "No progress is possible";
    constexpr std::string_view buffer_error = "decompression failed (-5)";
    return reason.find("runcated") != reason.npos || reason.find(none_left) != reason.npos ||
           reason.find(buffer_error) != reason.npos;
}

int ArchiveInput::open(archive* reader) {
    archive_read_set_read_callback(reader, read);
    if (!stream_) archive_read_set_seek_callback(reader, seek);
    archive_read_set_callback_data(reader, this);
    return archive_read_open1(reader);
}

std::string_view ArchiveInput::next_block() {
    if (stream_) {
        stream_->skip(fed_);
        fed_ = 0;
        const std::string_view block = stream_->peek(1);
        fed_ = block.size();
        return block;
    }
    block_.resize(block_bytes);
    const std::size_t size = bytes_.read(position_, block_);
    position_ += size;
    return {block_.data(), size};
}

void ArchiveInput::count_zeros(std::string_view block) {
    const std::size_t last = block.find_last_not_of('\0');
    if (last == block.npos)
        trailing_zeros_ += block.size();
    else
        trailing_zeros_ = block.size() - 1 - last;
}

long ArchiveInput::read(archive* reader, void* self, const void** block) {
    auto& input = *static_cast<ArchiveInput*>(self);
    try {
        const std::string_view bytes = input.next_block();
        input.count_zeros(bytes);
        *block = bytes.data();
        return static_cast<long>(bytes.size());
    } catch (const Error& error) {
        input.failure_ = error;
    } catch (const std::exception& error) {
        input.failure_ = Error(ErrorKind::input_output, error.what());
    }
    archive_set_error(reader, EIO, "%s", input.failure_->what());
    return ARCHIVE_FATAL;
}

std::int64_t ArchiveInput::seek(archive*, void* self, std::int64_t offset, int whence) {
    auto& input = *static_cast<ArchiveInput*>(self);
    const auto size = static_cast<std::int64_t>(input.bytes_.size);
    const std::int64_t from = whence == SEEK_SET   ? 0
                              : whence == SEEK_CUR ? static_cast<std::int64_t>(input.position_)
                                                   : size;
    const std::int64_t place = std::clamp<std::int64_t>(from + offset, 0, size);
    input.position_ = static_cast<std::uint64_t>(place);
    return place;
}

std::string bomb_problem(std::uint64_t contents, std::uint64_t source) {
    constexpr std::uint64_t free_bytes = 64ULL << 20;
    constexpr std::uint64_t most_times = 1000;
    if (contents <= free_bytes || contents / most_times < source) return {};
    return fmt::format(
        "a bomb: {} bytes have grown to {}, more than {} times as many, which is the limit over "
        "{} MiB",
        source, contents, most_times, free_bytes >> 20);
}

void refuse_bomb(std::uint64_t contents, std::uint64_t source) {
    const std::string problem = bomb_problem(contents, source);
    if (!problem.empty()) throw Error(ErrorKind::input_output, problem);
}

}  // namespace dateline
