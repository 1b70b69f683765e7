#pragma once

#include <string>

#include "corpus/date.hpp"

namespace dateline {

/// The reason of the Warning that goes with a date that could not be read, for every format; empty
/// where there is nothing to say: the date is good, or missing.
std::string date_warning(const DateReading& reading);

}  // namespace dateline
