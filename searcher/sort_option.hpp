#pragma once

#include "searcher/answer_order.hpp"

namespace CLI {
class App;
}

namespace dateline {

/// `--sort KEY[,KEY]`. `keys` must live as long as the app.
void add_sort_option(CLI::App& app, SortKeys& keys);

/// "score", "newest,source". Throws Error{usage} for other keys, for more than two, and for two
/// that are one.
SortKeys read_sort_keys(std::string_view text);

}  // namespace dateline
