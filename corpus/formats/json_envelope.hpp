#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/formats/json_fields.hpp"

namespace dateline {

/// An object that holds records instead of being one: {"articles": [...]}, the answers of web
/// services, exports by key.
struct JsonEnvelope {
    std::vector<std::size_t> members;  ///< to the records: the number of the key, object by object
    std::vector<dom::element> records;
    bool is_single = false;              ///< one record, which stands in no list
    std::vector<std::string_view> keys;  ///< of the records, where they stand in an object
    std::string source;                  ///< what the envelope says of all its records, or empty
    std::string language;
};

/// Whether an object whose keys are not known is a record all the same (by a map).
using IsRecord = std::function<bool(dom::object)>;

/// nullopt for what is a record by itself. `fields`: of the object.
std::optional<JsonEnvelope> find_envelope(dom::object object, const JsonFields& fields,
                                          const IsRecord& is_record);

/// An envelope with what stands beside its list and holds articles too, in their order: the lists
/// of other sections, {"news": [...], "sport": [...]}, an article by itself. `object`: as it was
/// found in.
std::vector<JsonEnvelope> all_lists(dom::object object, const JsonEnvelope& envelope);

/// Where in `text`, the JSON of which the envelope was read, its records begin, in their order.
std::vector<std::size_t> record_offsets(std::string_view text, const JsonEnvelope& envelope);

/// Where an envelope opens, of which only the beginning may be at hand.
struct EnvelopeOpening {
    std::size_t array = 0;    ///< offset of the '[' before its records
    std::size_t objects = 0;  ///< how many objects are open there
};

/// Told from keys alone, in text that the parser need not like to its end: a key that may hold
/// records, with an array of objects, before anything that makes an article of the object itself.
std::optional<EnvelopeOpening> find_envelope_opening(std::string_view head);

}  // namespace dateline
