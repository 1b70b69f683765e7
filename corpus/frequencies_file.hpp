#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/articles_file.hpp"
#include "corpus/checksummed_file.hpp"
#include "corpus/mapped_file.hpp"
#include "corpus/posting.hpp"

namespace dateline {

/// Articles are looked at so many at a time: those whose number divided by it is the same.
inline constexpr std::uint32_t articles_each_block = 256;

/// How often a term stands in an article as a byte: the sum of what its passages' impacts tell
/// (frequency_of), or this much where it is as much or more.
inline constexpr std::uint32_t most_frequency = 255;

/// Which articles of a block hold a term, and how often it stands in each.
struct BlockFrequencies {
    std::uint32_t count = 0;
    const unsigned char* places = nullptr;       ///< of the articles in the block, ascending
    const unsigned char* frequencies = nullptr;  ///< of each, 1 to most_frequency
    /// 255 x f / (f + k1 ((1 - b) + b length / average length)) of each article is at most this,
    /// with impact.hpp's k1 and b, and the average of FrequenciesFile.
    std::uint8_t most_share = 0;
    std::uint64_t first_entry = 0;  ///< of all entries of the file, in order, the block's first
};

/// The articles of a segment, dead ones too, that hold one frequent stem.
class FrequencyList {
  public:
    /// `first_entry`: how many entries the lists before this one have.
    FrequencyList(std::string_view bytes, std::uint32_t articles, std::uint64_t occurrences,
                  std::uint32_t article_count, std::uint64_t first_entry);

    std::uint32_t article_count() const { return articles_; }
    /// Sum of the frequencies.
    std::uint64_t occurrences() const { return occurrences_; }
    BlockFrequencies block(std::uint32_t number) const;
    /// As the block has it; 0 where no article of it holds the stem.
    std::uint8_t most_share(std::uint32_t number) const {
        return static_cast<std::uint8_t>(heads_[2 * std::size_t{number}]);
    }
    /// Whether no article of the block holds the stem.
    bool is_empty(std::uint32_t number) const { return most_share(number) == 0; }

  private:
    std::uint32_t count(std::uint32_t number) const;

    std::string_view heads_;             // of each block two bytes: most_share, count
    std::vector<std::uint32_t> begins_;  // of every eighth block, among all entries
    const unsigned char* places_;
    const unsigned char* frequencies_;
    std::uint32_t articles_;
    std::uint64_t occurrences_;
    std::uint64_t first_entry_;
};

/// The file `frequencies` of a segment: of each stem that many articles hold, which do and how
/// often, article by article. What a query finds first is told by it without a look at postings,
/// whose sum it is. Memory-mapped, nothing parsed at open.
class FrequenciesFile {
  public:
    /// Throws Error{index} where the file is not whole.
    explicit FrequenciesFile(const std::filesystem::path& path);

    /// Nothing for a term that few articles hold.
    std::optional<FrequencyList> find(std::string_view term) const;
    std::uint32_t article_count() const { return article_count_; }
    /// Bytes of text of an article, that the shares were computed with.
    std::uint32_t average_bytes() const { return average_bytes_; }
    /// Terms in byte order.
    std::uint32_t term_count() const { return term_count_; }
    std::string_view term(std::uint32_t number) const;
    FrequencyList list(std::uint32_t number) const;
    /// Of all lists together.
    std::uint64_t entry_count() const;
    /// Reads every byte; throws Error{index} where one is not as it was written.
    void verify() const;
    /// As MappedFile has it.
    void release() const { file_.release(); }

  private:
    struct Row;
    Row row(std::uint32_t number) const;

    MappedFile file_;
    std::string name_;
    std::uint32_t article_count_ = 0;
    std::uint32_t term_count_ = 0;
    std::uint32_t average_bytes_ = 0;
    std::string_view lists_;
    std::string_view terms_;
    std::string_view rows_;
};

/// Writes the file, term after term.
class FrequenciesWriter {
  public:
    /// What is asked of each article, in document order.
    struct ArticleSize {
        DocId first_docid = 1;
        std::uint32_t text_bytes = 0;
    };

    /// Throws Error{input_output}, as the other functions do.
    FrequenciesWriter(const std::filesystem::path& path, std::vector<ArticleSize> articles,
                      std::uint32_t passage_count);
    /// In byte order of the terms; `postings` in docid order. Few articles: nothing is kept.
    void add(std::string_view term, std::span<const Posting> postings);
    /// The file is durable (fsync) afterwards.
    void finish();

  private:
    struct Entry {
        std::uint32_t article = 0;
        std::uint32_t frequency = 0;
    };

    void collect(std::span<const Posting> postings);
    std::string encoded() const;
    double share(const Entry& entry) const;

    ChecksummedFileWriter file_;
    std::vector<ArticleSize> articles_;
    std::vector<double> tokens_;  // of each article's passages
    std::uint32_t average_bytes_ = 1;
    std::size_t least_articles_;
    std::vector<Entry> entries_;  // of the term at hand
    std::string terms_;
    std::string rows_;
    std::uint32_t term_count_ = 0;
};

}  // namespace dateline
