#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/formats/json_dom.hpp"
#include "corpus/formats/json_records.hpp"

namespace dateline {

/// The bytes of a record as a document, which lives until the next call. Not for several threads
/// at once.
class JsonParser {
  public:
    /// nullopt for what is not JSON to the letter, or not UTF-8.
    std::optional<dom::element> parse(const JsonRecord& record);
    /// After parse has failed on the same record: undoes what can be undone (json_mending.hpp), and
    /// decodes what is in another charset. nullopt where it still is not JSON.
    std::optional<dom::element> mend(const JsonRecord& record);

    /// Of the last call: what was lost or changed in the record's texts, one clause each.
    const std::vector<std::string>& losses() const { return losses_; }
    /// Of the last call that failed: why, as a clause.
    std::string problem() const;

  private:
    std::optional<dom::element> parse(std::string_view bytes, std::size_t readable_bytes);

    dom::parser parser_;
    simdjson::error_code error_ = simdjson::SUCCESS;
    std::string padded_;
    std::vector<std::string> losses_;
};

}  // namespace dateline
