#pragma once

#include <archive.h>
#include <archive_entry.h>

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/source.hpp"

namespace dateline::test {

/// Everything that reading one source tells, by kind.
struct ReadEvents {
    std::string format;
    std::vector<Article> articles;
    std::vector<Rejection> rejections;
    std::vector<Skip> skips;
    std::vector<Warning> warnings;
};

inline ReadOptions read_options() {
    ReadOptions options;
    options.dates.today = 20'000;  // 4 October 2024
    return options;
}

inline ReadEvents read_events(ByteStream& stream, const ReadOptions& options = read_options()) {
    ReadEvents events;
    events.format = read_source(stream, {}, options, [&](ReadEvent&& event) {
        if (auto* article = std::get_if<Article>(&event)) events.articles.push_back(*article);
        if (auto* rejection = std::get_if<Rejection>(&event)) {
            events.rejections.push_back(*rejection);
        }
        if (auto* skip = std::get_if<Skip>(&event)) events.skips.push_back(*skip);
        if (auto* warning = std::get_if<Warning>(&event)) events.warnings.push_back(*warning);
    });
    return events;
}

inline ReadEvents read_text(std::string_view bytes, const ReadOptions& options = read_options()) {
    return read_events(*open_bytes(bytes), options);
}

inline std::vector<std::string> headlines(const ReadEvents& events) {
    std::vector<std::string> headlines;
    for (const Article& article : events.articles) headlines.push_back(article.headline);
    return headlines;
}

/// Bytes as the program of that name ("gzip", "zstd", "xz", "bzip2") compresses them.
inline std::string compress(std::string_view bytes, const std::string& program) {
    archive* writer = archive_write_new();
    std::string compressed(bytes.size() + 65536, '\0');
    std::size_t used = 0;
    archive_write_add_filter_by_name(writer, program.c_str());
    archive_write_set_format_raw(writer);
    archive_write_set_bytes_in_last_block(writer, 1);
    archive_entry* entry = archive_entry_new();
    archive_entry_set_filetype(entry, AE_IFREG);
    bool is_done = archive_write_open_memory(writer, compressed.data(), compressed.size(), &used) ==
                       ARCHIVE_OK &&
                   archive_write_header(writer, entry) == ARCHIVE_OK &&
                   archive_write_data(writer, bytes.data(), bytes.size()) ==
                       static_cast<la_ssize_t>(bytes.size()) &&
                   archive_write_close(writer) == ARCHIVE_OK;
    archive_entry_free(entry);
    archive_write_free(writer);
    if (!is_done) throw std::runtime_error("cannot compress with " + program);
    compressed.resize(used);
    return compressed;
}

}  // namespace dateline::test
