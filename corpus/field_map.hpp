#pragma once

#include "corpus/article_field.hpp"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// Where in a record a field stands. JSON: keys joined by dots ("fields.bodyText"), numbers from 0
/// or `*` for elements of arrays, a backslash before a dot that is part of a key. CSV: the name of
/// a column, as it is.
struct FieldPath {
    ArticleField field;
    std::string path;

    bool operator==(const FieldPath&) const = default;
};

/// What a user says of records whose fields the readers do not know by their names. A field that
/// is named here is read from here: of its paths the first counts that leads to text; where none
/// does, the readers look as they would without a map.
struct FieldMap {
    /// Grouped by field, the paths of each as the user listed them.
    std::vector<FieldPath> paths;

    bool empty() const { return paths.empty(); }
    /// Says that path number `path` of `paths` was looked for in a record, and whether it led to
    /// text. Safe from several threads: copies of a map count together.
    void count(std::size_t path, bool has_text) const;
    /// Sentences, without a final period, about the paths that were looked for and led to text in
    /// no record at all.
    std::vector<std::string> warnings() const;

    bool operator==(const FieldMap& other) const { return paths == other.paths; }

  private:
    friend FieldMap read_field_map(std::string_view text, std::string_view file);
    struct Uses {
        std::atomic<std::uint64_t> records = 0;
        std::atomic<std::uint64_t> with_text = 0;
    };
    std::shared_ptr<std::vector<Uses>> uses_;
};

/// `text`: a JSON object with a path, or an array of paths, for each field:
/// {"body": "fields.bodyText", "headline": ["a.b", "c"]}. Throws Error{usage} that names `file` and
/// what is wrong in it.
FieldMap read_field_map(std::string_view text, std::string_view file);

/// nullopt for other names.
std::optional<ArticleField> article_field_named(std::string_view name);

}  // namespace dateline
