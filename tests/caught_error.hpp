#pragma once

#include <stdexcept>
#include <string_view>

#include "corpus/error.hpp"

namespace dateline::test {

/// The Error that `call` throws; another exception where it throws none.
template <typename Call>
Error caught_error(const Call& call) {
    try {
        static_cast<void>(call());
    } catch (const Error& error) {
        return error;
    }
    throw std::logic_error("no Error was thrown");
}

inline bool says(const Error& error, std::string_view words) {
    return std::string_view(error.what()).find(words) != std::string_view::npos;
}

}  // namespace dateline::test
