#pragma once

#include "corpus/command.hpp"

namespace dateline {

/// `dateline facets QUERY`: what the articles have in common that a query finds.
Command facets_command();

}  // namespace dateline
