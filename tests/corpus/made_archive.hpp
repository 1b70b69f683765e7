#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "corpus/byte_stream.hpp"

namespace dateline::test {

struct MadeMember {
    std::string path;
    std::string bytes{};
    unsigned type = AE_IFREG;
    std::string link{};       ///< what a symbolic link leads to
    std::string hard_link{};  ///< the other name of a member
};

/// An archive in one of libarchive's formats ("ustar", "gnutar", "pax", "zip"), with its options
/// ("compression=store") and compressed as a whole by `filter` ("none", "gzip", "xz", ...).
inline std::string made_archive(const std::string& format, const std::vector<MadeMember>& members,
                                const std::string& filter = "none",
                                const std::string& options = {}) {
    // Names are UTF-8, which libarchive takes from the locale of the thread.
    const locale_t utf8 = ::newlocale(LC_ALL_MASK, "C.UTF-8", static_cast<locale_t>(nullptr));
    const std::unique_ptr<std::remove_pointer_t<locale_t>, decltype(&::freelocale)> owner(
        utf8, ::freelocale);
    const locale_t before = ::uselocale(utf8);
    std::size_t most = 1UL << 20;
    for (const MadeMember& member : members)
        most += 2 * (member.bytes.size() + member.path.size()) + 4096;
    std::string made(most, '\0');
    std::size_t used = 0;
    const std::unique_ptr<archive, decltype(&archive_write_free)> writer(archive_write_new(),
                                                                         archive_write_free);
    const auto check = [&](la_ssize_t result) {
        if (result < 0) throw std::runtime_error(archive_error_string(writer.get()));
    };
    check(archive_write_set_format_by_name(writer.get(), format.c_str()));
    if (filter != "none") check(archive_write_add_filter_by_name(writer.get(), filter.c_str()));
    if (!options.empty()) check(archive_write_set_options(writer.get(), options.c_str()));
    archive_write_set_bytes_in_last_block(writer.get(), 1);
    check(archive_write_open_memory(writer.get(), made.data(), made.size(), &used));
    for (const MadeMember& member : members) {
        const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry(
            archive_entry_new(), archive_entry_free);
        archive_entry_copy_pathname(entry.get(), member.path.c_str());
        archive_entry_set_filetype(entry.get(), member.type);
        archive_entry_set_perm(entry.get(), 0644);
        archive_entry_set_size(entry.get(), static_cast<la_int64_t>(member.bytes.size()));
        if (!member.link.empty()) archive_entry_copy_symlink(entry.get(), member.link.c_str());
        if (!member.hard_link.empty())
            archive_entry_copy_hardlink(entry.get(), member.hard_link.c_str());
        check(archive_write_header(writer.get(), entry.get()));
        if (!member.bytes.empty())
            check(archive_write_data(writer.get(), member.bytes.data(), member.bytes.size()));
    }
    check(archive_write_close(writer.get()));
    ::uselocale(before);
    made.resize(used);
    return made;
}

/// Bytes that come in blocks, as from a pipe: never to be read at any other place.
inline std::unique_ptr<ByteStream> piped(std::string bytes, std::size_t block = 1000) {
    return buffered_stream(
        [bytes = std::move(bytes), block, at = std::size_t{0}](std::span<char> room) mutable {
            const std::size_t size = std::min({block, room.size(), bytes.size() - at});
            bytes.copy(room.data(), size, at);
            at += size;
            return size;
        });
}

}  // namespace dateline::test
