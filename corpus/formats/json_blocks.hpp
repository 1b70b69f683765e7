#pragma once

#include "corpus/formats/json_dom.hpp"

namespace dateline {

/// Bodies may be lists of typed blocks. False for a block whose "type" says that it is no running
/// text: pictures, players, advertisements, links to other articles.
bool is_text_block(dom::object block);

}  // namespace dateline
