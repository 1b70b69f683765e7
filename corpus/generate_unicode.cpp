// Run by the build: writes unicode_tables.cpp, what ICU knows of each character cut down to what
// the analyzer asks, and the fingerprint of the stemmers. So a search loads neither ICU nor 30 MB
// of its data.

#define XXH_INLINE_ALL
#include <fmt/format.h>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "corpus/detail/unicode_tables.hpp"
#include "corpus/stemmer.hpp"

namespace {

using dateline::CharacterClass;
using dateline::detail::character_limit;
using dateline::detail::CharacterMapping;
using dateline::detail::CharacterRecord;

void require(bool holds, const char* what) {
    if (!holds) throw std::runtime_error(what);
}

icu::UnicodeString to_icu(const std::u32string& text) {
    return icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(text.data()),
                                         static_cast<int32_t>(text.size()));
}

std::u32string from_icu(const icu::UnicodeString& text) {
    std::u32string out(static_cast<std::size_t>(text.countChar32()), U'\0');
    UErrorCode status = U_ZERO_ERROR;
    text.toUTF32(reinterpret_cast<UChar32*>(out.data()), static_cast<int32_t>(out.size()), status);
    require(U_SUCCESS(status) || status == U_STRING_NOT_TERMINATED_WARNING, "toUTF32");
    return out;
}

/// ICU's services that the tables are made with.
class Icu {
  public:
    Icu() {
        UErrorCode status = U_ZERO_ERROR;
        nfc_ = icu::Normalizer2::getNFCInstance(status);
        nfkc_ = icu::Normalizer2::getNFKCInstance(status);
        nfkd_ = icu::Normalizer2::getNFKDInstance(status);
        latin_.reset(icu::Transliterator::createInstance("Latin-ASCII", UTRANS_FORWARD, status));
        require(U_SUCCESS(status) && latin_, "ICU lacks its normalisation data");
    }

    std::u32string nfc(const std::u32string& text) const { return normalized(*nfc_, text); }
    std::u32string nfkc(const std::u32string& text) const { return normalized(*nfkc_, text); }
    std::u32string nfkd(const std::u32string& text) const { return normalized(*nfkd_, text); }
    std::u32string latin(const std::u32string& text) const {
        icu::UnicodeString changed = to_icu(text);
        latin_->transliterate(changed);
        return from_icu(changed);
    }
    /// The two characters that NFC puts together to `composite`; empty where it does not.
    std::u32string parts(char32_t composite) const {
        icu::UnicodeString raw;
        if (!nfc_->getRawDecomposition(static_cast<UChar32>(composite), raw)) return {};
        const std::u32string two = from_icu(raw);
        const bool composes = two.size() == 2 && nfc_->composePair(static_cast<UChar32>(two[0]),
                                                                   static_cast<UChar32>(two[1])) ==
                                                     static_cast<UChar32>(composite);
        return composes ? two : std::u32string();
    }

  private:
    static std::u32string normalized(const icu::Normalizer2& form, const std::u32string& text) {
        UErrorCode status = U_ZERO_ERROR;
        const icu::UnicodeString result = form.normalize(to_icu(text), status);
        require(U_SUCCESS(status), "normalize");
        return from_icu(result);
    }

    const icu::Normalizer2* nfc_ = nullptr;
    const icu::Normalizer2* nfkc_ = nullptr;
    const icu::Normalizer2* nfkd_ = nullptr;
    std::unique_ptr<icu::Transliterator> latin_;
};

bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != set.npos; }

bool has_script(char32_t c, std::initializer_list<UScriptCode> scripts) {
    return std::any_of(scripts.begin(), scripts.end(), [c](UScriptCode script) {
        return uscript_hasScript(static_cast<UChar32>(c), script) != 0;
    });
}

UScriptCode script_of(char32_t c) {
    UErrorCode status = U_ZERO_ERROR;
    return uscript_getScript(static_cast<UChar32>(c), &status);
}

int32_t property(char32_t c, UProperty name) {
    return u_getIntPropertyValue(static_cast<UChar32>(c), name);
}

// Invisible or stretching, inside words: soft hyphen, tatweel, joiners, byte order mark.
constexpr std::u32string_view ignorable = U"\u00AD\u0640\u180E\u200C\u200D\u2060\uFEFF";
constexpr std::u32string_view apostrophes = U"'\u00B4\u02BB\u02BC\u2018\u2019\u201B\u055A\uFF07";
constexpr std::u32string_view hyphens = U"-\u2010\u2011";
constexpr std::u32string_view half_width_voicing = U"\uFF9E\uFF9F";

