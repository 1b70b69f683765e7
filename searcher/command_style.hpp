#pragma once

#include "corpus/command.hpp"
#include "searcher/render.hpp"

namespace dateline {

/// How the global options want text to look; colour, where they leave it open, on terminals only.
/// Links on terminals alone, where there is colour.
TextStyle text_style(const GlobalOptions& global);

}  // namespace dateline
