#include "bench/qrels.hpp"

#include <fmt/format.h>

#include <charconv>
#include <optional>

#include "bench/trec_lines.hpp"
#include "corpus/error.hpp"

namespace dateline {

namespace {

std::optional<int> read_grade(std::string_view text) {
    if (text.starts_with('+')) text.remove_prefix(1);
    int grade = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), grade);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return grade;
}

}  // namespace

Qrels parse_qrels(std::string_view text, std::string_view name) {
    TrecLineReader reader(text, name);
    Qrels qrels;
    while (const std::optional<TrecLine> line = reader.next()) {
        reader.require_form(*line, "a qrels file", "topic iteration docno grade");
        const std::string_view topic = line->columns[0];
        const std::string_view docno = line->columns[2];
        const std::optional<int> grade = read_grade(line->columns[3]);
        if (!grade)
            reader.fail(line->number,
                        fmt::format("the grade \"{}\" is no whole number", line->columns[3]));
        const bool is_new = qrels[std::string(topic)].emplace(std::string(docno), *grade).second;
        if (!is_new) reader.fail(line->number, fmt::format("{} again in topic {}", docno, topic));
    }
    return qrels;
}

Qrels read_qrels(const std::string& path) {
    Qrels qrels = parse_qrels(read_trec_file(path), path);
    if (qrels.empty())
        throw Error(ErrorKind::input_output, fmt::format("{} holds no judgments", path),
                    "a line of qrels is: topic iteration docno grade");
    return qrels;
}

}  // namespace dateline
