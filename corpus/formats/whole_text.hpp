#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "corpus/reader.hpp"

namespace dateline {

/// The text of a file that is one article: UTF-8 with newlines only, no-break spaces as blanks,
/// form feeds as the line breaks that they stand for. A Warning of what was lost goes to `sink`;
/// nullopt where the file is none, too large or blank, which `sink` is told as well.
std::optional<std::string> read_whole_text(ByteStream& stream, const ReadOptions& options,
                                           std::string_view format, const ReadSink& sink);

}  // namespace dateline
