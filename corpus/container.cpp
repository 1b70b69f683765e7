#include "corpus/container.hpp"

#include "corpus/archive_input.hpp"
#include "corpus/byte_stream.hpp"
#include "corpus/error.hpp"
#include "corpus/zip_directory.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>
#include <locale.h>

#include <algorithm>
#include <span>
#include <utility>

namespace dateline {
namespace {

constexpr std::size_t tar_block_bytes = 512;

/// The number that stands in octal digits among blanks; negative where there is none.
long octal_number(std::string_view field) {
    long number = -1;
    for (const char c : field) {
        if (c >= '0' && c <= '7')
            number = std::max(number, 0L) * 8 + (c - '0');
        else if (number >= 0 || c != ' ')
            break;
    }
    return number;
}

/// By the checksum of its header, which is older than the mark "ustar".
bool begins_tar(std::string_view head) {
    constexpr std::size_t checksum_at = 148;
    constexpr std::size_t checksum_bytes = 8;
    if (head.size() < tar_block_bytes || head.front() == '\0') return false;
    const std::string_view block = head.substr(0, tar_block_bytes);
    long sum = 0;
    long signed_sum = 0;
    for (std::size_t i = 0; i < block.size(); ++i) {
        const char c = i - checksum_at < checksum_bytes ? ' ' : block[i];
        sum += static_cast<unsigned char>(c);
        signed_sum += static_cast<signed char>(c);
    }
    const long written = octal_number(block.substr(checksum_at, checksum_bytes));
    return written == sum || written == signed_sum;
}

bool begins_zip(std::string_view head) {
    using namespace std::string_view_literals;
    return head.starts_with("PK\x03\x04"sv) || head.starts_with("PK\x05\x06"sv) ||
           head.starts_with("PK\x07\x08PK\x03\x04"sv);
}

/// libarchive converts names into the charset of the thread's locale, and fails where that has no
/// such characters.
class Utf8Locale {
  public:
    Utf8Locale() {
        static const locale_t utf8 =
            ::newlocale(LC_ALL_MASK, "C.UTF-8", static_cast<locale_t>(nullptr));
        if (utf8) before_ = ::uselocale(utf8);
    }
    ~Utf8Locale() {
        if (before_) ::uselocale(before_);
    }
    Utf8Locale(const Utf8Locale&) = delete;
    Utf8Locale& operator=(const Utf8Locale&) = delete;

  private:
    locale_t before_ = nullptr;
};

/// What libarchive is to read a zip file from: at any place, as the directory at its end wants it,
/// or from front to back.
RandomAccess bytes_of_zip(ByteStream& stream, std::uint64_t most_bytes) {
    if (stream.offset() == 0 && stream.random_access()) return *stream.random_access();
    try {
        const std::string_view bytes = stream.peek(most_bytes + 1);
        if (bytes.size() <= most_bytes) return memory_access(bytes);
    } catch (const Error&) {
        // A part of the file is better than nothing: it is read as far as it goes.
    }
    return {};
}

MemberKind kind_of(archive_entry* entry) {
    if (archive_entry_hardlink(entry)) return MemberKind::link;
    switch (archive_entry_filetype(entry)) {
        case AE_IFREG:
            return MemberKind::file;
        case AE_IFDIR:
            return MemberKind::folder;
        case AE_IFLNK:
            return MemberKind::link;
        default:
            return MemberKind::special;
    }
}

std::string path_of(archive_entry* entry) {
    if (const char* path = archive_entry_pathname(entry)) return path;
    const char* path = archive_entry_pathname_utf8(entry);
    return path ? path : "";
}

}  // namespace

std::string_view container_name(ContainerKind kind) {
    return kind == ContainerKind::tar ? "tar" : "zip";
}

std::optional<ContainerKind> container_kind(std::string_view head) {
    if (begins_zip(head)) return ContainerKind::zip;
    if (begins_tar(head)) return ContainerKind::tar;
    return std::nullopt;
}

bool is_office_document(std::string_view head) {
    constexpr std::size_t name_at = 30;
    if (!begins_zip(head) || head.size() < name_at) return false;
    const std::string_view name = head.substr(name_at);
    return name.starts_with("[Content_Types].xml") || name.starts_with("mimetypeapplication/");
}

struct Container::Impl {
    Impl(ByteStream& bytes, ContainerKind container_kind, std::uint64_t most_buffered_bytes)
        : stream(bytes), kind(container_kind), reader(new_archive_reader()) {
        RandomAccess access;
        if (kind == ContainerKind::tar) {
            archive_read_support_format_tar(reader.get());
            // What `cat` put together is one archive, and not only its first part.
            archive_read_set_format_option(reader.get(), "tar", "read_concatenated_archives", "1");
        } else {
            access = bytes_of_zip(stream, most_buffered_bytes);
            if (access.read) {
                archive_read_support_format_zip_seekable(reader.get());
                listed_members = members_in_zip_directory(access).value_or(0);
            }
            archive_read_support_format_zip_streamable(reader.get());
        }
        is_followed = access.read && stream.random_access();
        bytes_known = access.size;
        if (access.read)
            input.emplace(std::move(access));
        else
            input.emplace(stream);
    }

