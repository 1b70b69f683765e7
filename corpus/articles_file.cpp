#include "corpus/articles_file.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <iterator>

#include "corpus/bytes.hpp"
#include "corpus/error.hpp"
#include "corpus/segment_layout.hpp"
#include "corpus/spread_search.hpp"

namespace dateline {

namespace {

using namespace articles_layout;

std::string encode_columns(const std::vector<ArticleEntry>& articles) {
    ByteWriter columns;
    for (const ArticleEntry& article : articles) columns.fixed64(article.content_hash);
    for (const ArticleEntry& article : articles) columns.fixed32(article.first_docid);
    for (const ArticleEntry& article : articles)
        columns.fixed32(static_cast<std::uint32_t>(article.day));
    for (const ArticleEntry& article : articles)
        columns.fixed32(static_cast<std::uint32_t>(article.seconds));
    for (const ArticleEntry& article : articles) columns.fixed32(article.text_bytes);
    for (const ArticleEntry& article : articles)
        columns.raw(std::string(1, static_cast<char>(article.language)));
    return std::move(columns).bytes();
}

// Of what stands before the checksum and after it.
std::uint64_t checksum(std::string_view before, std::string_view after) {
    return XXH3_64bits_withSeed(after.data(), after.size(),
                                XXH3_64bits(before.data(), before.size()));
}

std::vector<std::string> read_languages(std::string_view bytes, const std::string& what) {
    ByteReader reader(bytes, what);
    std::vector<std::string> languages(std::min<std::uint64_t>(reader.varint(), 256));
    for (std::string& language : languages) language = reader.string();
    if (languages.size() > 255 || !reader.at_end()) throw_damaged(what, "its languages");
    return languages;
}

}  // namespace

ArticlesFile::ArticlesFile(const std::filesystem::path& path) : file_(path), name_(path.string()) {
    file_.fetch();
    ByteReader reader(file_.bytes(), name_);
    if (reader.raw(magic.size()) != magic) throw_damaged(name_, "it does not begin as it should");
    article_count_ = reader.fixed32();
    passage_count_ = reader.fixed32();
    dated_count_ = reader.fixed32();
    const std::uint32_t languages_bytes = reader.fixed32();
    checksum_ = reader.fixed64();
    languages_ = read_languages(reader.raw(languages_bytes), name_);
    if (reader.left() != std::uint64_t{article_count_} * row_bytes ||
        dated_count_ > article_count_ || article_count_ > passage_count_)
        throw_damaged(name_, "its size is not what its numbers say");
    columns_ = file_.bytes().data() + header_bytes + languages_bytes;
}

DocId ArticlesFile::first_docid(std::uint32_t article) const {
    return fixed32_at(columns_ + docid_column * article_count_ + std::size_t{article} * 4);
}

DocId ArticlesFile::end_docid(std::uint32_t article) const {
    return article + 1 < article_count_ ? first_docid(article + 1) : passage_count_ + 1;
}

std::uint8_t ArticlesFile::language(std::uint32_t article) const {
    const auto number =
        static_cast<std::uint8_t>(columns_[language_column * article_count_ + article]);
    if (number >= languages_.size()) throw_damaged(name_, "a language");
    return number;
}

Day ArticlesFile::day(std::uint32_t article) const {
    return static_cast<Day>(
        fixed32_at(columns_ + day_column * article_count_ + std::size_t{article} * 4));
}

std::uint32_t ArticlesFile::text_bytes(std::uint32_t article) const {
    return fixed32_at(columns_ + text_bytes_column * article_count_ + std::size_t{article} * 4);
}

ArticleEntry ArticlesFile::entry(std::uint32_t article) const {
    const char* hash = columns_ + std::size_t{article} * 8;
    const char* seconds = columns_ + seconds_column * article_count_ + std::size_t{article} * 4;
    return {.first_docid = first_docid(article),
            .dated = article < dated_count_,
            .day = day(article),
            .seconds = static_cast<std::int32_t>(fixed32_at(seconds)),
            .language = language(article),
            .content_hash = fixed32_at(hash) | std::uint64_t{fixed32_at(hash + 4)} << 32,
            .text_bytes = text_bytes(article)};
}

std::uint32_t ArticlesFile::article_of(DocId docid) const {
    const std::uint32_t after =
        first_not(1, std::max(1U, article_count_),
                  [&](std::uint32_t article) { return first_docid(article) <= docid; });
    return after - 1;
}

std::pair<std::uint32_t, std::uint32_t> ArticlesFile::articles_in(DayRange days) const {
    if (days.first > days.last) return {0, 0};
    return {
        first_not(0, dated_count_, [&](std::uint32_t article) { return day(article) > days.last; }),
        first_not(0, dated_count_,
                  [&](std::uint32_t article) { return day(article) >= days.first; })};
}

void ArticlesFile::verify() const {
    const std::string_view bytes = file_.bytes();
    if (checksum(bytes.substr(0, checksum_at), bytes.substr(header_bytes)) != checksum_)
        throw_damaged(name_, "its checksum is wrong");
}

std::string encode_articles(const std::vector<ArticleEntry>& articles, std::uint32_t passage_count,
                            const std::vector<std::string>& languages) {
    if (languages.size() > 255)
        throw Error(ErrorKind::usage, "a segment cannot hold more than 255 languages");
    ByteWriter names;
    names.varint(languages.size());
    for (const std::string& language : languages) names.string(language);
    const std::string after = names.bytes() + encode_columns(articles);

    ByteWriter file;
    file.raw(magic);
    file.fixed32(static_cast<std::uint32_t>(articles.size()));
    file.fixed32(passage_count);
    file.fixed32(static_cast<std::uint32_t>(std::ranges::count_if(articles, &ArticleEntry::dated)));
    file.fixed32(static_cast<std::uint32_t>(names.size()));
    file.fixed64(checksum(file.bytes(), after));
    file.raw(after);
    return std::move(file).bytes();
}

}  // namespace dateline
