#include "corpus/words_file.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <limits>
#include <utility>

#include "corpus/bytes.hpp"
#include "corpus/checksummed_file.hpp"
#include "corpus/error.hpp"
#include "corpus/segment_layout.hpp"
#include "corpus/spread_search.hpp"

namespace dateline {

namespace {

using words_layout::magic;

// A page of memory at least.
constexpr std::size_t beginning_bytes = std::size_t{1} << 16;
constexpr std::uint32_t frequent_units = 1U << 14;
constexpr std::uint32_t units_each = 8;
constexpr std::uint32_t forms_each = 16;

// A form's flags.
constexpr std::uint8_t stop_word_flag = 1;
constexpr std::uint8_t acronym_flag = 2;
constexpr std::uint8_t once_flag = 4;  // one passage, one article, one occurrence
constexpr std::uint8_t term_flag = 8;  // the term is more than the beginning of the folded form

std::uint64_t blocks(std::uint64_t count, std::uint64_t each) { return (count + each - 1) / each; }

/// The last unit with an offset from which `unit` can be reached: its offset's place among those of
/// the units, and how many units come between.
struct UnitPlace {
    std::size_t offset = 0;
    std::uint32_t before = 0;
};

UnitPlace place_of(UnitId unit) {
    if (unit < frequent_units) return {unit, 0};
    const UnitId other = unit - frequent_units;
    return {frequent_units + other / units_each, other % units_each};
}

std::uint64_t unit_offset_count(std::uint32_t units) {
    if (units <= frequent_units) return units;
    return frequent_units + blocks(units - frequent_units, units_each);
}

std::uint32_t number_at(const char* column, std::size_t index) {
    return fixed32_at(column + index * 4);
}

std::uint32_t hash_of(std::string_view term) {
    return static_cast<std::uint32_t>(XXH3_64bits(term.data(), term.size()));
}

std::size_t shared_bytes(std::string_view a, std::string_view b) {
    return static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
}

bool occurs_once(const FormEntry& form) {
    return form.passages == 1 && form.articles == 1 && form.occurrences == 1;
}

std::uint8_t flags_of(const FormEntry& form) {
    unsigned flags = form.is_stop_word ? stop_word_flag : 0U;
    if (!form.acronym.empty()) flags |= acronym_flag;
    if (occurs_once(form)) flags |= once_flag;
    if (!form.folded.starts_with(form.term)) flags |= term_flag;
    return static_cast<std::uint8_t>(flags);
}

// Folded form and term as what they share with `previous` and with the folded form, and the rest.
void write_form(ByteWriter& writer, const FormEntry& form, std::string_view previous) {
    const std::uint8_t flags = flags_of(form);
    const std::size_t shared = shared_bytes(previous, form.folded);
    const std::size_t kept = shared_bytes(form.folded, form.term);
    writer.varint(flags);
    writer.varint(form.language);
    writer.varint(shared);
    writer.string(std::string_view(form.folded).substr(shared));
    writer.varint(form.folded.size() - kept);
    if ((flags & term_flag) != 0) writer.string(std::string_view(form.term).substr(kept));
    if ((flags & acronym_flag) != 0) writer.string(form.acronym);
    if ((flags & once_flag) == 0) {
        writer.varint(form.passages);
        writer.varint(form.articles);
        writer.varint(form.occurrences);
    }
    writer.varint(form.units.size());
    UnitId before = 0;
    for (const UnitId unit : form.units) {
        writer.varint(unit - before);
        before = unit;
    }
}

}  // namespace

bool comes_before(const FormEntry& a, const FormEntry& b) {
    if (const int order = a.folded.compare(b.folded); order != 0) return order < 0;
    if (a.language != b.language) return a.language < b.language;
    if (const int order = a.term.compare(b.term); order != 0) return order < 0;
    return a.acronym < b.acronym;
}

/// Reads forms one after another.
class WordsFile::FormReader {
  public:
    FormReader(const WordsFile& file, std::uint32_t first)
        : file_(file),
          next_(first / forms_each * forms_each),
          reader_(file.forms_.substr(std::min<std::size_t>(
                      number_at(file.form_offsets_, first / forms_each), file.forms_.size())),
                  file.name_) {
        while (next_ < first) skip();
    }

