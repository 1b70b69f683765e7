#include "corpus/frequencies_file.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "corpus/bytes.hpp"
#include "corpus/frequent_words.hpp"
#include "corpus/impact.hpp"

namespace dateline {

namespace {

// Layout, numbers little-endian: magic (8 bytes); a list for each term: of each block two bytes,
// most_share and the number of articles (0 with a share: 256), then the places of all articles in
// their blocks and their frequencies, a byte each; the terms, one after the other; a row for each
// term (see Row); articles, terms, average bytes (32 bits each), where terms and rows begin (64
// each); XXH3 of all before it (64).
constexpr std::string_view magic = "dlnewsF1";
constexpr std::size_t row_bytes = 24;
constexpr std::size_t footer_bytes = 3 * 4 + 2 * 8 + checksum_bytes;
constexpr std::uint32_t most_share = 255;

std::uint32_t block_count(std::uint32_t articles) {
    return articles / articles_each_block + (articles % articles_each_block != 0 ? 1 : 0);
}

}  // namespace

// An index of ten thousand lists at once, as of text_marks.cpp, is a tenth of what one of each
// block would be.
constexpr std::uint32_t blocks_each_begin = 8;

struct FrequenciesFile::Row {
    std::uint32_t term_end = 0;  ///< among the terms' bytes; each begins where the one before ends
    std::uint32_t articles = 0;
    std::uint64_t list = 0;  ///< where in the file it begins
    std::uint64_t occurrences = 0;
};

FrequencyList::FrequencyList(std::string_view bytes, std::uint32_t articles,
                             std::uint64_t occurrences, std::uint32_t article_count,
                             std::uint64_t first_entry)
    : articles_(articles), occurrences_(occurrences), first_entry_(first_entry) {
    const std::size_t blocks = block_count(article_count);
    heads_ = bytes.substr(0, 2 * blocks);
    places_ = reinterpret_cast<const unsigned char*>(bytes.data()) + 2 * blocks;
    frequencies_ = places_ + articles;
    begins_.reserve(blocks / blocks_each_begin + 1);
    std::uint32_t begin = 0;
    for (std::uint32_t number = 0; number < blocks; ++number) {
        if (number % blocks_each_begin == 0) begins_.push_back(begin);
        begin += count(number);
        if (begin > articles) break;
    }
    if (begin != articles) throw_damaged("the frequencies file of a segment", "a list");
}

std::uint32_t FrequencyList::count(std::uint32_t number) const {
    const auto stored = static_cast<std::uint8_t>(heads_[2 * std::size_t{number} + 1]);
    return stored == 0 && !is_empty(number) ? articles_each_block : stored;
}

BlockFrequencies FrequencyList::block(std::uint32_t number) const {
    std::uint32_t before = number / blocks_each_begin * blocks_each_begin;
    std::uint32_t begin = begins_[number / blocks_each_begin];
    for (; before < number; ++before) begin += count(before);
    return {count(number), places_ + begin, frequencies_ + begin, most_share(number),
            first_entry_ + begin};
}

FrequenciesFile::FrequenciesFile(const std::filesystem::path& path)
    : file_(path), name_(path.string()) {
    const std::string_view bytes = file_.bytes();
    // Else the system reads megabytes around each of them.
    file_.fetch(0, magic.size());
    file_.fetch(bytes.size() - std::min(bytes.size(), footer_bytes), footer_bytes);
    if (!bytes.starts_with(magic) || bytes.size() < magic.size() + footer_bytes)
        throw_damaged(name_, "it does not begin as it should");
    ByteReader footer(bytes.substr(bytes.size() - footer_bytes), name_);
    article_count_ = footer.fixed32();
    term_count_ = footer.fixed32();
    average_bytes_ = footer.fixed32();
    const std::uint64_t terms_begin = footer.fixed64();
    const std::uint64_t rows_begin = footer.fixed64();
    const std::uint64_t rows_end = bytes.size() - footer_bytes;
    if (terms_begin < magic.size() || rows_begin < terms_begin || rows_begin > rows_end ||
        rows_end - rows_begin != std::uint64_t{term_count_} * row_bytes)
        throw_damaged(name_, "its size is not what its numbers say");
    lists_ = bytes.substr(0, terms_begin);
    terms_ = bytes.substr(terms_begin, rows_begin - terms_begin);
    rows_ = bytes.substr(rows_begin, rows_end - rows_begin);
    file_.fetch(terms_begin, rows_end - terms_begin);
}

FrequenciesFile::Row FrequenciesFile::row(std::uint32_t number) const {
    ByteReader reader(rows_.substr(row_bytes * number, row_bytes), name_);
    Row row;
    row.term_end = reader.fixed32();
    row.articles = reader.fixed32();
    row.list = reader.fixed64();
    row.occurrences = reader.fixed64();
    return row;
}

std::string_view FrequenciesFile::term(std::uint32_t number) const {
    const std::uint32_t begin = number == 0 ? 0 : row(number - 1).term_end;
    const std::uint32_t end = row(number).term_end;
    if (begin > end || end > terms_.size()) throw_damaged(name_, "where a term is");
    return terms_.substr(begin, end - begin);
}

std::optional<FrequencyList> FrequenciesFile::find(std::string_view wanted) const {
    std::uint32_t first = 0;
    std::uint32_t end = term_count_;
    while (first < end) {
        const std::uint32_t middle = first + (end - first) / 2;
        if (term(middle) < wanted)
            first = middle + 1;
        else
            end = middle;
    }
    if (first == term_count_ || term(first) != wanted) return std::nullopt;
    return list(first);
}

FrequencyList FrequenciesFile::list(std::uint32_t number) const {
    const Row found = row(number);
    const std::uint64_t heads = 2 * std::uint64_t{block_count(article_count_)};
    const std::uint64_t size = heads + 2 * std::uint64_t{found.articles};
    const std::uint64_t before = magic.size() + number * heads;
    if (found.list > lists_.size() || lists_.size() - found.list < size || found.list < before)
        throw_damaged(name_, "where a list is");
    const std::uint64_t first_entry = (found.list - before) / 2;
    // The file forms has no more entries than this one.
    if (first_entry + found.articles > entry_count()) throw_damaged(name_, "where a list is");
    file_.fetch(found.list, size);
    return {lists_.substr(found.list, size), found.articles, found.occurrences, article_count_,
            first_entry};
}

std::uint64_t FrequenciesFile::entry_count() const {
    const std::uint64_t heads = 2 * std::uint64_t{block_count(article_count_)};
    const std::uint64_t others = magic.size() + term_count_ * heads;
    if (lists_.size() < others) throw_damaged(name_, "its size is not what its numbers say");
    return (lists_.size() - others) / 2;
}

void FrequenciesFile::verify() const { verify_checksum(file_.bytes(), name_); }

FrequenciesWriter::FrequenciesWriter(const std::filesystem::path& path,
                                     std::vector<ArticleSize> articles, std::uint32_t passage_count)
    : file_(path),
      articles_(std::move(articles)),
      least_articles_(least_articles(articles_.size())) {
    file_.append(magic);
    std::uint64_t bytes = 0;
    for (std::size_t i = 0; i < articles_.size(); ++i) {
        const DocId end =
            i + 1 < articles_.size() ? articles_[i + 1].first_docid : passage_count + 1;
        tokens_.push_back(tokens_each(articles_[i].text_bytes, end - articles_[i].first_docid));
        bytes += articles_[i].text_bytes;
    }
    if (!articles_.empty())
        average_bytes_ =
            static_cast<std::uint32_t>(std::max<std::uint64_t>(1, bytes / articles_.size()));
}

void FrequenciesWriter::collect(std::span<const Posting> postings) {
    entries_.clear();
    std::uint32_t article = 0;
    for (const Posting& posting : postings) {
        while (article + 1 < articles_.size() &&
               articles_[article + 1].first_docid <= posting.docid)
            ++article;
        if (entries_.empty() || entries_.back().article != article)
            entries_.push_back({article, 0});
        std::uint32_t& frequency = entries_.back().frequency;
        frequency = std::min(most_frequency, frequency + static_cast<std::uint32_t>(frequency_of(
                                                             posting.impact, tokens_[article])));
    }
}

double FrequenciesWriter::share(const Entry& entry) const {
    if (entry.frequency == most_frequency) return 1;
    const double length = static_cast<double>(articles_[entry.article].text_bytes) / average_bytes_;
    return entry.frequency / (entry.frequency + impact_k1 * ((1 - impact_b) + impact_b * length));
}

std::string FrequenciesWriter::encoded() const {
    const std::size_t blocks = block_count(static_cast<std::uint32_t>(articles_.size()));
    std::string list(2 * blocks, '\0');
    std::vector<std::uint32_t> counts(blocks);
    std::vector<double> shares(blocks);
    std::string frequencies;
    for (const Entry& entry : entries_) {
        const std::uint32_t block = entry.article / articles_each_block;
        ++counts[block];
        shares[block] = std::max(shares[block], share(entry));
        list.push_back(static_cast<char>(entry.article % articles_each_block));
        frequencies.push_back(static_cast<char>(entry.frequency));
    }
    for (std::size_t block = 0; block < blocks; ++block) {
        list[2 * block] =
            static_cast<char>(static_cast<std::uint8_t>(std::ceil(most_share * shares[block])));
        list[2 * block + 1] = static_cast<char>(static_cast<std::uint8_t>(counts[block]));
    }
    return list + frequencies;
}

void FrequenciesWriter::add(std::string_view term, std::span<const Posting> postings) {
    if (postings.size() < least_articles_) return;
    collect(postings);
    if (entries_.size() < least_articles_) return;
    ByteWriter row;
    terms_ += term;
    row.fixed32(static_cast<std::uint32_t>(terms_.size()));
    row.fixed32(static_cast<std::uint32_t>(entries_.size()));
    row.fixed64(file_.size());
    row.fixed64(std::accumulate(
        entries_.begin(), entries_.end(), std::uint64_t{0},
        [](std::uint64_t sum, const Entry& entry) { return sum + entry.frequency; }));
    rows_ += row.bytes();
    ++term_count_;
    file_.append(encoded());
}

void FrequenciesWriter::finish() {
    ByteWriter footer;
    footer.fixed32(static_cast<std::uint32_t>(articles_.size()));
    footer.fixed32(term_count_);
    footer.fixed32(average_bytes_);
    footer.fixed64(file_.size());
    footer.fixed64(file_.size() + terms_.size());
    file_.append(terms_);
    file_.append(rows_);
    file_.append(footer.bytes());
    file_.finish();
}

}  // namespace dateline
