#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "corpus/copies_file.hpp"
#include "tests/catch.hpp"
#include "tests/indexer/index_contents.hpp"
#include "tests/indexer/some_articles.hpp"

namespace dateline::test {

struct ArchiveShape {
    unsigned files = 60;  ///< names that files have
    unsigned ids = 120;   ///< names that articles have
    bool breaks_each_record = false;
};

/// Writes so many of the files of a folder anew, or removes them. Ids stand in several files, and
/// texts come twice. A broken record is at the end of each file, or after each record, so that
/// its reading is seen.
inline void change_files(const std::filesystem::path& folder, int files, const ArchiveShape& shape,
                         std::mt19937& random) {
    const auto some_text = [&] {
        std::string text = some_words(random, 200);
        std::ranges::replace(text, '\n', ' ');
        return text;
    };
    const std::string common = some_text();
    const std::string broken = "{broken\n";
    std::filesystem::create_directories(folder);
    for (int i = 0; i < files; ++i) {
        std::string lines;
        for (int k = 0; k < 4; ++k) {
            const std::string id = std::to_string(random() % shape.ids);
            const bool is_copy = random() % 8 == 0;
            lines += R"({"id":")" + id + R"(","headline":"Of )" + (is_copy ? "all" : id) +
                     R"(","date":"2020-01-0)" + std::to_string(1 + random() % 3) + R"(","body":")" +
                     (is_copy ? common : some_text()) + "\"}\n";
            if (k == 3 || shape.breaks_each_record) lines += broken;
        }
        const auto file = folder / (std::to_string(random() % shape.files) + ".jsonl");
        random() % 9 == 0 ? void(std::filesystem::remove(file))
                          : void(std::ofstream(file) << lines);
    }
}

inline void copy_index(const std::filesystem::path& from, const std::filesystem::path& to) {
    std::filesystem::remove_all(to);
    std::filesystem::copy(from, to, std::filesystem::copy_options::recursive);
}

/// The further ids of articles that the index has.
inline std::vector<Alias> index_aliases(const std::filesystem::path& index) {
    const std::string file = require_manifest(index).copies;
    return file.empty() ? std::vector<Alias>{}
                        : decode_copies(MappedFile(index / file).bytes(), file).aliases;
}

/// Those of the articles that share the id, numbered or not, with the files they stand in.
inline std::string ids_like(const std::string& id, const std::map<std::string, Article>& texts) {
    const auto base = [](const std::string& numbered) {
        return numbered.substr(0, numbered.find('~'));
    };
    std::string ids;
    for (const auto& [other, article] : texts)
        if (base(other) == base(id)) ids += " " + other + " (" + article.origin.path + ")";
    return ids;
}

inline void require_same_articles(const std::filesystem::path& index,
                                  const std::filesystem::path& expected) {
    const auto texts = index_texts(index);
    const auto expected_texts = index_texts(expected);
    for (const auto& [id, article] : expected_texts) {
        INFO(id << ", where there are" << ids_like(id, texts) << " of " << texts.size()
                << " articles, and expected are" << ids_like(id, expected_texts) << " of "
                << expected_texts.size());
        REQUIRE(texts.contains(id));
        REQUIRE(texts.at(id) == article);
    }
    REQUIRE(texts.size() == expected_texts.size());
    REQUIRE(index_aliases(index) == index_aliases(expected));
}

}  // namespace dateline::test
