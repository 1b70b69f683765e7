#include "searcher/spelling.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "corpus/analyzer.hpp"
#include "corpus/unicode.hpp"
#include "searcher/expansion.hpp"

namespace dateline {

namespace {

constexpr std::size_t least_letters = 3;
constexpr std::size_t letters_for_two_edits = 6;
constexpr double frequency_of_an_edit = 50;

struct Candidate {
    std::uint64_t occurrences = 0;
    std::uint64_t best_occurrences = 0;  // in one segment, where `spelling` is from
    std::string spelling;
};

std::uint32_t edits_between(std::u32string_view a, std::u32string_view b, std::uint32_t most) {
    std::uint32_t edits = 0;
    while (edits <= most && !is_within_edits(a, b, edits)) ++edits;
    return edits;
}

// What the word meant may begin with.
std::set<std::string> beginnings(std::u32string_view letters) {
    return {to_utf8(letters.substr(0, 1)), to_utf8(letters.substr(1, 2)),
            to_utf8(std::u32string{letters[1], letters[0]})};
}

/// Gathers words near to one.
class Speller {
  public:
    explicit Speller(std::u32string letters)
        : letters_(std::move(letters)),
          most_edits_(letters_.size() < letters_for_two_edits ? 1 : 2) {}

    void look_at(const WordsFile& words) {
        std::uint32_t seen = 0;  // beginnings ascend: none is looked at twice
        for (const std::string& beginning : beginnings(letters_)) {
            const auto [first, end] = words.forms_with_prefix(beginning);
            words.visit_forms(std::max(first, seen), end,
                              [&](std::uint32_t, const FormEntry& form) { consider(words, form); });
            seen = std::max(seen, end);
        }
    }

    std::string best() const {
        const Candidate* best = nullptr;
        double most = 0;
        for (const auto& [folded, candidate] : candidates_) {
            if (candidate.occurrences < 2) continue;
            const auto edits = edits_between(letters_, to_utf32(folded), most_edits_);
            const double value =
                static_cast<double>(candidate.occurrences) / std::pow(frequency_of_an_edit, edits);
            if (best && value <= most) continue;
            best = &candidate;
            most = value;
        }
        return best ? best->spelling : std::string();
    }

  private:
    void consider(const WordsFile& words, const FormEntry& form) {
        if (form.folded.size() > 4 * (letters_.size() + most_edits_) || form.units.empty()) return;
        const std::u32string other = to_utf32(form.folded);
        if (other.size() > letters_.size() + most_edits_ ||
            other.size() + most_edits_ < letters_.size() ||
            !is_within_edits(letters_, other, most_edits_))
            return;
        Candidate& candidate = candidates_[form.folded];
        candidate.occurrences += form.occurrences;
        if (form.occurrences <= candidate.best_occurrences) return;
        candidate.best_occurrences = form.occurrences;
        candidate.spelling = words.unit(form.units.front()).text;
    }

    std::u32string letters_;
    std::uint32_t most_edits_;
    std::map<std::string, Candidate> candidates_;  // by folded form
};

}  // namespace

std::string suggested_spelling(std::string_view word, std::span<const Segment> segments) {
    std::u32string letters = to_utf32(fold_text(word));
    if (letters.size() < least_letters) return {};
    Speller speller(std::move(letters));
    for (const Segment& segment : segments) speller.look_at(segment.texts().words());
    return speller.best();
}

}  // namespace dateline
