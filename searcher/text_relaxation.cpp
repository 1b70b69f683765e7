#include "searcher/text_relaxation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "corpus/edit_distance.hpp"
#include "corpus/schema.hpp"
#include "corpus/unicode.hpp"
#include "searcher/query_word.hpp"

namespace dateline {

namespace {

// Longer phrases are not taken apart: nobody remembers so many words in another order.
constexpr std::size_t most_parts = 8;
// Further apart, that the words stand in one article says as much.
constexpr std::uint32_t most_apart = 100;
constexpr std::size_t most_shown = 5;
constexpr std::size_t least_prefix = 4;

Query word_query(std::string text, WordMatch match, Field field) {
    Query word;
    word.kind = QueryKind::word;
    word.text = std::move(text);
    word.match = match;
    word.field = field;
    return word;
}

Query with_match(Query query, WordMatch match) {
    query.match = match;
    query.number = query.kind == QueryKind::phrase ? query.number : 0;
    return query;
}

bool is_of_letters(std::string_view text) {
    return std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
    });
}

/// The words of a phrase, one by one.
class PhraseParts {
  public:
    PhraseParts(std::vector<std::string> words, Field field)
        : words_(std::move(words)), field_(field) {}

    std::size_t count() const { return words_.size(); }
    std::vector<Query> queries(WordMatch match) const {
        std::vector<Query> queries;
        for (const std::string& word : words_) queries.push_back(word_query(word, match, field_));
        return queries;
    }
    // a pre/n b pre/n c.
    Query chain(WordMatch match, std::uint32_t number, bool is_ordered) const {
        std::vector<Query> queries = this->queries(match);
        Query chain = std::move(queries.front());
        for (std::size_t i = 1; i < queries.size(); ++i) {
            Query near;
            near.kind = QueryKind::near;
            near.number = number;
            near.is_ordered = is_ordered;
            near.children = {std::move(chain), std::move(queries[i])};
            chain = std::move(near);
        }
        return chain;
    }

  private:
    std::vector<std::string> words_;
    Field field_;
};

class WordsRelaxer {
  public:
    WordsRelaxer(ArticleProbe& probe, const Query& clause)
        : probe_(probe), clause_(clause), change_(probe) {}

    Relaxation relaxed() && {
        offer_fields();
        std::string reason = fmt::format("{} does not have it", unit_name(probe_));
        if (change_.query())
            reason = fmt::format("its {} does not have it; {}", row_of(clause_.field)->name,
                                 "it stands elsewhere");
        else if (clause_.kind == QueryKind::phrase)
            reason = relax_phrase();
        else
            reason = relax_word();
        return std::move(change_).because(std::move(reason));
    }

  private:
    void offer_fields() {
        for (const Field field : wider_fields(clause_.field))
            change_.offer(in_field(clause_, field), change_cost::form);
    }

    std::string relax_word() {
        switch (clause_.match) {
            case WordMatch::form:
                change_.offer(with_match(clause_, WordMatch::stem), change_cost::form);
                return forms_reason();
            case WordMatch::letters:
                change_.offer(with_match(clause_, WordMatch::form), change_cost::form);
                change_.offer(with_match(clause_, WordMatch::stem), 2 * change_cost::form);
                return letters_reason();
            case WordMatch::pattern:
                offer_shorter_patterns();
                return no_word_fits();
            case WordMatch::fuzzy:
                if (clause_.number < max_edits) offer_edits(clause_.number + 1, max_edits);
                return no_word_fits();
            default:
                return relax_stem();
        }
    }

    std::string no_word_fits() const {
        return fmt::format("{} has no word that fits", unit_name(probe_));
    }

    std::string listed(const std::vector<std::string>& words) const {
        const std::size_t shown = std::min(words.size(), most_shown);
        std::string text = fmt::format("{}", fmt::join(words.begin(), words.begin() + shown, ", "));
        return words.size() > shown ? text + ", ..." : text;
    }

