#include "corpus/dictionary_file.hpp"

#include "tests/catch.hpp"
#include "tests/caught_error.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;

TEST_CASE("a dictionary is known by its bytes") {
    const test::TemporaryFolder folder;
    const std::string bytes = "words of headers, many of them";
    const std::string name = dictionary_kind(bytes) + "-4";
    folder.write(name, bytes);
    CHECK(open_dictionary(folder.path(), name).bytes() == bytes);
    CHECK(open_dictionary(folder.path(), "").bytes().empty());
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        std::string changed = bytes;
        changed[i] = static_cast<char>(changed[i] ^ 4);
        folder.write(name, changed);
        CHECK(test::caught_error([&] { return open_dictionary(folder.path(), name); }).kind() ==
              ErrorKind::index);
    }
    folder.write(name, bytes.substr(1));
    CHECK(test::says(test::caught_error([&] { return open_dictionary(folder.path(), name); }),
                     "checksum"));
}
