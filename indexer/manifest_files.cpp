#include "indexer/manifest_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <functional>
#include <system_error>

#include "corpus/access_error.hpp"
#include "corpus/bytes.hpp"
#include "corpus/mapped_file.hpp"
#include "corpus/numbered_files.hpp"
#include "corpus/segment_tables.hpp"

namespace dateline {

std::optional<std::string> missing_file(const std::filesystem::path& index,
                                        const Manifest& manifest) {
    std::error_code failure;
    for (const std::string& file : files_of(manifest))
        if (!std::filesystem::exists(index / file, failure)) return file;
    return std::nullopt;
}

void require_files(const std::filesystem::path& index, const Manifest& manifest) {
    if (const auto missing = missing_file(index, manifest))
        throw_damaged((index / *missing).string(), "it is missing");
    for (const std::string& file : files_of(manifest)) require_published(index, manifest, file);
    for (const SegmentInfo& segment : manifest.segments) SegmentTables(index / segment.name);
}

void require_newest(const std::filesystem::path& index, const Manifest& in_force) {
    const NumberedFiles files(index);
    const auto& numbers = files.manifests();
    for (auto number = numbers.rbegin(); number != numbers.rend(); ++number) {
        if (*number <= in_force.number + 1) return;
        const std::filesystem::path file = index / manifest_name(*number);
        try {
            decode_manifest(MappedFile(file).bytes(), file);
        } catch (const AccessError&) {
            throw;
        } catch (const Error&) {
            continue;
        }
        throw_damaged(
            (index / "CURRENT").string(),
            fmt::format("it is an older one: it names state {}, and state {} was published",
                        in_force.number, *number));
    }
}

std::string manifest_name(std::uint64_t number) { return fmt::format("manifest-{}", number); }

std::vector<std::uint64_t> earlier_manifest_numbers(const std::filesystem::path& index,
                                                    const Manifest& in_force) {
    std::vector<std::uint64_t> numbers;
    for (const auto& entry : std::filesystem::directory_iterator(index)) {
        const std::string name = entry.path().filename().string();
        const std::size_t digits = std::min(name.find_first_of("0123456789"), name.size());
        std::uint64_t number = 0;
        const auto read = std::from_chars(name.data() + digits, name.data() + name.size(), number);
        if (read.ec == std::errc{} && name == manifest_name(number) && number < in_force.number &&
            number >= in_force.restorable_from)
            numbers.push_back(number);
    }
    std::ranges::sort(numbers, std::greater{});
    return numbers;
}

}  // namespace dateline
