#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "indexer/segment_writer.hpp"
#include "tests/indexer/naive_terms.hpp"

namespace dateline::test {

/// A SegmentWriter that keeps what is added, and refuses what the contract forbids.
class RecordedWriter : public SegmentWriter {
  public:
    std::vector<std::uint32_t> lengths;
    std::vector<Terms> documents;
    std::vector<std::string> data;

    void add_lengths(std::span<const std::uint32_t> added) override {
        require(!has_lengths_ && last_term_.empty());
        has_lengths_ = true;
        lengths.assign(added.begin(), added.end());
        documents.resize(added.size());
        data.resize(added.size());
    }
    void add_term(std::string_view term, std::span<const Posting> postings) override {
        require(has_lengths_ && !term.empty() && term.size() <= max_term_bytes);
        require(last_term_ < term && !postings.empty());
        DocId last = 0;
        for (const Posting& posting : postings) {
            require(posting.docid > last && posting.docid <= documents.size());
            require(posting.impact <= max_impact);
            last = posting.docid;
            documents[last - 1].emplace(term, posting.impact);
        }
        last_term_ = term;
    }
    void add_data(DocId docid, std::string_view bytes) override { data.at(docid - 1) = bytes; }
    void finish() override {}

  private:
    static void require(bool holds) {
        if (!holds) throw std::logic_error("a SegmentWriter was used against its contract");
    }

    bool has_lengths_ = false;
    std::string last_term_;
};

inline std::vector<std::uint32_t> lengths_of(const std::vector<Terms>& documents) {
    std::vector<std::uint32_t> lengths;
    for (const Terms& terms : documents) {
        std::uint32_t& length = lengths.emplace_back(0U);
        for (const auto& [term, impact] : terms) length += impact;
    }
    return lengths;
}

}  // namespace dateline::test
