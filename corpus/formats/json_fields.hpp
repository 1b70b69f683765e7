#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/formats/json_dom.hpp"
#include "corpus/formats/json_keys.hpp"
#include "corpus/formats/json_text.hpp"

namespace dateline {

/// The best text for each field of an object, by the order of json_keys, and what its keys tell of
/// it besides. Views into the parser's document.
class JsonFields {
  public:
    explicit JsonFields(dom::object object);

    std::string_view operator[](ArticleField field) const { return view_of(texts_[place(field)]); }
    bool has(ArticleField field) const { return rows_[place(field)] < no_row; }
    /// More than a summary.
    bool has_whole_body() const;
    bool has_text() const { return has(ArticleField::headline) || has(ArticleField::body); }
    bool has_mark(JsonMark mark) const { return marks_ >> static_cast<unsigned>(mark) & 1; }
    /// A record by itself, whatever lists of objects are in it.
    bool is_article() const {
        return has_whole_body() || (has(ArticleField::headline) && has(ArticleField::date));
    }

    /// In place of what was there; nothing happens where the text is blank.
    void set(ArticleField field, RawText text);
    /// As `set`, where the field is blank.
    void set_if_blank(ArticleField field, RawText text);
    void clear(ArticleField field);
    /// Takes from the other fields what is blank here, and what is whole for a summary.
    void fill(JsonFields other);

    struct Wrapped {
        std::size_t member;  ///< number of the key in the object, from 0
        dom::element value;  ///< an object, or an array of objects
    };
    /// What stands under keys of wrappers, in the order of the object.
    const std::vector<Wrapped>& wrapped() const { return wrapped_; }

  private:
    static constexpr std::size_t no_row = json_keys.size();
    static std::size_t place(ArticleField field) { return static_cast<std::size_t>(field); }
    bool has_whole(std::size_t field) const;
    /// Event Registry has "dateTime" beside "date": that of the same day says more.
    void refine_date(dom::element date_time);
    void take(const JsonKey& key, std::size_t row, dom::element element);
    void mark(JsonMark mark, std::string_view key, std::size_t member, dom::element element);

    std::array<RawText, article_field_names.size()> texts_;
    std::array<std::size_t, article_field_names.size()> rows_{};
    std::uint32_t marks_ = 0;
    std::vector<Wrapped> wrapped_;
};

}  // namespace dateline
