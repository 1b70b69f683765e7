#include "corpus/formats/sgml_fields.hpp"

#include "corpus/formats/sgml_tag.hpp"

#include <algorithm>
#include <optional>

namespace dateline {
namespace {

bool holds_markup(SgmlRole role) {
    return role == SgmlRole::lead || role == SgmlRole::text || role == SgmlRole::after_text ||
           role == SgmlRole::note;
}

class FieldSplitter {
  public:
    FieldSplitter(std::string_view record, std::span<const SgmlElement> table)
        : record_(record), table_(table) {}

    std::vector<SgmlField> split() && {
        for (auto tag = next_sgml_tag(record_, 0); tag; tag = next_sgml_tag(record_, next_)) {
            next_ = tag->end;
            const std::optional<std::size_t> row = tag->is_end ? std::nullopt : row_of(tag->name);
            if (!row) continue;
            take_field(*tag, *row);
            if (table_[*row].role == SgmlRole::web_header) break;
        }
        return std::move(fields_);
    }

  private:
    std::optional<std::size_t> row_of(std::string_view name) const {
        const auto row = std::find_if(table_.begin(), table_.end(), [&](const SgmlElement& e) {
            return is_same_name(e.name, name);
        });
        if (row == table_.end()) return std::nullopt;
        return static_cast<std::size_t>(row - table_.begin());
    }

    void take_field(const SgmlTag& start, std::size_t row) {
        const SgmlRole role = table_[row].role;
        const std::size_t end = end_of(start, holds_markup(role));
        fields_.push_back(
            {role, row, start.attributes, record_.substr(start.end, end - start.end)});
    }

    /// Where the content ends; sets where the next field may begin.
    std::size_t end_of(const SgmlTag& start, bool may_hold_fields) {
        std::optional<std::size_t> first_field;
        const auto end_at = [&](std::size_t end) { return next_ = end; };
        for (auto tag = next_sgml_tag(record_, start.end); tag;
             tag = next_sgml_tag(record_, tag->end)) {
            if (is_same_name(tag->name, start.name)) {
                if (!tag->is_end) return end_at(first_field.value_or(tag->begin));
                next_ = tag->end;
                return tag->begin;
            }
            if (tag->is_end || first_field || !row_of(tag->name)) continue;
            if (!may_hold_fields) return end_at(tag->begin);
            first_field = tag->begin;
        }
        return end_at(first_field.value_or(record_.size()));
    }

    std::string_view record_;
    std::span<const SgmlElement> table_;
    std::vector<SgmlField> fields_;
    std::size_t next_ = 0;
};

}  // namespace

std::vector<SgmlField> split_sgml_fields(std::string_view record,
                                         std::span<const SgmlElement> table) {
    return FieldSplitter(record, table).split();
}

std::string text_outside_fields(std::string_view record, std::span<const SgmlField> fields) {
    std::string outside;
    std::size_t begin = 0;
    const auto take = [&](std::size_t end) {
        std::string_view part = record.substr(begin, end - begin);
        // The start tag of the field itself.
        if (end < record.size()) part = part.substr(0, part.rfind('<'));
        if (!outside.empty()) outside += '\n';
        outside += part;
    };
    for (const SgmlField& field : fields) {
        const auto at = static_cast<std::size_t>(field.content.data() - record.data());
        take(at);
        begin = at + field.content.size();
    }
    take(record.size());
    return outside;
}

}  // namespace dateline
