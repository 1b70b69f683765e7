#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// What the ids of TREC's and LDC's news collections tell: "AP880212-0001", "LA010189-0001",
/// "NYT19980601.0001", "NYT_ENG_19990405.0001".
struct TrecDocno {
    std::string source;        ///< empty for an unknown prefix
    std::string date;          ///< "1988-02-12"; empty where the id has no digits of a date
    bool is_american = false;  ///< so that 03/04/87 is 4 March
};

TrecDocno read_trec_docno(std::string_view docno);

}  // namespace dateline
