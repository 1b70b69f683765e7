#include "corpus/glass/term_list.hpp"

#include <random>
#include <set>
#include <vector>

#include "corpus/glass/version_reader.hpp"
#include "indexer/glass/postlist.hpp"
#include "tests/catch.hpp"
#include "tests/indexer/written_database.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;
using namespace dateline::glass;

namespace {

std::vector<std::string> terms_of(const TableReader& table, const std::string& prefix) {
    std::vector<std::string> terms;
    for (TermList list(table, prefix); !list.at_end(); list.next()) terms.push_back(list.term());
    return terms;
}

std::vector<std::string> those_with(const std::set<std::string>& terms, const std::string& prefix) {
    std::vector<std::string> with;
    for (const std::string& term : terms)
        if (term.starts_with(prefix)) with.push_back(term);
    return with;
}

}  // namespace

TEST_CASE("terms are listed as Xapian lists them, whoever has written them") {
    for (const bool is_stock : {false, true}) {
        const test::TemporaryFolder folder;
        test::random_input(31, 2000).write(is_stock ? *open_stock_writer(folder.path())
                                                    : *open_bulk_writer(folder.path()));
        const TableReader table(folder / "postlist.glass",
                                read_version_file(folder.path()).postlist);
        std::set<std::string> terms;
        for (const auto& [term, facts] : test::contents_of(folder.path()).terms) terms.insert(term);
        for (const std::string prefix :
             {"", "t", "t1", "Qid", "e", "everywhere", "zero", "zz", "\x01", "\xFF"})
            CHECK((terms_of(table, prefix) == those_with(terms, prefix)));
    }
}

TEST_CASE("terms with zero bytes, and lists of many chunks between them, are all listed") {
    const test::TemporaryFolder folder;
    std::mt19937 random(4);
    std::set<std::string> terms{"a",
                                std::string("a\0", 2),
                                std::string("a\0b", 3),
                                std::string("a\0\xFF", 3),
                                std::string(1, '\0'),
                                "b"};
    while (terms.size() < 500) {
        std::string term(1 + random() % 4, '\0');
        for (char& c : term) c = "\0\x01\xFE\xFF"[random() % 4];
        terms.insert(term);
        terms.insert("a" + term + std::to_string(random() % 10));
    }
    std::vector<Posting> many(4000);
    for (std::uint32_t i = 0; i < many.size(); ++i) many[i] = {i + 1, 1};
    TableWriter writer(folder / "p.glass", 0);
    PostlistWriter postlist(writer);
    postlist.add_first_value("value");
    postlist.add_lengths(std::vector<std::uint32_t>(4000, 1));
    for (const std::string& term : terms)
        postlist.add_term(term, term.size() % 2 == 1 ? std::span<const Posting>(many)
                                                     : std::span<const Posting>(many).first(2));
    const TableReader table(folder / "p.glass", writer.finish());
    for (const std::string& prefix : {std::string(), std::string(1, '\0'), std::string("a"),
                                      std::string("a\0", 2), std::string("\xFF"), std::string("c")})
        CHECK((terms_of(table, prefix) == those_with(terms, prefix)));
}

TEST_CASE("an empty table has no terms") {
    CHECK(terms_of(TableReader("/absent/p.glass", {}), "").empty());
}
