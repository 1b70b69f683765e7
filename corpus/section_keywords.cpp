#include "corpus/section_keywords.hpp"

#include <algorithm>

namespace dateline {

namespace {

constexpr std::string_view separator = "; ";

}  // namespace

std::string joined_sections(std::span<const std::string> names) {
    std::string joined;
    for (auto name = names.begin(); name != names.end(); ++name) {
        if (name->empty() || std::find(names.begin(), name, *name) != name) continue;
        if (!joined.empty()) joined += separator;
        joined += *name;
    }
    return joined;
}

std::vector<std::string_view> section_values(std::string_view section) {
    std::vector<std::string_view> values;
    if (section.empty()) return values;
    values.push_back(section);
    if (section.find(separator) == section.npos) return values;
    while (!section.empty()) {
        const std::string_view name = section.substr(0, section.find(separator));
        section.remove_prefix(std::min(name.size() + separator.size(), section.size()));
        if (!name.empty()) values.push_back(name);
    }
    return values;
}

}  // namespace dateline
