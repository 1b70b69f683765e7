#include "bench/query_sample.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>

#include "bench/random_numbers.hpp"
#include "corpus/analyzer.hpp"
#include "corpus/calendar.hpp"
#include "corpus/error.hpp"

namespace dateline {

namespace {

using Words = std::vector<std::string>;

constexpr int most_tries = 1000;

bool is_letter(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte >= 'a' && byte <= 'z') || byte >= 0x80;
}

// As queries ask for them: no figures, no apostrophes.
bool is_plain_word(std::string_view folded) {
    return folded.size() > 2 && std::ranges::all_of(folded, is_letter);
}

bool is_query(const std::string& text) {
    try {
        parse_query(text);
        return true;
    } catch (const Error&) {
        return false;
    }
}

std::string joined(const Words& words, std::string_view between) {
    std::string text;
    for (const std::string& word : words) {
        if (!text.empty()) text += between;
        text += word;
    }
    return text;
}

/// The words of an archive by how many passages hold them.
class Vocabulary {
  public:
    explicit Vocabulary(const Index& index) {
        std::map<std::string, std::uint64_t> passages;
        std::uint64_t total = 0;
        for (const Segment& segment : index.segments()) {
            const WordsFile& words = segment.texts().words();
            total += segment.articles().passage_count();
            words.visit_forms(0, words.form_count(), [&](std::uint32_t, const FormEntry& form) {
                if (!form.is_stop_word && form.acronym.empty() && is_plain_word(form.folded))
                    passages[form.folded] += form.passages;
            });
        }
        find_band(passages, total);
    }

    bool empty() const { return words_.empty(); }
    bool holds(const std::string& word) const { return held_.contains(word); }

    // Frequent ones as often as rare ones: by the logarithm of the frequency.
    const std::string& one(RandomNumbers& random) const {
        constexpr std::size_t neighbours = 25;
        const double first = std::log(static_cast<double>(words_.front().first));
        const double last = std::log(static_cast<double>(words_.back().first) + 1);
        const double share = static_cast<double>(random.below(1U << 20)) / (1U << 20);
        const auto wanted = static_cast<std::uint64_t>(std::exp(first + share * (last - first)));
        const auto found = std::ranges::lower_bound(words_, std::pair(wanted, std::string()));
        auto at = std::min<std::size_t>(static_cast<std::size_t>(found - words_.begin()),
                                        words_.size() - 1);
        at += random.below(static_cast<std::uint32_t>(std::min(neighbours, words_.size() - at)));
        return words_[at].second;
    }

  private:
    // Words of this frequency are what people ask for.
    void find_band(const std::map<std::string, std::uint64_t>& passages, std::uint64_t total) {
        std::uint64_t least = std::max<std::uint64_t>(20, total / 5000);
        const std::uint64_t most = std::max<std::uint64_t>(60, total / 8);
        for (; words_.empty() && least > 0; least /= 2)
            for (const auto& [word, count] : passages)
                if (count >= least && count <= most) words_.emplace_back(count, word);
        std::ranges::sort(words_);
        for (const auto& [count, word] : words_) held_.insert(word);
    }

    std::vector<std::pair<std::uint64_t, std::string>> words_;  // passages, word; ascending
    std::set<std::string> held_;
};

class Sampler {
  public:
    Sampler(const Index& index, std::uint64_t seed) : index_(index), words_(index), random_(seed) {
        for (std::uint32_t number = 0; number < index.segments().size(); ++number) {
            const Segment& segment = index.segments()[number];
            for (const std::uint32_t article :
                 segment.articles_between(0, segment.articles().article_count()))
                articles_.push_back({number, article});
        }
    }

    std::vector<TimedQuery> queries(std::size_t each) && {
        if (articles_.empty() || words_.empty()) return {};
        add(each, "term1", [&] { return words_.one(random_); });
        add(each / 2, "or2", [&] { return joined(headline_words(2), " OR "); });
        add(each - each / 2, "or3", [&] { return joined(headline_words(3), " OR "); });
        add(each / 2, "and2", [&] { return joined(passage_words(2), " AND "); });
        add(each - each / 2, "and3", [&] { return joined(passage_words(3), " AND "); });
        add(each, "phrase2", [&] { return phrase(); });
        add(each, "long", [&] { return joined(long_words(), " "); });
        add(each, "date1", [&] { return dated_word(); });
        return std::move(queries_);
    }

  private:
    struct Drawn {
        Words words;               // plain ones, in order, each once
        std::vector<Words> pairs;  // neighbours
        std::vector<Words> names;  // of those the ones written with capitals
    };

    // Each once where there are so many.
    template <class Make>
    void add(std::size_t count, const std::string& group, const Make& make) {
        std::set<std::string> seen;
        for (std::size_t tries = 0; seen.size() < count && tries < 20 * count; ++tries) {
            const std::string text = make();
            if (text.empty() || !is_query(text) || !seen.insert(text).second) continue;
            queries_.push_back({group, text, queries_.size() + 1});
        }
    }

