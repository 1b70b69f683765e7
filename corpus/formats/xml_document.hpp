#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "corpus/formats/xml_nodes.hpp"
#include "corpus/formats/xml_records.hpp"

namespace dateline {

/// One record as a tree. Texts of its nodes are valid UTF-8. Reading the next record reuses it.
class XmlDocument {
  public:
    XmlDocument();
    ~XmlDocument();

    /// Reads a record that has bytes: decoded (encoding.hpp), HTML's entities and stray ampersands
    /// put right. Returns why it cannot be read, with the line; empty where it can.
    std::string parse(const XmlRecord& record);
    /// As parse, of text in UTF-8 without zero bytes.
    std::string parse(std::string_view text, std::uint64_t first_line);

    XmlNode root() const;
    /// Empty, or what was not taken as the document means it: entities that it declares itself.
    const std::string& warning() const { return warning_; }

  private:
    struct Tree;

    std::string text_;
    std::string warning_;
    std::unique_ptr<Tree> tree_;
};

}  // namespace dateline