    template <class Fits>
    std::vector<std::string> written_where(const Fits& fits) {
        std::vector<std::string> found;
        for (const ArticleProbe::Written& word : probe_.words())
            if (fits(word)) found.push_back(word.text);
        return found;
    }

    std::string forms_reason() {
        const auto asked = probe_.words_in(clause_.text);
        const auto found = written_where([&](const ArticleProbe::Written& word) {
            return asked.size() == 1 && word.term == asked[0].term;
        });
        return found.empty() ? fmt::format("{} does not have it", unit_name(probe_))
                             : "it stands there only as " + listed(found);
    }

    std::string letters_reason() {
        const auto asked = probe_.words_in(clause_.text);
        const auto found = written_where([&](const ArticleProbe::Written& word) {
            return asked.size() == 1 && word.folded == asked[0].folded;
        });
        return found.empty() ? forms_reason() : "it is written only " + listed(found);
    }

    // train*ing* has no shorter form that is surely wider.
    void offer_shorter_patterns() {
        const std::string& text = clause_.text;
        if (text.find_first_of("*?") + 1 != text.size() || !text.ends_with('*')) return;
        std::u32string letters = to_utf32(text.substr(0, text.size() - 1));
        for (std::uint32_t shorter = 1; letters.size() > least_prefix; ++shorter) {
            letters.pop_back();
            Query pattern = clause_;
            pattern.text = to_utf8(letters) + "*";
            change_.offer(std::move(pattern), change_cost::form * shorter);
        }
    }

    void offer_edits(std::uint32_t from, std::uint32_t to) {
        for (std::uint32_t edits = from; edits <= to; ++edits) {
            if (words_like(edits).empty()) continue;
            Query fuzzy = with_match(clause_, WordMatch::fuzzy);
            fuzzy.number = edits;
            change_.offer(std::move(fuzzy), change_cost::form * edits);
        }
    }

    std::vector<std::string> words_like(std::uint32_t edits) {
        const auto asked = probe_.words_in(clause_.text);
        return written_where([&](const ArticleProbe::Written& word) {
            return asked.size() == 1 && edit_distance(asked[0].folded, word.folded, edits) <= edits;
        });
    }

    // A slip of the pen: of short words most others are as near.
    std::string relax_stem() {
        const std::size_t letters = to_utf32(clause_.text).size();
        std::string lower = to_utf8(lower_case(to_utf32(clause_.text)));
        if (lower != clause_.text) change_.offer(lowered(std::move(lower)), change_cost::form);
        if (is_of_letters(clause_.text) && letters >= 5) {
            offer_edits(1, letters >= 8 ? 2 : 1);
            if (change_.query() && change_.query()->match == WordMatch::fuzzy) return like_reason();
        }
        return fmt::format("{} does not have it", unit_name(probe_));
    }

    Query lowered(std::string text) const {
        Query word = clause_;
        word.text = std::move(text);
        return word;
    }

    std::string like_reason() {
        const auto found = words_like(change_.query()->number);
        return fmt::format("{} does not have it, but {}", unit_name(probe_), listed(found));
    }

    std::string relax_phrase() {
        const auto written = probe_.words_in(clause_.text);
        std::vector<std::string> words;
        for (const ArticleProbe::Written& word : written) words.push_back(word.text);
        const PhraseParts parts(std::move(words), clause_.field);
        const bool by_letters = clause_.match == WordMatch::letters;
        const Query phrase = by_letters ? with_match(clause_, WordMatch::form) : clause_;
        const std::uint32_t cost = by_letters ? change_cost::form : 0;
        if (by_letters) change_.offer(phrase, cost);
        offer_slop(phrase, cost);
        if (parts.count() < 2 || parts.count() > most_parts) {
            if (parts.count() == 1) change_.offer(parts.queries(WordMatch::stem)[0], cost + 3);
            return fmt::format("{} does not have it", unit_name(probe_));
        }
        for (const WordMatch match : {WordMatch::form, WordMatch::stem}) {
            const std::uint32_t form = match == WordMatch::stem ? change_cost::form : 0;
            offer_chains(parts, match, cost + form);
            change_.offer(joined(QueryKind::all, parts.queries(match)),
                          cost + form + change_cost::nearness);
        }
        return parts_reason(parts, cost);
    }

