#include "tests/fuzz/query_fuzz.hpp"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>

#include "corpus/calendar.hpp"
#include "corpus/error.hpp"
#include "searcher/lenient_query.hpp"
#include "searcher/query.hpp"
#include "searcher/query_in_text.hpp"
#include "searcher/query_notes.hpp"

namespace dateline::test {

namespace {

const Day today = *day_number({2020, 1, 5});

void demand(bool holds, const char* what, std::string_view text) {
    if (holds) return;
    std::fprintf(stderr, "%s: %.*s\n", what, static_cast<int>(text.size()), text.data());
    std::abort();
}

// Refusals are Error{usage}; all else that is thrown ends the program.
std::optional<Query> read(std::string_view text) {
    try {
        return parse_query(text, today);
    } catch (const Error& error) {
        demand(error.kind() == ErrorKind::usage, "not refused as a query", text);
        return std::nullopt;
    }
}

// What is refused is words, or nothing.
void check_leniently(std::string_view text) {
    try {
        demand(parse_leniently(text, today).taken_for.has_value(), "not taken for words", text);
    } catch (const Error& error) {
        demand(error.kind() == ErrorKind::usage, "not refused as words", text);
    }
}

}  // namespace

void check_query_text(std::string_view text) {
    if (const std::optional<Query> query = read(text)) {
        const std::string written = to_string(*query);
        const std::optional<Query> again = read(written);
        demand(again.has_value(), "written as what is refused", written);
        demand(*again == *query, "written as another query", written);
        query_notes(*query);
        const Query lifted = lifted_out_of_text(*query);
        demand(lifted == lifted_out_of_text(lifted), "lifted twice", text);
    } else {
        check_leniently(text);
    }
}

}  // namespace dateline::test

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    dateline::test::check_query_text({reinterpret_cast<const char*>(bytes), size});
    return 0;
}
