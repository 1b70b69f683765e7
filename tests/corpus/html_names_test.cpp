#include "corpus/html_names.hpp"

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("names are read word by word, in any spelling") {
    for (const char* names : {"related-links", "relatedLinks", "c-related__links", "x RELATED",
                              "ad", "most_read", "jp-relatedposts", "article-body-ad",
                              "site-nav main", "x hide", "info-flyout", "sr-only"})
        CHECK(purpose_of_names(names) == HtmlPurpose::beside);
    for (const char* names : {"article-body", "articleBody", "story_body main", "entry-content",
                              "c-article-content__text"})
        CHECK(purpose_of_names(names) == HtmlPurpose::article);
    CHECK(purpose_of_names("comments") == HtmlPurpose::comments);
    CHECK(purpose_of_names("image-caption") == HtmlPurpose::caption);
    CHECK(purpose_of_names("byline author") == HtmlPurpose::byline);
}

TEST_CASE("parts of words, and names of what a page is about or has, say nothing") {
    for (const char* names :
         {"", "header-image", "advance", "shadow", "download", "tag-video-carousel",
          "category-newsletter", "has-sidebar", "no-comments", "hidden-xs", "twitter-embed-share",
          "p-4 text-lg", "--", "12"}) {
        INFO(names);
        CHECK(purpose_of_names(names) == HtmlPurpose::unknown);
    }
}

TEST_CASE("other articles and menus are told by their names") {
    for (const char* names : {"related-posts", "x most_read", "sidebarRight", "main-nav"})
        CHECK(names_what_is_apart(names));
    for (const char* names : {"", "article-body", "has-sidebar", "teaser-metadata", "correlated"})
        CHECK_FALSE(names_what_is_apart(names));
}

TEST_CASE("what pops up over a text is told by its name") {
    for (const char* names : {"tooltip-text", "x tooltiptext", "rollover-block", "HoverCard"})
        CHECK(names_popup(names));
    for (const char* names : {"", "tooltip", "rollover-people", "has-tooltip-text", "block"})
        CHECK_FALSE(names_popup(names));
}
