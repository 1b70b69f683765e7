#include "corpus/pairs_file.hpp"

#include <algorithm>
#include <limits>
#include <string_view>

#include "corpus/bytes.hpp"
#include "corpus/checksummed_file.hpp"
#include "corpus/frequent_words.hpp"

namespace dateline {

namespace {

// Layout, numbers little-endian: magic (8 bytes); the filters of all articles, each of words of 64
// bits, bit i of a filter in byte i / 8; where each ends, in words (32 bits each); XXH3 of all
// before it (64 bits).
constexpr std::string_view magic = "dlnewsP1";
constexpr std::size_t word_bytes = 8;
constexpr std::size_t end_bytes = 4;
constexpr std::size_t word_bits = 64;

// By the formula one pair in seven that an article does not hold passes; 0.04 of the text.
constexpr std::size_t bits_each_pair = 4;
constexpr int probes = 3;

// Where the bits of a key are, in a filter of so many (Kirsch, Mitzenmacher: "Less Hashing, Same
// Performance", 2006). Filters have less than 2^32 bits.
template <class Take>
bool all_of_bits(std::uint64_t key, std::uint64_t size, const Take& take) {
    auto hash = static_cast<std::uint32_t>(key);
    const auto step = static_cast<std::uint32_t>(key >> 32) | 1;
    for (int probe = 0; probe < probes; ++probe, hash += step)
        if (!take(hash * size >> 32)) return false;
    return true;
}

}  // namespace

PairRole pair_role(const FormEntry& form, std::uint32_t articles) {
    if (form.is_stop_word) return PairRole::skipped;
    return form.articles >= least_articles(articles) ? PairRole::paired : PairRole::apart;
}

// The finalizer of splitmix64 (Steele, Lea, Flood 2014).
std::uint64_t pair_key(std::uint32_t first, std::uint32_t second) {
    std::uint64_t key = (std::uint64_t{first} << 32 | second) + 0x9E37'79B9'7F4A'7C15;
    key = (key ^ key >> 30) * 0xBF58'476D'1CE4'E5B9;
    key = (key ^ key >> 27) * 0x94D0'49BB'1331'11EB;
    return key ^ key >> 31;
}

PairsFile::PairsFile(const std::filesystem::path& path, std::uint32_t articles)
    : file_(path), name_(path.string()) {
    const std::string_view bytes = file_.bytes();
    if (bytes.size() == magic.size() + checksum_bytes) return;
    const std::size_t table = end_bytes * std::size_t{articles};
    const std::size_t least = magic.size() + table + checksum_bytes;
    if (bytes.size() < least || (bytes.size() - least) % word_bytes != 0)
        throw_damaged(name_, "its size is not what its articles ask for");
    articles_ = articles;
    words_ = (bytes.size() - least) / word_bytes;
    filters_ = bytes.data() + magic.size();
    ends_ = filters_ + word_bytes * words_;
}

std::uint64_t PairsFile::end(std::uint32_t article) const {
    return fixed32_at(ends_ + end_bytes * std::size_t{article});
}

PairsFile::Filter PairsFile::filter(std::uint32_t article) const {
    if (article >= articles_) throw_damaged(name_, "it has no pairs of an article");
    const std::uint64_t first = article == 0 ? 0 : end(article - 1);
    const std::uint64_t last = end(article);
    if (first > last || last > words_) throw_damaged(name_, "where the pairs of an article are");
    return {filters_ + word_bytes * first, word_bits * (last - first)};
}

bool PairsFile::may_hold(std::uint32_t article, std::uint64_t key) const {
    const Filter asked = filter(article);
    return asked.size == 0 || all_of_bits(key, asked.size, [&](std::uint64_t bit) {
               return (static_cast<unsigned char>(asked.bits[bit / 8]) >> bit % 8 & 1) != 0;
           });
}

void PairsFile::fetch(std::uint32_t article) const {
    constexpr std::uint64_t line_bits = 512;
    constexpr std::uint64_t most_lines = 8;
    const Filter asked = filter(article);
    for (std::uint64_t bit = 0; bit < std::min(asked.size, most_lines * line_bits);
         bit += line_bits)
        __builtin_prefetch(asked.bits + bit / 8);
}

void verify_pairs_file(const std::filesystem::path& path) {
    const MappedFile file(path);
    if (!file.bytes().starts_with(magic))
        throw_damaged(path.string(), "it does not begin as it should");
    verify_checksum(file.bytes(), path.string());
}

void PairFilters::add(std::span<const std::uint64_t> keys) {
    const std::size_t size =
        std::max<std::size_t>(1, (bits_each_pair * keys.size() + word_bits - 1) / word_bits);
    if (size > std::numeric_limits<std::uint32_t>::max() / word_bits) {
        add_unknown();
        return;
    }
    sizes_.push_back(static_cast<std::uint32_t>(size));
    bits_.resize(bits_.size() + word_bytes * size);
    char* const filter = bits_.data() + bits_.size() - word_bytes * size;
    for (const std::uint64_t key : keys)
        all_of_bits(key, word_bits * size, [&](std::uint64_t bit) {
            filter[bit / 8] = static_cast<char>(filter[bit / 8] | 1 << bit % 8);
            return true;
        });
}

void PairFilters::clear() {
    bits_.clear();
    sizes_.clear();
}

struct PairsWriter::Impl {
    explicit Impl(const std::filesystem::path& path) : file(path) { file.append(magic); }

    ChecksummedFileWriter file;
    std::uint64_t words = 0;
    ByteWriter ends{};
};

PairsWriter::PairsWriter(const std::filesystem::path& path) : impl_(std::make_unique<Impl>(path)) {}
PairsWriter::~PairsWriter() = default;

void PairsWriter::append(const PairFilters& filters) {
    std::string_view left = filters.bits_;
    for (const std::uint32_t size : filters.sizes_) {
        // 34 GB of filters: what comes behind them may hold anything.
        constexpr std::uint64_t most_words = std::numeric_limits<std::uint32_t>::max();
        if (impl_->words + size <= most_words) {
            impl_->words += size;
            impl_->file.append(left.substr(0, word_bytes * size));
        }
        left.remove_prefix(word_bytes * size);
        impl_->ends.fixed32(static_cast<std::uint32_t>(impl_->words));
    }
}

void PairsWriter::finish() {
    impl_->file.append(impl_->ends.bytes());
    impl_->file.finish();
}

}  // namespace dateline
