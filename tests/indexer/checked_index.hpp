#pragma once

#include <set>
#include <string>
#include <vector>

#include "indexer/segment_check.hpp"
#include "tests/indexer/run_index.hpp"
#include "tests/indexer/some_articles.hpp"
#include "tests/temporary_folder.hpp"

namespace dateline::test {

inline std::string json_article(const std::string& id, const std::string& headline,
                                const std::string& body) {
    return R"({"id":")" + id + R"(","headline":")" + headline +
           R"(","date":"2020-01-05","body":")" + body + "\"}\n";
}

/// An index that has a part of every kind but a dictionary: two segments, one of them with an
/// article that is gone, stems in so many articles that their forms are marked, an exact duplicate,
/// near-duplicates, and a ledger with every outcome.
class CheckedIndex {
  public:
    CheckedIndex() {
        std::mt19937 random(3);
        std::string articles;
        for (int i = 0; i < 80; ++i)
            articles += json_article("wire" + std::to_string(i), "Report " + std::to_string(i),
                                     plain_words(random, 60));
        const std::string story = plain_words(random, 80);
        articles += json_article("story", "A story", story);
        articles += json_article("story-again", "A story", story);
        articles += json_article("story-longer", "A story", story + " and a word");
        folder_.write("news/wire.jsonl", articles);
        folder_.write("news/broken.jsonl",
                      json_article("whole", "One", "Text.") + "{\"id\":\"half\",\"headl\n");
        folder_.write("news/gone.txt", "Gone\n\nZebras at large.\n");
        run_index(index(), {news().string()});
        std::filesystem::remove(folder_ / "news/gone.txt");
        folder_.write("news/new.txt", "New\n\nA new text.\n");
        run_index(index());
    }

    std::filesystem::path index() const { return folder_ / "index"; }
    std::filesystem::path news() const { return folder_ / "news"; }
    const TemporaryFolder& folder() const { return folder_; }

    /// All files that the manifest in force stands for, relative to the index.
    std::vector<std::string> files() const {
        const Manifest manifest = require_manifest(index());
        std::vector<std::string> files{manifest.sources, manifest.copies};
        for (const SegmentInfo& segment : manifest.segments) {
            if (!segment.tombstones.empty()) files.push_back(segment.tombstones);
            for (const auto& entry : std::filesystem::directory_iterator(index() / segment.name))
                files.push_back(segment.name + "/" + entry.path().filename().string());
        }
        return files;
    }

    void write(const std::string& file, std::string_view bytes) const {
        folder_.write("index/" + file, bytes);
    }
    std::string read(const std::string& file) const { return read_bytes(index() / file); }

  private:
    static constexpr const char* frequent[] = {"talk", "talks", "talked", "talking"};

    static std::string plain_words(std::mt19937& random, int count) {
        std::string text;
        for (int i = 0; i < count; ++i)
            text += random() % 9 == 0 ? frequent[random() % std::size(frequent)] + std::string(" ")
                                      : "word" + std::to_string(random() % 500) + " ";
        return text + "end.";
    }

    TemporaryFolder folder_;
};

inline std::set<std::string> damaged_parts(const std::vector<CheckedPart>& parts) {
    std::set<std::string> damaged;
    for (const CheckedPart& part : parts)
        if (!part.is_ok()) damaged.insert(part.part);
    return damaged;
}

}  // namespace dateline::test
