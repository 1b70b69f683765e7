#include <array>
#include <filesystem>
#include <string>

#include "tests/catch.hpp"
#include "tests/cli/small_archive.hpp"

using namespace dateline::test;
namespace fs = std::filesystem;

namespace {

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("whichever of the states are gone, nothing that was withdrawn comes back unsaid") {
    const SmallArchive archive;
    archive.folder().write("news/new.txt", "New\n\n5 January 2020\n\nA zebra.\n");
    REQUIRE(archive.run({"index"}).exit_code == 0);
    const std::string list = archive.folder().write("ids", "harbour\n").string();
    REQUIRE(archive.run({"index", "--withdraw", list}).exit_code == 0);
    const fs::path index = archive.index();
    const fs::path whole = archive.folder() / "whole";
    fs::copy(index, whole, fs::copy_options::recursive);
    constexpr std::array states{"CURRENT",   "manifest-1", "manifest-2", "manifest-3",
                                "sources-1", "sources-2",  "sources-3"};
    for (unsigned gone = 1; gone < 1U << states.size(); ++gone) {
        fs::remove_all(index);
        fs::copy(whole, index, fs::copy_options::recursive);
        std::string left;
        for (std::size_t i = 0; i < states.size(); ++i)
            if ((gone >> i & 1U) != 0)
                fs::remove(index / states[i]);
            else
                left += std::string(states[i]) + ' ';
        INFO("left: " << left);
        const bool is_listed = contains(left, "sources-3");
        // So it looks where the first run of all died.
        const bool is_as_a_first_run = left.empty() || left == "sources-1 ";
        const ProgramResult indexed = archive.run({"index", archive.sources()});
        if (indexed.exit_code == 0 && !is_as_a_first_run)
            CHECK(archive.run({"show", "harbour"}).exit_code == 1);
        if (indexed.exit_code == 0) continue;
        CHECK(indexed.exit_code == 3);
        const ProgramResult rebuilt = archive.run({"index", "--rebuild", archive.sources()});
        CHECK(rebuilt.exit_code == 0);
        if (archive.run({"show", "harbour"}).exit_code == 0) {
            CHECK_FALSE(is_listed);
            CHECK(contains(rebuilt.err, "withdrawn"));
        }
        CHECK(archive.run({"check"}).exit_code == 0);
        CHECK(archive.ids({"search", "zebra"}).size() == 1);
    }
}
