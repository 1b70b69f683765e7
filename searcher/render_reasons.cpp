#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "searcher/reasons.hpp"
#include "searcher/render.hpp"

namespace dateline {

namespace {

std::string part_text(const ScorePart& part) {
    std::string out = "  " + printable(part.text);
    if (part.passages.empty()) return out + ": not in the article\n";
    out += part.weight == 0
               ? ": denied"
               : fmt::format(": weight {:.3f}", static_cast<double>(part.weight) / 1000);
    out += part.passages.size() == 1 ? ", passage" : ", passages";
    for (const PassagePart& passage : part.passages)
        out += fmt::format(" #{} ({} of 127)", passage.number, passage.impact);
    return out + "\n";
}

}  // namespace

std::string render_reasons_text(const Reasons& reasons) {
    std::string out = printable(reasons.id);
    out += reasons.matches ? fmt::format(" matches, with score {:.3f}\n", reasons.score)
                           : " does not match\n";
    for (const Excluded& excluded : reasons.excluded)
        out += fmt::format("  {}: {}\n", printable(excluded.clause), printable(excluded.reason));
    if (!reasons.relaxations.empty()) {
        out += "it would match\n";
        for (const std::string& step : reasons.relaxations) out += "  " + printable(step) + "\n";
        out += "the query would be\n  " + printable(reasons.relaxed_query) + "\n";
    } else if (!reasons.matches) {
        out += "no part of the query matches it\n";
    }
    if (!reasons.parts.empty()) out += "looked for in its text\n";
    for (const ScorePart& part : reasons.parts) out += part_text(part);
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
    ordered_json object{{"id", reasons.id},       {"matches", reasons.matches},
                        {"score", reasons.score}, {"parts", parts},
                        {"excluded", excluded},   {"relaxations", reasons.relaxations},
                        {"query", nullptr}};
    if (!reasons.relaxed_query.empty()) object["query"] = reasons.relaxed_query;
    return object.dump(-1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace dateline
