#include "searcher/named_article.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "corpus/error.hpp"
#include "searcher/render.hpp"

namespace dateline {

namespace {

[[noreturn]] void throw_ambiguous(std::string_view id, const std::vector<std::string>& ids) {
    constexpr std::size_t most = 10;
    std::string list;
    for (std::size_t i = 0; i < std::min(most, ids.size()); ++i)
        list += (i > 0 ? "\n  " : "  ") + printable(ids[i]);
    if (ids.size() > most) list += "\n  ...";
    throw Error(ErrorKind::usage, fmt::format("'{}' fits several articles", printable(id)),
                "type more of the id", list);
}

}  // namespace

std::optional<NamedArticle> find_named_article(const Index& index, std::string id) {
    if (id.empty())
        throw Error(ErrorKind::usage, "the id is empty",
                    "`dateline search` shows those of answers");
    std::optional<ArticlePlace> place = index.find_article(id);
    if (!place) {
        const std::vector<std::string> ids = index.ids_like(id, 11);
        if (ids.size() > 1) throw_ambiguous(id, ids);
        if (ids.empty()) return std::nullopt;
        id = ids.front();
        place = index.find_article(id);
    }
    return place ? std::optional(NamedArticle{*place, std::move(id)}) : std::nullopt;
}

std::optional<NamedUnit> find_named_unit(const GlobalOptions& global, const Index& index,
                                         PassageId asked) {
    std::optional<NamedArticle> named = find_named_article(index, std::string(asked.article));
    if (!named) {
        print_note(global, fmt::format("no article has the id '{}'", printable(asked.article)));
        return std::nullopt;
    }
    if (asked.number > 0 && !index.passage(named->place, asked.number)) {
        print_note(global,
                   fmt::format("'{}' has no passage {}", printable(named->id), asked.number));
        return std::nullopt;
    }
    return NamedUnit{std::move(*named), asked.number};
}

}  // namespace dateline
