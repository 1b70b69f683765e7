#include "searcher/query_manual.hpp"

#include <fmt/format.h>

#include "corpus/schema.hpp"
#include "searcher/expansion.hpp"
#include "searcher/work_budget.hpp"

namespace dateline {

namespace {

ManualSection words() {
    return {"Words",
            "Words side by side are looked for in any inflection, in every language of the index, "
            "in headlines and bodies. One of them is enough; of up to three, articles with more of "
            "them come first, of more words what the articles say as a whole decides, and words of "
            "asking (\"find documents concerning\") count for nothing. Stop words such as \"the\" "
            "are not enough beside others. --all asks for all of them, --min N for so many, and "
            "where only a set is wanted (--count, -n 0) they mean all unless --any says otherwise.",
            {{"nato training iraq", "any of the words; of up to three, with more of them first"},
             {"+nato training", "nato must be there; training only ranks"},
             {"nato -summit", "nato, and no summit (also: nato NOT summit)"},
             {"=trained", "this form alone, not training or train"},
             {"train*", "all words that begin so"},
             {"w?r", "'?' is any one character, but at the end of a word punctuation"},
             {"bagdad~1", "words one edit away; bagdad~2: two"},
             {"caps(US)", "written so, letter by letter"},
             {"caps(\"World Health\")", "likewise several words"},
             {"US", "US and U.S., not the pronoun; us finds all"},
             {"strike^3 baghdad", "strike weighs three times as much"}}};
}

ManualSection phrases() {
    return {"Phrases",
            "Between quotes words stand side by side in this order, in these forms, in any case. "
            "Stop words count. * ? and ~ do not stand in a phrase: train* ADJ mission has them.",
            {{"\"training in Iraq\"", "these words side by side"},
             {"\"to be or not to be\"", "stop words, all of them"},
             {"\"training Iraq\"~2", "in this order, at most two other words between"}}};
}

ManualSection joined() {
    return {"AND, OR, NOT",
            "In capitals. They hold for the whole article, headline and body; with --unit passage "
            "for one passage. NOT binds tightest, then AND, then OR; brackets group. Words side by "
            "side bind tighter than all of them.",
            {{"nato AND iraq", "both"},
             {"storm OR flood", "one of them, or both"},
             {"(storm OR flood) AND harbour", "harbour, and one of the two"},
             {"nato NOT summit", "nato, and no summit"},
             {"NOT nato", "all articles without it"}}};
}

ManualSection near() {
    return {
        "Near each other",
        "The sides may be words, phrases, patterns, groups with OR, and further such "
        "operators. They are looked for in the body's words in order, across the borders of "
        "passages, and in the headline. With AND or NOT on a side, (a AND b) w/5 c means "
        "(a w/5 c) AND (b w/5 c). Words side by side on a side, or in atleast3(...), are any of "
        "them, whatever --all or --min say.",
        {{"nato w/5 iraq", "at most four words between them, in any order (also: NEAR/5)"},
         {"nato NEAR iraq", "within ten words"},
         {"nato pre/5 iraq", "likewise, nato first (also: ADJ/5)"},
         {"mission ADJ iraq", "ADJ: side by side, in this order"},
         {"nato w/s baghdad", "in one sentence"},
         {"nato w/p talks", "in one paragraph"},
         {"(nato OR alliance) w/9 (suspend* OR \"called off\")", "any of these near any of those"},
         {"nato NOT w/9 iraq", "nato somewhere without iraq near it"},
         {"atleast2(training)", "twice or more in the article; with --unit passage in a passage"}}};
}

ManualSection fields() {
    ManualSection section{
        "Fields",
        "A field's name before a word, a phrase or a group. Values of source, section and lang are "
        "told apart up to case and accents, ids up to case; they end in * for all that begin so.",
        {}};
    for (const FieldRow& row : field_rows)
        section.entries.push_back({std::string(row.example), std::string(row.about)});
    section.entries.push_back({"headline:(nato iraq)", "several words, any of them"});
    section.entries.push_back({"source:\"harbour courier\"", "quotes for blanks"});
    return section;
}

ManualSection dates() {
    return {"Dates",
            "Both ends are meant, and a month or a year is all of its days. An article of which "
            "only the year or the month is known counts as of its first day. Relative dates count "
            "from --today, or the clock.",
            {{"date:2020-01-05", "this day (also: on:2020-01-05)"},
             {"date:\"5 January 2020\"", "the same"},
             {"date:2020-01", "this month"},
             {"date:2019", "this year"},
             {"date:2019-12..2020-01", "from the first day of December to the last of January"},
             {"date:..2001", "to the end of 2001"},
             {"date:2020-01-02..", "from this day on"},
             {"after:2019", "from 2020 on"},
             {"before:2020-01-05", "to the day before"},
             {"on:2020-01-05", "this day"},
             {"date:30d..", "the last 30 days; also 2w, 6m, 1y"},
             {"date:lastweek",
              "also today, yesterday, thisweek, thismonth, lastmonth, thisyear, lastyear"},
             {"date:none", "articles without a date"}}};
}

ManualSection shell() {
    return {"In a shell",
            "Quotes, brackets, * and ? mean something to the shell: put the whole query between "
            "single quotes. A query that begins with - stands after --.\n\n"
            "dateline search 'nato w/5 (iraq OR \"the gulf\") -summit'",
            {}};
}

ManualSection mistakes() {
    return {
        "When something is wrong",
        fmt::format(
            "What is no query is refused, with a mark under the place and a way out; nothing is "
            "guessed. --lenient takes such a text as words and says so. dateline explain QUERY "
            "shows how a query is read and what each part finds; dateline why ID QUERY why an "
            "article is found or not, and what would admit it.\n\n"
            "A query is at most 64 KiB long, holds at most {} different words and phrases, phrases "
            "of "
            "512 words and "
            "{} with * ? or ~; such a word stands for its {} most frequent forms at most, and a "
            "note says so. What would read more of the index than all its texts several times is "
            "refused.",
            max_leaves, max_expansions, Expansion::most_forms),
        {}};
}

}  // namespace

ManualPage query_page() {
    return {"dateline-query",
            7,
            "the query language of dateline",
            {words(),
             phrases(),
             joined(),
             near(),
             fields(),
             dates(),
             shell(),
             mistakes(),
             {"See also", "dateline-search(1), dateline-dates(7)"}}};
}

ManualPage dates_page() {
    return {"dateline-dates",
            7,
            "dates in queries, options and answers of dateline",
            {{"Forms",
              "A date is written 2020-01-05, 2020-01, 2020, or as newspapers print it (5 January "
              "2020, January 5, 2020). An option such as --today takes one day. Blanks need quotes "
              "in the shell, and in a query."},
             {"In queries", dates().text, dates().entries},
             {"In answers",
              "A date is as the publisher printed it: its own zone and day, as exact as it was "
              "said (date_precision: none, year, month, day, time). Queries, timelines and facets "
              "count that day. Articles without a date come last among the newest."},
             {"See also", "dateline-query(7)"}}};
}

}  // namespace dateline
