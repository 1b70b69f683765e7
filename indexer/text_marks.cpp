#include "indexer/text_marks.hpp"

#include <bit>
#include <cstdint>
#include <future>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

#include "corpus/articles_file.hpp"
#include "corpus/forms_file.hpp"
#include "corpus/frequencies_file.hpp"
#include "corpus/pairs_file.hpp"
#include "corpus/text_file.hpp"
#include "corpus/words_file.hpp"

namespace dateline {

namespace {

/// What a unit is: which form of which frequent stem, and what it is in pairs.
struct MarkedUnit {
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
    std::uint32_t stem = none;  ///< its number in `frequencies`
    std::uint32_t form = none;  ///< its number in `words`, of what is paired
    PairRole role = PairRole::skipped;
    FormBits bits = 0;
};

/// By their numbers. What is no stem (an acronym) has no bits: its entries are told as any_form.
std::vector<MarkedUnit> marked_units(const WordsFile& words, const FrequenciesFile& frequencies) {
    std::vector<MarkedUnit> marked(words.unit_count());
    const auto mark_pairs = [&](std::uint32_t number, const FormEntry& form) {
        const PairRole role = pair_role(form, frequencies.article_count());
        for (const UnitId unit : form.units) {
            marked.at(unit).role = role;
            if (role == PairRole::paired) marked[unit].form = number;
        }
    };
    words.visit_forms(0, words.form_count(), mark_pairs);
    for (std::uint32_t stem = 0; stem < frequencies.term_count(); ++stem)
        for (const auto& [form, bits] : form_bits(words, frequencies.term(stem)))
            for (const UnitId unit : words.form(form).units) {
                marked.at(unit).stem = stem;
                marked[unit].bits = bits;
            }
    return marked;
}

/// The filters of some articles after those of others.
class PairMarker {
  public:
    void read(const MarkedUnit& unit) {
        if (unit.role == PairRole::skipped) return;
        if (unit.role == PairRole::paired && previous_ != MarkedUnit::none)
            keys_.push_back(pair_key(previous_, unit.form));
        previous_ = unit.form;
    }
    /// What follows is not beside what came before.
    void break_off() { previous_ = MarkedUnit::none; }
    void end_article(bool is_whole) {
        if (is_whole)
            filters_.add(keys_);
        else
            filters_.add_unknown();
        keys_.clear();
        break_off();
    }
    /// Of the articles since it was last asked.
    PairFilters& filters() { return filters_; }

  private:
    std::uint32_t previous_ = MarkedUnit::none;  // form of the paired word before
    std::vector<std::uint64_t> keys_;            // of the article at hand
    PairFilters filters_;
};

/// Marks the entries of some articles after those of others.
class ArticleMarker {
  public:
    ArticleMarker(std::span<const MarkedUnit> units, std::span<const FrequencyList> lists,
                  FormEntries& entries)
        : units_(units),
          lists_(lists),
          entries_(entries),
          held_(lists.size()),
          stems_(lists.size()) {}

    /// Of one article the code of its headline, or of a passage, which go on from each other.
    void read(std::string_view text, const DenseCode& code) {
        const char* const end = text.data() + text.size();
        for (const char* at = text.data(); at != end;) {
            const MarkedUnit& unit = units_[code.next(at, end)];
            pairs_.read(unit);
            if (unit.stem == MarkedUnit::none) continue;
            FormBits& held = held_[unit.stem];
            if (held == 0) met_.push_back(unit.stem);
            held |= unit.bits;
        }
    }
    void end_headline() { pairs_.break_off(); }
    /// The article was read whole; or not, and is left with any_form.
    void end_article(std::uint32_t article, bool is_whole) {
        for (const std::uint32_t stem : met_) {
            if (is_whole) mark(article, stem);
            held_[stem] = 0;
        }
        met_.clear();
        pairs_.end_article(is_whole);
    }
    PairFilters& filters() { return pairs_.filters(); }

  private:
    /// The list of a stem, as far as it was marked.
    struct Stem {
        static constexpr std::uint32_t no_block = std::numeric_limits<std::uint32_t>::max();
        std::uint32_t number = no_block;
        std::uint32_t next = 0;  ///< entry of the block
        BlockFrequencies block{};
    };

    void mark(std::uint32_t article, std::uint32_t number) {
        Stem& stem = stems_[number];
        if (stem.number != article / articles_each_block) {
            stem.number = article / articles_each_block;
            stem.block = lists_[number].block(stem.number);
            stem.next = 0;
        }
        const std::uint32_t place = article % articles_each_block;
        while (stem.next < stem.block.count && stem.block.places[stem.next] < place) ++stem.next;
        if (stem.next < stem.block.count && stem.block.places[stem.next] == place)
            entries_.set(stem.block.first_entry + stem.next, held_[number]);
    }

    std::span<const MarkedUnit> units_;
    std::span<const FrequencyList> lists_;
    FormEntries& entries_;
    std::vector<FormBits> held_;  // of each stem, by the article at hand
    std::vector<Stem> stems_;
    std::vector<std::uint32_t> met_;
    PairMarker pairs_;
};

// Calls `release` now and then: what was read may be given back to the system.
template <class Release>
void mark_articles(const ArticlesFile& articles, const TextFile& text, const DenseCode& code,
                   std::uint32_t first, std::uint32_t end, ArticleMarker& marker,
                   const Release& release) {
    constexpr std::uint32_t articles_between_releases = 16384;
    for (std::uint32_t article = first; article < end; ++article) {
        bool is_whole = true;
        for (DocId docid = articles.first_docid(article);
             is_whole && docid < articles.end_docid(article); ++docid) {
            const CodedPassage passage = text.words_of(docid);
            is_whole = passage.is_regular && passage.headline_is_regular;
            if (!is_whole) break;
            if (passage.is_first) {
                marker.read(passage.headline, code);
                marker.end_headline();
            }
            marker.read(passage.text, code);
        }
        marker.end_article(article, is_whole);
        if (article % articles_between_releases == 0) release();
    }
}

}  // namespace

void write_text_marks(const std::filesystem::path& folder) {
    const FrequenciesFile frequencies(folder / "frequencies");
    FormEntries entries(frequencies.entry_count());
    PairsWriter pairs(folder / "pairs");
    if (frequencies.entry_count() > 0) {
        const WordsFile words(folder / "words");
        const TextFile text(folder / "text");
        const ArticlesFile articles(folder / "articles");
        const std::vector<MarkedUnit> units = marked_units(words, frequencies);
        std::vector<FrequencyList> lists;
        for (std::uint32_t stem = 0; stem < frequencies.term_count(); ++stem)
            lists.push_back(frequencies.list(stem));
        const auto release = [&] {
            text.release();
            frequencies.release();
        };
        const std::uint32_t middle = articles.article_count() / 2;
        ArticleMarker later(units, lists, entries);
        std::future<void> second = std::async(std::launch::async, [&] {
            mark_articles(articles, text, words.code(), middle, articles.article_count(), later,
                          release);
        });
        ArticleMarker sooner(units, lists, entries);
        const auto write = [&] {
            pairs.append(sooner.filters());
            sooner.filters().clear();
        };
        mark_articles(articles, text, words.code(), 0, middle, sooner, [&] {
            write();
            release();
        });
        write();
        second.get();
        pairs.append(later.filters());
    }
    pairs.finish();
    entries.write(folder / "forms");
}

}  // namespace dateline