    std::optional<ContainerMember> next() {
        if (has_ended) return std::nullopt;
        archive_entry* entry = std::exchange(found_behind_damage, nullptr);
        const int result = entry ? ARCHIVE_OK : next_header(entry);
        if (result == ARCHIVE_RETRY) pass_over_damage();
        if (result >= ARCHIVE_WARN && result != ARCHIVE_EOF) return found(entry);
        if (!member.is_file || member.has_ended) header_offset = header_position();
        end();
        if (result == ARCHIVE_EOF && members < listed_members && !has_told_failure)
            throw Error(ErrorKind::input_output,
                        fmt::format("{} of the {} members that the zip file's directory lists are "
                                    "passed over: others begin at the same byte",
                                    listed_members - members, listed_members));
        if (result == ARCHIVE_EOF || has_told_failure) return std::nullopt;
        fail("the archive");
    }

    int next_header(archive_entry*& entry) {
        const Utf8Locale utf8;
        if (!is_open) {
            is_open = true;
            if (const int result = input->open(reader.get()); result < ARCHIVE_WARN) return result;
        }
        return archive_read_next_header(reader.get(), &entry);
    }

    std::optional<ContainerMember> found(archive_entry* entry) {
        const Utf8Locale utf8;
        ContainerMember found;
        found.kind = kind_of(entry);
        found.raw_path = path_of(entry);
        found.number = ++members;
        found.is_encrypted = archive_entry_is_data_encrypted(entry) != 0;
        header_offset = header_position();
        member = MemberBytes{};
        member.is_file = found.kind == MemberKind::file && !found.is_encrypted;
        has_told_failure = false;
        follow(header_offset);
        return found;
    }

    std::uint64_t header_position() const {
        // Negative where a header was found wanting.
        return static_cast<std::uint64_t>(
            std::max<std::int64_t>(archive_read_header_position(reader.get()), 0));
    }

    /// Throws, when it has found the next whole header or the end.
    [[noreturn]] void pass_over_damage() {
        header_offset = header_position();
        member = MemberBytes{};
        archive_entry* entry = nullptr;
        int result = ARCHIVE_RETRY;
        while (result == ARCHIVE_RETRY) result = next_header(entry);
        if (result >= ARCHIVE_WARN && result != ARCHIVE_EOF)
            found_behind_damage = entry;
        else
            end();
        throw Error(ErrorKind::input_output,
                    found_behind_damage
                        ? "the archive is damaged: all up to the next whole header is passed over"
                        : "the archive is damaged: all from here on is passed over");
    }

    /// Who watches the stream is to see how far a file is read, and all of its bytes in the end.
    void follow(std::uint64_t place) {
        while (is_followed && stream.offset() < place) {
            const std::size_t size = stream.peek(1).size();
            if (size == 0) return;
            stream.skip(
                static_cast<std::size_t>(std::min<std::uint64_t>(size, place - stream.offset())));
        }
    }

