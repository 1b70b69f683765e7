#include "bench/made_story.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace dateline {

namespace {

constexpr std::uint32_t topics = 2000;
constexpr std::string_view paragraph_gap = "\n\n";

// Words of the 0th, 10th, ... 100th percentile of articles.
constexpr std::array<std::uint32_t, 11> body_words{60,  130, 190, 240,  300, 370,
                                                   450, 550, 700, 1000, 2500};

std::uint32_t pick_body_words(RandomNumbers& random) {
    const std::uint32_t tenth = random.below(body_words.size() - 1);
    return random.between(body_words[tenth], body_words[tenth + 1]);
}

// The topic's words are the same in each article on it.
std::vector<std::uint32_t> topic_words(std::uint32_t topic) {
    RandomNumbers random(topic);
    std::vector<std::uint32_t> ranks;
    while (ranks.size() < 40)
        ranks.push_back(random.between(MadeWords::first_content_rank(), MadeWords::count / 10));
    return ranks;
}

std::string capitalized(std::string_view text) {
    std::string result(text);
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        result.front() = static_cast<char>(text.front() - 'a' + 'A');
    return result;
}

std::string number(RandomNumbers& random) {
    switch (random.below(5)) {
        case 0:
            return std::to_string(random.between(1990, 2020));
        case 1: {
            const std::uint32_t tenths = random.below(1000);
            return fmt::format("{}.{}", tenths / 10, tenths % 10);
        }
        case 2:
            return fmt::format("${} million", random.between(1, 900));
        case 3: {
            const std::uint32_t amount = random.between(1000, 99'999);
            return fmt::format("{},{:03}", amount / 1000, amount % 1000);
        }
        default:
            return std::to_string(random.between(2, 60));
    }
}

bool is_plain_word(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
}

std::string without_last_paragraph(const std::string& body) {
    const std::size_t end = body.rfind(paragraph_gap);
    return body.substr(0, end);
}

// Where the word after the next blank from `at` on stands; empty where there is none.
std::pair<std::size_t, std::size_t> word_after(std::string_view text, std::size_t at) {
    const std::size_t begin = std::min(text.find(' ', at), text.size() - 1) + 1;
    return {begin, std::min(text.find(' ', begin), text.size())};
}

}  // namespace

MadeStory::MadeStory(const MadeWords& words, RandomNumbers& random)
    : words_(words), random_(random), topic_(topic_words(random.below(topics))) {
    for (std::uint32_t left = random.between(2, 4); left > 0; --left)
        people_.push_back(made_name(random));
}

std::string MadeStory::word() {
    const std::uint32_t kind = random_.below(1000);
    if (kind < 110) {
        // The first of the topic's words are its most frequent ones.
        const std::uint32_t end = random_.between(1, static_cast<std::uint32_t>(topic_.size()));
        return words_.word(topic_[random_.below(end)]);
    }
    if (kind < 135) return random_.one_of(people_);
    if (kind < 150) return number(random_);
    return words_.pick(random_);
}

std::string MadeStory::clause(std::uint32_t words) {
    std::string text;
    for (; words > 0; --words) {
        if (!text.empty()) text += random_.happens(50) ? ", " : " ";
        text += word();
        ++words_told_;
    }
    return text;
}

std::string MadeStory::sentence() {
    const std::uint32_t most_words = random_.between(16, 29);
    const std::string told = capitalized(clause(random_.between(5, most_words)));
    if (random_.happens(120)) return fmt::format("\"{},\" {} said.", told, random_.one_of(people_));
    return told + ".";
}

std::string MadeStory::paragraph() {
    std::string text = sentence();
    for (std::uint32_t left = random_.below(4); left > 0; --left) text += " " + sentence();
    return text;
}

std::string MadeStory::headline() {
    std::string text = random_.happens(400) ? random_.one_of(people_) + " " : "";
    text += clause(random_.between(1, 3));
    for (std::uint32_t left = random_.between(3, 6); left > 0; --left)
        text += " " + words_.word(random_.one_of(topic_));
    return capitalized(std::move(text));
}

std::string MadeStory::body() {
    words_told_ = 0;
    const std::uint32_t wanted = pick_body_words(random_);
    std::string text = paragraph();
    while (words_told_ < wanted) {
        text += paragraph_gap;
        text += paragraph();
    }
    return text;
}

std::string reprinted(const std::string& body, const MadeWords& words, RandomNumbers& random) {
    std::string text =
        body.size() > 1500 && random.happens(300) ? without_last_paragraph(body) : body;
    for (std::size_t left = body.size() / 800 + random.below(2); left > 0; --left) {
        const auto size = static_cast<std::uint32_t>(text.size());
        const auto [begin, end] = word_after(text, random.below(size));
        if (is_plain_word(std::string_view(text).substr(begin, end - begin)))
            text.replace(begin, end - begin, words.pick(random));
    }
    return text;
}

}  // namespace dateline
