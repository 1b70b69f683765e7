#include "corpus/glass/posting_list.hpp"

#include <algorithm>
#include <map>
#include <random>
#include <vector>

#include "corpus/glass/version_reader.hpp"
#include "indexer/glass/postlist.hpp"
#include "tests/catch.hpp"
#include "tests/caught_error.hpp"
#include "tests/indexer/written_database.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;
using namespace dateline::glass;

namespace {

std::vector<Posting> postings_of(const TableReader& table, const std::string& term) {
    std::vector<Posting> postings;
    for (PostingList list(table, term); !list.at_end(); list.next())
        postings.push_back({list.docid(), list.wdf()});
    return postings;
}

// Lists of one chunk and of many, dense and thin, up to the largest docid.
std::map<std::string, std::vector<Posting>> random_lists() {
    std::mt19937 random(5);
    std::map<std::string, std::vector<Posting>> lists;
    for (const std::uint64_t gap : {1U, 2U, 40U, 5000U, 3000000U})
        for (const std::size_t count : {1U, 2U, 900U, 1400U, 20000U}) {
            std::vector<Posting>& list =
                lists["t" + std::to_string(gap) + "-" + std::to_string(count)];
            for (std::uint64_t docid = 1 + random() % gap;
                 docid <= 0xFFFFFFFFU && list.size() < count; docid += 1 + random() % gap)
                list.push_back(
                    {static_cast<DocId>(docid),
                     static_cast<std::uint32_t>(random() % (random() % 9 ? 128 : 5000))});
        }
    lists["last"] = {{0xFFFFFFFFU, 0xFFFFFFFFU}};
    return lists;
}

}  // namespace

TEST_CASE("posting lists are read as Xapian reads them, whoever has written them") {
    for (const bool is_stock : {false, true}) {
        const test::TemporaryFolder folder;
        const test::WriterInput input = test::random_input(is_stock ? 21 : 22, 3000);
        input.write(is_stock ? *open_stock_writer(folder.path())
                             : *open_bulk_writer(folder.path()));
        const Database database = read_version_file(folder.path());
        const TableReader table(folder / "postlist.glass", database.postlist);
        const test::DatabaseContents contents = test::contents_of(folder.path());
        REQUIRE(contents.terms.size() > 1000);
        std::vector<Xapian::termcount> lengths(contents.lengths.size());
        for (auto list = PostingList::lengths(table); !list.at_end(); list.next())
            lengths.at(lengths.size() - list.docid()) = list.wdf();
        CHECK(lengths == contents.lengths);
        for (const auto& [term, expected] : contents.terms) {
            const std::vector<Posting> postings = postings_of(table, term);
            REQUIRE(std::ranges::equal(
                postings, expected.postings, [](const Posting& ours, const auto& theirs) {
                    return ours.docid == theirs.first && ours.impact == theirs.second;
                }));
            REQUIRE(PostingList(table, term).frequency() == expected.frequency);
            REQUIRE(PostingList(table, term + "x").at_end() ==
                    !contents.terms.contains(term + "x"));
        }
    }
}

TEST_CASE("a leap comes to where steps come to") {
    const test::TemporaryFolder folder;
    const auto lists = random_lists();
    TableWriter writer(folder / "p.glass", 0);
    PostlistWriter postlist(writer);
    for (const auto& [term, postings] : lists) postlist.add_term(term, postings);
    const TableReader table(folder / "p.glass", writer.finish());
    std::mt19937 random(6);
    for (const auto& [term, postings] : lists) {
        INFO(term);
        REQUIRE((postings_of(table, term) == postings));
        for (int i = 0; i < 200; ++i) {
            PostingList list(table, term);
            auto at = postings.begin();
            while (at != postings.end()) {
                REQUIRE_FALSE(list.at_end());
                REQUIRE(list.docid() == at->docid);
                REQUIRE(list.wdf() == at->impact);
                if (random() % 3 == 0) {
                    list.next();
                    ++at;
                    continue;
                }
                const auto near =
                    at + std::min<std::ptrdiff_t>(postings.end() - at - 1,
                                                  static_cast<std::ptrdiff_t>(random() % 3000));
                const DocId wanted = near->docid - (random() % 2 == 0 && near->docid > 1 ? 1 : 0);
                list.skip_to(wanted);
                while (at->docid < wanted) ++at;
                if (i > 100 && random() % 4 == 0) break;
                if (random() % 5 == 0) {
                    list.skip_to(0xFFFFFFFFU);
                    at = postings.back().docid == 0xFFFFFFFFU ? postings.end() - 1 : postings.end();
                }
            }
            if (at == postings.end()) REQUIRE(list.at_end());
        }
    }
}

TEST_CASE("there is no list of an unknown term, of an empty one, and in an empty table") {
    const test::TemporaryFolder folder;
    TableWriter writer(folder / "p.glass", 0);
    PostlistWriter postlist(writer);
    postlist.add_lengths(std::vector<std::uint32_t>{1, 2, 3});
    postlist.add_term("b", std::vector<Posting>{{1, 1}});
    const TableReader table(folder / "p.glass", writer.finish());
    for (const std::string term : {"a", "c", "", "bb"}) {
        const PostingList list(table, term);
        CHECK(list.at_end());
        CHECK(list.frequency() == 0);
    }
    CHECK(PostingList(TableReader("/absent/p.glass", {}), "b").at_end());
}

TEST_CASE("whatever is damaged in a posting list, docids ascend and reading it ends") {
    const test::TemporaryFolder folder;
    std::vector<Posting> postings;
    for (DocId docid = 1; docid < 9000; docid += 1 + docid % 3) postings.push_back({docid, 3});
    TableWriter writer(folder / "p.glass", 0);
    PostlistWriter postlist(writer);
    postlist.add_term("storm", postings);
    const TableRoot root = writer.finish();
    const std::string whole = test::read_bytes(folder / "p.glass");
    std::mt19937 random(9);
    int told = 0;
    for (int i = 0; i < 2000; ++i) {
        std::string bytes = whole;
        bytes[random() % bytes.size()] ^= static_cast<char>(1U << random() % 8);
        folder.write("damaged.glass", bytes);
        try {
            const TableReader table(folder / "damaged.glass", root);
            for (const DocId leap : {0U, 50U, 3000U}) {
                PostingList list(table, "storm");
                for (DocId before = 0; !list.at_end();) {
                    REQUIRE(list.docid() > before);
                    before = list.docid();
                    leap == 0 ? list.next() : list.skip_to(before + leap);
                }
            }
        } catch (const Error& error) {
            REQUIRE(error.kind() == ErrorKind::index);
            REQUIRE(test::says(error, "damaged.glass"));
            ++told;
        }
    }
    CHECK(told > 100);
}
