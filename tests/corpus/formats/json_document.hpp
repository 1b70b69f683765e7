#pragma once

#include <string_view>

#include "corpus/formats/json_fields.hpp"

namespace dateline::test {

/// A JSON object, parsed; views into it live as long as it does.
class JsonDocument {
  public:
    explicit JsonDocument(std::string_view json)
        : object_(parser_.parse(simdjson::padded_string(json))) {}

    dom::object object() const { return object_; }
    JsonFields fields() const { return JsonFields(object_); }

  private:
    dom::parser parser_;
    dom::object object_;
};

}  // namespace dateline::test
