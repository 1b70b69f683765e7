#include "indexer/word_counts.hpp"

#include <string_view>
#include <utility>

namespace dateline {

namespace {

constexpr std::uint32_t never = 0xFFFF'FFFF;
constexpr std::uint32_t articles_between_releases = 1024;

class WordCounter {
  public:
    explicit WordCounter(const SegmentSource& source)
        : source_(source), forms_(source.form_count()) {
        units_.reserve(source.unit_count());
        for (UnitId unit = 0; unit < source.unit_count(); ++unit)
            units_.push_back({source.unit(unit).form, 0});
    }

    WordCounts count() {
        for (article_ = 0; article_ < source_.article_count(); ++article_) {
            if (!source_.is_wanted(article_)) continue;
            source_.read_passages(article_, [&](const CodedPassage& passage) {
                ++passage_;
                if (passage.is_first) count(passage.headline, false);
                count(passage.text, true);
            });
            if (article_ % articles_between_releases == 0) source_.release();
        }
        WordCounts counts;
        for (const CountedUnit& unit : units_) counts.units.push_back(unit.count);
        for (const CountedForm& form : forms_)
            counts.forms.push_back({form.passages, form.articles});
        return counts;
    }

  private:
    // As small as can be: these are looked up in no order.
    struct CountedUnit {
        std::uint32_t form = VocabularyUnit::no_form;
        std::uint32_t count = 0;
    };
    struct CountedForm {
        std::uint32_t passages = 0;
        std::uint32_t articles = 0;
        std::uint32_t last_passage = never;
        std::uint32_t last_article = never;
    };

    void count(std::string_view code, bool is_body) {
        // What is counted lies all over the memory: it is fetched for all words before the first is
        // counted.
        met_.clear();
        const char* const end = code.data() + code.size();
        for (const char* at = code.data(); at != end;) {
            met_.push_back(source_.code().next(at, end));
            __builtin_prefetch(&units_.at(met_.back()));
        }
        for (std::uint32_t& met : met_) {
            CountedUnit& unit = units_[met];
            ++unit.count;
            met = unit.form;
            if (met != VocabularyUnit::no_form) __builtin_prefetch(&forms_[met]);
        }
        for (const std::uint32_t met : met_) {
            if (met == VocabularyUnit::no_form) continue;
            CountedForm& form = forms_[met];
            if (std::exchange(form.last_article, article_) != article_) ++form.articles;
            if (is_body && std::exchange(form.last_passage, passage_) != passage_) ++form.passages;
        }
    }

    const SegmentSource& source_;
    std::vector<CountedUnit> units_;
    std::vector<CountedForm> forms_;
    std::vector<std::uint32_t> met_;  // units, then their forms, of the text at hand
    std::uint32_t article_ = 0;
    std::uint32_t passage_ = 0;
};

}  // namespace

WordCounts count_words(const SegmentSource& source) { return WordCounter(source).count(); }

}  // namespace dateline