    std::uint32_t next_number() const { return next_; }

    /// The folded form of the next one, of which no more is read. Valid until the next call.
    std::string_view skip() {
        if (next_++ % forms_each == 0) form_.folded.clear();
        const std::uint64_t flags = reader_.varint();
        reader_.skip_varints(1);
        continue_with(form_.folded, reader_.varint());
        reader_.skip_varints(1);
        if ((flags & term_flag) != 0) reader_.string();
        if ((flags & acronym_flag) != 0) reader_.string();
        if ((flags & once_flag) == 0) reader_.skip_varints(3);
        reader_.skip_varints(reader_.varint());
        return form_.folded;
    }

    /// Valid until the next call.
    const FormEntry& next() {
        if (next_++ % forms_each == 0) form_.folded.clear();
        const std::uint64_t flags = reader_.varint();
        const std::uint64_t language = reader_.varint();
        if (language > 255) file_.throw_broken("a language");
        form_.language = static_cast<std::uint8_t>(language);
        form_.is_stop_word = (flags & stop_word_flag) != 0;
        continue_with(form_.folded, reader_.varint());
        form_.term.assign(form_.folded, 0, kept_of(form_.folded, reader_.varint()));
        if ((flags & term_flag) != 0) form_.term += reader_.string();
        form_.acronym = (flags & acronym_flag) != 0 ? reader_.string() : std::string_view();
        read_counts((flags & once_flag) != 0);
        read_units();
        return form_;
    }

  private:
    void continue_with(std::string& text, std::uint64_t shared) {
        if (shared > text.size()) file_.throw_broken("a word");
        text.resize(shared);
        text += reader_.string();
    }

    std::size_t kept_of(std::string_view folded, std::uint64_t dropped) const {
        if (dropped > folded.size()) file_.throw_broken("a term");
        return folded.size() - dropped;
    }

    void read_counts(bool once) {
        form_.passages = once ? 1 : reader_.varint32();
        form_.articles = once ? 1 : reader_.varint32();
        form_.occurrences = once ? 1 : reader_.varint();
    }

    void read_units() {
        const std::uint64_t count = reader_.varint();
        if (count > reader_.left()) file_.throw_broken("it ends too early");
        form_.units.resize(count);
        std::uint64_t number = 0;
        for (UnitId& unit : form_.units) {
            number += reader_.varint32();
            if (number >= file_.unit_count_) file_.throw_broken("a spelling of a word");
            unit = static_cast<UnitId>(number);
        }
    }

