#include "indexer/posting_inversion.hpp"

#include <memory>
#include <string_view>
#include <vector>

#include "indexer/number_table.hpp"
#include "indexer/text_hash.hpp"
#include "indexer/text_order.hpp"

namespace dateline {

namespace {

using Sources = std::span<const AnalyzedArticles* const>;
using Order = std::span<const OrderedArticle>;

/// The terms of all sources, each once, in byte order.
struct AllTerms {
    std::vector<std::string_view> terms;
    std::vector<std::vector<std::uint32_t>> number_of;  // by source, by the source's number
};

AllTerms unite_terms(Sources sources) {
    AllTerms all;
    NumberTable numbers;
    for (const AnalyzedArticles* source : sources) {
        std::vector<std::uint32_t>& number_of = all.number_of.emplace_back();
        for (const std::string_view term : source->terms()) {
            const std::uint64_t hash = text_hash(term);
            std::uint32_t number =
                numbers.find(hash, [&](std::uint32_t known) { return all.terms[known] == term; });
            if (number == NumberTable::none) {
                number = static_cast<std::uint32_t>(all.terms.size());
                numbers.add(hash, number);
                all.terms.push_back(term);
            }
            number_of.push_back(number);
        }
    }
    const std::vector<std::uint32_t> order =
        order_by_text(static_cast<std::uint32_t>(all.terms.size()),
                      [&](std::uint32_t term) { return all.terms[term]; });
    std::vector<std::uint32_t> place(order.size());
    std::vector<std::string_view> sorted(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) {
        place[order[i]] = i;
        sorted[i] = all.terms[order[i]];
    }
    all.terms = std::move(sorted);
    for (std::vector<std::uint32_t>& numbers_of_source : all.number_of)
        for (std::uint32_t& number : numbers_of_source) number = place[number];
    return all;
}

constexpr std::size_t varint_size(std::uint32_t value) {
    std::size_t size = 1;
    for (; value >= 0x80; value >>= 7) ++size;
    return size;
}

/// A list while it is being filled: the step from the docid before as a varint, then the impact,
/// one byte.
struct PackedList {
    std::uint64_t end = 0;  // where the next posting goes; first: how many bytes there will be
    DocId last = 0;
    std::uint32_t size = 0;
};

class Inversion {
  public:
    Inversion(Sources sources, Order order)
        : sources_(sources), order_(order), all_(unite_terms(sources)), lists_(all_.terms.size()) {}

    void write_to(SegmentWriter& writer) {
        writer.add_lengths(measure());
        allocate();
        fill();
        std::vector<Posting> postings;
        std::uint64_t begin = 0;
        for (std::size_t term = 0; term < lists_.size(); ++term) {
            unpack(begin, lists_[term].size, postings);
            if (!postings.empty()) writer.add_term(all_.terms[term], postings);
            begin = lists_[term].end;
        }
    }

  private:
    // Calls `fetch` for the lists of a passage before `visit` needs the first: they lie far apart.
    template <class Fetch, class Visit>
    void each_posting(const Fetch& fetch, const Visit& visit) const {
        for (const OrderedArticle& ordered : order_) {
            DocId docid = ordered.first_docid;
            const std::vector<std::uint32_t>& number_of = all_.number_of[ordered.source];
            const AnalyzedArticles::Terms terms =
                sources_[ordered.source]->read_terms(ordered.article);
            const TermImpact* term = terms.terms.data();
            for (const std::uint32_t count : terms.counts) {
                for (const TermImpact* ahead = term; ahead != term + count; ++ahead)
                    __builtin_prefetch(&lists_[number_of[ahead->term()]]);
                for (const TermImpact* ahead = term; ahead != term + count; ++ahead)
                    fetch(lists_[number_of[ahead->term()]]);
                for (const TermImpact* const end = term + count; term != end; ++term)
                    visit(lists_[number_of[term->term()]], docid, term->impact());
                ++docid;
            }
        }
    }

    // Returns the lengths of the documents.
    std::vector<std::uint32_t> measure() {
        std::vector<std::uint32_t> lengths;
        each_posting([](const PackedList&) {},
                     [&](PackedList& list, DocId docid, std::uint32_t impact) {
                         if (docid > lengths.size()) lengths.resize(docid);
                         lengths[docid - 1] += impact;
                         list.end += varint_size(docid - list.last) + 1;
                         list.last = docid;
                         ++list.size;
                     });
        DocId documents = 0;
        for (const OrderedArticle& ordered : order_)
            documents += sources_[ordered.source]->facts(ordered.article).passages;
        lengths.resize(documents);
        return lengths;
    }

    void allocate() {
        std::uint64_t begin = 0;
        for (PackedList& list : lists_) {
            const std::uint64_t size = list.end;
            list.end = begin;
            list.last = 0;
            begin += size;
        }
        bytes_ = std::make_unique_for_overwrite<char[]>(begin);
    }

    void fill() {
        const auto fetch = [&](const PackedList& list) {
            __builtin_prefetch(bytes_.get() + list.end, 1);
        };
        each_posting(fetch, [&](PackedList& list, DocId docid, std::uint32_t impact) {
            char* at = bytes_.get() + list.end;
            std::uint32_t step = docid - list.last;
            for (; step >= 0x80; step >>= 7) *at++ = static_cast<char>(step | 0x80);
            *at++ = static_cast<char>(step);
            *at++ = static_cast<char>(impact);
            list.end = static_cast<std::uint64_t>(at - bytes_.get());
            list.last = docid;
        });
    }

    void unpack(std::uint64_t begin, std::uint32_t size, std::vector<Posting>& postings) const {
        postings.resize(size);
        const auto* at = reinterpret_cast<const unsigned char*>(bytes_.get() + begin);
        DocId docid = 0;
        for (Posting& posting : postings) {
            std::uint32_t step = 0;
            for (int shift = 0;; shift += 7) {
                step |= (*at & 0x7FU) << shift;
                if (*at++ < 0x80) break;
            }
            docid += step;
            posting = {docid, *at++};
        }
    }

    Sources sources_;
    Order order_;
    AllTerms all_;
    mutable std::vector<PackedList> lists_;
    std::unique_ptr<char[]> bytes_;
};

}  // namespace

void write_inverted(Sources sources, Order order, SegmentWriter& writer) {
    Inversion(sources, order).write_to(writer);
}

}  // namespace dateline
