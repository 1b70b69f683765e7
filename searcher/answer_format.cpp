#include "searcher/answer_format.hpp"

#include <fmt/format.h>

#include <limits>

#include "searcher/answer_words.hpp"

namespace dateline {

namespace {

// Options that list everything: without a limit, all words are needed unless others are asked for.
std::string options_for_all(const SearchResult& result) {
    if (result.needed.count >= result.bare_words || result.bare_words < 2) return "-n 0";
    if (result.needed.count == 1) return "-n 0 --any";
    return fmt::format("-n 0 --min {}", result.needed.count);
}

}  // namespace

std::vector<std::string_view> answer_formats() {
    return {"text", "jsonl", "csv", "trec", "ids", "ids0", "markdown"};
}

std::size_t page_hits(std::string_view format) {
    // Each score of a run has to be less than the one before.
    return format == "trec" ? std::numeric_limits<std::size_t>::max() : 200;
}

HitDetail detail_for(std::string_view format) {
    const bool needs_ids_only = format == "ids" || format == "ids0" || format == "trec";
    return needs_ids_only ? HitDetail::ids : HitDetail::texts;
}

std::string render_answer(std::string_view format, const SearchResult& result,
                          const TextStyle& style, double seconds) {
    if (format == "jsonl") return render_jsonl(result);
    if (format == "csv") return render_csv(result);
    if (format == "trec") return render_trec(result);
    if (format == "ids") return render_ids(result, '\n');
    if (format == "ids0") return render_ids(result, '\0');
    if (format == "markdown") return render_markdown(result);
    return result.hits.empty() ? "" : render_text(result, style, seconds);
}

std::optional<std::string> listing_note(std::string_view format, const SearchResult& result) {
    const std::uint64_t listed = result.listed_total();
    if (result.hit_count() == 0 && result.offset > 0 && listed > 0)
        return fmt::format("nothing is left behind the first {}: there {} {}", result.offset,
                           listed == 1 ? "is" : "are", listed_in_words(result));
    if (format == "text" || result.hit_count() == 0 ||
        (result.totals_are_exact && result.hit_count() == listed))
        return std::nullopt;
    return fmt::format("{} of {} ({} gives all)", part_shown(result), listed_in_words(result),
                       options_for_all(result));
}

}  // namespace dateline
