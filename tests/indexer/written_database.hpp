#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "indexer/segment_writer.hpp"
#include "tests/indexer/naive_terms.hpp"

namespace dateline::test {

/// What a SegmentWriter is given.
struct WriterInput {
    std::vector<Terms> documents;
    std::vector<std::string> data;

    void write(SegmentWriter& writer) const {
        std::map<std::string, std::vector<Posting>> lists;
        std::vector<std::uint32_t> lengths(documents.size());
        for (std::size_t i = 0; i < documents.size(); ++i)
            for (const auto& [term, impact] : documents[i]) {
                lists[term].push_back({static_cast<DocId>(i + 1), impact});
                lengths[i] += impact;
            }
        writer.add_lengths(lengths);
        for (const auto& [term, postings] : lists) writer.add_term(term, postings);
        for (std::size_t i = 0; i < data.size(); ++i)
            if (!data[i].empty()) writer.add_data(static_cast<DocId>(i + 1), data[i]);
        writer.finish();
    }
};

/// Documents with common and rare terms, long ones and such with zero bytes, filter terms, empty
/// documents, and data from nothing to what takes many blocks.
inline WriterInput random_input(unsigned seed, std::size_t count) {
    std::mt19937 random(seed);
    WriterInput input{.documents = std::vector<Terms>(count),
                      .data = std::vector<std::string>(count)};
    for (std::size_t i = 0; i < count; ++i) {
        if (random() % 50 == 0) continue;
        Terms& terms = input.documents[i];
        terms["everywhere"] = static_cast<std::uint32_t>(1 + random() % max_impact);
        for (auto left = random() % 60; left > 0; --left)
            terms["t" + std::to_string(random() % 500 * (random() % 500))] =
                static_cast<std::uint32_t>(random() % 128);
        terms["Qid" + std::to_string(random())] = 0;
        if (i % 7 == 0) terms[std::string(max_term_bytes, static_cast<char>('a' + i % 26))] = 5;
        if (i % 3 == 0) terms[std::string("zero\0byte", 9)] = 1;
        if (i % 5 == 0) terms[std::string(1, '\x01')] = 127;
        const std::size_t size = i % 100 == 3 ? 70'000 : i % 4 == 0 ? random() % 900 : 0;
        for (std::size_t byte = 0; byte < size; ++byte)
            input.data[i] += static_cast<char>(i % 3 == 0 ? 'a' : random());
    }
    return input;
}

/// All that Xapian tells of a database, to be compared.
struct DatabaseContents {
    std::map<std::string, std::uint64_t> facts;
    struct Term {
        std::uint64_t frequency = 0;
        std::uint64_t collection_frequency = 0;
        std::uint64_t wdf_bound = 0;
        std::vector<std::pair<Xapian::docid, Xapian::termcount>> postings;
        bool operator==(const Term&) const = default;
    };
    std::map<std::string, Term> terms;
    std::vector<Xapian::termcount> lengths;
    std::vector<std::string> data;
    std::map<Xapian::docid, std::string> values;
    std::pair<std::string, std::string> value_bounds;

    bool operator==(const DatabaseContents&) const = default;
};

inline DatabaseContents contents_of(const std::filesystem::path& folder) {
    const Xapian::Database database(folder.string());
    DatabaseContents contents;
    contents.facts = {{"documents", database.get_doccount()},
                      {"last docid", database.get_lastdocid()},
                      {"total length", database.get_total_length()},
                      {"shortest", database.get_doclength_lower_bound()},
                      {"longest", database.get_doclength_upper_bound()},
                      {"positions", database.has_positions()},
                      {"value frequency", database.get_value_freq(0)},
                      {"other values", database.get_value_freq(1)}};
    contents.value_bounds = {database.get_value_lower_bound(0), database.get_value_upper_bound(0)};
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
        DatabaseContents::Term& of_term = contents.terms[*term];
        of_term.frequency = term.get_termfreq();
        of_term.collection_frequency = database.get_collection_freq(*term);
        of_term.wdf_bound = database.get_wdf_upper_bound(*term);
        for (auto at = database.postlist_begin(*term); at != database.postlist_end(*term); ++at)
            of_term.postings.emplace_back(*at, at.get_wdf());
    }
    for (Xapian::docid docid = database.get_lastdocid(); docid > 0; --docid) {
        contents.lengths.push_back(database.get_doclength(docid));
        const Xapian::Document document = database.get_document(docid);
        contents.data.push_back(document.get_data());
        if (const std::string value = document.get_value(0); !value.empty())
            contents.values[docid] = value;
    }
    for (auto at = database.valuestream_begin(0); at != database.valuestream_end(0); ++at)
        contents.values[at.get_docid()] += " in the stream: " + *at;
    return contents;
}

}  // namespace dateline::test
