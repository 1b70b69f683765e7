#include "indexer/term_passages.hpp"

#include <algorithm>
#include <utility>

#include "corpus/terms_file.hpp"
#include "corpus/words_file.hpp"

namespace dateline {

void TermPassages::add(std::string_view term, std::uint32_t passages) {
    terms_ += term;
    ends_.push_back(terms_.size());
    passages_.push_back(passages);
}

std::string_view TermPassages::term(std::size_t number) const {
    const std::uint64_t begin = number == 0 ? 0 : ends_[number - 1];
    return std::string_view(terms_).substr(begin, ends_[number] - begin);
}

// In steps that double, away from the last one, and then between the last two of them.
std::optional<std::size_t> TermPassages::find(std::string_view wanted) {
    std::size_t first = last_;
    std::size_t end = last_;
    for (std::size_t step = 1; first > 0 && term(first) > wanted; step *= 2) {
        end = first;
        first -= std::min(first, step);
    }
    for (std::size_t step = 1; end < count() && term(end) < wanted; step *= 2) {
        first = end + 1;
        end = std::min(count(), end + step);
    }
    while (first < end) {
        const std::size_t middle = first + (end - first) / 2;
        if (term(middle) < wanted)
            first = middle + 1;
        else
            end = middle;
    }
    if (first == count()) return std::nullopt;
    last_ = first;
    if (term(first) != wanted) return std::nullopt;
    return first;
}

void write_unit_terms(const std::filesystem::path& folder, TermPassages& passages) {
    const WordsFile words(folder / "words");
    std::vector<std::uint32_t> terms(words.unit_count(), TermsFile::no_term);
    words.visit_forms(0, words.form_count(), [&](std::uint32_t, const FormEntry& form) {
        const std::optional<std::size_t> number = passages.find(form.term);
        if (!number) return;
        const bool tells = !form.is_stop_word && form.acronym.empty();
        for (const UnitId unit : form.units)
            terms[unit] =
                static_cast<std::uint32_t>(*number) | (tells ? 0 : TermsFile::tells_nothing);
    });
    // Units are numbered by frequency, and terms so that what is read often lies together.
    std::vector<std::uint32_t> numbers(passages.count(), TermsFile::no_term);
    std::vector<std::uint32_t> in_order;
    for (std::uint32_t& term : terms) {
        if (term == TermsFile::no_term) continue;
        std::uint32_t& number = numbers[term & ~TermsFile::tells_nothing];
        if (number == TermsFile::no_term) {
            number = static_cast<std::uint32_t>(in_order.size());
            in_order.push_back(passages.passages(term & ~TermsFile::tells_nothing));
        }
        term = number | (term & TermsFile::tells_nothing);
    }
    write_terms_file(folder / "terms", terms, in_order);
}

}  // namespace dateline
