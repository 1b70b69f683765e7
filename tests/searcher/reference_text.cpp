#include "tests/searcher/reference_text.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "corpus/analyzer.hpp"
#include "corpus/passage.hpp"
#include "corpus/unicode.hpp"

namespace dateline::test {

namespace {

// Words of a stretch, and the first and last of all words between them.
struct Found {
    std::vector<std::size_t> words;  // ascending
    std::size_t begin() const { return words.front(); }
    std::size_t end() const { return words.back() + 1; }
};
using Alternatives = std::vector<std::vector<Found>>;

void add_text(ReferenceText& into, std::string_view text, const std::vector<TextBreak>& breaks,
              const std::string& language, std::size_t passage, std::size_t& sentence,
              std::size_t& paragraph) {
    Analyzer analyzer(language);
    std::size_t next = 0;
    const auto pass = [&](std::size_t offset) {
        for (; next < breaks.size() && breaks[next].offset <= offset; ++next) {
            ++sentence;
            paragraph += breaks[next].ends_paragraph;
        }
    };
    for (const Token& token : analyzer.analyze(text)) {
        pass(token.range.begin);
        into.words.push_back({std::string(token.range.in(text)), std::string(token.word->folded),
                              std::string(token.word->term), std::string(token.word->acronym),
                              token.word->is_stop_word});
        into.sentences.push_back(sentence);
        into.paragraphs.push_back(paragraph);
        into.passages.push_back(passage);
    }
    pass(text.size());
}

std::string without_possessive(const std::string& folded) {
    return folded.ends_with("'s") ? folded.substr(0, folded.size() - 2) : folded;
}

bool fits(std::u32string_view text, std::u32string_view pattern) {
    if (pattern.empty()) return text.empty();
    if (pattern[0] == U'*')
        return fits(text, pattern.substr(1)) || (!text.empty() && fits(text.substr(1), pattern));
    return !text.empty() && (pattern[0] == U'?' || pattern[0] == text[0]) &&
           fits(text.substr(1), pattern.substr(1));
}

// Edits by trying them all.
bool is_near_word(std::u32string_view a, std::u32string_view b, std::uint32_t edits) {
    if (a == b) return true;
    if (!a.empty() && !b.empty() && a[0] == b[0] && is_near_word(a.substr(1), b.substr(1), edits))
        return true;
    if (edits == 0) return false;
    const auto left = [](std::u32string_view text, std::size_t size) {
        return text.substr(std::min(size, text.size()));
    };
    if (!a.empty() && is_near_word(left(a, 1), b, edits - 1)) return true;
    if (!b.empty() && is_near_word(a, left(b, 1), edits - 1)) return true;
    if (!a.empty() && !b.empty() && is_near_word(left(a, 1), left(b, 1), edits - 1)) return true;
    return a.size() > 1 && b.size() > 1 && a[0] == b[1] && a[1] == b[0] &&
           is_near_word(left(a, 2), left(b, 2), edits - 1);
}

bool is_same_form(const std::string& folded, const ReferenceToken& asked) {
    const std::u32string form = to_utf32(folded);
    const std::u32string wanted = to_utf32(asked.word.folded);
    return asked.match == WordMatch::pattern ? fits(form, wanted)
                                             : is_near_word(wanted, form, asked.edits);
}

bool asks_text(Field field, bool is_headline) {
    if (field == Field::headline) return is_headline;
    if (field == Field::body || field == Field::lead) return !is_headline;
    return true;
}

std::vector<Found> minimal(const std::vector<Found>& all) {
    std::vector<Found> kept;
    for (const Found& one : all) {
        const bool holds_another = std::ranges::any_of(all, [&](const Found& other) {
            const bool inside = one.begin() <= other.begin() && other.end() <= one.end();
            const bool is_equal = one.begin() == other.begin() && one.end() == other.end();
            return inside && (!is_equal || other.words < one.words);
        });
        const bool is_known =
            std::ranges::any_of(kept, [&](const Found& other) { return other.words == one.words; });
        if (!holds_another && !is_known) kept.push_back(one);
    }
    return kept;
}

class Finder {
  public:
    Finder(const ReferenceArticle& article, bool is_headline)
        : article_(article),
          text_(is_headline ? article.headline : article.body),
          is_headline_(is_headline) {}

