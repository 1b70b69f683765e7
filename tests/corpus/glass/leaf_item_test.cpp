#include "corpus/glass/leaf_item.hpp"

#include <random>
#include <string>

#include "corpus/glass/packing.hpp"
#include "tests/catch.hpp"

using namespace dateline::glass;

namespace {

// As a leaf has it; `flags` with its size.
std::string item_of(std::string_view key, std::string_view piece, std::uint32_t flags,
                    std::uint32_t component) {
    std::string number;
    if ((flags & first_piece) == 0) {
        number.resize(component_bytes);
        put_uint16(number.data(), component);
    }
    std::string out(2, '\0');
    put_uint16(out.data(),
               flags | static_cast<std::uint32_t>(key.size() + number.size() + piece.size()));
    out += static_cast<char>(key.size());
    return out.append(key).append(number).append(piece);
}

}  // namespace

TEST_CASE("an item of a leaf is taken apart as it was put together") {
    std::mt19937 random(3);
    for (int i = 0; i < 2000; ++i) {
        const std::string key(random() % 253, 'k');
        const std::string piece(random() % 4000, 'p');
        const auto flags =
            static_cast<std::uint32_t>(random()) & (first_piece | last_piece | compressed_piece);
        const auto component = static_cast<std::uint32_t>(2 + random() % 60000);
        const std::string bytes = item_of(key, piece, flags, component);
        const std::string block = bytes + "what follows in the block";
        const auto item = leaf_item(block);
        REQUIRE(item);
        CHECK(item->key == key);
        CHECK(item->piece == piece);
        CHECK(item->is_first() == ((flags & first_piece) != 0));
        CHECK(item->is_last() == ((flags & last_piece) != 0));
        CHECK(item->is_compressed() == ((flags & compressed_piece) != 0));
        CHECK(item->component == (item->is_first() ? 1 : component));
        REQUIRE_FALSE(leaf_item(std::string_view(bytes).substr(0, random() % bytes.size())));
    }
}

TEST_CASE("an item whose key or number reaches behind its end is none") {
    std::string bytes = item_of("key", "", first_piece | last_piece, 1) + std::string(300, 'x');
    CHECK(leaf_item(bytes)->key == "key");
    bytes[2] = '\x04';
    CHECK_FALSE(leaf_item(bytes));
    bytes[2] = '\xFF';
    CHECK_FALSE(leaf_item(bytes));
    std::string number = item_of("key", "", last_piece, 2);
    CHECK(leaf_item(number)->component == 2);
    number[2] = '\x04';
    CHECK_FALSE(leaf_item(number));
}