    const WordsFile& file_;
    std::uint32_t next_;
    ByteReader reader_;
    FormEntry form_;
};

WordsFile::WordsFile(const std::filesystem::path& path) : file_(path), name_(path.string()) {
    // Else the system reads megabytes around it.
    file_.fetch(0, beginning_bytes);
    ByteReader reader(file_.bytes(), name_);
    if (reader.raw(magic.size()) != magic) throw_broken("it does not begin as it should");
    unit_count_ = reader.fixed32();
    form_count_ = reader.fixed32();
    code_ = DenseCode(reader.fixed32());
    const std::uint64_t units_bytes = reader.fixed64();
    const std::uint64_t forms_bytes = reader.fixed64();
    units_ = reader.raw(units_bytes);
    forms_ = reader.raw(forms_bytes);
    unit_offsets_ = reader.raw(unit_offset_count(unit_count_) * 4).data();
    form_offsets_ = reader.raw(blocks(form_count_, forms_each) * 4).data();
    word_bits_ = reader.raw(blocks(unit_count_, 8)).data();
    term_hashes_ = reader.raw(std::uint64_t{form_count_} * 4).data();
    forms_by_hash_ = reader.raw(std::uint64_t{form_count_} * 4).data();
    if (reader.left() != checksum_bytes) throw_broken("its size is not what its numbers say");
}

WordsFile::UnitView WordsFile::unit(UnitId unit) const {
    if (unit >= unit_count_) throw_no_unit();
    const UnitPlace place = place_of(unit);
    const std::uint32_t offset = number_at(unit_offsets_, place.offset);
    if (offset > units_.size()) throw_broken("where a unit is");
    ByteReader reader(units_.substr(offset), name_);
    for (std::uint32_t before = place.before; before > 0; --before)
        reader.skip_varints(1), reader.string();
    const std::uint64_t form = reader.varint();
    if (form > form_count_) throw_broken("the form of a word");
    return {reader.string(), static_cast<std::uint32_t>(form) - 1};
}

std::vector<std::uint32_t> WordsFile::unit_sizes() const {
    std::vector<std::uint32_t> sizes;
    sizes.reserve(unit_count_);
    ByteReader reader(units_, name_);
    while (sizes.size() < unit_count_) {
        reader.varint();
        sizes.push_back(static_cast<std::uint32_t>(reader.string().size()));
    }
    return sizes;
}

FormEntry WordsFile::form(std::uint32_t form) const {
    if (form >= form_count_) throw_broken("there is no form of this number");
    return FormReader(*this, form).next();
}

void WordsFile::visit_forms(
    std::uint32_t first, std::uint32_t end,
    const std::function<void(std::uint32_t, const FormEntry&)>& take) const {
    end = std::min(end, form_count_);
    if (first >= end) return;
    FormReader reader(*this, first);
    while (reader.next_number() < end) {
        const std::uint32_t number = reader.next_number();
        take(number, reader.next());
    }
}

// The first form whose folded form has reached some place in the order, all after it have as well.
template <class Reached>
std::uint32_t WordsFile::first_form_where(const Reached& reached) const {
    // The first block that begins there.
    const std::uint32_t first = first_not(
        0, static_cast<std::uint32_t>(blocks(form_count_, forms_each)), [&](std::uint32_t block) {
            return !reached(FormReader(*this, block * forms_each).skip());
        });
    if (first == 0) return 0;
    FormReader reader(*this, (first - 1) * forms_each);
    const std::uint32_t last = std::min(first * forms_each, form_count_);
    while (reader.next_number() < last)
        if (reached(reader.skip())) return reader.next_number() - 1;
    return last;
}

std::pair<std::uint32_t, std::uint32_t> WordsFile::forms_with_prefix(
    std::string_view prefix) const {
    return {first_form_where([&](std::string_view folded) { return folded >= prefix; }),
            first_form_where(
                [&](std::string_view folded) { return folded.substr(0, prefix.size()) > prefix; })};
}

std::vector<std::uint32_t> WordsFile::forms_of_folded(std::string_view folded) const {
    const std::uint32_t first =
        first_form_where([&](std::string_view other) { return other >= folded; });
    std::vector<std::uint32_t> numbers;
    FormReader reader(*this, first);
    while (reader.next_number() < form_count_ && reader.skip() == folded)
        numbers.push_back(reader.next_number() - 1);
    return numbers;
}

// Where the first hash of a term is that is no less.
std::uint32_t WordsFile::first_hash_from(std::uint32_t hash) const {
    return first_not_less(hash, form_count_,
                          [&](std::uint32_t at) { return number_at(term_hashes_, at); });
}

std::vector<std::uint32_t> WordsFile::forms_of_term(std::string_view term) const {
    const std::uint32_t hash = hash_of(term);
    std::vector<std::uint32_t> forms;
    for (std::uint32_t at = first_hash_from(hash);
         at < form_count_ && number_at(term_hashes_, at) == hash; ++at) {
        const std::uint32_t number = number_at(forms_by_hash_, at);
        if (number >= form_count_) throw_broken("the order of its terms");
        if (form(number).term == term) forms.push_back(number);
    }
    return forms;
}

void WordsFile::fetch() const { file_.fetch(beginning_bytes, file_.bytes().size()); }

void WordsFile::verify() const { verify_checksum(file_.bytes(), name_); }

void WordsFile::throw_no_unit() const { throw_broken("there is no unit of this number"); }
void WordsFile::throw_broken(std::string_view detail) const { throw_damaged(name_, detail); }

/// Records of one kind, with the offsets of some of them.
class WordsEncoder::Records {
  public:
    void begin_record(bool mark_offset) {
        if (mark_offset) offsets_.fixed32(offset());
        ++count_;
    }
    std::uint32_t count() const { return count_; }
    ByteWriter& records() { return records_; }
    const std::string& bytes() const { return records_.bytes(); }
    const std::string& offsets() const { return offsets_.bytes(); }

