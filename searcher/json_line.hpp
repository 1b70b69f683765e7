#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace dateline {

/// The object on one line, with a newline, as every command writes JSON. Nothing in it acts on a
/// terminal: JSON itself only escapes C0, here DEL, C1 and overrides of the writing direction are
/// escaped too. Bytes that are not UTF-8 come out as U+FFFD.
std::string json_line(const nlohmann::ordered_json& object);

}  // namespace dateline