    Alternatives find(const Query& query) const {
        switch (query.kind) {
            case QueryKind::any:
                return any(query);
            case QueryKind::near:
                return near(query);
            case QueryKind::at_least:
                return at_least(query);
            default:
                return {words(query)};
        }
    }

  private:
    std::vector<Found> words(const Query& query) const {
        const std::vector<ReferenceToken> asked = tokens_of(query, article_.article.language);
        std::vector<Found> found;
        if (asked.empty() || !asks_text(query.field, is_headline_)) return found;
        add_words(asked, query.kind == QueryKind::phrase ? query.number : 0, {}, found);
        const bool in_lead = query.field == Field::lead || query.field == Field::hlead;
        if (in_lead && !is_headline_)
            std::erase_if(found,
                          [&](const Found& one) { return text_.passages[one.words.back()] > 0; });
        return minimal(found);
    }

    // All ways to go on from the words found so far.
    void add_words(const std::vector<ReferenceToken>& asked, std::size_t slop,
                   const std::vector<std::size_t>& so_far, std::vector<Found>& found) const {
        if (so_far.size() == asked.size()) {
            found.push_back({so_far});
            return;
        }
        std::size_t begin = so_far.empty() ? 0 : so_far.back() + 1;
        const std::size_t used =
            so_far.empty() ? 0 : so_far.back() + 1 - so_far.front() - so_far.size();
        for (std::size_t at = begin; at < text_.words.size(); ++at) {
            if (!so_far.empty() && used + (at - begin) > slop) return;
            if (!is_same(text_.words[at], asked[so_far.size()])) continue;
            std::vector<std::size_t> more = so_far;
            more.push_back(at);
            add_words(asked, slop, more, found);
        }
    }

    Alternatives any(const Query& query) const {
        Alternatives found;
        for (const Query& child : query.children) {
            const Alternatives of_child = find(child);
            found.insert(found.end(), of_child.begin(), of_child.end());
        }
        return found;
    }

    bool is_near(const Query& how, const Found& left, const Found& right) const {
        for (const std::size_t word : left.words)
            if (std::ranges::find(right.words, word) != right.words.end()) return false;
        const bool in_order = left.end() <= right.begin();
        if (how.is_ordered && !in_order) return false;
        const std::size_t first = std::min(left.begin(), right.begin());
        const std::size_t last = std::max(left.end(), right.end()) - 1;
        if (how.reach == Reach::sentence) return text_.sentences[first] == text_.sentences[last];
        if (how.reach == Reach::paragraph) return text_.paragraphs[first] == text_.paragraphs[last];
        if (in_order) return right.begin() - left.end() < how.number;
        if (right.end() <= left.begin()) return left.begin() - right.end() < how.number;
        return true;
    }

    Alternatives near(const Query& query) const {
        const bool denies_left = query.children[0].kind == QueryKind::none;
        const bool denies_right = query.children[1].kind == QueryKind::none;
        const auto side = [&](std::size_t i) {
            const Query& child = query.children[i];
            return find(child.kind == QueryKind::none ? child.children.front() : child);
        };
        const Alternatives left = side(0);
        const Alternatives right = side(1);
        Alternatives found;
        if (denies_left || denies_right) {
            for (const auto& kept : denies_left ? right : left) {
                found.emplace_back();
                for (const Found& one : kept)
                    if (!has_near(query, one, denies_left ? left : right, denies_left))
                        found.back().push_back(one);
            }
            return found;
        }
        for (const auto& ones : left)
            for (const auto& twos : right) {
                std::vector<Found> pairs;
                for (const Found& one : ones)
                    for (const Found& two : twos)
                        if (is_near(query, one, two)) {
                            Found both{one.words};
                            both.words.insert(both.words.end(), two.words.begin(), two.words.end());
                            std::ranges::sort(both.words);
                            pairs.push_back(std::move(both));
                        }
                found.push_back(minimal(pairs));
            }
        return found;
    }

