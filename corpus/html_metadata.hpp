#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/html_tree.hpp"

namespace dateline {

/// A text that a page gives about itself.
struct HtmlFact {
    std::string name;  ///< lower case: "og:title", "itemprop:headline", "rel:canonical"
    std::string value;
    std::uint32_t node = 0;

    /// Read off what the page shows, and not said for programs.
    bool is_shown() const { return name.starts_with("time:") || name.starts_with("class:"); }
};

/// What a page says of itself apart from its text: <meta>, microdata, <link>, <time>, <title>.
class HtmlMetadata {
  public:
    explicit HtmlMetadata(const HtmlTree& tree);

    /// Of the first of these names that has a value; empty where none has.
    std::string_view first_of(std::span<const std::string_view> names) const;
    /// All values of those names, in the order of the names. What elements of the page say
    /// (microdata, <time>, classes) is ordered by how near to the node `near` they stand: other
    /// articles on the page have dates and authors, too.
    std::vector<const HtmlFact*> all_of(std::span<const std::string_view> names,
                                        std::uint32_t near) const;
    const std::vector<HtmlFact>& facts() const { return facts_; }
    /// Contents of JSON-LD scripts.
    const std::vector<std::string_view>& linked_data() const { return linked_data_; }

    // Views of this object. `body`: the node of the article's body.
    std::string_view title() const;  ///< may have the name of the site in it
    std::string byline(std::uint32_t body) const;
    std::string_view site() const;
    std::string_view section() const;
    std::string_view language() const;  ///< as it is written
    std::string_view url() const;       ///< canonical
    /// What may be the date of publication, the most trustworthy first.
    std::vector<const HtmlFact*> dates(std::uint32_t body) const;

  private:
    void add(std::string name, std::string_view value, std::uint32_t node);
    void read_meta(const HtmlTree& tree, const HtmlNode& node, std::uint32_t index);
    void read_element(const HtmlTree& tree, const HtmlNode& node, std::uint32_t index);
    void read_microdata(const HtmlTree& tree, const HtmlNode& node, std::uint32_t index);

    std::vector<HtmlFact> facts_;
    std::vector<std::string_view> linked_data_;
};

}  // namespace dateline
