#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "corpus/articles_file.hpp"
#include "corpus/bytes.hpp"
#include "corpus/copies_file.hpp"
#include "corpus/current_file.hpp"
#include "corpus/error.hpp"
#include "corpus/forms_file.hpp"
#include "corpus/frequencies_file.hpp"
#include "corpus/glass/layout.hpp"
#include "corpus/glass/posting_list.hpp"
#include "corpus/glass/table_reader.hpp"
#include "corpus/glass/term_list.hpp"
#include "corpus/glass/version_reader.hpp"
#include "corpus/manifest.hpp"
#include "corpus/pairs_file.hpp"
#include "corpus/passage_texts.hpp"
#include "corpus/segment_remains.hpp"
#include "corpus/sources_file.hpp"
#include "corpus/stored_passage.hpp"
#include "corpus/terms_file.hpp"
#include "corpus/text_compressor.hpp"
#include "corpus/text_file.hpp"
#include "corpus/tombstones.hpp"
#include "corpus/words_file.hpp"
#include "indexer/checkpoint.hpp"
#include "indexer/sketches_file.hpp"
#include "tests/fuzz/checks.hpp"
#include "tests/temporary_folder.hpp"

namespace dateline::test {

namespace {

/// Bytes as a file without a name, for those who open files.
class NamelessFile {
  public:
    explicit NamelessFile(std::string_view bytes) : number_(::memfd_create("stored", MFD_CLOEXEC)) {
        if (number_ < 0 || ::write(number_, bytes.data(), bytes.size()) < 0) std::abort();
    }
    ~NamelessFile() { ::close(number_); }
    NamelessFile(const NamelessFile&) = delete;
    NamelessFile& operator=(const NamelessFile&) = delete;
    std::string path() const { return "/proc/self/fd/" + std::to_string(number_); }