bool is_unspaced(char32_t c) {
    return has_script(c, {USCRIPT_HAN, USCRIPT_HIRAGANA, USCRIPT_KATAKANA, USCRIPT_HANGUL,
                          USCRIPT_BOPOMOFO}) ||
           property(c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT;
}

bool is_number_sign(const Icu& icu, char32_t c) {  // superscripts and circled digits, no fractions
    const std::u32string plain = icu.nfkc({c});
    return std::all_of(plain.begin(), plain.end(), [](char32_t p) { return p >= '0' && p <= '9'; });
}

CharacterClass class_of_letter(char32_t c) {
    const int32_t syllable = property(c, UCHAR_HANGUL_SYLLABLE_TYPE);
    if (syllable == U_HST_VOWEL_JAMO || syllable == U_HST_TRAILING_JAMO)
        return CharacterClass::mark;
    if (is_one_of(c, half_width_voicing)) return CharacterClass::mark;
    return is_unspaced(c) ? CharacterClass::unspaced : CharacterClass::letter;
}

CharacterClass class_of(const Icu& icu, char32_t c) {
    if (is_one_of(c, apostrophes)) return CharacterClass::apostrophe;
    if (is_one_of(c, hyphens)) return CharacterClass::hyphen;
    if (is_one_of(c, ignorable)) return CharacterClass::mark;
    if (u_isUWhiteSpace(static_cast<UChar32>(c)) || c == 0x200B) return CharacterClass::space;
    const auto category = U_MASK(u_charType(static_cast<UChar32>(c)));
    if (category & U_GC_M_MASK) return CharacterClass::mark;
    if (category & (U_GC_L_MASK | U_GC_NL_MASK)) return class_of_letter(c);
    if (category & U_GC_ND_MASK) return CharacterClass::digit;
    if ((category & U_GC_NO_MASK) && is_number_sign(icu, c)) return CharacterClass::digit;
    return CharacterClass::other;
}

// Accents and vowel points, which many writers leave out. The marks of Indic and other scripts are
// vowels, and stay.
bool is_dropped_mark(char32_t c) {
    if (is_one_of(c, ignorable)) return true;
    if ((U_MASK(u_charType(static_cast<UChar32>(c))) & (U_GC_MN_MASK | U_GC_ME_MASK)) == 0)
        return false;
    constexpr std::array scripts{USCRIPT_INHERITED, USCRIPT_COMMON, USCRIPT_LATIN,  USCRIPT_GREEK,
                                 USCRIPT_CYRILLIC,  USCRIPT_HEBREW, USCRIPT_ARABIC, USCRIPT_SYRIAC};
    const bool is_voicing = c == 0x3099 || c == 0x309A;  // ga is no ka
    return !is_voicing && std::find(scripts.begin(), scripts.end(), script_of(c)) != scripts.end();
}

std::u32string without_dropped_marks(std::u32string text) {
    text.erase(std::remove_if(text.begin(), text.end(), is_dropped_mark), text.end());
    return text;
}

// A word stays a word: it begins with what can begin one, and holds nothing that would end it.
bool is_word(const Icu& icu, const std::u32string& text) {
    const auto is_inner = [&](char32_t c) {
        const CharacterClass kind = class_of(icu, c);
        return kind == CharacterClass::letter || kind == CharacterClass::digit ||
               kind == CharacterClass::unspaced || kind == CharacterClass::mark;
    };
    return !text.empty() && class_of(icu, text[0]) != CharacterClass::mark &&
           std::all_of(text.begin(), text.end(), is_inner);
}

std::u32string lower_of(const Icu& icu, char32_t c) {
    const CharacterClass kind = class_of(icu, c);
    if (kind == CharacterClass::apostrophe) return U"'";
    if (kind == CharacterClass::hyphen) return U"-";
    if (is_dropped_mark(c)) return {};
    if (kind == CharacterClass::digit && u_charDigitValue(static_cast<UChar32>(c)) >= 0)
        return {U'0' + static_cast<char32_t>(u_charDigitValue(static_cast<UChar32>(c)))};
    icu::UnicodeString plain = to_icu(icu.nfkc({c}));
    plain.toLower(icu::Locale::getRoot());
    const std::u32string lower = without_dropped_marks(icu.nfkc(from_icu(plain)));
    const bool is_mark = kind == CharacterClass::mark && !lower.empty();
    const bool is_one_too_many = kind == CharacterClass::unspaced && lower.size() > 1;
    return is_mark || (is_word(icu, lower) && !is_one_too_many) ? lower : std::u32string{c};
}

std::u32string folded_letter(const Icu& icu, char32_t lower) {
    const bool has_accent = lower == U'ё' || lower == U'ѐ' || lower == U'ѝ';
    if (script_of(lower) == USCRIPT_CYRILLIC && !has_accent) return {lower};
    if (class_of(icu, lower) == CharacterClass::unspaced) return {lower};
    if (lower == U'ς') return U"σ";
    std::u32string base = icu.nfc(without_dropped_marks(icu.nfkd({lower})));
    if (script_of(lower) != USCRIPT_LATIN) return base;
    base = icu.latin(base);
    std::transform(base.begin(), base.end(), base.begin(), [](char32_t c) {
        return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
    });
    return base;
}

std::u32string folded_of(const Icu& icu, char32_t c) {
    std::u32string out;
    for (const char32_t lower : lower_of(icu, c)) {
        const std::u32string folded = folded_letter(icu, lower);
        out += is_word(icu, folded) || is_dropped_mark(lower) ? folded : std::u32string{lower};
    }
    return out;
}

/// Collects the tables as they are written.
class Tables {
  public:
    explicit Tables(const Icu& icu) {
        for (char32_t first = 0; first < character_limit; first += block_size) {
            std::vector<std::size_t> block;
            for (char32_t c = first; c < first + block_size; ++c)
                block.push_back(number_of(icu, c));
            blocks_.push_back(blocks_seen_.try_emplace(block, blocks_seen_.size()).first->second);
            if (blocks_.back() * block_size == numbers_.size())
                numbers_.insert(numbers_.end(), block.begin(), block.end());
        }
        require(records_.size() < 65536 && blocks_seen_.size() < 65536, "too many records");
    }

    std::string source() const {
        std::string out;
        const auto print = std::back_inserter(out);
        fmt::format_to(print, "const std::uint16_t block_of_characters[] = {{{}}};\n",
                       joined(blocks_));
        fmt::format_to(print, "const std::uint16_t record_numbers[] = {{{}}};\n", joined(numbers_));
        fmt::format_to(print, "const CharacterRecord character_records[] = {{\n");
        for (const CharacterRecord& record : records_)
            fmt::format_to(print, "{{CharacterClass{{{}}},{}u,{}u}},\n",
                           static_cast<int>(record.character_class), record.lower, record.folded);
        fmt::format_to(print, "}};\nconst char32_t mapped_text[] = {{0");
        for (const char32_t c : text_) fmt::format_to(print, ",{}", static_cast<std::uint32_t>(c));
        fmt::format_to(print, "}};\n");
        return out;
    }

  private:
    static constexpr char32_t block_size = char32_t{1} << dateline::detail::block_bits;

    static std::string joined(const std::vector<std::size_t>& numbers) {
        return fmt::format("{}", fmt::join(numbers, ","));
    }

    std::size_t number_of(const Icu& icu, char32_t c) {
        CharacterRecord record;
        const bool is_surrogate = c >= 0xD800 && c < 0xE000;
        if (!is_surrogate) {
            record = {class_of(icu, c), mapping(c, lower_of(icu, c)),
                      mapping(c, folded_of(icu, c))};
        }
        const auto [found, is_new] = records_seen_.try_emplace(record, records_.size());
        if (is_new) records_.push_back(record);
        return found->second;
    }

    CharacterMapping mapping(char32_t from, const std::u32string& to) {
        if (to.size() == 1) return to[0] == from ? 0 : to[0];
        std::size_t offset = text_.find(to);
        if (offset == text_.npos) {
            offset = text_.size();
            text_ += to;
        }
        // The text begins with a filler, so that no array is empty.
        return static_cast<CharacterMapping>(dateline::detail::mapping_is_text | to.size() << 24 |
                                             (offset + 1));
    }

    std::vector<std::size_t> blocks_;
    std::map<std::vector<std::size_t>, std::size_t> blocks_seen_;
    std::vector<std::size_t> numbers_;
    std::vector<CharacterRecord> records_;
    std::map<CharacterRecord, std::size_t> records_seen_;
    std::u32string text_;
};

std::string compositions_source(const Icu& icu) {
    std::map<std::u32string, char32_t> rows;
    for (char32_t c = 0x80; c < character_limit; ++c) {
        const bool is_hangul_syllable = c >= 0xAC00 && c < 0xD7A4;
        if (is_hangul_syllable || (c >= 0xD800 && c < 0xE000)) continue;
        if (const std::u32string parts = icu.parts(c); !parts.empty()) rows[parts] = c;
    }
    std::string out = "const Composition compositions[] = {\n";
    for (const auto& [parts, composite] : rows)
        fmt::format_to(std::back_inserter(out), "{{{},{},{}}},\n",
                       static_cast<std::uint32_t>(parts[0]), static_cast<std::uint32_t>(parts[1]),
                       static_cast<std::uint32_t>(composite));
    return out + fmt::format("}};\nconst std::size_t composition_count = {};\n", rows.size());
}

// Letters of the scripts that libstemmer knows.
constexpr std::array<std::u32string_view, 9> alphabets{
    U"abcdefghijklmnopqrstuvwxyz",
    U"aeioulnrst'àáâãäåæçèéêëėęìíîïįıłñòóôõöøőşșţțùúûüųűýžš",
    U"αβγδεζηθικλμνξοπρστυφχψωάέήίόύώϊϋΐΰς",
    U"абвгдежзийклмнопрстуфхцчшщъыьэюяёђјљњћџ",
    U"աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ",
    U"ابتثجحخدذرزسشصضطظعغفقكلمنهويةىءآأإئؤ",
    U"אבגדהוזחטיכלמנסעפצקרשתךםןףץ",
    U"अआइईउऊएऐओऔकखगघचछजझटठडढणतथदधनपफबभमयरलवशषसहािीुूेैोौंँ़्",
    U"அஆஇஈஉஊஎஏஐஒஓகஙசஞடணதநபமயரலவழளறனாிீுூெேைொோௌ்"};

// All endings of up to two letters (three in plain Latin) on a long and a short beginning.
void hash_stems(XXH3_state_t& state, dateline::Stemmer& stemmer, std::u32string_view letters) {
    const auto hash = [&](const std::u32string& word) {
        std::string bytes;
        const std::string_view stem = stemmer.stem(to_icu(word).toUTF8String(bytes));
        XXH3_64bits_update(&state, stem.data(), stem.size());
        XXH3_64bits_update(&state, "\n", 1);
    };
    const bool is_latin = letters == alphabets[0];
    const std::array start{letters[2], letters[0], letters[13], letters[4], letters[11]};
    for (const char32_t a : letters) {
        for (const char32_t b : letters) {
            hash({letters[3], a, b});
            hash({start[0], start[1], start[2], start[3], start[4], a, b});
            if (!is_latin) continue;
            for (const char32_t c : letters)
                hash({start[0], start[1], start[2], start[3], start[4], a, b, c});
        }
    }
}

std::string stems_fingerprint() {
    XXH3_state_t state;
    XXH3_64bits_reset(&state);
    for (const std::string_view algorithm : dateline::stemming_algorithms()) {
        XXH3_64bits_update(&state, algorithm.data(), algorithm.size());
        dateline::Stemmer stemmer(algorithm);
        for (const std::u32string_view letters : alphabets) hash_stems(state, stemmer, letters);
    }
    return fmt::format("{:08x}", XXH3_64bits_digest(&state) & 0xFFFFFFFF);
}

std::string tables_source() {
    const Icu icu;
    std::string out =
        "#include \"corpus/detail/unicode_tables.hpp\"\nnamespace dateline::detail {\n";
    out += Tables(icu).source();
    out += compositions_source(icu);
    out += fmt::format("const std::string_view unicode_version = \"{}\";\n", U_UNICODE_VERSION);
    out += fmt::format("const std::string_view stems_fingerprint = \"{}\";\n", stems_fingerprint());
    return out + "}\n";
}

}  // namespace

int main(int argc, char** argv) {
    try {
        require(argc == 2, "the one argument is the file to write");
        const std::string source = tables_source();
        std::ofstream file(argv[1], std::ios::binary);
        file << source << std::flush;
        require(file.good(), "cannot write the file");
        return 0;
    } catch (const std::exception& error) {
        fmt::print(stderr, "generate_unicode: {}\n", error.what());
        return 1;
    }
}
