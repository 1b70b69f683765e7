#include "searcher/asked_units.hpp"

#include "tests/catch.hpp"
#include "tests/corpus/encoded_words.hpp"
#include "tests/searcher/made_words.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

FormEntry form(const std::string& folded, std::uint8_t language, const std::string& term,
               const std::string& acronym, const std::vector<UnitId>& units) {
    return {
        .folded = folded, .language = language, .term = term, .acronym = acronym, .units = units};
}

// Units: 0 war, 1 Wars, 2 war (of language 1), 3 us, 4 US, 5 US's, 6 a gap.
WordsFile several_words(const TemporaryFolder& folder) {
    const std::vector<FormEntry> forms{
        form("us", 0, "us", "", {3}),     form("us", 0, "us", "us", {4}),
        form("us's", 0, "us", "us", {5}), form("war", 0, "war", "", {0}),
        form("war", 1, "war", "", {2}),   form("wars", 0, "war", "", {1})};
    const std::vector<UnitEntry> units{{"war", 3}, {"Wars", 5}, {"war", 4}, {"us", 0},
                                       {"US", 1},  {"US's", 2}, {", "}};
    return WordsFile(folder.write("words", test::encode_words(units, forms, DenseCode(3))));
}

AskedToken asked(const std::string& term, const std::string& folded, const std::string& acronym) {
    AskedToken token;
    token.term = term;
    token.folded = folded;
    token.acronym = acronym;
    return token;
}

using Bits = std::vector<std::uint64_t>;

constexpr WordMatch by_form = WordMatch::form;
constexpr WordMatch by_stem = WordMatch::stem;

Bits bits_of(const WordsFile& words, std::vector<AskedToken> tokens, WordMatch match,
             const std::vector<bool>& languages) {
    for (AskedToken& token : tokens) token.match = match;
    const AskedUnits units(words, tokens, languages);
    Bits bits;
    for (UnitId unit = 0; unit < words.unit_count(); ++unit) bits.push_back(units.tokens_of(unit));
    return bits;
}

}  // namespace

TEST_CASE("units are asked for by form or by stem, in the languages asked about") {
    const TemporaryFolder folder;
    const WordsFile words = several_words(folder);
    const std::vector<AskedToken> war{asked("war", "war", "")};
    CHECK(bits_of(words, war, by_form, {true, true}) == Bits{1, 0, 1, 0, 0, 0, 0});
    CHECK(bits_of(words, war, by_form, {true, false}) == Bits{1, 0, 0, 0, 0, 0, 0});
    CHECK(bits_of(words, war, by_stem, {true, false}) == Bits{1, 1, 0, 0, 0, 0, 0});
    CHECK(bits_of(words, war, by_stem, {}) == Bits(7));
}

TEST_CASE("an acronym is asked for in any form, a common word is its acronym too") {
    const TemporaryFolder folder;
    const WordsFile words = several_words(folder);
    CHECK(bits_of(words, {asked("Uus", "us", "us")}, by_form, {true}) == Bits{0, 0, 0, 0, 1, 1, 0});
    CHECK(bits_of(words, {asked("us", "us", "")}, by_form, {true}) == Bits{0, 0, 0, 1, 1, 0, 0});
    CHECK(bits_of(words, {asked("us", "us", "")}, by_stem, {true}) == Bits{0, 0, 0, 1, 1, 1, 0});
}

TEST_CASE("letters are those of the spelling, or of its possessive") {
    const TemporaryFolder folder;
    const WordsFile words = several_words(folder);
    AskedToken capitals = asked("us", "us", "");
    capitals.letters = "US";
    CHECK(bits_of(words, {capitals}, WordMatch::letters, {true}) == Bits{0, 0, 0, 0, 1, 1, 0});
    capitals.letters = "us";
    CHECK(bits_of(words, {capitals}, WordMatch::letters, {true}) == Bits{0, 0, 0, 1, 0, 0, 0});
}

TEST_CASE("an expanded word is all the forms that it stands for") {
    const TemporaryFolder folder;
    const WordsFile words = several_words(folder);
    AskedToken any = asked("", "w*", "");
    auto expansion = std::make_shared<Expansion>();
    expansion->forms = {"war", "wars"};
    any.expansion = expansion;
    CHECK(bits_of(words, {any}, WordMatch::pattern, {true, true}) == Bits{1, 1, 1, 0, 0, 0, 0});
}

TEST_CASE("a unit may be several tokens of a phrase") {
    const TemporaryFolder folder;
    const WordsFile words = several_words(folder);
    const std::vector<AskedToken> tokens{asked("war", "war", ""), asked("us", "us", ""),
                                         asked("war", "war", "")};
    CHECK(bits_of(words, tokens, by_form, {true, true}) == Bits{5, 0, 5, 2, 2, 0, 0});
    CHECK(AskedUnits(words, tokens, {true}).last_token() == 4);
}

TEST_CASE("no first token of a phrase is passed over in a code") {
    std::vector<std::string> units;
    for (int i = 0; i < 40; ++i) units.push_back("w" + std::to_string(i));
    for (const std::uint32_t stoppers : {1U, 2U, 4U, 30U, 255U}) {
        const MadeWords made(units, stoppers);
        std::string code;
        std::vector<std::size_t> begins;  // of the units
        for (UnitId unit = 0; unit < 40 * 40; ++unit) {
            begins.push_back(code.size());
            made.words().code().append(code, unit * 7 % 41 % 40);
        }
        for (const UnitId first : {0U, 1U, 5U, 39U}) {
            AskedUnits asked(made.words(), made.asked(units[first]), {true});
            const char* const end = code.data() + code.size();
            const char* at = code.data();
            for (UnitId unit = 0; unit < begins.size(); ++unit) {
                if (unit * 7 % 41 % 40 != first) continue;
                const char* const expected = code.data() + begins[unit];
                while (at < expected) {
                    at = asked.next_first_token(at, end);
                    REQUIRE(at <= expected);
                    if (at < expected) made.words().code().next(at, end);
                }
                made.words().code().next(at, end);
            }
        }
    }
}
