#include "corpus/formats/json_schemas.hpp"

#include "corpus/formats/json_linked.hpp"
#include "corpus/formats/json_ninjs.hpp"
#include "corpus/formats/json_wapo.hpp"

#include <array>

namespace dateline {
namespace {

struct Schema {
    bool (*recognises)(dom::object object, const JsonFields& fields);
    std::string (*read)(dom::object object, JsonFields& fields);
};

/// {"$schema": "https://json-schema.org/...", "properties": ...}
bool is_description_of_json(dom::object object, const JsonFields& fields) {
    return fields.has_mark(JsonMark::schema) &&
           string_at(object, "$schema").find("json-schema.org") != std::string_view::npos;
}

constexpr std::array schemas{
    Schema{is_description_of_json,
           [](dom::object, JsonFields&) { return std::string("a JSON schema, not an article"); }},
    Schema{is_ninjs, read_ninjs},
    Schema{is_wapo, read_wapo},
    Schema{is_linked, read_linked},
};

}  // namespace

std::string read_by_schema(dom::object object, JsonFields& fields) {
    for (const Schema& schema : schemas)
        if (schema.recognises(object, fields)) return schema.read(object, fields);
    return {};
}

}  // namespace dateline
