#include "corpus/numbered_files.hpp"

#include <charconv>
#include <string>
#include <system_error>

#include "corpus/current_file.hpp"

namespace dateline {

NumberedFiles::NumberedFiles(const std::filesystem::path& index) {
    for (const auto& entry : std::filesystem::directory_iterator(index)) {
        const std::string name = entry.path().filename().string();
        const std::size_t dash = name.rfind('-');
        std::uint64_t number = 0;
        if (dash == std::string::npos ||
            std::from_chars(name.data() + dash + 1, name.data() + name.size(), number).ec !=
                std::errc{})
            continue;
        if (name.starts_with(manifest_kind))
            manifests_.insert(number);
        else if (name.starts_with(sources_kind))
            sources_.insert(number);
        else
            others_.insert(number);
    }
}

}  // namespace dateline
