#pragma once

#include <optional>
#include <string>
#include <vector>

#include "corpus/formats/json_fields.hpp"

namespace dateline {

// schema.org in JSON-LD: objects with an @type, or several of them in an @graph, where one names
// others by their @id.

/// Has an @type.
bool is_linked(dom::object object, const JsonFields& fields);
/// As read_by_schema: what is of another type than an article and has no body is none.
std::string read_linked(dom::object object, JsonFields& fields);

/// The articles in the object's @graph, with what other objects there say of them; nullopt where it
/// has none. The reason why there are none stands in `problem`.
struct LinkedArticle {
    dom::object object;
    JsonFields fields;
};
struct LinkedGraph {
    std::vector<LinkedArticle> articles;
    std::string problem;
};
std::optional<LinkedGraph> read_graph(dom::object object, const JsonFields& fields);

}  // namespace dateline