  private:
    std::uint32_t offset() const {
        if (records_.size() > std::numeric_limits<std::uint32_t>::max())
            throw Error(ErrorKind::usage, "the words of a segment take more than 4 GiB",
                        "index fewer articles at once: give the roots one after another");
        return static_cast<std::uint32_t>(records_.size());
    }

    std::uint32_t count_ = 0;
    ByteWriter records_;
    ByteWriter offsets_;
};

struct WordsEncoder::Impl {
    std::uint32_t stoppers;
    Records units{};
    Records forms{};
    std::string word_bits{};
    std::vector<std::pair<std::uint32_t, std::uint32_t>> term_hashes{};  // and forms
    std::string last_folded{};
};

WordsEncoder::WordsEncoder(const DenseCode& code) : impl_(new Impl{code.stoppers()}) {}
WordsEncoder::~WordsEncoder() = default;

void WordsEncoder::add_unit(std::string_view text, std::uint32_t form) {
    const bool is_word = form != UnitEntry::no_form;
    const std::uint32_t number = impl_->units.count();
    impl_->units.begin_record(place_of(number).before == 0);
    impl_->units.records().varint(is_word ? std::uint64_t{form} + 1 : 0);
    impl_->units.records().string(text);
    if (number % 8 == 0) impl_->word_bits += '\0';
    if (is_word) {
        const auto bits = static_cast<unsigned char>(impl_->word_bits.back());
        impl_->word_bits.back() = static_cast<char>(bits | 1U << (number % 8));
    }
}

void WordsEncoder::add_form(const FormEntry& form) {
    const bool is_first_of_block = impl_->forms.count() % forms_each == 0;
    if (is_first_of_block) impl_->last_folded.clear();
    impl_->forms.begin_record(is_first_of_block);
    write_form(impl_->forms.records(), form, impl_->last_folded);
    impl_->last_folded = form.folded;
    impl_->term_hashes.emplace_back(hash_of(form.term), impl_->forms.count() - 1);
}

std::string WordsEncoder::bytes() const {
    ByteWriter file;
    file.raw(magic);
    file.fixed32(impl_->units.count());
    file.fixed32(impl_->forms.count());
    file.fixed32(impl_->stoppers);
    file.fixed64(impl_->units.bytes().size());
    file.fixed64(impl_->forms.bytes().size());
    for (const Records* records : {&impl_->units, &impl_->forms}) file.raw(records->bytes());
    for (const Records* records : {&impl_->units, &impl_->forms}) file.raw(records->offsets());
    file.raw(impl_->word_bits);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> by_hash = impl_->term_hashes;
    std::ranges::sort(by_hash);
    for (const auto& [hash, form] : by_hash) file.fixed32(hash);
    for (const auto& [hash, form] : by_hash) file.fixed32(form);
    file.fixed64(XXH3_64bits(file.bytes().data(), file.size()));
    return std::move(file).bytes();
}

}  // namespace dateline
