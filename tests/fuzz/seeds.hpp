#pragma once

#include <algorithm>
#include <filesystem>
#include <functional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "tests/temporary_folder.hpp"

namespace dateline::test {

/// What a fuzz target begins with, in the order of the names.
inline std::vector<std::string> seeds_in(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        files.push_back(entry.path());
    std::ranges::sort(files);
    std::vector<std::string> seeds;
    for (const auto& file : files) seeds.push_back(read_bytes(file));
    return seeds;
}

/// Hands the check each seed, and so many texts made of them: bytes changed, taken out, put in from
/// another one. The first byte may choose what is checked, and is mostly kept.
inline void check_around(const std::vector<std::string>& seeds, int rounds,
                         const std::function<void(std::string_view)>& check) {
    for (const std::string& seed : seeds) check(seed);
    std::mt19937 random(11);
    for (int round = 0; round < rounds; ++round) {
        std::string bytes = seeds[random() % seeds.size()];
        for (auto changes = 1 + random() % 4; changes > 0 && bytes.size() > 1; --changes) {
            const std::size_t at = random() % 40 == 0 ? 0 : 1 + random() % (bytes.size() - 1);
            const std::string& other = seeds[random() % seeds.size()];
            switch (random() % 3) {
                case 0:
                    bytes[at] = static_cast<char>(random());
                    break;
                case 1:
                    bytes.erase(std::max<std::size_t>(at, 1), 1 + random() % 20);
                    break;
                default:
                    bytes.insert(std::max<std::size_t>(at, 1), other, random() % other.size(),
                                 1 + random() % 20);
            }
        }
        // A block of its own size, so that the address sanitizer sees a read beyond it.
        const std::vector<char> block(bytes.begin(), bytes.end());
        check({block.data(), block.size()});
    }
}

}  // namespace dateline::test
