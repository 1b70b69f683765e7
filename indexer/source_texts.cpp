#include "indexer/source_texts.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <variant>

#include "corpus/article_completion.hpp"
#include "corpus/article_id.hpp"
#include "corpus/error.hpp"
#include "corpus/source.hpp"

namespace dateline {

namespace {

namespace fs = std::filesystem;

// Of the articles that have one id, a few are compared with the next.
constexpr std::size_t remembered_articles = 64;

// Ends the reading of a file whose rest is not needed.
struct HasReadEnough {};

SourceFile file_at(const std::string& root, const std::string& path) {
    SourceFile file;
    file.path = path;
    std::error_code failure;
    const fs::path place = root;
    file.folder = std::make_shared<const fs::path>(
        fs::is_directory(place, failure) ? place : place.parent_path());
    return file;
}

bool is_of_record(const Article& article, const SourceRecord& record) {
    return content_hash(article) == record.content_hash && article_id(article) == record.base_id();
}

}  // namespace

SourceTexts::SourceTexts(const Roots& roots, const ReadOptions& reading,
                         const FieldDefaults& defaults)
    : roots_(roots), reading_(reading), defaults_(defaults) {}

void SourceTexts::read(const SourceFileEntry& file, const std::vector<std::uint32_t>& records,
                       const Sink& sink) const {
    const std::string& root = roots_.all[file.root].path;
    if (records.empty() || root == standard_input_root) return;
    Origin origin;
    origin.root = root;
    origin.path = file.path;
    auto wanted = records.begin();
    std::uint32_t number = 0;
    const auto take = [&](ReadEvent&& event) {
        auto* read = std::get_if<Article>(&event);
        if (!read || number++ != *wanted) return;
        Article article =
            complete_article(with_defaults(std::move(*read), defaults_), reading_.dates);
        if (is_of_record(article, file.records[*wanted])) sink(*wanted, std::move(article));
        if (++wanted == records.end()) throw HasReadEnough{};
    };
    std::unique_ptr<ByteStream> stream;
    try {
        stream = open_source(file_at(root, file.path));
    } catch (const Error&) {
        return;
    }
    try {
        read_source(*stream, origin, reading_, take);
    } catch (const HasReadEnough&) {
    }
}

std::optional<Article> SourceTexts::article(const SourceFileEntry& file, std::uint32_t record) {
    const std::string place =
        std::to_string(file.root) + '/' + file.path + '\0' + std::to_string(record);
    const auto known =
        std::ranges::find(recent_, place, &std::pair<std::string, std::optional<Article>>::first);
    if (known != recent_.end()) return known->second;
    std::optional<Article> found;
    read(file, {record}, [&](std::uint32_t, Article article) { found = std::move(article); });
    if (recent_.size() == remembered_articles) recent_.pop_front();
    return recent_.emplace_back(place, std::move(found)).second;
}

}  // namespace dateline
