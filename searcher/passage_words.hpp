#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "searcher/segment.hpp"

namespace dateline {

/// Counts the words of texts of one segment, as its words file counts them: by units. Quick for
/// many texts, since a word is looked at when all are counted.
class PassageWords {
  public:
    /// `segment` must outlive this object.
    explicit PassageWords(const Segment& segment);

    void add_text(DocId docid);
    /// Of the article with this first passage.
    void add_headline(DocId first);
    /// The text, and the headline where it is the first passage of its article.
    void add_passage(DocId docid);
    /// Calls `take` with each word as it is written, its form, and how often it stood there; in no
    /// order that means anything. What is given is valid during the call.
    void visit(const std::function<void(std::string_view written, std::uint32_t number,
                                        const FormEntry& form, std::uint32_t times)>& take);
    /// Forgets what was counted.
    void clear();

  private:
    void add(std::string_view code);
    const FormEntry& form(std::uint32_t number);

    const PassageTexts& texts_;
    std::vector<std::uint32_t> counts_;  // by unit
    std::vector<UnitId> met_;            // those whose count is not 0
    std::unordered_map<std::uint32_t, FormEntry> forms_;
};

}  // namespace dateline
