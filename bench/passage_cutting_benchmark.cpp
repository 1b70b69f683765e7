#include "bench/passage_cutting_benchmark.hpp"

#include <fstream>
#include <unordered_set>

#include "bench/passages_file.hpp"
#include "corpus/article_id.hpp"
#include "corpus/error.hpp"
#include "corpus/passage.hpp"
#include "corpus/source.hpp"

namespace dateline {

namespace {

class PassageCutter {
  public:
    explicit PassageCutter(const std::filesystem::path& file) : out_(file, std::ios::binary) {}

    void cut(const Article& article) {
        if (!met_.insert(hash_of_compared_fields(article)).second) return;
        const std::string id = article_id(article);
        ByteWriter rows;
        for (const Passage& passage : splitter_.split(article.body, article.language))
            write_row(rows, {passage_id(id, passage.number), iso_date(article.date),
                             article.headline, std::string(passage.range.in(article.body))});
        out_ << rows.bytes();
    }
    void finish() {
        out_.close();
        if (!out_) throw Error(ErrorKind::input_output, "cannot write the passages");
    }

  private:
    // Those by which `index` tells exact duplicates.
    static std::uint64_t hash_of_compared_fields(const Article& article) {
        Article compared;
        compared.headline = article.headline;
        compared.body = article.body;
        compared.date = article.date;
        compared.source = article.source;
        compared.language = article.language;
        return content_hash(compared);
    }

    std::ofstream out_;
    PassageSplitter splitter_;
    std::unordered_set<std::uint64_t> met_;
};

}  // namespace

void cut_archive(const std::filesystem::path& archive, const std::filesystem::path& passages) {
    PassageCutter cutter(passages);
    ReadOptions options;
    options.dates.today = today_by_the_clock();
    for (const SourceFile& file : list_sources(archive, {}).files) {
        const auto stream = open_source(file);
        read_source(*stream, {file.folder->string(), file.path, {}, 0, 1, 0}, options,
                    [&](ReadEvent&& event) {
                        if (const auto* article = std::get_if<Article>(&event))
                            cutter.cut(*article);
                    });
    }
    cutter.finish();
}

}  // namespace dateline
