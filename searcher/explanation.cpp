#include "searcher/explanation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "searcher/json_line.hpp"
#include "searcher/render.hpp"
#include "searcher/text_table.hpp"

namespace dateline {

namespace {

constexpr std::size_t most_terms = 8;
constexpr std::size_t most_depth = 20;  // that is indented

std::vector<std::string> terms_of(const AskedToken& token) {
    if (token.expansion) return token.expansion->terms;
    return {token.term};
}

std::uint64_t passages_with(const Index& index, const std::string& term) {
    std::uint64_t passages = 0;
    for (const Segment& segment : index.segments()) passages += segment.frequency(term);
    return passages;
}

std::string decided_by(const TextLeaf& leaf) {
    const bool is_plain = std::ranges::all_of(leaf.words, &AskedWords::is_plain);
    if (!is_plain) return "words of the article";
    const bool is_word = std::ranges::all_of(leaf.words, [](const AskedWords& words) {
        return words.tokens.size() == 1 && words.tokens[0].match == WordMatch::stem;
    });
    return is_word ? "terms" : "words side by side";
}

void explain_terms(const MatchedIndex& matched, const TextLeaf& leaf, ExplainedLeaf& explained) {
    std::map<std::string, std::string> languages_of_term;
    for (std::size_t language = 0; language < leaf.words.size(); ++language)
        for (const AskedToken& token : leaf.words[language].tokens)
            for (const std::string& term : terms_of(token)) {
                std::string& known = languages_of_term[term];
                const std::string& code = matched.plan().languages[language];
                if (known.find(code) == std::string::npos)
                    known += (known.empty() ? "" : " ") + code;
            }
    for (const auto& [term, languages] : languages_of_term)
        explained.terms.push_back({term, languages, passages_with(matched.index(), term)});
    std::ranges::stable_sort(explained.terms, std::ranges::greater(), &ExplainedTerm::passages);
    if (explained.terms.size() <= most_terms) return;
    explained.further_terms = explained.terms.size() - most_terms;
    explained.terms.resize(most_terms);
}

std::string role_in(const PlanNode& parent, const PlanNode& child) {
    switch (parent.query->kind) {
        case QueryKind::all:
            return "all of";
        case QueryKind::any:
            return "any of";
        case QueryKind::none:
            return "not";
        default:
            return child.occur == Occur::wanted     ? "wanted"
                   : child.occur == Occur::required ? "required"
                                                    : "excluded";
    }
}

void add_nodes(const MatchedIndex& matched, const PlanNode& node, std::size_t depth,
               const std::string& role, std::vector<ExplainedNode>& nodes) {
    ExplainedNode explained{depth, role, to_string(*node.query), 0};
    for (std::size_t i = 0; i < matched.scopes().size(); ++i)
        explained.units += held_by(matched.scopes()[i], matched.matches()[i].leaves, node).size();
    nodes.push_back(std::move(explained));
    for (const PlanNode& child : node.children)
        add_nodes(matched, child, depth + 1, role_in(node, child), nodes);
}

std::string counted(std::uint64_t count, std::string_view what) {
    return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

// Uus, the term of an acronym, is "US, the acronym".
std::string shown_term(const std::string& term) {
    const bool is_acronym = term.size() > 1 && term.starts_with(acronym_prefix);
    if (!is_acronym) return printable(term);
    std::string letters = term.substr(acronym_prefix.size());
    for (char& letter : letters)
        if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
    return printable(letters) + ", the acronym";
}

std::string terms_line(const ExplainedLeaf& leaf) {
    std::string line;
    for (const ExplainedTerm& term : leaf.terms)
        line += fmt::format("{}{} ({}) in {}", line.empty() ? "" : "; ", shown_term(term.term),
                            term.language, counted(term.passages, "passage"));
    if (leaf.further_terms > 0) line += fmt::format("; and {} more", leaf.further_terms);
    return line.empty() ? "none in the index" : line;
}

std::string leaf_text(const ExplainedLeaf& leaf, std::size_t width_columns) {
    const auto line = [&](std::string_view label, const std::string& text) {
        return labelled_text(fmt::format("    {:<12}", label), text, width_columns);
    };
    // What nothing holds weighs nothing either.
    const bool is_denied = leaf.weight == 0 && leaf.candidates > 0;
    return labelled_text("  ", printable(leaf.text), width_columns) +
           line("terms", terms_line(leaf)) +
           line("candidates", counted(leaf.candidates, "article")) +
           line("decided by", leaf.decided_by) +
           line("holds in",
                counted(leaf.articles, "article") + ", " + counted(leaf.passages, "passage")) +
           line("weight", fmt::format("{:.3f}{}", static_cast<double>(leaf.weight) / 1000,
                                      is_denied ? " (denied)" : ""));
}

}  // namespace

std::string shown_leaf(const TextLeaf& leaf) {
    const FieldRow* row = row_of(leaf.field);
    return (row == nullptr ? "" : std::string(row->name) + ":") + leaf.text;
}

Explanation explain(const MatchedIndex& matched, const Query& as_read) {
    Explanation explanation;
    explanation.query = to_string(as_read);
    explanation.asked = to_string(matched.query());
    explanation.notes = matched.notes();
    explanation.unit = matched.plan().unit;
    add_nodes(matched, matched.plan().root, 0, "", explanation.nodes);
    for (std::size_t i = 0; i < matched.plan().leaves.size(); ++i) {
        const TextLeaf& leaf = matched.plan().leaves[i];
        ExplainedLeaf explained;
        explained.text = shown_leaf(leaf);
        explained.decided_by = decided_by(leaf);
        explained.weight = matched.weights().leaves[i];
        explain_terms(matched, leaf, explained);
        for (const SegmentMatches& segment : matched.matches()) {
            explained.candidates += segment.leaves[i].candidates;
            explained.articles += segment.leaves[i].articles.size();
            explained.passages += segment.leaves[i].passages.size();
        }
        explanation.leaves.push_back(std::move(explained));
    }
    return explanation;
}

std::string render_explanation_text(const Explanation& explanation, std::size_t width_columns) {
    std::string out = "query\n" + labelled_text("  ", printable(explanation.query), width_columns);
    if (explanation.asked != explanation.query)
        out += "asked as\n" + labelled_text("  ", printable(explanation.asked), width_columns);
    out += explanation.unit == AnswerUnit::article ? "\narticles\n" : "\npassages\n";
    for (const ExplainedNode& node : explanation.nodes)
        out += labelled_text(fmt::format("  {:>9}  {}{}", node.units,
                                         std::string(2 * std::min(node.depth, most_depth), ' '),
                                         node.role.empty() ? "" : node.role + ": "),
                             printable(node.text), width_columns);
    if (!explanation.leaves.empty()) out += "\nlooked for in texts\n";
    for (const ExplainedLeaf& leaf : explanation.leaves) out += leaf_text(leaf, width_columns);
    return out;
}

std::string render_explanation_jsonl(const Explanation& explanation) {
    using nlohmann::ordered_json;
    ordered_json nodes = ordered_json::array();
    for (const ExplainedNode& node : explanation.nodes)
        nodes.push_back(
            {{"depth", node.depth},
             {"role", node.role},
             {"text", node.text},
             {explanation.unit == AnswerUnit::article ? "articles" : "passages", node.units}});
    ordered_json leaves = ordered_json::array();
    for (const ExplainedLeaf& leaf : explanation.leaves) {
        ordered_json terms = ordered_json::array();
        for (const ExplainedTerm& term : leaf.terms)
            terms.push_back(
                {{"term", term.term}, {"language", term.language}, {"passages", term.passages}});
        leaves.push_back({{"text", leaf.text},
                          {"terms", terms},
                          {"further_terms", leaf.further_terms},
                          {"candidates", leaf.candidates},
                          {"decided_by", leaf.decided_by},
                          {"articles", leaf.articles},
                          {"passages", leaf.passages},
                          {"weight", leaf.weight}});
    }
    const ordered_json object{{"query", explanation.query},
                              {"asked", explanation.asked},
                              {"nodes", nodes},
                              {"leaves", leaves},
                              {"notes", explanation.notes}};
    return json_line(object);
}

}  // namespace dateline
