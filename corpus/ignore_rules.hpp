#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// Which files of a folder are not read: lines in the syntax of gitignore
/// (https://git-scm.com/docs/gitignore), which a folder has in its file `.datelineignore`. Patterns
/// are bytes; case counts.
class IgnoreRules {
  public:
    IgnoreRules() = default;
    explicit IgnoreRules(std::string_view text);

    bool empty() const { return rules_.empty(); }
    /// True: ignored; false: taken in by a line with "!"; nullopt: no line speaks of it. `path` is
    /// relative to the folder of the rules, without '/' at its ends. Folders above it are not
    /// looked at: what lies in an ignored folder is ignored.
    std::optional<bool> ignores(std::string_view path, bool is_folder) const;

  private:
    struct Rule {
        std::string pattern;
        bool is_negated = false;
        bool is_for_folders = false;
        bool is_anchored = false;  ///< matches the whole path, not just the name
    };
    void add(std::string_view line);

    std::vector<Rule> rules_;
};

/// Whether a path as a whole matches a pattern of gitignore: "*" and "?" and "[a-z]" stand for
/// characters but '/', "**" between slashes or at an end for any folders.
bool matches_glob(std::string_view pattern, std::string_view path);

}  // namespace dateline
