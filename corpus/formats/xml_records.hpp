#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/formats/xml_markup.hpp"
#include "corpus/reader.hpp"

namespace dateline {

/// One element of a file that is read by itself.
struct XmlRecord {
    std::string_view bytes;    ///< valid until the next call of any member of its maker
    std::string_view name;     ///< of the element, as written; part of `bytes`
    Origin origin;             ///< offset, line and record
    std::string charset;       ///< that the document declares; empty where it does not
    std::size_t document = 0;  ///< which of the file's documents it is in, from 0
    std::string problem;       ///< empty, or why there are no bytes
};

/// Whether elements of that local name are records.
using IsXmlRecord = bool (*)(std::string_view local_name);

/// Cuts the elements that are records out of a stream of one or more documents, without reading
/// what is in them, so that one broken record costs itself only. Keeps one of them in memory, none
/// over the limit.
class XmlRecords {
  public:
    XmlRecords(ByteStream& stream, std::uint64_t max_record_bytes, IsXmlRecord is_record);

    /// nullopt at the end. Throws Error where the stream does, after all whole records before.
    std::optional<XmlRecord> next();
    /// Of the next byte, as the record after the last one.
    Origin origin() const;

  private:
    struct Extent;

    XmlMark next_mark();
    void note_outside(const XmlMark& mark);
    std::optional<XmlRecord> at_end(const XmlMark& mark);
    std::string too_large() const;
    XmlRecord take(const XmlMark& opening);
    Extent measure(const XmlMark& opening);
    XmlRecord give_up(std::size_t bytes, std::string problem);
    bool is_alone(std::size_t bytes);
    std::string_view view(std::size_t wanted);
    void skip(std::size_t bytes);

    ByteStream& stream_;
    std::uint64_t max_record_bytes_;
    IsXmlRecord is_record_;
    std::string charset_;
    std::string root_;  ///< the name of the element that is open around the records
    std::size_t document_ = 0;
    std::uint64_t line_ = 1;
    std::uint32_t records_ = 0;
    std::size_t last_bytes_ = 0;
    bool has_ended_ = false;
};

}  // namespace dateline
