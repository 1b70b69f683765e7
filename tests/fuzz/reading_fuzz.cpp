#include "tests/fuzz/reading_fuzz.hpp"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <variant>

#include "corpus/article_completion.hpp"
#include "corpus/clean_text.hpp"
#include "corpus/source.hpp"

namespace dateline::test {

namespace {

void demand(bool holds, const char* what, std::string_view text) {
    if (holds) return;
    std::fprintf(stderr, "%s: %.*s\n", what, static_cast<int>(text.size()), text.data());
    std::abort();
}

void check_article(const Article& article) {
    for (const std::string* line : {&article.headline, &article.byline, &article.source,
                                    &article.section, &article.place, &article.id, &article.url})
        demand(*line == clean_line(*line), "not a clean line", *line);
    demand(article.body == clean_body(article.body), "not a clean body", article.body);
    demand(!article.headline.empty() || !article.body.empty(), "no text", article.id);
    for (const char c : article.language)
        demand(c >= 'a' && c <= 'z', "not a language", article.language);
}

const Problem& problem_of(const ReadEvent& event) {
    if (const auto* rejection = std::get_if<Rejection>(&event)) return *rejection;
    if (const auto* skip = std::get_if<Skip>(&event)) return *skip;
    return std::get<Warning>(event);
}

}  // namespace

void check_reading(std::string_view bytes) {
    ReadOptions options;
    options.dates.today = 20'000;  // 4 October 2024
    options.max_record_bytes = 64UL << 10;
    const auto stream = open_bytes(bytes);
    std::size_t events = 0;
    std::uint64_t offset = 0;
    std::string member;
    read_source(*stream, {}, options, [&](ReadEvent&& event) {
        ++events;
        auto* article = std::get_if<Article>(&event);
        if (!article) {
            const Problem& problem = problem_of(event);
            return demand(!problem.reason.empty(), "no reason", problem.format);
        }
        check_article(*article);
        check_article(complete_article(*article, options.dates));
        if (article->origin.member == member)
            demand(article->origin.offset >= offset, "out of order", article->headline);
        member = article->origin.member;
        offset = article->origin.offset;
    });
    demand(events > 0, "nothing told", "");
}

}  // namespace dateline::test

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    dateline::test::check_reading({reinterpret_cast<const char*>(bytes), size});
    return 0;
}
