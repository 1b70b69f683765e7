#pragma once

#include <string_view>

namespace dateline {

/// "Reuters", "AP", "dpa/lsw", "CNN Business", "ITAR-TASS": who news comes from, as datelines name
/// it, in any case. Not every publisher: those that put their name behind a place.
bool is_news_agency(std::string_view name);

}  // namespace dateline
