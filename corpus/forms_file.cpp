#include "corpus/forms_file.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

#include "corpus/bytes.hpp"
#include "corpus/checksummed_file.hpp"

namespace dateline {

namespace {

// Layout: magic (8 bytes); of each two entries a byte, the first one in its lower half; XXH3 of all
// before it (64 bits, little-endian).
constexpr std::string_view magic = "dlnewsO1";

std::uint64_t bytes_of(std::uint64_t entries) { return entries / 2 + entries % 2; }

}  // namespace

std::vector<std::pair<std::uint32_t, FormBits>> form_bits(const WordsFile& words,
                                                          std::string_view term) {
    // Units are numbered by frequency.
    std::vector<std::pair<UnitId, std::uint32_t>> forms;
    for (const std::uint32_t number : words.forms_of_term(term)) {
        const FormEntry form = words.form(number);
        forms.emplace_back(
            form.units.empty() ? std::numeric_limits<UnitId>::max() : form.units.front(), number);
    }
    std::ranges::sort(forms);
    std::vector<std::pair<std::uint32_t, FormBits>> bits;
    for (std::size_t rank = 0; rank < forms.size(); ++rank)
        bits.emplace_back(forms[rank].second,
                          FormBits{1} << std::min<std::size_t>(rank, form_bit_count - 1));
    return bits;
}

FormsFile::FormsFile(const std::filesystem::path& path, std::uint64_t entries) : file_(path) {
    if (file_.bytes().size() != magic.size() + bytes_of(entries) + checksum_bytes)
        throw_damaged(path.string(),
                      "it is not of the size that the file frequencies beside it asks for");
    bits_ = file_.bytes().data() + magic.size();
}

void verify_forms_file(const std::filesystem::path& path) {
    const MappedFile file(path);
    if (!file.bytes().starts_with(magic))
        throw_damaged(path.string(), "it does not begin as it should");
    verify_checksum(file.bytes(), path.string());
}

FormEntries::FormEntries(std::uint64_t count) : bytes_(bytes_of(count), 0xFF) {}

void FormEntries::write(const std::filesystem::path& path) const {
    ChecksummedFileWriter file(path);
    file.append(magic);
    file.append({reinterpret_cast<const char*>(bytes_.data()), bytes_.size()});
    file.finish();
}

}  // namespace dateline
