#include <cstddef>
#include <cstdint>

#include "tests/fuzz/checks.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    dateline::test::check_stored({reinterpret_cast<const char*>(bytes), size});
    return 0;
}
