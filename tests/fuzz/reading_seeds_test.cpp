#include <random>
#include <string>
#include <vector>

#include "corpus/source.hpp"
#include "tests/catch.hpp"
#include "tests/fuzz/reading_fuzz.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;

namespace {

std::vector<std::string> seeds() {
    std::vector<std::string> bytes;
    const std::filesystem::path archives =
        std::filesystem::path(DATELINE_SOURCE_DIR) / "tests/archives";
    for (const SourceFile& file : list_sources(archives, {}).files)
        bytes.push_back(test::read_bytes(file.whole_path()));
    return bytes;
}

}  // namespace

TEST_CASE("every small archive is read as promised") {
    const std::vector<std::string> all = seeds();
    CHECK(all.size() > 50);
    for (const std::string& bytes : all) test::check_reading(bytes);
}

TEST_CASE("whatever the bytes, reading ends and gives clean articles in file order") {
    const std::vector<std::string> all = seeds();
    std::mt19937 random(7);
    const std::string_view odd("{}[]\"\\,:\n \x80\xC3\0N1<>&;/-='!?#x", 27);
    for (int round = 0; round < 8000; ++round) {
        std::string bytes = all[random() % all.size()];
        if (bytes.empty() || bytes.size() > 50'000) continue;
        for (std::size_t i = 1 + random() % 4; i > 0; --i) {
            const std::size_t at = random() % bytes.size();
            if (random() % 2 == 0)
                bytes[at] = odd[random() % odd.size()];
            else
                bytes.erase(at, 1 + random() % 30);
            if (bytes.empty()) bytes = "x";
        }
        INFO(bytes);
        test::check_reading(bytes);
    }
}
