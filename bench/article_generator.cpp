#include "bench/article_generator.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string_view>

#include "bench/made_story.hpp"

namespace dateline {

namespace {

constexpr std::size_t remembered_articles = 256;
constexpr std::uint32_t duplicates_in_1000 = 10;
constexpr std::uint32_t reprints_in_1000 = 40;
constexpr std::uint32_t undated_in_1000 = 10;
constexpr std::uint32_t reporter_count = 400;
constexpr std::uint32_t archive_days = 15 * 365;
constexpr std::uint32_t day_minutes = 24 * 60;

struct Paper {
    std::string_view name;
    std::string_view folder;
};

constexpr auto papers = std::to_array<Paper>({{"Northern Wire", "northern-wire"},
                                              {"Harbour Courier", "courier"},
                                              {"Morning Ledger", "ledger"},
                                              {"Evening Mercury", "mercury"},
                                              {"Inland Gazette", "gazette"},
                                              {"Valley Tribune", "tribune"},
                                              {"Coast Observer", "observer"},
                                              {"Market Report", "market"},
                                              {"Weekly Chronicle", "chronicle"},
                                              {"Capital Post", "post"},
                                              {"Island Herald", "herald"},
                                              {"Union Sentinel", "sentinel"}});
constexpr auto sections = std::to_array<std::string_view>(
    {"World", "Business", "Politics", "Sport", "Culture", "Science", "Health", "Opinion"});
constexpr auto places = std::to_array<std::string_view>(
    {"London", "Paris", "Berlin", "Washington", "Baghdad", "Tokyo", "Lima", "Nairobi", "Geneva",
     "Brussels", "Moscow", "Beijing", "Sydney", "Cairo", "Oslo", "Madrid"});
constexpr auto first_names = std::to_array<std::string_view>(
    {"Jane", "John", "Maria", "Ahmed", "Olga", "Pierre", "Ann", "Liu", "Peter", "Rosa", "Zoë"});

// Each paper has half the articles of the one before it, down to a few.
const Paper& pick_paper(RandomNumbers& random) {
    std::size_t number = 0;
    while (number + 1 < papers.size() && random.happens(600)) ++number;
    return papers[number];
}

Date date_of(Day day, std::uint32_t minutes) {
    Date date{.precision = DatePrecision::time,
              .day = day,
              .instant = std::int64_t{day} * 86400 + std::int64_t{minutes} * 60,
              .zone_minutes = 0,
              .raw = {}};
    date.raw = iso_date(date);
    return date;
}

Date pick_date(RandomNumbers& random) {
    if (random.happens(undated_in_1000)) return {};
    const Day first = *day_number({2006, 1, 1});
    const Day day = first + static_cast<Day>(random.below(archive_days));
    return date_of(day, random.below(day_minutes));
}

Date hours_later(const Date& date, RandomNumbers& random) {
    if (!date.known()) return date;
    const auto minutes = static_cast<std::uint32_t>(date.instant / 60 % day_minutes);
    const std::uint32_t later = minutes + random.below(300);
    return date_of(date.day + static_cast<Day>(later / day_minutes), later % day_minutes);
}

}  // namespace

ArticleGenerator::ArticleGenerator(std::uint64_t seed) : words_(seed), random_(seed + 1) {
    while (reporters_.size() < reporter_count) {
        const std::string_view first_name = random_.one_of(first_names);
        reporters_.push_back(fmt::format("{} {}", first_name, made_name(random_)));
    }
}

Article ArticleGenerator::next() {
    const std::uint32_t kind = recent_.empty() ? 1000 : random_.below(1000);
    Article article;
    if (kind < duplicates_in_1000)
        article = random_.one_of(recent_);
    else if (kind < duplicates_in_1000 + reprints_in_1000)
        article = reprint(random_.one_of(recent_));
    else
        article = original();
    article.id = next_id(article);
    article.url = fmt::format("https://news.example/{}", article.id);
    if (recent_.size() < remembered_articles)
        recent_.push_back(article);
    else
        recent_[count_ % remembered_articles] = article;
    ++count_;
    return article;
}

Article ArticleGenerator::original() {
    const Paper& paper = pick_paper(random_);
    MadeStory story(words_, random_);
    Article article;
    article.headline = story.headline();
    article.body = story.body();
    article.source = paper.name;
    article.section = random_.one_of(sections);
    article.place = random_.one_of(places);
    if (random_.happens(700)) article.byline = random_.one_of(reporters_);
    article.language = "en";
    article.date = pick_date(random_);
    if (random_.happens(500))
        article.body = fmt::format("{} ({}) - {}", article.place, article.source, article.body);
    return article;
}

Article ArticleGenerator::reprint(const Article& of) {
    Article article = of;
    article.body = reprinted(of.body, words_, random_);
    if (random_.happens(500)) article.source = pick_paper(random_).name;
    if (random_.happens(300)) article.headline = "UPDATE 1-" + of.headline;
    article.date = hours_later(of.date, random_);
    return article;
}

std::string ArticleGenerator::next_id(const Article& article) {
    const auto* paper = std::ranges::find(papers, article.source, &Paper::name);
    const CalendarDay day = calendar_day(article.date.day);
    return fmt::format("{}/{:04}/{:02}/{:07}", paper->folder, day.year, day.month, count_ + 1);
}

std::string json_line(const Article& article) {
    nlohmann::ordered_json object{{"id", article.id},
                                  {"url", article.url},
                                  {"source", article.source},
                                  {"section", article.section},
                                  {"headline", article.headline}};
    if (article.date.known()) object["date"] = article.date.raw;
    if (!article.byline.empty()) object["byline"] = article.byline;
    object["place"] = article.place;
    object["language"] = article.language;
    object["body"] = article.body;
    return object.dump() + "\n";
}

}  // namespace dateline
