#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "bench/part_benchmarks.hpp"
#include "corpus/dense_code.hpp"
#include "corpus/text_units.hpp"

namespace dateline {

namespace {

struct KnownUnit {
    std::string_view text;
    bool is_word = false;
    std::uint64_t occurrences = 0;
};

// All bodies as numbers of units, the most frequent one 0.
struct CodedTexts {
    std::vector<std::vector<UnitId>> texts;
    std::vector<KnownUnit> units;
    std::size_t count = 0;
};

std::vector<KnownUnit> units_of(const MeasuredTexts& texts, Analyzer& analyzer) {
    std::unordered_map<std::string_view, KnownUnit> known;
    std::vector<TextUnit> units;
    for (const std::string& body : texts.bodies) {
        cut_into_units(body, analyzer.analyze(body), units);
        for (const TextUnit& unit : units) {
            KnownUnit& met = known[unit.range.in(body)];
            met = {unit.range.in(body), unit.word != nullptr, met.occurrences + 1};
        }
    }
    std::vector<KnownUnit> sorted;
    for (const auto& [text, unit] : known) sorted.push_back(unit);
    std::ranges::sort(sorted, std::greater(), &KnownUnit::occurrences);
    return sorted;
}

CodedTexts coded(const MeasuredTexts& texts) {
    Analyzer analyzer("en");
    CodedTexts coded{.texts = {}, .units = units_of(texts, analyzer)};
    std::unordered_map<std::string_view, UnitId> numbers;
    for (const KnownUnit& unit : coded.units)
        numbers.emplace(unit.text, static_cast<UnitId>(numbers.size()));
    std::vector<TextUnit> units;
    for (const std::string& body : texts.bodies) {
        cut_into_units(body, analyzer.analyze(body), units);
        std::vector<UnitId>& text = coded.texts.emplace_back();
        for (const TextUnit& unit : units) text.push_back(numbers.at(unit.range.in(body)));
        coded.count += text.size();
    }
    return coded;
}

DenseCode code_of(const CodedTexts& coded) {
    std::vector<std::uint64_t> occurrences;
    for (const KnownUnit& unit : coded.units) occurrences.push_back(unit.occurrences);
    return DenseCode(DenseCode::best_stoppers(occurrences));
}

std::string encode(const CodedTexts& coded, const DenseCode& code) {
    std::string bytes;
    for (const std::vector<UnitId>& text : coded.texts)
        for (const UnitId unit : text) code.append(bytes, unit);
    return bytes;
}

void cut_all(benchmark::State& state, const MeasuredTexts& texts) {
    Analyzer analyzer("en");
    std::vector<TextUnit> units;
    std::size_t count = 0;
    for (auto _ : state) {
        count = 0;
        for (const std::string& body : texts.bodies) {
            cut_into_units(body, analyzer.analyze(body), units);
            count += units.size();
        }
    }
    count_passes(state, texts, count);
}

void encode_all(benchmark::State& state, const MeasuredTexts& texts) {
    const CodedTexts known = coded(texts);
    const DenseCode code = code_of(known);
    for (auto _ : state) benchmark::DoNotOptimize(encode(known, code));
    count_passes(state, texts, known.count);
    state.counters["code/text"] =
        static_cast<double>(encode(known, code).size()) / static_cast<double>(texts.bytes);
}

void decode_all(benchmark::State& state, const MeasuredTexts& texts) {
    const CodedTexts known = coded(texts);
    const DenseCode code = code_of(known);
    const std::string bytes = encode(known, code);
    for (auto _ : state) {
        std::string text;
        UnitJoiner joiner(text);
        const char* end = bytes.data() + bytes.size();
        for (const char* at = bytes.data(); at != end;) {
            const KnownUnit& unit = known.units[code.next(at, end)];
            joiner.add(unit.text, unit.is_word);
        }
        benchmark::DoNotOptimize(text);
    }
    count_passes(state, texts, known.count);
}

}  // namespace

void add_unit_code_benchmarks(const MeasuredTexts& texts) {
    benchmark::RegisterBenchmark("analyze and cut into units", cut_all, std::cref(texts))
        ->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("units into dense code", encode_all, std::cref(texts))
        ->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("dense code into text", decode_all, std::cref(texts))
        ->Unit(benchmark::kMillisecond);
}

}  // namespace dateline
