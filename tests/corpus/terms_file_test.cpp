#include "corpus/terms_file.hpp"

#include <random>
#include <vector>

#include "tests/catch.hpp"
#include "tests/corpus/damage.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

struct Made {
    std::vector<std::uint32_t> terms;     // of each unit
    std::vector<std::uint32_t> passages;  // of each term
};

Made random_terms(std::uint32_t units) {
    std::minstd_rand random(units + 1);
    Made made;
    for (std::uint32_t term = 0; term < units / 2; ++term)
        made.passages.push_back(static_cast<std::uint32_t>(random()));
    for (std::uint32_t unit = 0; unit < units; ++unit)
        made.terms.push_back(unit < 2 || unit % 5 == 0
                                 ? TermsFile::no_term
                                 : static_cast<std::uint32_t>(random() % (units / 2)) |
                                       (unit % 3 == 0 ? TermsFile::tells_nothing : 0));
    return made;
}

std::uint32_t term_of(std::uint32_t entry) {
    return entry == TermsFile::no_term ? entry : entry & ~TermsFile::tells_nothing;
}
std::uint32_t telling_term_of(std::uint32_t entry) {
    return (entry & TermsFile::tells_nothing) != 0 ? TermsFile::no_term : entry;
}

}  // namespace

TEST_CASE("the terms file gives back the term of each unit, and the passages of each term") {
    const TemporaryFolder folder;
    for (const std::uint32_t units : {0U, 1U, 2U, 3U, 7U, 50'000U}) {
        const Made made = random_terms(units);
        write_terms_file(folder / "terms", made.terms, made.passages);
        verify_terms_file(folder / "terms");
        const TermsFile file(folder / "terms", units);
        REQUIRE(file.term_count() == made.passages.size());
        bool are_equal = true;
        for (std::uint32_t unit = 0; unit < units; ++unit)
            are_equal &= file.term_of(unit) == term_of(made.terms[unit]) &&
                         file.telling_term_of(unit) == telling_term_of(made.terms[unit]);
        for (std::uint32_t term = 0; term < file.term_count(); ++term)
            are_equal &= file.passages(term) == made.passages[term];
        CHECK(are_equal);
        CHECK_THROWS(file.term_of(units));
        CHECK_THROWS(TermsFile(folder / "terms", units + 1));
    }
}

TEST_CASE("no damage to a terms file passes verification, nor leads out of it") {
    const TemporaryFolder folder;
    const Made made = random_terms(60);
    write_terms_file(folder / "terms", made.terms, made.passages);
    CHECK(survive_damage(read_bytes(folder / "terms"), [&](std::string_view damaged) {
              const std::filesystem::path path = folder.write("damaged", damaged);
              const TermsFile file(path, 60);
              for (UnitId unit = 0; unit < 60; ++unit)
                  if (const std::uint32_t term = file.term_of(unit); term != TermsFile::no_term)
                      file.passages(term);
              verify_terms_file(path);
          }) == 0);
}
