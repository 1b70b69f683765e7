#include "corpus/passage.hpp"

#include "corpus/white_space.hpp"
#include "corpus/word_count.hpp"
#include "tests/catch.hpp"

#include <algorithm>
#include <random>
#include <string>

using namespace dateline;

namespace {

std::string words(std::uint32_t count, std::string_view word = "word") {
    std::string text;
    for (std::uint32_t i = 0; i < count; ++i) text += (i > 0 ? " " : "") + std::string(word);
    return text;
}

// `count` words, a capital at the front and a period at the end.
std::string sentence(std::uint32_t count) {
    return count == 1 ? "Word." : "Word " + words(count - 1) + ".";
}

std::string paragraph_of_sentences(std::uint32_t sentences, std::uint32_t words_each) {
    std::string text;
    for (std::uint32_t i = 0; i < sentences; ++i) text += (i > 0 ? " " : "") + sentence(words_each);
    return text;
}

std::string body_of(const std::vector<std::string>& paragraphs) {
    std::string body;
    for (const std::string& paragraph : paragraphs)
        body += (body.empty() ? "" : "\n\n") + paragraph;
    return body;
}

std::vector<std::uint32_t> lengths(std::string_view body) {
    std::vector<std::uint32_t> counts;
    for (const Passage& passage : PassageSplitter().split(body, "en"))
        counts.push_back(count_words(passage.range.in(body)));
    return counts;
}

using Lengths = std::vector<std::uint32_t>;

bool begins_character(std::string_view text, std::size_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

// Every promise of passage.hpp that holds for any body.
void check_passages(std::string_view body, const std::vector<Passage>& passages) {
    std::size_t end = 0;
    std::uint32_t number = 0;
    for (const Passage& passage : passages) {
        REQUIRE(passage.number == ++number);
        REQUIRE(passage.range.begin >= end);
        REQUIRE((passage.range.begin < passage.range.end || body.empty()));
        REQUIRE(passage.range.end <= body.size());
        const std::string_view gap = body.substr(end, passage.range.begin - end);
        REQUIRE(leading_white_space(gap) == gap.size());
        const std::string_view text = passage.range.in(body);
        REQUIRE(leading_white_space(text) + trailing_white_space(text) == 0);
        REQUIRE(begins_character(body, passage.range.begin));
        REQUIRE(begins_character(body, passage.range.end));
        REQUIRE(count_words(text) <= passage_max_words);
        std::uint32_t last = 0;
        for (const TextBreak& text_break : passage.breaks) {
            REQUIRE(text_break.offset > last);
            REQUIRE(text_break.offset <= text.size());
            last = text_break.offset;
        }
        end = passage.range.end;
    }
    REQUIRE(end == body.size());
}

// Paragraph breaks as the passages record them, as offsets in the body.
Lengths paragraph_ends(const std::vector<Passage>& passages) {
    Lengths ends;
    for (const Passage& passage : passages)
        for (const TextBreak& text_break : passage.breaks)
            if (text_break.ends_paragraph) ends.push_back(passage.range.begin + text_break.offset);
    return ends;
}

Lengths paragraph_ends(std::string_view body) {
    Lengths ends;
    for (std::size_t at = 0; (at = body.find("\n\n", at)) != std::string_view::npos; at += 2)
        ends.push_back(static_cast<std::uint32_t>(at));
    if (!body.empty()) ends.push_back(static_cast<std::uint32_t>(body.size()));
    return ends;
}

class BodyMaker {
  public:
    explicit BodyMaker(unsigned seed) : random_(seed) {}

    std::string body() {
        std::vector<std::string> paragraphs(pick(8));
        for (std::string& text : paragraphs) text = paragraph();
        return body_of(paragraphs);
    }

  private:
    std::size_t pick(std::size_t count) { return random_() % count; }

    std::string paragraph() {
        std::string text = word();
        const std::size_t units = pick(6) == 0 ? pick(900) : pick(120);
        for (std::size_t i = 0; i < units; ++i) text += gap() + word();
        return text + word();
    }

    std::string word() {
        static const std::vector<std::string> forms = {
            "rain",      "River",       "Mr.",   "U.S.",   "end.",
            "“quoted.”", "Why?",        "é",     "3.5",    "日本語。",
            "新闻",      "ข่าววันนี้",      "ዘነበ።",  "الخبر.", "e\u0301.",
            "…",         "👩‍👧", "(see)", "–",      "http://example.org/a/b"};
        if (pick(400) == 0) return std::string(pick(20000) + 1, 'x');
        return forms[pick(forms.size())];
    }

    std::string gap() {
        static const std::vector<std::string> gaps = {" ", " ", " ", " ", "\n", "  ", "\t", ""};
        return gaps[pick(gaps.size())];
    }

    std::mt19937 random_;
};

}  // namespace

TEST_CASE("passages and the gaps between them join to any body") {
    PassageSplitter splitter;
    for (unsigned seed = 0; seed < 1500; ++seed) {
        const std::string body = BodyMaker(seed).body();
        const std::vector<Passage> passages = splitter.split(body, seed % 3 == 0 ? "" : "en");
        INFO("seed " << seed);
        check_passages(body, passages);
        REQUIRE(paragraph_ends(passages) == paragraph_ends(body));
    }
}

TEST_CASE("the same body gives the same passages, whatever came before it") {
    PassageSplitter used;
    for (unsigned seed = 0; seed < 200; ++seed) {
        const std::string body = BodyMaker(seed).body();
        const auto again = used.split(body, "en");
        const auto fresh = PassageSplitter().split(body, "en");
        REQUIRE(again.size() == fresh.size());
        for (std::size_t i = 0; i < fresh.size(); ++i) {
            REQUIRE(again[i].range == fresh[i].range);
            REQUIRE(again[i].breaks == fresh[i].breaks);
        }
    }
}

TEST_CASE("an empty body has one empty passage") {
    const auto passages = PassageSplitter().split("", "en");
    REQUIRE(passages.size() == 1);
    CHECK(passages[0].number == 1);
    CHECK(passages[0].range.empty());
    CHECK(passages[0].breaks.empty());
}

TEST_CASE("whole paragraphs are grouped to 100 to 180 words") {
    const std::string body = body_of(std::vector<std::string>(24, paragraph_of_sentences(2, 15)));
    for (const std::uint32_t length : lengths(body)) {
        CHECK(length >= passage_min_words);
        CHECK(length <= passage_max_words);
        CHECK(length % 30 == 0);
    }
}

TEST_CASE("a paragraph that fits into a passage is never cut") {
    CHECK(lengths(body_of({paragraph_of_sentences(9, 20)})) == Lengths{180});
    CHECK(lengths(body_of({sentence(170), sentence(30)})) == Lengths{170, 30});
    CHECK(lengths(body_of({sentence(60), paragraph_of_sentences(10, 15), sentence(60)})) ==
          Lengths{60, 150, 60});
}

TEST_CASE("a longer paragraph is cut between sentences into balanced passages") {
    CHECK(lengths(paragraph_of_sentences(10, 20)) == Lengths{100, 100});
    const std::string body = paragraph_of_sentences(60, 20);
    for (const Passage& passage : PassageSplitter().split(body, "en")) {
        CHECK(passage.range.in(body).ends_with('.'));
        CHECK(passage.range.in(body).starts_with("Word"));
    }
    for (const std::uint32_t length : lengths(body)) CHECK(length >= passage_min_words);
}

TEST_CASE("a short last paragraph joins the passage before it where there is room") {
    CHECK(lengths(body_of({sentence(140), sentence(20)})) == Lengths{160});
    CHECK(lengths(body_of({paragraph_of_sentences(10, 20), sentence(10)})) == Lengths{100, 110});
}

TEST_CASE("a sentence longer than a passage is cut between words, without a break at the cut") {
    const std::string body = sentence(400);
    const auto passages = PassageSplitter().split(body, "en");
    REQUIRE(passages.size() == 3);
    CHECK(passages[0].breaks.empty());
    CHECK(passages[1].breaks.empty());
    CHECK(passages[2].breaks ==
          std::vector<TextBreak>{{static_cast<std::uint32_t>(passages[2].range.size()), true}});
    for (const Passage& passage : passages) {
        CHECK(body[passage.range.end - 1] != ' ');
        CHECK((passage.range.end == body.size() || body[passage.range.end] == ' '));
    }
}

TEST_CASE("breaks stand after the last byte of each sentence and paragraph") {
    const std::string body = "It rained. “Rivers rose,” he said.\n\nWhy? Nobody knew";
    const auto passages = PassageSplitter().split(body, "en");
    REQUIRE(passages.size() == 1);
    const auto after = [&](std::string_view text) {
        return static_cast<std::uint32_t>(body.find(text) + text.size());
    };
    CHECK(passages[0].breaks == std::vector<TextBreak>{{after("rained."), false},
                                                       {after("said."), true},
                                                       {after("Why?"), false},
                                                       {after("knew"), true}});
}

TEST_CASE("breaks count from the passage, not from the body") {
    const std::string body = body_of({sentence(150), "It rained. " + sentence(150)});
    const auto passages = PassageSplitter().split(body, "en");
    REQUIRE(passages.size() == 2);
    REQUIRE(passages[1].breaks.size() == 2);
    CHECK(passages[1].breaks[0] == TextBreak{10, false});
}

TEST_CASE("a body without blanks is cut between its sentences and words") {
    std::string body;
    for (int i = 0; i < 200; ++i) body += "今天下雨，河水上涨。";
    const auto passages = PassageSplitter().split(body, "zh");
    CHECK(passages.size() > 5);
    for (const Passage& passage : passages) CHECK(passage.range.in(body).ends_with("。"));
    check_passages(body, passages);
}
