#include "indexer/glass/postlist.hpp"

#include <xapian.h>

#include <algorithm>
#include <map>
#include <random>

#include "corpus/glass/packing.hpp"
#include "indexer/glass/version_file.hpp"
#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;
using namespace dateline::glass;
using dateline::test::TemporaryFolder;

namespace {

using Postings = std::map<std::string, std::vector<Posting>>;

struct Content {
    Postings postings;
    std::vector<std::uint32_t> lengths;
    std::vector<std::string> data;
};

std::string odd_term(std::uint32_t number) {
    std::string term = "t" + std::to_string(number * 2654435761U % 1000003);
    if (number % 97 == 0) term += std::string("\0x", 2);
    if (number % 101 == 0) term += std::string(230, 'y');
    return number == 3 ? std::string(1, '\x01') : term;
}

Content random_content(std::uint32_t documents, std::uint32_t vocabulary) {
    Content content{.postings = {},
                    .lengths = std::vector<std::uint32_t>(documents),
                    .data = std::vector<std::string>(documents)};
    std::mt19937 random(documents);
    for (std::uint32_t d = 0; d < documents; ++d) {
        std::map<std::string, std::uint32_t> terms{{"everywhere", 1 + random() % 127}};
        for (int i = 0; i < 40; ++i) {
            const double u = static_cast<double>(random()) / 4294967296.0;
            terms[odd_term(static_cast<std::uint32_t>(vocabulary * u * u * u))] = random() % 128;
        }
        for (const auto& [term, wdf] : terms) {
            content.postings[term].push_back({d + 1, wdf});
            content.lengths[d] += wdf;
        }
        const std::size_t size = d % 100 == 3 ? 30000 : d % 50 == 7 ? 0 : random() % 900;
        for (std::size_t i = 0; i < size; ++i) content.data[d] += static_cast<char>(random());
    }
    return content;
}

void load(const std::filesystem::path& folder, const Content& content) {
    std::filesystem::create_directory(folder);
    TableWriter postlist(folder / "postlist.glass", 0);
    PostlistWriter postings(postlist);
    postings.add_lengths(content.lengths);
    for (const auto& [term, entries] : content.postings) postings.add_term(term, entries);
    TableWriter docdata(folder / "docdata.glass", 18);
    for (std::uint32_t d = 0; d < content.data.size(); ++d) {
        std::string key;
        append_sorted_uint(key, d + 1);
        if (!content.data[d].empty()) docdata.add(key, content.data[d]);
    }
    DatabaseSummary summary{.uuid = {1},
                            .postlist = postlist.finish(),
                            .docdata = docdata.finish(),
                            .termlist = {.compress_minimum = 18}};
    summary.documents = summary.last_docid = static_cast<std::uint32_t>(content.lengths.size());
    summary.largest_wdf = postings.largest_wdf();
    summary.shortest_length = *std::min_element(content.lengths.begin(), content.lengths.end());
    summary.longest_length = *std::max_element(content.lengths.begin(), content.lengths.end());
    for (const std::uint32_t length : content.lengths) summary.total_length += length;
    std::ofstream(folder / "iamglass", std::ios::binary) << encode_version_file(summary);
}

void check_postings(const Xapian::Database& database, const std::string& term,
                    const std::vector<Posting>& entries) {
    std::size_t i = 0;
    std::uint64_t sum = 0;
    bool equal = true;
    for (auto it = database.postlist_begin(term); it != database.postlist_end(term); ++it, ++i) {
        equal = equal && i < entries.size() && *it == entries[i].docid &&
                it.get_wdf() == entries[i].impact;
        sum += it.get_wdf();
    }
    CHECK(equal);
    CHECK(i == entries.size());
    CHECK(database.get_termfreq(term) == entries.size());
    CHECK(database.get_collection_freq(term) == sum);
    const Posting& sought = entries[entries.size() / 2];
    auto skipping = database.postlist_begin(term);
    skipping.skip_to(sought.docid);
    CHECK(*skipping == sought.docid);
    CHECK(skipping.get_wdf() == sought.impact);
}

}  // namespace

TEST_CASE("Xapian reads back every posting, length and document that was loaded") {
    // One leaf; several levels; chunked lists of thousands; long and odd terms; tags of many
    // pieces.
    const std::uint32_t documents = GENERATE(1U, 150U, 4000U);
    const Content content = random_content(documents, documents * 4 + 4);
    const TemporaryFolder folder;
    load(folder / "db", content);
    const Xapian::Database database((folder / "db").string());
    CHECK(database.get_doccount() == documents);
    CHECK(database.get_lastdocid() == documents);
    CHECK_FALSE(database.has_positions());
    auto term = database.allterms_begin();
    for (const auto& [expected, entries] : content.postings) {
        REQUIRE(term != database.allterms_end());
        CHECK(*term == expected);
        check_postings(database, expected, entries);
        ++term;
    }
    CHECK(term == database.allterms_end());
    for (std::uint32_t docid = documents; docid > 0; --docid) {
        CHECK(database.get_doclength(docid) == content.lengths[docid - 1]);
        CHECK(database.get_document(docid).get_data() == content.data[docid - 1]);
    }
    CHECK_FALSE(database.term_exists("absent"));
    CHECK_FALSE(database.term_exists(std::string(1, '\x7F')));
    CHECK(Xapian::Database::check((folder / "db").string(), 0, nullptr) == 0);
}