    bool has_near(const Query& how, const Found& kept, const Alternatives& denied,
                  bool is_left) const {
        return std::ranges::any_of(denied, [&](const std::vector<Found>& others) {
            return std::ranges::any_of(others, [&](const Found& other) {
                return is_left ? is_near(how, other, kept) : is_near(how, kept, other);
            });
        });
    }

    Alternatives at_least(const Query& query) const {
        std::size_t count = 0;
        for (const bool is_headline : {true, false}) {
            std::set<std::pair<std::size_t, std::size_t>> ranges;
            for (const auto& found : Finder(article_, is_headline).find(query.children.front()))
                for (const Found& one : found) ranges.emplace(one.begin(), one.end());
            count += ranges.size();
        }
        return count >= query.number ? find(query.children.front()) : Alternatives{};
    }

    const ReferenceArticle& article_;
    const ReferenceText& text_;
    bool is_headline_;
};

}  // namespace

std::vector<ReferenceWord> read_words(std::string_view text, std::string_view language) {
    ReferenceText read;
    std::size_t sentence = 0;
    std::size_t paragraph = 0;
    add_text(read, text, {}, std::string(language), 0, sentence, paragraph);
    return read.words;
}

ReferenceArticle read_article(const Article& article) {
    ReferenceArticle read{article, {}, {}, 0};
    std::size_t sentence = 0;
    std::size_t paragraph = 0;
    add_text(read.headline, article.headline, {}, article.language, 0, sentence, paragraph);
    PassageSplitter splitter;
    for (const Passage& passage : splitter.split(article.body, article.language))
        add_text(read.body, passage.range.in(article.body), passage.breaks, article.language,
                 read.passage_count++, sentence, paragraph);
    return read;
}

std::vector<ReferenceToken> tokens_of(const Query& leaf, const std::string& language) {
    std::vector<ReferenceToken> tokens;
    if (leaf.kind == QueryKind::word && leaf.match == WordMatch::pattern) {
        ReferenceWord word;
        word.folded = fold_text(leaf.text);
        return {{word, leaf.match, 0, leaf.field}};
    }
    if (leaf.kind == QueryKind::word || leaf.kind == QueryKind::phrase)
        for (const ReferenceWord& word : read_words(leaf.text, language))
            tokens.push_back(
                {word, leaf.match, leaf.match == WordMatch::fuzzy ? leaf.number : 0, leaf.field});
    for (const Query& child : leaf.children)
        for (const ReferenceToken& token : tokens_of(child, language)) tokens.push_back(token);
    return tokens;
}

bool is_same(const ReferenceWord& word, const ReferenceToken& asked) {
    const bool by_acronym = !asked.word.acronym.empty() &&
                            (asked.match == WordMatch::stem || asked.match == WordMatch::form);
    if (by_acronym) return word.acronym == asked.word.acronym;
    switch (asked.match) {
        case WordMatch::stem:
            return word.term == asked.word.term;
        case WordMatch::form:
            return word.folded == asked.word.folded;
        case WordMatch::letters:
            return word.written == asked.word.written || word.written == asked.word.written + "'s";
        default:
            return is_same_form(word.folded, asked) ||
                   is_same_form(without_possessive(word.folded), asked);
    }
}

bool is_same_term(const ReferenceWord& word, const ReferenceToken& asked) {
    if (asked.match == WordMatch::pattern || asked.match == WordMatch::fuzzy)
        return is_same(word, asked);
    if (!asked.word.acronym.empty()) return word.acronym == asked.word.acronym;
    return word.term == asked.word.term;
}

std::set<std::size_t> places(const Query& leaf, const ReferenceArticle& article) {
    std::set<std::size_t> found;
    for (const auto& spans : Finder(article, true).find(leaf))
        if (!spans.empty()) found.insert(0);
    for (const auto& spans : Finder(article, false).find(leaf))
        for (const Found& one : spans) found.insert(article.body.passages[one.begin()]);
    return found;
}

}  // namespace dateline::test
