#include "corpus/tombstones.hpp"

#include "corpus/sealed_bytes.hpp"

namespace dateline {

namespace {

// Layout: magic; articles of the segment, and how many of them are dead; the dead ones, as
// differences, the first to -1; 1 and the bytes of DeadTerms, or 0 where they were not counted;
// XXH3 of all before it. Numbers are varints but for the last.
constexpr std::string_view magic = "dlnewsD2";

}  // namespace

void count_terms(Tombstones& tombstones, const ArticlesFile& articles, const PassageTexts& texts,
                 const TermsFile& terms) {
    if (tombstones.uncounted().empty()) return;
    DeadTermCounter counter(articles, texts, terms);
    counter.add(tombstones.terms());
    for (const std::uint32_t article : tombstones.uncounted()) counter.add(article);
    tombstones.set_terms(counter.counts());
}

std::string encode_tombstones(const Tombstones& tombstones, std::uint32_t article_count) {
    ByteWriter writer;
    writer.raw(magic);
    writer.varint(article_count);
    writer.varint(tombstones.count());
    std::uint32_t next = 0;
    for (std::uint32_t article = 0; article < article_count; ++article) {
        if (!tombstones.is_dead(article)) continue;
        writer.varint(article - next + 1);
        next = article + 1;
    }
    const bool are_counted = tombstones.uncounted().empty();
    writer.varint(are_counted ? 1 : 0);
    if (are_counted) writer.string(tombstones.terms().bytes());
    return seal(std::move(writer));
}

Tombstones decode_tombstones(std::string_view bytes, std::uint32_t article_count,
                             const std::filesystem::path& file) {
    const std::string what = file.string();
    ByteReader reader = unseal(bytes, magic, what);
    if (reader.varint() != article_count) throw_damaged(what, "it is of another segment");
    Tombstones tombstones(article_count);
    std::uint64_t next = 0;
    for (std::uint64_t left = reader.varint(); left > 0; --left) {
        next += reader.varint32();
        if (next == 0 || next > article_count) throw_damaged(what, "an article of no segment");
        tombstones.bury(static_cast<std::uint32_t>(next - 1));
    }
    if (reader.varint() != 0) {
        const std::string_view terms = reader.string();
        if (terms.size() % DeadTerms::bytes_each != 0) throw_damaged(what, "its terms");
        tombstones.set_terms(DeadTerms(terms));
    }
    if (!reader.at_end()) throw_damaged(what, "it is longer than it should be");
    return tombstones;
}

}  // namespace dateline