    void end() {
        has_ended = true;
        follow(bytes_known);
    }

    [[noreturn]] void fail(std::string_view what) {
        has_told_failure = true;
        if (input->failure()) throw Error(*input->failure());
        const std::string reason = archive_reason(reader.get());
        throw Error(ErrorKind::input_output,
                    fmt::format("{} {} ({})", what,
                                tells_early_end(reason) ? "ends early" : "is damaged", reason));
    }

    std::size_t read_member(std::span<char> room) {
        if (member.hole == 0 && member.block.empty() && !member.has_ended) next_block();
        std::size_t size = 0;
        if (member.hole > 0) {
            size = static_cast<std::size_t>(std::min<std::uint64_t>(member.hole, room.size()));
            std::fill_n(room.data(), size, '\0');
            member.hole -= size;
        } else {
            size = member.block.copy(room.data(), room.size());
            member.block.remove_prefix(size);
        }
        member.delivered += size;
        refuse_bomb(member.delivered, source_bytes());
        return size;
    }

    void next_block() {
        if (member.has_failed) fail_member();
        const void* data = nullptr;
        std::size_t size = 0;
        la_int64_t offset = 0;
        while (size == 0 && !member.has_ended) {
            const int result = archive_read_data_block(reader.get(), &data, &size, &offset);
            member.has_ended = result == ARCHIVE_EOF;
            member.has_failed = result < ARCHIVE_OK;
            // The last block may come together with the news that its checksum is wrong.
            if (result < ARCHIVE_WARN || (member.has_failed && size == 0)) fail_member();
            if (member.has_ended) return;
        }
        const auto place = static_cast<std::uint64_t>(offset);
        member.hole = place > member.delivered ? place - member.delivered : 0;
        member.block = {static_cast<const char*>(data), size};
    }

    [[noreturn]] void fail_member() {
        fail(fmt::format("after {} bytes the archive's member", member.delivered));
    }

    std::uint64_t source_bytes() const {
        const std::uint64_t at_hand = is_followed ? 0 : bytes_known;
        const std::uint64_t read = stream.source_offset() + input->bytes_at_hand() + at_hand;
        return std::max(read, is_followed ? bytes_known : 0);
    }

    struct MemberBytes {
        bool is_file = false;
        std::string_view block{};
        std::uint64_t hole = 0;  // before the block: zeros that a sparse file need not store
        std::uint64_t delivered = 0;
        bool has_ended = false;
        bool has_failed = false;
    };

    ByteStream& stream;
    ContainerKind kind;
    ArchiveReader reader;
    std::optional<ArchiveInput> input;
    std::uint64_t bytes_known = 0;     // of a zip file that can be read at any place, and
    std::uint64_t listed_members = 0;  // in its directory
    bool is_followed = false;
    bool is_open = false;
    bool has_ended = false;
    bool has_told_failure = false;
    archive_entry* found_behind_damage = nullptr;
    std::uint64_t header_offset = 0;
    std::uint64_t members = 0;
    MemberBytes member;
};

Container::Container(ByteStream& stream, ContainerKind kind, std::uint64_t most_buffered_bytes)
    : impl_(new Impl(stream, kind, most_buffered_bytes)) {}

Container::~Container() = default;

std::optional<ContainerMember> Container::next() { return impl_->next(); }

std::unique_ptr<ByteStream> Container::open_member() {
    Impl* const impl = impl_.get();
    return buffered_stream([impl](std::span<char> room) { return impl->read_member(room); },
                           {std::nullopt, [impl] { return impl->source_bytes(); }});
}

bool Container::is_inside_member() const {
    return impl_->member.is_file && !impl_->member.has_ended;
}

std::uint64_t Container::offset() const { return impl_->header_offset; }

std::uint64_t Container::member_offset() const { return impl_->member.delivered; }

bool Container::has_end_mark() const {
    return impl_->kind != ContainerKind::tar || impl_->has_told_failure ||
           impl_->input->trailing_zeros() >= tar_block_bytes;
}

}  // namespace dateline
