#pragma once

#include <string>

#include "corpus/bytes.hpp"

namespace dateline {

/// One row of the file that peers are measured with: rows of four strings (ByteWriter's), nothing
/// else. Passages are those that `index` makes.
struct PassageRow {
    std::string id;  ///< of the passage
    std::string date;
    std::string headline;
    std::string text;
};

inline void write_row(ByteWriter& writer, const PassageRow& row) {
    for (const std::string* field : {&row.id, &row.date, &row.headline, &row.text})
        writer.string(*field);
}

}  // namespace dateline
