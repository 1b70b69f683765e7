#include "corpus/forms_file.hpp"

#include <algorithm>
#include <random>
#include <vector>

#include "tests/catch.hpp"
#include "tests/corpus/damage.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

std::vector<FormBits> random_entries(std::size_t count) {
    std::mt19937 numbers(static_cast<std::uint32_t>(count));
    std::vector<FormBits> entries(count);
    for (FormBits& bits : entries) bits = static_cast<FormBits>(1 + numbers() % any_form);
    return entries;
}

void write_entries(const std::filesystem::path& path, const std::vector<FormBits>& entries) {
    FormEntries packed(entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i) packed.set(i, entries[i]);
    packed.write(path);
}

}  // namespace

TEST_CASE("the forms file gives back the bits of each entry") {
    const TemporaryFolder folder;
    for (const std::size_t count : {0U, 1U, 2U, 3U, 1000U, 1001U}) {
        const std::vector<FormBits> entries = random_entries(count);
        write_entries(folder / "forms", entries);
        const FormsFile file(folder / "forms", count);
        verify_forms_file(folder / "forms");
        for (std::size_t i = 0; i < count; ++i) CHECK(file.at(i) == entries[i]);
        CHECK_THROWS(FormsFile(folder / "forms", count + 2));
        FormEntries(count).write(folder / "unset");
        for (std::size_t i = 0; i < count; ++i)
            CHECK(FormsFile(folder / "unset", count).at(i) == any_form);
    }
}

TEST_CASE("no damage to a forms file passes verification") {
    const TemporaryFolder folder;
    const std::vector<FormBits> entries = random_entries(101);
    write_entries(folder / "forms", entries);
    CHECK(survive_damage(read_bytes(folder / "forms"), [&](std::string_view damaged) {
              const std::filesystem::path path = folder.write("damaged", damaged);
              verify_forms_file(path);
              const FormsFile file(path, entries.size());
              for (std::size_t i = 0; i < entries.size(); ++i) CHECK(file.at(i) <= any_form);
          }) == 0);
}

TEST_CASE("the three most frequent forms of a stem have a bit each, all others one together") {
    const TemporaryFolder folder;
    WordsEncoder encoder(DenseCode(192));
    const std::vector<std::string> forms = {"support", "supported", "supporter", "supporting",
                                            "supports"};
    // By frequency: supporting, support, supports, and the other two.
    const std::vector<std::uint32_t> by_frequency = {3, 0, 4, 1, 2};
    for (const std::uint32_t form : by_frequency) encoder.add_unit(forms[form], form);
    for (std::uint32_t form = 0; form < forms.size(); ++form) {
        const auto unit = std::ranges::find(by_frequency, form) - by_frequency.begin();
        encoder.add_form({.folded = forms[form],
                          .term = "support",
                          .acronym = "",
                          .units = {static_cast<UnitId>(unit)}});
    }
    const WordsFile words(folder.write("words", encoder.bytes()));
    using Bits = std::vector<std::pair<std::uint32_t, FormBits>>;
    CHECK(form_bits(words, "support") == Bits{{3, 1}, {0, 2}, {4, 4}, {1, 8}, {2, 8}});
    CHECK(form_bits(words, "suppor").empty());
}