  private:
    int number_;
};

std::string with_checksum(std::string_view bytes) {
    ByteWriter writer;
    writer.raw(bytes);
    writer.fixed64(XXH3_64bits(bytes.data(), bytes.size()));
    return std::move(writer).bytes();
}

std::string with_checksum_line(std::string_view bytes) {
    char line[32];
    std::snprintf(line, sizeof line, "xxh3 %016llx\n",
                  static_cast<unsigned long long>(XXH3_64bits(bytes.data(), bytes.size())));
    return std::string(bytes) + line;
}

void read_articles(std::string_view bytes) {
    const NamelessFile stored(bytes);
    const ArticlesFile file(stored.path());
    for (std::uint32_t article = 0; article < file.article_count(); ++article) {
        file.first_docid(article);
        file.end_docid(article);
        try {
            file.entry(article);
        } catch (const Error&) {
        }
    }
    file.article_of(1);
    file.article_of(UINT32_MAX);
    file.articles_in({0, 20'000});
    file.verify();
}

void read_words(std::string_view bytes) {
    const NamelessFile stored(bytes);
    const WordsFile file(stored.path());
    file.forms_of_term("a");
    file.forms_with_prefix("b");
    file.forms_of_folded("c");
    for (UnitId unit = 0; unit < file.unit_count(); ++unit) {
        file.is_word(unit);
        file.unit(unit);
    }
    file.unit_sizes();
    file.visit_forms(0, file.form_count(), [](std::uint32_t, const FormEntry&) {});
}

void read_text(std::string_view bytes) {
    const NamelessFile stored(bytes);
    const TextFile file(stored.path());
    file.verify();
    for (DocId docid = 1; docid <= file.passage_count(); ++docid) {
        file.range(docid, docid + 1);
        file.regular_records(docid, docid + 1);
        file.passage(docid);
        file.words_of(docid);
    }
}

void read_frequencies(std::string_view bytes) {
    const NamelessFile stored(bytes);
    const FrequenciesFile file(stored.path());
    file.find("a");
    file.entry_count();
    const std::uint32_t blocks = file.article_count() / articles_each_block +
                                 (file.article_count() % articles_each_block != 0 ? 1 : 0);
    for (std::uint32_t term = 0; term < file.term_count(); ++term) {
        file.term(term);
        const FrequencyList list = file.list(term);
        std::uint64_t entries = 0;
        for (std::uint32_t block = 0; block < blocks; ++block) {
            const BlockFrequencies found = list.block(block);
            unsigned sum = 0;
            for (std::uint32_t i = 0; i < found.count; ++i)
                sum += found.places[i] + found.frequencies[i];
            entries += sum <= found.count * (255U + most_frequency) ? found.count : 0;
        }
        if (entries != list.article_count()) std::abort();
        if (blocks > 0 && list.block(0).first_entry + entries > file.entry_count()) std::abort();
    }
}

// Of as many entries as fit its size, and of others.
void read_forms(std::string_view bytes) {
    const NamelessFile stored(bytes);
    const std::uint64_t entries = bytes.size() < 16 ? 0 : 2 * (bytes.size() - 16);
    const FormsFile file(stored.path(), entries);
    for (std::uint64_t entry = 0; entry < entries; ++entry)
        if (file.at(entry) > any_form) std::abort();
    verify_forms_file(stored.path());
    FormsFile(stored.path(), entries + 1);
}

// Of as many articles as it may be of, and of others.
void read_pairs(std::string_view bytes) {
    const NamelessFile stored(bytes);
    const auto articles =
        static_cast<std::uint32_t>(bytes.size() < 16 ? 0 : (bytes.size() - 16) / 12);
    const PairsFile file(stored.path(), articles);
    for (std::uint32_t article = 0; file.tells() && article < articles; ++article) {
        file.fetch(article);
        file.may_hold(article, pair_key(article, 1));
    }
    verify_pairs_file(stored.path());
    PairsFile(stored.path(), articles + 1);
}

// Of as many units as it says, and of others.
void read_terms(std::string_view bytes) {
    const NamelessFile stored(bytes);
    if (bytes.size() < 12) return;
    ByteReader reader(bytes.substr(8, 4), "fuzz");
    const std::uint32_t units = reader.fixed32();
    const TermsFile file(stored.path(), units);
    for (UnitId unit = 0; unit < units; ++unit)
        if (const std::uint32_t term = file.term_of(unit); term != TermsFile::no_term)
            file.passages(term);
    verify_terms_file(stored.path());
    TermsFile(stored.path(), units + 1);
}

void read_sketches(std::string_view bytes) {
    const NamelessFile stored(bytes);
    const SketchesFile file(stored.path());
    file.sketches();
    file.verify();
}

// Articles and words, each behind its length, and the text, all of them damaged.
void read_remains(std::string_view bytes) {
    ByteReader files(bytes, "fuzz");
    const NamelessFile stored_articles(files.string());
    const NamelessFile stored_words(files.string());
    const NamelessFile stored_text(files.raw(files.left()));
    const ArticlesRemains articles(stored_articles.path());
    const WordsRemains words(stored_words.path());
    const TextRemains text(stored_text.path(), articles.passage_count());
    TextScan scan(text, words);
    const auto is_right = [](const std::string& headline, const std::string& body) {
        return headline.size() <= body.size();
    };
    for (std::uint32_t number = 0; number < std::min(articles.article_count(), 20U); ++number) {
        for (const ArticlesRemains::Text& article : articles.texts(number)) {
            scan.next(article, is_right);
            for (std::size_t view = 0; view < text.view_count(); ++view) {
                try {
                    const std::optional<CodedPassage> passage = text.passage(view, article.first);
                    if (passage) words.decoded(passage->text);
                } catch (const Error& error) {
                    if (error.kind() != ErrorKind::index) std::abort();
                }
            }
        }
    }
}

/// A table: which block is the root, its level, and of each block what it begins with and what it
/// ends with, each behind its length; the rest of it is zeros.
class NamelessTable {
  public:
    explicit NamelessTable(std::string_view bytes) {
        ByteReader reader(bytes, "fuzz");
        root_.is_fake = false;
        root_.root_block = reader.varint32();
        root_.level = reader.varint32();
        constexpr std::size_t most = std::size_t{8} * glass::block_size;
        while (!reader.at_end() && blocks_.size() < most) {
            const std::string_view front = reader.string().substr(0, glass::block_size);
            const std::string_view back = reader.string().substr(0, glass::block_size);
            std::string block(glass::block_size, '\0');
            std::ranges::copy(front, block.begin());
            std::ranges::copy_backward(back, block.end());
            blocks_ += block;
        }
    }
    glass::TableRoot root() const { return root_; }
    std::string_view bytes() const { return blocks_; }

  private:
    glass::TableRoot root_{};
    std::string blocks_{};
};

void read_postlist(std::string_view bytes) {
    const NamelessTable stored(bytes);
    const NamelessFile file(stored.bytes());
    const glass::TableReader table(file.path(), stored.root());
    for (const char* term : {"a", "storm"}) {
        glass::PostingList list(table, term);
        DocId before = 0;
        for (; !list.at_end(); list.docid() % 3 == 0 ? list.skip_to(before + 10) : list.next()) {
            if (list.docid() <= before) std::abort();
            before = list.docid();
        }
    }
    std::string before;
    for (glass::TermList list(table, ""); !list.at_end(); list.next()) {
        if (list.term() <= before) std::abort();
        before = list.term();
    }
}

void read_docdata(std::string_view bytes) {
    const NamelessTable stored(bytes);
    const NamelessFile file(stored.bytes());
    const glass::TableReader table(file.path(), stored.root());
    glass::TableCursor cursor(table);
    std::string before;
    for (cursor.seek(""); cursor.next(); before = cursor.key()) {
        if (cursor.key() < before) std::abort();
        cursor.tag();
    }
}

void read_database(std::string_view bytes) {
    const TemporaryFolder folder;
    folder.write("iamglass", std::string(bytes));
    glass::read_version_file(folder.path());
}

/// The texts of a segment of one article, for codes that no passage has.
class FewWords {
  public:
    FewWords() {
        const DenseCode code(3);
        WordsEncoder words(code);
        constexpr std::array units{"the", "Storm", "came", ".", "", "\n"};
        for (std::uint32_t unit = 0; unit < units.size(); ++unit)
            words.add_unit(units[unit], unit < 3 ? unit : UnitEntry::no_form);
        for (const char* form : {"the", "storm", "came"})
            words.add_form({.folded = form, .term = form, .acronym = {}, .units = {}});
        folder_.write("words", words.bytes());
        folder_.write("articles", encode_articles({{.first_docid = 1}}, 1, {"en"}));
        TextFileWriter text(folder_ / "text");
        text.add({.text = {}, .gap = {}, .breaks = {}, .is_first = true, .headline = {}});
        text.finish();
        articles_.emplace(folder_ / "articles");
        texts_.emplace(folder_.path(), *articles_);
    }
    const PassageTexts& texts() const { return *texts_; }

  private:
    TemporaryFolder folder_;
    std::optional<ArticlesFile> articles_{};
    std::optional<PassageTexts> texts_{};
};

void read_code(std::string_view bytes) {
    static const FewWords words;
    words.texts().decoded(bytes);
    words.texts().forms_in(bytes);
}

using Read = std::function<void(std::string_view)>;

const std::vector<Read>& reads() {
    static const std::vector<Read> all{
        [](std::string_view bytes) { decode_manifest(with_checksum_line(bytes), "manifest-1"); },
        [](std::string_view bytes) { decode_current(bytes, "CURRENT"); },
        [](std::string_view bytes) { decode_sources(with_checksum(bytes), "sources-1"); },
        [](std::string_view bytes) { decode_copies(with_checksum(bytes), "copies-1"); },
        [](std::string_view bytes) { decode_tombstones(with_checksum(bytes), 40, "tombstones-1"); },
        [](std::string_view bytes) { decode_header(bytes); },
        [](std::string_view bytes) { decode_passage_record(bytes, "a passage"); },
        read_articles,
        [](std::string_view bytes) { read_words(with_checksum(bytes)); },
        [](std::string_view bytes) { read_text(with_checksum(bytes)); },
        [](std::string_view bytes) { read_frequencies(with_checksum(bytes)); },
        [](std::string_view bytes) { TextDecompressor("").decompress(bytes); },
        [](std::string_view bytes) { read_forms(with_checksum(bytes)); },
        read_code,
        read_sketches,
        [](std::string_view bytes) { decode_checkpoint(with_checksum(bytes), "CHECKPOINT"); },
        [](std::string_view bytes) { read_terms(with_checksum(bytes)); },
        [](std::string_view bytes) { read_pairs(with_checksum(bytes)); },
        read_remains,
        read_postlist,
        read_docdata,
        read_database};
    return all;
}

// Whatever the bytes are, they are no reason to fail in another way.
void read(const Read& read_it, std::string_view bytes) {
    // A block of its own size, so that the address sanitizer sees a read beyond it.
    const std::vector<char> block(bytes.begin(), bytes.end());
    try {
        read_it({block.data(), block.size()});
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::index) std::abort();
    }
}

}  // namespace

void check_stored(std::string_view bytes) {
    if (bytes.empty()) return;
    const auto kind = static_cast<unsigned char>(bytes.front());
    read(reads()[kind % reads().size()], bytes.substr(1));
}

}  // namespace dateline::test
