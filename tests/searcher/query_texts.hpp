#pragma once

#include <array>
#include <iterator>
#include <optional>
#include <random>
#include <string>
#include <string_view>

#include "corpus/error.hpp"
#include "searcher/query.hpp"

namespace dateline::test {

struct QueryFailure {
    std::string message;
    std::string hint;
    std::size_t column = 0;  ///< of the caret; the byte, in a query of ASCII
};

/// nullopt where the query is read without complaint.
inline std::optional<QueryFailure> failure_of(std::string_view query) {
    try {
        parse_query(query);
        return std::nullopt;
    } catch (const Error& error) {
        const std::string& excerpt = error.excerpt();
        return QueryFailure{error.what(), error.hint(), excerpt.size() - excerpt.rfind('\n') - 4};
    }
}

/// Random texts of the query grammar; the same on every machine.
class QueryTexts {
  public:
    explicit QueryTexts(std::uint32_t seed) : numbers_(seed) {}

    /// A query that the grammar allows.
    std::string valid(int depth = 4) {
        std::string out = valid_sequence(depth);
        for (std::size_t more = below(3); more > 0; --more) {
            constexpr std::array<std::string_view, 4> joints{" AND ", " OR ", " NOT ", " AND NOT "};
            out += one_of(joints);
            out += valid_sequence(depth);
        }
        return below(8) == 0 ? "NOT " + out : out;
    }

    /// Fragments of the grammar, thrown together.
    std::string any() {
        constexpr std::string_view fragments[] = {
            " ",     " ",     " ",     "a",         "nato",      "iraq",    "F-16",   "+",
            "-",     "AND",   "OR",    "NOT",       " AND ",     " OR ",    " NOT ",  "(",
            ")",     "(",     ")",     "\"",        "\"a b\"",   "\u201C",  "\u201D", "\u00AB",
            ":",     "date:", "..",    "2020",      "2020-01",   "source:", "lang:",  "headline:",
            "hl:",   "*",     "?",     "~1",        "^2",        "w/5",     "caps",   "none",
            "北京",  "é",     "\xFF",  "\xE2\x80",  "event:x",   "\x01",    " w/5 ",  "NEAR",
            "pre/3", "w/s",   "w/p",   " w/0 ",     "ADJ",       "=a",      "wor*",   "w?rd",
            "a~",    "b~2",   "caps(", "atleast3(", "atleast0(", "^0.5",    "~2",
        };
        std::string out;
        for (std::size_t more = below(14); more > 0; --more)
            out += fragments[below(std::size(fragments))];
        return out;
    }

    std::size_t below(std::size_t bound) { return numbers_() % bound; }

  private:
    template <std::size_t Size>
    std::string one_of(const std::array<std::string_view, Size>& choices) {
        return std::string(choices[below(Size)]);
    }

    std::string valid_sequence(int depth) {
        std::string out;
        for (std::size_t more = 1 + below(3); more > 0; --more) {
            constexpr std::array<std::string_view, 5> signs{"", "", "", "+", "-"};
            out += out.empty() ? "" : " ";
            out += one_of(signs);
            out += below(6) == 0 ? valid_near(depth) : valid_operand(depth);
        }
        return out;
    }

    // Words, phrases and what joins them, without brackets around it.
    std::string valid_near(int depth) {
        constexpr std::array<std::string_view, 10> joints{
            " w/5 ",  " W/1 ", " pre/3 ", " NEAR/7 ", " adj/2 ",
            " NEAR ", " w/s ", " pre/p ", " w/p ",    " NOT w/4 "};
        std::string out = valid_in_text(depth);
        for (std::size_t more = 1 + below(2); more > 0; --more) {
            out += one_of(joints);
            out += valid_in_text(depth);
        }
        return out;
    }

    std::string valid_in_text(int depth) {
        constexpr std::array<std::string_view, 14> leaves{"nato",        "=iraq",
                                                          "train*",      "w?r",
                                                          "bagdad~",     "bagdad~2",
                                                          "\"in iraq\"", "\"a b\"~3",
                                                          "caps(US)",    "caps(\"Jane Doe\")",
                                                          "headline:a",  "body:\"in iraq\"",
                                                          "hlead:=b",    "al-Qaeda"};
        if (depth > 0 && below(4) == 0)
            return "(" + valid_in_text(depth - 1) +
                   (below(2) == 0                 ? " OR "
                    : depth == 1 && below(4) == 0 ? " AND "
                                                  : " ") +
                   valid_in_text(depth - 1) + ")";
        if (depth > 0 && below(6) == 0) return "(" + valid_near(depth - 1) + ")";
        if (depth > 0 && below(6) == 0) return "atleast2(" + valid_in_text(depth - 1) + ")";
        return std::string(one_of(leaves)) + (below(5) == 0 ? "^2.5" : "");
    }

    std::string valid_operand(int depth) {
        constexpr std::array<std::string_view, 10> words{
            "nato", "iraq", "al-Qaeda", "F-16", "10:30", "won?", "北京", "AT&T", "and", "[a,b]"};
        constexpr std::array<std::string_view, 15> leaves{"\"in iraq\"",
                                                          "\u201Ca \" b\u201D",
                                                          "\u00ABx \u201D \" y\u00BB",
                                                          "source:new*",
                                                          "source:\"a b*\"",
                                                          "byline:\"jane doe\"",
                                                          "byline:doe",
                                                          "date:2020-01..2020-03",
                                                          "date:none",
                                                          "before:2019",
                                                          "after:2019-02-28",
                                                          "headline:nato",
                                                          "body:\"a b\"",
                                                          "id:a/b:1",
                                                          "lang:de"};
        if (below(6) == 0) return valid_in_text(depth);
        if (depth > 0 && below(5) == 0) return "(" + valid(depth - 1) + ")";
        if (depth > 0 && below(8) == 0) return field_group(depth);
        return below(3) == 0 ? one_of(leaves) : one_of(words);
    }

    std::string field_group(int depth) {
        constexpr std::array<std::string_view, 4> fields{"headline:(", "source:(", "byline:(",
                                                         "hlead:("};
        return one_of(fields) + group_of_words(depth) + ")";
    }

    std::string group_of_words(int depth) {
        constexpr std::array<std::string_view, 5> words{"nato", "iraq", "\"new york\"", "\"a\"",
                                                        "F-16"};
        constexpr std::array<std::string_view, 7> joints{" ",     " ",    " -",   " +",
                                                         " AND ", " OR ", " NOT "};
        std::string out = one_of(words);
        for (std::size_t more = below(3); more > 0; --more) {
            out += one_of(joints);
            const bool nested = depth > 0 && below(3) == 0;
            out += nested ? "(" + group_of_words(depth - 1) + ")" : one_of(words);
        }
        return out;
    }

    std::mt19937 numbers_;
};

}  // namespace dateline::test
