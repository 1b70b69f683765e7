#pragma once

#include <array>
#include <cerrno>
#include <string>

#include "corpus/error.hpp"

namespace dateline {

/// Numbers of errno by which the system refuses what may be whole.
inline constexpr std::array refusals{EACCES, EPERM, EMFILE, ENFILE, ENOMEM};

/// The system refused a file of an index for reasons of its own: rights, descriptors, memory. Not
/// to be taken for damage.
class AccessError : public Error {
  public:
    explicit AccessError(const std::string& message)
        : Error(ErrorKind::input_output, message,
                "give the program the rights, open files and memory that it takes") {}
};

}  // namespace dateline