    void offer_slop(const Query& phrase, std::uint32_t cost) {
        const auto least = probe_.least_number(phrase, phrase.number + 1, most_apart);
        if (!least) return;
        Query loose = phrase;
        loose.number = *least;
        change_.offer(std::move(loose), cost + *least - phrase.number);
    }

    void offer_chains(const PhraseParts& parts, WordMatch match, std::uint32_t cost) {
        for (const bool is_ordered : {true, false}) {
            const std::uint32_t base = cost + (is_ordered ? 0 : change_cost::order);
            if (base >= change_.cost()) continue;
            std::uint32_t most = std::min(most_apart, clause_.number + 1 + change_.cost() - base);
            if (!probe_.holds(parts.chain(match, most, is_ordered))) continue;
            std::uint32_t least = clause_.number + 1;
            while (least < most) {
                const std::uint32_t middle = least + (most - least) / 2;
                if (probe_.holds(parts.chain(match, middle, is_ordered)))
                    most = middle;
                else
                    least = middle + 1;
            }
            change_.offer(parts.chain(match, most, is_ordered), base + most - clause_.number - 1);
        }
    }

    // Of a phrase not all words of which stand there, those that do; else why they do not fit.
    std::string parts_reason(const PhraseParts& parts, std::uint32_t cost) {
        std::vector<Query> there;
        std::vector<std::string> lacking;
        for (const Query& word : parts.queries(WordMatch::stem)) {
            if (probe_.holds(word))
                there.push_back(word);
            else
                lacking.push_back(word.text);
        }
        if (lacking.empty()) {
            return change_.cost() >= change_cost::nearness
                       ? "its words stand there, but not near each other"
                       : "its words do not stand so side by side";
        }
        if (!there.empty())
            change_.offer(joined(QueryKind::all, std::move(there)),
                          cost + change_cost::form +
                              change_cost::part * static_cast<std::uint32_t>(lacking.size()));
        return fmt::format("{} does not have {}", unit_name(probe_), fmt::join(lacking, " nor "));
    }

    ArticleProbe& probe_;
    const Query& clause_;
    SmallestChange change_;
};

}  // namespace

void SmallestChange::offer(Query query, std::uint32_t cost) {
    if (cost >= cost_ || !admits(probe_, query, probe_.needed())) return;
    query_ = std::move(query);
    cost_ = cost;
}

Relaxation relaxed_words(ArticleProbe& probe, const Query& clause) {
    return WordsRelaxer(probe, clause).relaxed();
}

Query in_field(Query clause, Field field) {
    clause.field = clause.children.empty() ? field : clause.field;
    for (Query& child : clause.children) child = in_field(std::move(child), field);
    return clause;
}

std::vector<Field> wider_fields(Field field) {
    switch (field) {
        case Field::headline:
            return {Field::hlead, Field::any};
        case Field::lead:
            return {Field::hlead, Field::body, Field::any};
        case Field::hlead:
        case Field::body:
            return {Field::any};
        default:
            return {};
    }
}

std::string_view unit_name(const ArticleProbe& probe) {
    return probe.unit() == AnswerUnit::passage ? "the passage" : "the article";
}

Query joined(QueryKind kind, std::vector<Query> parts) {
    if (parts.size() == 1) return std::move(parts.front());
    Query query;
    query.kind = kind;
    for (Query& part : parts) {
        part.occur = Occur::wanted;
        if (part.kind == kind)
            std::ranges::move(part.children, std::back_inserter(query.children));
        else
            query.children.push_back(std::move(part));
    }
    return query;
}

}  // namespace dateline
