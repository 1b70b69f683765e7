#pragma once

#include <string_view>

#include "corpus/article.hpp"

namespace dateline {

/// A record of TREC's web collections (WT10g, GOV2): `header`, the content of <DOCHDR>, has the
/// page's address on its first line, and then what the server said; `page` is HTML. Its date is
/// the day of the crawl, so the article has none.
Article read_trec_web_page(std::string_view header, std::string_view page);

}  // namespace dateline
