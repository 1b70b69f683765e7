#include "corpus/ignore_rules.hpp"

#include <algorithm>

namespace dateline {

namespace {

// Where the class that begins with '[' ends: the place of its ']'; npos where there is none.
std::size_t end_of_class(std::string_view pattern) {
    const std::size_t first =
        pattern.size() > 1 && (pattern[1] == '!' || pattern[1] == '^') ? 2 : 1;
    for (std::size_t i = first; i < pattern.size(); ++i) {
        if (pattern[i] == '\\')
            ++i;
        else if (pattern[i] == ']' && i > first)
            return i;
    }
    return std::string_view::npos;
}

// `members`: what stands between the brackets.
bool is_in_class(std::string_view members, char c) {
    const bool is_negated = members.starts_with('!') || members.starts_with('^');
    if (is_negated) members.remove_prefix(1);
    const auto byte = [](char value) { return static_cast<unsigned char>(value); };
    bool found = false;
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (members[i] == '\\' && i + 1 < members.size()) ++i;
        const char first = members[i];
        const bool is_range = i + 2 < members.size() && members[i + 1] == '-';
        if (is_range) i += 2;
        if (byte(first) <= byte(c) && byte(c) <= byte(members[i])) found = true;
    }
    return found != is_negated;
}

// How much of the pattern stands for this one character: 0 where it does not.
std::size_t match_one(std::string_view pattern, char c) {
    if (pattern.front() == '?') return c == '/' ? 0 : 1;
    if (pattern.front() == '\\' && pattern.size() > 1) return pattern[1] == c ? 2 : 0;
    const std::size_t end = pattern.front() == '[' ? end_of_class(pattern) : std::string_view::npos;
    if (end == std::string_view::npos) return pattern.front() == c ? 1 : 0;
    return c != '/' && is_in_class(pattern.substr(1, end - 1), c) ? end + 1 : 0;
}

// "**" that stands for whole folders: the rest may begin at any depth.
bool matches_at_any_depth(std::string_view rest, std::string_view path) {
    for (;;) {
        if (matches_glob(rest, path)) return true;
        const std::size_t slash = path.find('/');
        if (slash == std::string_view::npos) return false;
        path.remove_prefix(slash + 1);
    }
}

bool matches_star(std::string_view rest, std::string_view path) {
    for (std::size_t length = 0;; ++length) {
        if (matches_glob(rest, path.substr(length))) return true;
        if (length == path.size() || path[length] == '/') return false;
    }
}

std::string_view without_end(std::string_view line) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    while (line.ends_with(' ') && !line.ends_with("\\ ")) line.remove_suffix(1);
    return line;
}

}  // namespace

bool matches_glob(std::string_view pattern, std::string_view path) {
    while (!pattern.empty()) {
        if (pattern == "**") return true;
        if (pattern == "/**") return path.size() > 1 && path.front() == '/';
        if (pattern.starts_with("**/")) return matches_at_any_depth(pattern.substr(3), path);
        if (pattern.starts_with("/**/"))
            return path.starts_with('/') && matches_at_any_depth(pattern.substr(4), path.substr(1));
        if (pattern.front() == '*') {
            const std::size_t stars = pattern.find_first_not_of('*');
            return matches_star(pattern.substr(std::min(stars, pattern.size())), path);
        }
        const std::size_t length = path.empty() ? 0 : match_one(pattern, path.front());
        if (length == 0) return false;
        pattern.remove_prefix(length);
        path.remove_prefix(1);
    }
    return path.empty();
}

IgnoreRules::IgnoreRules(std::string_view text) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        add(without_end(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

void IgnoreRules::add(std::string_view line) {
    if (line.empty() || line.front() == '#') return;
    Rule rule;
    if (line.front() == '!') {
        rule.is_negated = true;
        line.remove_prefix(1);
    }
    if (line.ends_with('/')) {
        rule.is_for_folders = true;
        line.remove_suffix(1);
    }
    rule.is_anchored = line.find('/') != std::string_view::npos;
    if (line.starts_with('/')) line.remove_prefix(1);
    if (line.empty()) return;
    rule.pattern = line;
    rules_.push_back(std::move(rule));
}

std::optional<bool> IgnoreRules::ignores(std::string_view path, bool is_folder) const {
    const std::string_view name = path.substr(path.rfind('/') + 1);
    for (auto rule = rules_.rbegin(); rule != rules_.rend(); ++rule)
        if ((is_folder || !rule->is_for_folders) &&
            matches_glob(rule->pattern, rule->is_anchored ? path : name))
            return !rule->is_negated;
    return std::nullopt;
}

}  // namespace dateline