    ArticlePlace one_article() {
        return articles_[random_.below(static_cast<std::uint32_t>(articles_.size()))];
    }

    std::string one_passage(ArticlePlace place) {
        const Segment& segment = index_.segments()[place.segment];
        const DocId first = segment.articles().first_docid(place.article);
        const DocId end = segment.articles().end_docid(place.article);
        return segment.passage(first + random_.below(end - first)).text;
    }

    std::string headline(ArticlePlace place) const {
        return index_.segments()[place.segment].header(place.article).headline;
    }

    const std::string& language(ArticlePlace place) const {
        const ArticlesFile& articles = index_.segments()[place.segment].articles();
        return articles.languages()[articles.language(place.article)];
    }

    Drawn drawn(const std::string& text, const std::string& language) {
        Drawn drawn;
        const Token* before = nullptr;
        const std::vector<Token>& tokens = analyzers_.in(language).analyze(text);
        for (const Token& token : tokens) {
            const bool is_wanted = !token.word->is_stop_word && token.word->acronym.empty() &&
                                   is_plain_word(token.word->folded);
            const std::string folded(token.word->folded);
            if (is_wanted && std::ranges::find(drawn.words, folded) == drawn.words.end())
                drawn.words.push_back(folded);
            if (is_wanted && before != nullptr && token.range.begin == before->range.end + 1 &&
                text[before->range.end] == ' ') {
                drawn.pairs.push_back({std::string(before->word->folded), folded});
                if (is_capital(text[before->range.begin]) && is_capital(text[token.range.begin]))
                    drawn.names.push_back(drawn.pairs.back());
            }
            before = is_wanted ? &token : nullptr;
        }
        return drawn;
    }

    static bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

    // So many neighbours among a headline's plain words; words of the archive where none has them.
    Words headline_words(std::size_t count) {
        for (int tries = 0; tries < most_tries; ++tries) {
            const ArticlePlace place = one_article();
            const Words words = drawn(headline(place), language(place)).words;
            if (words.size() < count) continue;
            const auto first = random_.below(static_cast<std::uint32_t>(words.size() - count + 1));
            const auto begin = words.begin() + static_cast<std::ptrdiff_t>(first);
            return {begin, begin + static_cast<std::ptrdiff_t>(count)};
        }
        return any_words(count);
    }

    // So that an AND has an answer.
    Words passage_words(std::size_t count) {
        for (int tries = 0; tries < most_tries; ++tries) {
            const ArticlePlace place = one_article();
            Words words = drawn(one_passage(place), language(place)).words;
            std::erase_if(words, [&](const std::string& word) { return !words_.holds(word); });
            if (words.size() < count) continue;
            for (std::size_t i = 0; i < count; ++i) {
                const auto rest = static_cast<std::uint32_t>(words.size() - i);
                std::swap(words[i], words[i + random_.below(rest)]);
            }
            words.resize(count);
            return words;
        }
        return any_words(count);
    }

    Words any_words(std::size_t count) {
        Words words;
        while (words.size() < count) words.push_back(words_.one(random_));
        return words;
    }

    std::string phrase() {
        for (int tries = 0; tries < most_tries; ++tries) {
            const ArticlePlace place = one_article();
            const Drawn found = drawn(one_passage(place), language(place));
            const std::vector<Words>& pairs = found.names.empty() ? found.pairs : found.names;
            if (pairs.empty()) continue;
            return "\"" + joined(random_.one_of(pairs), " ") + "\"";
        }
        return "";
    }

    Words long_words() {
        const std::size_t count = random_.between(6, 10);
        Words words = headline_words(3);
        for (const std::string& word : passage_words(count - 3))
            if (std::ranges::find(words, word) == words.end()) words.push_back(word);
        return words;
    }

    std::string dated_word() {
        constexpr Day year = 365;
        for (int tries = 0; tries < most_tries; ++tries) {
            const ArticlePlace place = one_article();
            const ArticleEntry entry =
                index_.segments()[place.segment].articles().entry(place.article);
            if (!entry.dated) continue;
            return fmt::format("{} AND date:{}..{}", words_.one(random_), iso_day(entry.day),
                               iso_day(entry.day + year));
        }
        return "";
    }

    const Index& index_;
    Vocabulary words_;
    RandomNumbers random_;
    Analyzers analyzers_;
    std::vector<ArticlePlace> articles_;
    std::vector<TimedQuery> queries_;
};

}  // namespace

std::vector<TimedQuery> sample_queries(const Index& index, std::size_t each, std::uint64_t seed) {
    return Sampler(index, seed).queries(each);
}

}  // namespace dateline
