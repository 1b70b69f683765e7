#include "indexer/segment_vocabulary.hpp"

#include <algorithm>
#include <functional>
#include <future>
#include <numeric>
#include <string_view>
#include <tuple>

#include "corpus/words_file.hpp"
#include "indexer/text_order.hpp"
#include "indexer/word_counts.hpp"

namespace dateline {

namespace {

constexpr UnitId no_unit = SegmentVocabulary::no_unit;
constexpr std::uint32_t no_form = VocabularyUnit::no_form;

/// Values grouped by key: those of key k are values[begins[k]] to values[begins[k + 1]].
struct Groups {
    std::vector<std::uint32_t> begins;
    std::vector<std::uint32_t> values;

    std::span<const std::uint32_t> of(std::uint32_t key) const {
        return {values.data() + begins[key], values.data() + begins[key + 1]};
    }
};

// The numbers 0, 1, 2, ... by their keys below `key_count`, ascending in each group; those of other
// keys are left out.
template <class KeyOf>
Groups group(std::uint32_t count, std::uint32_t key_count, const KeyOf& key_of) {
    Groups groups;
    groups.begins.resize(key_count + 2);
    for (std::uint32_t i = 0; i < count; ++i)
        if (key_of(i) < key_count) ++groups.begins[key_of(i) + 2];
    std::partial_sum(groups.begins.begin(), groups.begins.end(), groups.begins.begin());
    groups.values.resize(groups.begins.back());
    for (std::uint32_t i = 0; i < count; ++i)
        if (const std::uint32_t key = key_of(i); key < key_count)
            groups.values[groups.begins[key + 1]++] = i;
    return groups;
}

/// One of the sources, form by form in key order.
struct FormCursor {
    const SegmentSource* source = nullptr;
    std::uint32_t number = 0;  // of the source
    WordCounts counts{};
    std::vector<std::uint32_t> order{};
    Groups units{};  // by form
    std::size_t next = 0;
    VocabularyForm form{};

    bool at_end() const { return next == order.size(); }
    void read() {
        if (!at_end()) form = source->form(order[next]);
    }
};

FormCursor cursor_of(const SegmentSource& source, std::uint32_t number) {
    FormCursor cursor{.source = &source, .number = number, .counts = count_words(source)};
    cursor.order = source.forms_in_order();
    std::erase_if(cursor.order,
                  [&](std::uint32_t form) { return cursor.counts.forms[form].articles == 0; });
    cursor.units = group(source.unit_count(), source.form_count(),
                         [&](std::uint32_t unit) { return source.unit(unit).form; });
    cursor.read();
    return cursor;
}

/// A form or unit of the new segment, by one of the places where it comes from.
struct NewForm {
    std::uint32_t source = 0;
    std::uint32_t form = 0;
    std::uint32_t passages = 0;
    std::uint32_t articles = 0;
};
struct NewUnit {
    std::uint32_t source = 0;
    UnitId unit = 0;
    std::uint32_t form = no_form;  // of the new segment
    std::uint64_t count = 0;
};

class VocabularyMaker {
  public:
    VocabularyMaker(std::span<const SegmentSource* const> sources,
                    const std::vector<std::string>& languages)
        : sources_(sources), languages_(languages) {
        std::vector<std::future<FormCursor>> cursors;
        for (std::uint32_t i = 0; i < sources.size(); ++i) {
            const auto policy = i == 0 ? std::launch::deferred : std::launch::async;
            cursors.push_back(
                std::async(policy, [&sources, i] { return cursor_of(*sources[i], i); }));
            unit_of_.emplace_back(sources[i]->unit_count(), no_unit);
        }
        for (std::future<FormCursor>& cursor : cursors) cursors_.push_back(cursor.get());
    }

    SegmentVocabulary make() {
        add_gaps();
        while (add_form()) {
        }
        cursors_ = {};
        const std::vector<std::uint32_t> order = order_units();
        SegmentVocabulary vocabulary;
        vocabulary.code = best_code(order);
        vocabulary.words_file = encode(order, vocabulary.code);
        std::vector<UnitId> place(order.size());
        for (UnitId unit = 0; unit < order.size(); ++unit) place[order[unit]] = unit;
        for (std::vector<UnitId>& units : unit_of_)
            for (UnitId& unit : units)
                if (unit != no_unit) unit = place[unit];
        vocabulary.unit_of = std::move(unit_of_);
        return vocabulary;
    }

  private:
    /// A unit of a source that is to become one with those of the same text.
    struct SourceUnit {
        std::string_view text;
        std::uint32_t source = 0;
        UnitId unit = 0;
        std::uint64_t count = 0;
    };

    std::string_view text_of(const NewUnit& unit) const {
        return sources_[unit.source]->unit(unit.unit).text;
    }

    void gather(const FormCursor& cursor, std::span<const std::uint32_t> units) {
        for (const UnitId unit : units)
            if (const std::uint64_t count = cursor.counts.units[unit]; count > 0)
                gathered_.push_back({cursor.source->unit(unit).text, cursor.number, unit, count});
    }

