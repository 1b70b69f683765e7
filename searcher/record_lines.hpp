#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

namespace dateline {

/// Objects with the same keys in the same order as RFC 4180 has it: a header, a row each, lines
/// that end with CR LF. Nothing in a field acts on a terminal; null is empty.
std::string csv_text(const std::vector<nlohmann::ordered_json>& objects);
/// The header, and one row, by themselves.
std::string csv_header(const nlohmann::ordered_json& object);
std::string csv_row(const nlohmann::ordered_json& object);
/// An object a line.
std::string jsonl_text(const std::vector<nlohmann::ordered_json>& objects);

}  // namespace dateline
