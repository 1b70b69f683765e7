#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/reader.hpp"

namespace dateline {

enum class ContainerKind : std::uint8_t { tar, zip };

/// "tar", "zip".
std::string_view container_name(ContainerKind kind);

/// Told from the first bytes of a file, decompressed.
std::optional<ContainerKind> container_kind(std::string_view head);

/// Documents of word processors, spreadsheets, electronic books: zip files all, but no archives of
/// files.
bool is_office_document(std::string_view head);

enum class MemberKind : std::uint8_t { file, folder, link, special };

struct ContainerMember {
    MemberKind kind = MemberKind::file;
    std::string raw_path;      ///< any bytes; UTF-8 where the archive says so
    std::uint64_t number = 0;  ///< from 1, in the order of the archive
    bool is_encrypted = false;
};

/// The members of an archive in the order in which they stand there. Nothing is unpacked to disk,
/// and nothing is held in memory but a zip file that cannot be read at any place: up to
/// `most_buffered_bytes` of it, since its directory stands at its end; a longer one is read without
/// that, from front to back.
class Container {
  public:
    /// The stream must outlive the container.
    Container(ByteStream& stream, ContainerKind kind, std::uint64_t most_buffered_bytes);
    ~Container();
    Container(const Container&) = delete;
    Container& operator=(const Container&) = delete;

    /// nullopt at the end. Throws Error{input_output} where the archive is damaged, once for each
    /// such place; the next call goes on behind it if a next member can be found.
    std::optional<ContainerMember> next();

    /// The contents of the member given last; the stream lives until `next` is called. What its
    /// reading throws, `next` does not throw again.
    std::unique_ptr<ByteStream> open_member();

    /// That member is a file, and was not read to its end.
    bool is_inside_member() const;
    /// Bytes read of that member so far.
    std::uint64_t member_offset() const;
    /// Where that member, or what is damaged, begins in the archive.
    std::uint64_t offset() const;
    /// Asked at the end: the archive ended as archives do, and not just somewhere.
    bool has_end_mark() const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace dateline
