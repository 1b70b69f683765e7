#include "corpus/dictionary_file.hpp"

#include <fmt/format.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include "corpus/bytes.hpp"

namespace dateline {

std::string dictionary_kind(std::string_view bytes) {
    return fmt::format("dictionary-{:016x}", XXH3_64bits(bytes.data(), bytes.size()));
}

MappedFile open_dictionary(const std::filesystem::path& index, const std::string& name) {
    if (name.empty()) return {};
    const std::filesystem::path file = index / name;
    MappedFile dictionary(file);
    dictionary.fetch();
    if (!name.starts_with(dictionary_kind(dictionary.bytes()) + "-"))
        throw_damaged(file.string(), "its checksum is wrong");
    return dictionary;
}

}  // namespace dateline
