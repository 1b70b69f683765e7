#include "searcher/asked_units.hpp"

#include <algorithm>
#include <bit>
#include <iterator>
#include <map>
#include <numeric>
#include <string>
#include <utility>

#include "searcher/phrase.hpp"

namespace dateline {

namespace {

// Numbers of forms that may be what is asked for. An acronym stands alone or in the possessive.
std::vector<std::uint32_t> candidates(const WordsFile& words, const AskedToken& token) {
    std::vector<std::uint32_t> forms;
    const auto add = [&](std::string_view folded) {
        std::ranges::copy(words.forms_of_folded(folded), std::back_inserter(forms));
    };
    if (!token.acronym.empty()) {
        add(token.acronym);
        add(token.acronym + "'s");
    } else if (token.expansion) {
        for (const std::string& form : token.expansion->forms) add(form);
    } else if (token.match == WordMatch::stem) {
        if (!token.term.empty()) forms = words.forms_of_term(token.term);
    } else {
        add(token.folded);
        if (token.match == WordMatch::letters) add(token.folded + "'s");
    }
    return forms;
}

std::size_t ending(std::uint32_t before, char last) {
    return before | std::size_t{static_cast<unsigned char>(last)} << 8;
}
std::size_t ending(const char* last) { return ending(static_cast<unsigned char>(last[-1]), *last); }

}  // namespace

std::vector<AskedForm> forms_of(const WordsFile& words, const AskedToken& token,
                                const std::vector<bool>& languages) {
    std::vector<AskedForm> forms;
    for (const std::uint32_t number : candidates(words, token)) {
        FormEntry form = words.form(number);
        if (form.language >= languages.size() || !languages[form.language]) continue;
        if (token.acronym.empty() || form.acronym == token.acronym)
            forms.push_back({number, std::move(form)});
    }
    return forms;
}

std::vector<UnitId> units_of(const WordsFile& words, const AskedToken& token,
                             std::span<const AskedForm> forms) {
    std::vector<UnitId> units;
    for (const auto& [number, form] : forms)
        std::ranges::copy_if(form.units, std::back_inserter(units), [&](UnitId unit) {
            return token.match != WordMatch::letters ||
                   is_written_as(words.unit(unit).text, token.letters);
        });
    return units;
}

std::vector<std::vector<UnitId>> units_of(const WordsFile& words,
                                          std::span<const AskedToken> tokens,
                                          const std::vector<bool>& languages) {
    std::vector<std::vector<UnitId>> units;
    for (const AskedToken& token : tokens)
        units.push_back(units_of(words, token, forms_of(words, token, languages)));
    return units;
}

FormBits asked_forms(const WordsFile& words, const AskedToken& token,
                     std::span<const AskedForm> forms) {
    if (token.match == WordMatch::stem || token.expansion || !token.acronym.empty())
        return any_form;
    FormBits asked = 0;
    for (const auto& [form, bits] : form_bits(words, token.term))
        if (std::ranges::find(forms, form, &AskedForm::number) != forms.end()) asked |= bits;
    return asked != 0 ? asked : any_form;
}

AskedUnits::AskedUnits(const WordsFile& words, std::span<const AskedToken> tokens,
                       const std::vector<bool>& languages)
    : AskedUnits(words.code(), units_of(words, tokens, languages)) {}

AskedUnits::AskedUnits(const DenseCode& code, std::vector<std::vector<UnitId>> units)
    : code_(code) {
    std::map<UnitId, std::uint64_t> tokens_of_unit;
    for (std::size_t i = 0; i < units.size(); ++i) {
        last_token_ = std::uint64_t{1} << i;
        for (const UnitId unit : units[i]) tokens_of_unit[unit] |= last_token_;
    }
    slots_.resize(std::bit_ceil(4 * tokens_of_unit.size() + 1));
    slot_mask_ = slots_.size() - 1;
    std::vector<std::uint32_t> all(units.size());
    std::iota(all.begin(), all.end(), 0U);
    rarest_ = rarest_token(code_, units, all);
    if (!units.empty()) first_token_ = std::move(units.front());
    if (first_token_.size() <= UnitSearch::most_units) first_search_.emplace(code_, first_token_);
    for (const auto& [unit, bits] : tokens_of_unit) add(unit, bits);
}

void AskedUnits::add(UnitId unit, std::uint64_t tokens) {
    std::size_t slot = unit & slot_mask_;
    while (slots_[slot].tokens != 0) slot = (slot + 1) & slot_mask_;
    slots_[slot] = {unit, tokens};
}

void AskedUnits::find_endings() {
    endings_.resize(std::size_t{1} << 16);
    for (const UnitId unit : first_token_) add_ending(unit);
}

void AskedUnits::add_ending(UnitId unit) {
    std::string bytes;
    code_.append(bytes, unit);
    if (bytes.size() > 1) endings_[ending(bytes.data() + bytes.size() - 1)] = 1;
    for (std::uint32_t before = 0; bytes.size() == 1 && before < code_.stoppers(); ++before)
        endings_[ending(before, bytes.front())] = 1;
}

const char* AskedUnits::next_first_token(const char* at, const char* end) {
    if (first_search_) return first_search_->next(at, end);
    if (endings_.empty()) find_endings();
    if (at == end || endings_[ending(0, *at)] != 0) return at;
    for (const char* last = at + 1; last != end; ++last) {
        if (endings_[ending(last)] == 0) continue;
        while (last != at && static_cast<unsigned char>(last[-1]) >= code_.stoppers()) --last;
        return last;
    }
    return end;
}

}  // namespace dateline
