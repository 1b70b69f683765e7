#include "corpus/terms_file.hpp"

#include <algorithm>
#include <string>

#include "corpus/bytes.hpp"
#include "corpus/checksummed_file.hpp"

namespace dateline {

namespace {

// Layout, numbers of 32 bits, little-endian: magic (8 bytes); units; terms; the term of each unit;
// the passages of each term; XXH3 of all before it (64 bits).
constexpr std::string_view magic = "dlnewsT1";
constexpr std::size_t header_bytes = 8 + 2 * 4;
// A page of memory at least.
constexpr std::size_t beginning_bytes = std::size_t{1} << 16;

void append(ChecksummedFileWriter& file, std::span<const std::uint32_t> numbers) {
    constexpr std::size_t at_once = 1 << 14;
    while (!numbers.empty()) {
        ByteWriter bytes;
        const std::size_t count = std::min(at_once, numbers.size());
        for (const std::uint32_t number : numbers.first(count)) bytes.fixed32(number);
        file.append(bytes.bytes());
        numbers = numbers.subspan(count);
    }
}

}  // namespace

TermsFile::TermsFile(const std::filesystem::path& path, std::uint32_t units)
    : file_(path), unit_count_(units) {
    file_.fetch(0, beginning_bytes);
    const std::string name = path.string();
    ByteReader reader(file_.bytes(), name);
    if (reader.raw(magic.size()) != magic) throw_damaged(name, "it does not begin as it should");
    const std::uint32_t stored_units = reader.fixed32();
    term_count_ = reader.fixed32();
    if (stored_units != units ||
        reader.left() != 4 * (std::uint64_t{units} + term_count_) + checksum_bytes)
        throw_damaged(name, "it is not of the size that the file words beside it asks for");
    terms_ = file_.bytes().data() + header_bytes;
    passages_ = terms_ + 4 * std::size_t{units};
}

void TermsFile::fetch() const { file_.fetch(beginning_bytes, file_.bytes().size()); }

std::uint32_t TermsFile::entry(UnitId unit) const {
    if (unit >= unit_count_)
        throw_damaged("the terms file of a segment", "there is no unit of this number");
    return fixed32_at(terms_ + 4 * std::size_t{unit});
}

std::uint32_t TermsFile::number(std::uint32_t entry) const {
    if (entry == no_term) return no_term;
    const std::uint32_t term = entry & ~tells_nothing;
    if (term >= term_count_)
        throw_damaged("the terms file of a segment", "there is no term of this number");
    return term;
}

std::uint32_t TermsFile::passages(std::uint32_t term) const {
    return fixed32_at(passages_ + 4 * std::size_t{term});
}

std::uint32_t find_term(const WordsFile& words, const TermsFile& terms, std::string_view term) {
    for (const std::uint32_t number : words.forms_of_term(term)) {
        const FormEntry form = words.form(number);
        if (!form.units.empty()) return terms.term_of(form.units.front());
    }
    return TermsFile::no_term;
}

void verify_terms_file(const std::filesystem::path& path) {
    const MappedFile file(path);
    if (!file.bytes().starts_with(magic))
        throw_damaged(path.string(), "it does not begin as it should");
    verify_checksum(file.bytes(), path.string());
}

void write_terms_file(const std::filesystem::path& path, std::span<const std::uint32_t> terms,
                      std::span<const std::uint32_t> passages) {
    ChecksummedFileWriter file(path);
    ByteWriter counts;
    counts.fixed32(static_cast<std::uint32_t>(terms.size()));
    counts.fixed32(static_cast<std::uint32_t>(passages.size()));
    file.append(magic);
    file.append(counts.bytes());
    append(file, terms);
    append(file, passages);
    file.finish();
}

}  // namespace dateline
