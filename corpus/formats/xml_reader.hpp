#pragma once

#include <functional>
#include <string_view>

#include "corpus/formats/xml_article.hpp"
#include "corpus/formats/xml_records.hpp"
#include "corpus/formats/xml_source.hpp"
#include "corpus/reader.hpp"

namespace dateline {

/// Which elements of a file are records, and what their reader is called.
struct XmlFormat {
    std::string_view name;
    IsXmlRecord is_record;
    std::string_view without_records;  ///< reason of the Skip for a file that has none
};

using ReadXmlRecord = std::function<XmlReading(const XmlRecord&)>;

/// Gives each record of a file that has bytes to `read`, and what comes of all of them to the sink.
void read_xml_records(XmlSource& source, const XmlFormat& format, const ReadOptions& options,
                      const ReadXmlRecord& read, const ReadSink& sink);

/// Files of NITF, NewsML and RCV1, one document or several: each may hold elements of the others.
class XmlNewsReader final : public ArticleReader {
  public:
    explicit XmlNewsReader(std::string_view name) : name_(name) {}
    void read(ByteStream& stream, const ReadOptions& options, const ReadSink& sink) const override;

  private:
    std::string_view name_;
};

}  // namespace dateline
