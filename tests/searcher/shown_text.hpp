#pragma once

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/text_range.hpp"

namespace dateline::test {

inline std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

/// The text without SGR sequences; any other escape stays in it.
inline std::string without_color(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const std::size_t end = text.find('m');
        const bool sequence =
            text.starts_with("\x1b[") && end != std::string_view::npos &&
            text.substr(2, end - 2).find_first_not_of("0123456789;") == std::string_view::npos;
        if (!sequence) out += text.front();
        text.remove_prefix(sequence ? end + 1 : 1);
    }
    return out;
}

/// Random news in many scripts, with what must never be printed in between.
class RandomProse {
  public:
    explicit RandomProse(std::uint32_t seed) : numbers_(seed) {}

    std::string text(std::size_t words) {
        static const std::vector<std::string> pieces{"NATO",
                                                     "a",
                                                     "training",
                                                     "北京市政府",
                                                     "、",
                                                     "を発表した。",
                                                     "한국",
                                                     "بغداد",
                                                     "ירושלים",
                                                     "cafe\u0301",
                                                     "👍🏽",
                                                     "🇩🇪🇫🇷",
                                                     "\x1b[2J",
                                                     "\u202E",
                                                     "\u009B",
                                                     "कि",
                                                     "Donaudampfschifffahrtsgesellschaftskapitän",
                                                     "isn't.",
                                                     "\u201Cwell\u201D,",
                                                     "\x07"};
        static const std::vector<std::string> gaps{" ", " ", " ", "", "\n", "  ", "\n\n", "\u3000"};
        std::string out;
        for (; words > 0; --words) {
            out += pieces[below(pieces.size())];
            out += gaps[below(gaps.size())];
        }
        return out;
    }

    /// Ascending and disjoint, on any bytes.
    std::vector<TextRange> ranges(std::string_view text) {
        std::vector<TextRange> out;
        std::uint32_t at = 0;
        while (true) {
            at += static_cast<std::uint32_t>(below(40));
            const auto end = at + 1 + static_cast<std::uint32_t>(below(12));
            if (end > text.size()) return out;
            out.push_back({at, end});
            at = end;
        }
    }

    std::size_t below(std::size_t bound) { return numbers_() % bound; }

  private:
    std::mt19937 numbers_;
};

}  // namespace dateline::test
