#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "corpus/mapped_file.hpp"
#include "corpus/words_file.hpp"

namespace dateline {

/// What a word is to its neighbours in the file `pairs`.
enum class PairRole : std::uint8_t {
    paired,   ///< makes a pair with the next word, stop words between them left out
    skipped,  ///< a stop word
    apart     ///< rare: in no pair, and between those beside it is none
};

/// Of the words of a form, in a segment of so many articles.
PairRole pair_role(const FormEntry& form, std::uint32_t articles);

/// Two forms of a segment, by their numbers, in this order, as one number.
std::uint64_t pair_key(std::uint32_t first, std::uint32_t second);

/// The file `pairs` of a segment: of each article a Bloom filter (Bloom 1970) of the pairs of
/// forms that follow each other in its headline or in its body, so that of the articles which hold
/// the words of a phrase few are read in which they do not stand together. Memory-mapped, nothing
/// read at open.
class PairsFile {
  public:
    /// `articles`: those of the segment. Throws Error{index} where the file is not of that many,
    /// and not of none, which tells nothing.
    PairsFile(const std::filesystem::path& path, std::uint32_t articles);

    /// Whether there is a filter of each article.
    bool tells() const { return articles_ > 0; }
    /// False: the words of the pair follow each other nowhere in the article. Only where the file
    /// tells, and of an article of the segment. Throws Error{index} where the filter is not inside
    /// the file.
    bool may_hold(std::uint32_t article, std::uint64_t key) const;
    /// That the filter is asked soon.
    void fetch(std::uint32_t article) const;

  private:
    struct Filter {
        const char* bits = nullptr;
        std::uint64_t size = 0;  ///< bits; 0: the article may hold anything
    };
    std::uint64_t end(std::uint32_t article) const;
    Filter filter(std::uint32_t article) const;

    MappedFile file_;
    std::string name_;  // for messages
    const char* filters_ = nullptr;
    const char* ends_ = nullptr;  // of the filters of each article, 32 bits
    std::uint64_t words_ = 0;     // of 64 bits, of all filters
    std::uint32_t articles_ = 0;
};

/// Reads every byte of such a file; throws Error{index} where one is not as it was written.
void verify_pairs_file(const std::filesystem::path& path);

/// The filters of some articles after each other.
class PairFilters {
  public:
    /// Of the next article; `keys` of all its pairs, some more than once.
    void add(std::span<const std::uint64_t> keys);
    /// The next article may hold anything.
    void add_unknown() { sizes_.push_back(0); }
    void clear();

  private:
    friend class PairsWriter;
    std::string bits_;
    std::vector<std::uint32_t> sizes_;  // of each article, in words of 64 bits
};

/// Writes the file.
class PairsWriter {
  public:
    /// Throws Error{input_output}, as the other functions do.
    explicit PairsWriter(const std::filesystem::path& path);
    ~PairsWriter();
    /// Of the articles that follow.
    void append(const PairFilters& filters);
    /// The file is durable (fsync) afterwards.
    void finish();

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace dateline
