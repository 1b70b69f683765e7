#include "corpus/error.hpp"
#include "searcher/query.hpp"
#include "searcher/render.hpp"

namespace dateline {

void throw_query_error(std::string_view query, TextRange range, const std::string& message,
                       const std::string& hint) {
    const std::size_t column = display_width(printable(query.substr(0, range.begin)));
    const std::string excerpt =
        "  " + printable(query) + "\n  " + std::string(column, ' ') + "^";
    throw Error(ErrorKind::usage, message, hint, excerpt);
}

}  // namespace dateline
