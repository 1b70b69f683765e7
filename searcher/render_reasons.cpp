#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "searcher/answer_record.hpp"
#include "searcher/json_line.hpp"
#include "searcher/reasons.hpp"
#include "searcher/render.hpp"
#include "searcher/text_table.hpp"

namespace dateline {

namespace {

std::string part_text(const ScorePart& part) {
    std::string out = printable(part.text);
    if (part.passages.empty()) return out + ": not in the article";
    out += part.weight == 0
               ? ": denied"
               : fmt::format(": weight {:.3f}", static_cast<double>(part.weight) / 1000);
    out += part.passages.size() == 1 ? ", passage" : ", passages";
    for (std::size_t i = 0; i < part.passages.size(); ++i)
        out += fmt::format("{} #{} ({})", i == 0 ? "" : ",", part.passages[i].number,
                           part.passages[i].impact);
    return out;
}

bool is_anywhere(const std::vector<ScorePart>& parts) {
    return std::ranges::any_of(parts, [](const ScorePart& part) { return !part.passages.empty(); });
}

}  // namespace

std::string render_reasons_text(const Reasons& reasons, std::size_t width_columns) {
    const auto line = [&](const std::string& text) {
        return labelled_text("  ", printable(text), width_columns);
    };
    const auto sentence = [&](const std::string& text) {
        return labelled_text("", text, width_columns);
    };
    std::string out =
        sentence(printable(reasons.id) +
                 (reasons.matches ? fmt::format(" matches, with score {:.3f}", reasons.score)
                                  : " does not match"));
    for (const Excluded& excluded : reasons.excluded)
        out += line(excluded.clause + ": " + excluded.reason);
    if (!reasons.relaxations.empty()) {
        out += "it would match\n";
        for (const std::string& step : reasons.relaxations) out += line(step);
        out += "the query would be\n" + line(reasons.relaxed_query);
    } else if (!reasons.matches) {
        out += "no part of the query matches it\n";
    }
    if (!reasons.parts.empty())
        out += sentence(
            std::string("looked for in its text") +
            (is_anywhere(reasons.parts) ? " (how much a passage is about it: 1 to 127)" : ""));
    for (const ScorePart& part : reasons.parts) out += line(part_text(part));
    return out;
}

std::string render_reasons_jsonl(const Reasons& reasons) {
    using nlohmann::ordered_json;
    ordered_json parts = ordered_json::array();
    for (const ScorePart& part : reasons.parts) {
        ordered_json passages = ordered_json::array();
        for (const PassagePart& passage : part.passages)
            passages.push_back(
                {{"number", passage.number}, {"impact", passage.impact}, {"score", passage.score}});
        parts.push_back({{"text", part.text}, {"weight", part.weight}, {"passages", passages}});
    }
    ordered_json excluded = ordered_json::array();
    for (const Excluded& clause : reasons.excluded)
        excluded.push_back({{"clause", clause.clause}, {"reason", clause.reason}});
    ordered_json object{
        {"id", reasons.id}, {"matches", reasons.matches}, {"score", recorded_score(reasons.score)},
        {"parts", parts},   {"excluded", excluded},       {"relaxations", reasons.relaxations},
        {"query", nullptr}};
    if (!reasons.relaxed_query.empty()) object["query"] = reasons.relaxed_query;
    return json_line(object);
}

}  // namespace dateline
