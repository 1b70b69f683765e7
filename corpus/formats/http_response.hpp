#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/formats/warc_records.hpp"

namespace dateline {

/// What a server answered, as it came over the wire (RFC 9112).
struct HttpResponse {
    int status = 0;
    HeaderFields fields;
    std::string body;     ///< chunks joined, compression undone
    std::string problem;  ///< empty, or why there is no body
    std::string loss;     ///< empty, or what of the body is missing
};

/// nullopt for what is no HTTP response. Bodies that are not chunked or compressed, although the
/// fields say so, are taken as they are: many crawlers undo both and keep the fields.
std::optional<HttpResponse> read_http_response(std::string_view message,
                                               std::uint64_t max_body_bytes);

/// "text/html" of "Text/HTML; charset=utf-8".
std::string media_type(std::string_view content_type);

}  // namespace dateline
