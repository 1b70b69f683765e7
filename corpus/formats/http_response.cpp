#include "corpus/formats/http_response.hpp"

#include "corpus/ascii.hpp"
#include "corpus/byte_stream.hpp"
#include "corpus/error.hpp"
#include "corpus/source.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace dateline {
namespace {

/// Offset after the empty line that ends the fields.
std::size_t head_size(std::string_view message) {
    for (std::size_t at = 0; at < message.size();) {
        const std::size_t newline = message.find('\n', at);
        if (newline == message.npos) break;
        const std::string_view line = message.substr(at, newline - at);
        at = newline + 1;
        if (line.empty() || line == "\r") return at;
    }
    return message.size();
}

/// "HTTP/1.1 200 OK", "HTTP/2 200"; 0 for anything else.
int status_of(std::string_view line) {
    if (!line.starts_with("HTTP/")) return 0;
    const std::size_t blank = line.find(' ');
    if (blank == line.npos) return 0;
    int status = 0;
    std::from_chars(line.data() + blank + 1, line.data() + line.size(), status);
    return status;
}

struct Chunks {
    std::string body;
    bool is_whole = false;
};

/// nullopt where the body does not begin with the size of a chunk.
std::optional<Chunks> join_chunks(std::string_view body) {
    Chunks chunks;
    for (bool is_first = true;; is_first = false) {
        const std::size_t newline = body.find('\n');
        std::size_t size = 0;
        const auto [end, error] =
            std::from_chars(body.data(), body.data() + std::min(newline, body.size()), size, 16);
        const bool is_size = error == std::errc() && newline != body.npos &&
                             (*end == '\r' || *end == '\n' || *end == ';' || *end == ' ');
        if (!is_size && is_first) return std::nullopt;
        chunks.is_whole = is_size && size == 0;
        if (!is_size || size == 0) return chunks;
        body.remove_prefix(newline + 1);
        chunks.body += body.substr(0, size);
        if (size >= body.size()) return chunks;
        body.remove_prefix(size);
        body.remove_prefix(body.starts_with("\r\n") ? 2 : body.starts_with('\n') ? 1 : 0);
    }
}

bool begins_compressed(std::string_view body) {
    using namespace std::string_view_literals;
    return body.starts_with("\x1F\x8B"sv) || body.starts_with("\x28\xB5\x2F\xFD"sv);
}

/// "deflate" is the data of zlib (RFC 1950), or, by a misreading, bare (RFC 1951).
Compression deflate_wrapper(std::string_view body) {
    const bool has_zlib_head =
        body.size() > 6 && (body[0] & 0x0F) == 8 &&
        (static_cast<unsigned char>(body[0]) * 256 + static_cast<unsigned char>(body[1])) % 31 == 0;
    return has_zlib_head ? Compression::zlib : Compression::deflate;
}

/// All that can be read of it.
void decompress(HttpResponse& response, const std::unique_ptr<ByteStream>& stream,
                std::uint64_t max_bytes) {
    std::string body;
    try {
        while (body.size() <= max_bytes) {
            const std::string_view block = stream->peek(1);
            if (block.empty()) break;
            body += block;
            stream->skip(block.size());
        }
    } catch (const Error& error) {
        if (body.empty()) {
            response.problem = error.what();
            return;
        }
        response.loss = error.what();
    }
    if (body.size() > max_bytes)
        response.problem =
            fmt::format("response of more than {} bytes when decompressed, the limit", max_bytes);
    else
        response.body = std::move(body);
}

void undo_encoding(HttpResponse& response, std::uint64_t max_bytes) {
    const std::string encoding = lower_ascii(response.fields["Content-Encoding"]);
    if (encoding.empty() || encoding == "identity" || encoding == "none" || response.body.empty())
        return;
    std::string body;
    body.swap(response.body);
    if (begins_compressed(body)) return decompress(response, open_bytes(body), max_bytes);
    const bool is_text = body.find('\0') == body.npos && (body[0] == '<' || body[0] == '{');
    if (encoding == "deflate" && !is_text)
        return decompress(response, decompressed_stream(open_bytes(body), deflate_wrapper(body)),
                          max_bytes);
    if (encoding != "gzip" && encoding != "x-gzip" && encoding != "deflate" && !is_text) {
        response.problem = fmt::format("content encoding \"{}\", which is not read", encoding);
        return;
    }
    response.body.swap(body);
}

}  // namespace

std::string media_type(std::string_view content_type) {
    std::string_view type = content_type.substr(0, content_type.find(';'));
    type = type.substr(0, type.find_last_not_of(" \t") + 1);
    return lower_ascii(type);
}

std::optional<HttpResponse> read_http_response(std::string_view message,
                                               std::uint64_t max_body_bytes) {
    HttpResponse response;
    response.status = status_of(message.substr(0, message.find('\n')));
    if (response.status == 0) return std::nullopt;
    const std::size_t head = head_size(message);
    response.fields = HeaderFields(message.substr(0, head));
    const std::string_view body = message.substr(head);
    std::optional<Chunks> chunks;
    if (lower_ascii(response.fields["Transfer-Encoding"]).find("chunked") != std::string::npos)
        chunks = join_chunks(body);
    response.body = chunks ? std::move(chunks->body) : std::string(body);
    if (chunks && !chunks->is_whole) response.loss = "the response ends within a chunk";
    undo_encoding(response, max_body_bytes);
    return response;
}

}  // namespace dateline
