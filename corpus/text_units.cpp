#include "corpus/text_units.hpp"

#include <algorithm>

namespace dateline {

namespace {

class UnitCutter {
  public:
    UnitCutter(std::string_view text, std::vector<TextUnit>& units) : text_(text), units_(units) {}

    void add_gap(std::uint32_t end) {
        const TextRange gap{at_, end};
        const bool goes_without_saying = after_word_ ? gap.in(text_) == " " : gap.empty();
        if (!goes_without_saying) add(gap, nullptr);
    }

    void add(TextRange range, const Word* word) {
        units_.push_back({range, word});
        at_ = range.end;
        after_word_ = word != nullptr;
    }

    std::uint32_t at() const { return at_; }

  private:
    std::string_view text_;
    std::vector<TextUnit>& units_;
    std::uint32_t at_ = 0;
    bool after_word_ = false;
};

}  // namespace

bool cut_into_units(std::string_view text, const std::vector<Token>& tokens,
                    std::vector<TextUnit>& units) {
    units.clear();
    UnitCutter cutter(text, units);
    bool regular = true;
    for (const Token& token : tokens) {
        if (token.range.begin >= cutter.at()) {
            cutter.add_gap(token.range.begin);
            cutter.add(token.range, token.word);
        } else {
            regular = false;
            if (token.range.end > cutter.at()) cutter.add({cutter.at(), token.range.end}, nullptr);
        }
    }
    const auto size = static_cast<std::uint32_t>(text.size());
    if (cutter.at() < size) cutter.add({cutter.at(), size}, nullptr);
    return regular;
}

void UnitJoiner::add(std::string_view unit, bool is_word) {
    if (is_word && after_word_) out_ += ' ';
    out_ += unit;
    after_word_ = is_word;
}

}  // namespace dateline
