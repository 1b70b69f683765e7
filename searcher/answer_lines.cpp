#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "searcher/answer_record.hpp"
#include "searcher/json_line.hpp"
#include "searcher/record_lines.hpp"
#include "searcher/render.hpp"
#include "searcher/run_lines.hpp"

// Answers for programs, a line each.

namespace dateline {

namespace {

constexpr std::string_view run_topic = "0";
constexpr std::string_view run_tag = "dateline";

// A hit with every key, for its header.
SearchResult any_answer() {
    SearchResult result;
    result.hits.resize(1);
    return result;
}

}  // namespace

std::string render_jsonl(const SearchResult& result) {
    std::string out;
    for (std::size_t i = 0; i < result.hits.size(); ++i) out += json_line(answer_record(result, i));
    return out;
}

std::string render_csv(const SearchResult& result) {
    std::string out = result.hits_before == 0 ? csv_header(answer_row(any_answer(), 0)) : "";
    for (std::size_t i = 0; i < result.hits.size(); ++i) out += csv_row(answer_row(result, i));
    return out;
}

std::string render_trec(const SearchResult& result) {
    std::vector<RunEntry> entries;
    for (const ArticleHit& hit : result.hits) {
        const auto rank = static_cast<double>(result.offset + entries.size() + 1);
        entries.push_back(
            {id_of_hit(hit, result.unit), is_ranking(result.sort) ? hit.score : 1 / rank});
    }
    return run_lines(run_topic, entries, run_tag, result.offset + 1);
}

std::string render_ids(const SearchResult& result, char terminator) {
    std::string out;
    for (const ArticleHit& hit : result.hits) out += id_of_hit(hit, result.unit) + terminator;
    return out;
}

}  // namespace dateline
