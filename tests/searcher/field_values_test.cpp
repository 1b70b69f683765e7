#include "searcher/field_values.hpp"

#include "tests/catch.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

Article from(const char* id, const char* source) {
    Article made = article(id, "Headline", "Some text.");
    made.source = source;
    return made;
}

}  // namespace

TEST_CASE("values of a field that begin so, folded, in order, each once") {
    const SampleIndex sample({from("a", "Reuters"), from("b", "Réunion Post"), from("c", "reuters"),
                              from("d", "The Times"), from("e", "")});
    const Index index = sample.open();
    const FieldRow& source = *field_named("source");
    using List = std::vector<std::string>;
    CHECK(field_values(index, source, "", 10) == List{"reunion post", "reuters", "the times"});
    CHECK(field_values(index, source, "RE", 10) == List{"reunion post", "reuters"});
    CHECK(field_values(index, source, "", 1) == List{"reunion post"});
    CHECK(field_values(index, source, "x", 10).empty());
    CHECK(field_values(index, *field_named("id"), "", 10).size() == 5);
    CHECK(field_values(index, *field_named("date"), "", 10).empty());
    CHECK(field_values(index, *field_named("headline"), "", 10).empty());
}