    // Those with the same text become one unit of the new segment.
    void unite_gathered(std::uint32_t form) {
        std::ranges::sort(gathered_, [](const SourceUnit& a, const SourceUnit& b) {
            return std::tie(a.text, a.source, a.unit) < std::tie(b.text, b.source, b.unit);
        });
        std::string_view last;
        bool is_first = true;
        for (const SourceUnit& unit : gathered_) {
            if (is_first || unit.text != last) units_.push_back({unit.source, unit.unit, form, 0});
            is_first = false;
            last = unit.text;
            units_.back().count += unit.count;
            unit_of_[unit.source][unit.unit] = static_cast<UnitId>(units_.size() - 1);
        }
        gathered_.clear();
    }

    void add_gaps() {
        for (const FormCursor& cursor : cursors_) {
            std::vector<UnitId> gaps;
            for (UnitId unit = 0; unit < cursor.source->unit_count(); ++unit)
                if (cursor.source->unit(unit).form == no_form) gaps.push_back(unit);
            gather(cursor, gaps);
        }
        unite_gathered(no_form);
    }

    // The least form of all sources; false where there is none left.
    bool add_form() {
        const FormCursor* least = nullptr;
        for (const FormCursor& cursor : cursors_)
            if (!cursor.at_end() && (!least || comes_before(cursor.form, least->form)))
                least = &cursor;
        if (!least) return false;
        NewForm form{.source = least->number, .form = least->order[least->next]};
        same_.clear();
        for (FormCursor& cursor : cursors_)
            if (!cursor.at_end() && !comes_before(least->form, cursor.form))
                same_.push_back(&cursor);
        for (FormCursor* cursor : same_) {
            const std::uint32_t number = cursor->order[cursor->next];
            form.passages += cursor->counts.forms[number].passages;
            form.articles += cursor->counts.forms[number].articles;
            gather(*cursor, cursor->units.of(number));
        }
        unite_gathered(static_cast<std::uint32_t>(forms_.size()));
        forms_.push_back(form);
        for (FormCursor* cursor : same_) {
            ++cursor->next;
            cursor->read();
        }
        return true;
    }

    // By descending frequency, then text, then as they came: gaps, then forms in key order.
    std::vector<std::uint32_t> order_units() const {
        std::vector<std::uint32_t> order =
            order_by_text(static_cast<std::uint32_t>(units_.size()),
                          [&](std::uint32_t unit) { return text_of(units_[unit]); });
        std::ranges::stable_sort(order, std::greater(),
                                 [&](std::uint32_t unit) { return units_[unit].count; });
        return order;
    }

    DenseCode best_code(const std::vector<std::uint32_t>& order) const {
        std::vector<std::uint64_t> occurrences;
        occurrences.reserve(order.size());
        for (const std::uint32_t unit : order) occurrences.push_back(units_[unit].count);
        return DenseCode(DenseCode::best_stoppers(occurrences));
    }

    std::string encode(const std::vector<std::uint32_t>& order, const DenseCode& code) const {
        WordsEncoder encoder(code);
        for (const std::uint32_t unit : order)
            encoder.add_unit(text_of(units_[unit]), units_[unit].form);
        const Groups spellings = group(
            static_cast<std::uint32_t>(order.size()), static_cast<std::uint32_t>(forms_.size()),
            [&](std::uint32_t unit) { return units_[order[unit]].form; });
        for (std::uint32_t form = 0; form < forms_.size(); ++form) {
            FormEntry entry = entry_of(forms_[form]);
            for (const UnitId unit : spellings.of(form)) {
                entry.units.push_back(unit);
                entry.occurrences += units_[order[unit]].count;
            }
            encoder.add_form(entry);
        }
        return encoder.bytes();
    }

    FormEntry entry_of(const NewForm& of) const {
        const VocabularyForm form = sources_[of.source]->form(of.form);
        const auto language = std::ranges::find(languages_, form.language);
        FormEntry entry;
        entry.folded = form.folded;
        entry.language = static_cast<std::uint8_t>(language - languages_.begin());
        entry.term = form.term;
        entry.acronym = form.acronym;
        entry.is_stop_word = form.is_stop_word;
        entry.passages = of.passages;
        entry.articles = of.articles;
        return entry;
    }

    std::span<const SegmentSource* const> sources_;
    const std::vector<std::string>& languages_;
    std::vector<FormCursor> cursors_;
    std::vector<std::vector<UnitId>> unit_of_;  // numbers of units_ until they are ordered
    std::vector<NewForm> forms_;                // in key order
    std::vector<NewUnit> units_;
    std::vector<SourceUnit> gathered_;
    std::vector<FormCursor*> same_;
};

}  // namespace

SegmentVocabulary make_vocabulary(std::span<const SegmentSource* const> sources,
                                  const std::vector<std::string>& languages) {
    return VocabularyMaker(sources, languages).make();
}

}  // namespace dateline
