#include "corpus/schema.hpp"

#include "corpus/edit_distance.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>

namespace dateline {

namespace {

std::string hex16(std::uint64_t value) {
    std::string out(16, '0');
    for (std::size_t i = 16; i-- > 0; value >>= 4) out[i] = "0123456789abcdef"[value & 15];
    return out;
}

// Longest beginning of `text` of at most `size` bytes that does not cut a character.
std::string_view clipped(std::string_view text, std::size_t size) {
    if (text.size() <= size) return text;
    while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
    return text.substr(0, size);
}

std::size_t term_cost(std::string_view text) {
    return text.size() + static_cast<std::size_t>(std::count(text.begin(), text.end(), '\0'));
}

}  // namespace

const FieldRow* row_of(Field field) {
    const auto row = std::find_if(field_rows.begin(), field_rows.end(),
                                  [&](const FieldRow& r) { return r.field == field; });
    return row == field_rows.end() ? nullptr : &*row;
}

const FieldRow* field_named(std::string_view name) {
    const auto row = std::find_if(field_rows.begin(), field_rows.end(),
                                  [&](const FieldRow& r) { return r.name == name; });
    return row == field_rows.end() ? nullptr : &*row;
}

std::string_view nearest_field(std::string_view name) {
    std::string_view nearest;
    std::size_t least = 3;
    for (const FieldRow& row : field_rows) {
        const std::size_t distance = edit_distance(name, row.name);
        if (distance >= least || distance >= row.name.size()) continue;
        nearest = row.name;
        least = distance;
    }
    return nearest;
}

std::string field_term(std::string_view prefix, std::string_view value) {
    std::string term(prefix);
    term += value;
    if (term_cost(term) <= max_term_bytes) return term;
    const std::uint64_t hash = XXH3_64bits(value.data(), value.size());
    std::size_t size = max_term_bytes - 16;
    while (term_cost(clipped(term, size)) > max_term_bytes - 16) --size;
    return std::string(clipped(term, size)) + hex16(hash);
}

}  // namespace dateline
