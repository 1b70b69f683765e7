#include "corpus/formats/sgml_reader.hpp"

#include "corpus/byte_stream.hpp"
#include "corpus/error.hpp"
#include "tests/catch.hpp"
#include "tests/corpus/reading.hpp"

using namespace dateline;

namespace {

SgmlReading read_line(std::string_view text, std::string_view, const DateOptions&) {
    SgmlReading reading;
    if (text == "bad") {
        reading.problem = "is bad";
    } else {
        reading.article.emplace();
        reading.article->headline = text;
        reading.warnings = {"is only a test"};
    }
    return reading;
}

std::vector<std::string> events_of(ByteStream& stream) {
    const SgmlReader reader("test", "DOC", read_line);
    std::vector<std::string> events;
    reader.read(stream, test::read_options(), [&](ReadEvent&& event) {
        if (const auto* article = std::get_if<Article>(&event))
            events.push_back("article " + article->headline);
        if (const auto* problem = std::get_if<Rejection>(&event))
            events.push_back("rejected " + problem->reason);
        if (const auto* problem = std::get_if<Skip>(&event))
            events.push_back("skipped " + problem->reason);
        if (const auto* problem = std::get_if<Warning>(&event))
            events.push_back("warning " + problem->reason);
    });
    return events;
}

std::vector<std::string> events_of(std::string_view text) { return events_of(*open_bytes(text)); }

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("every record is an article or a rejection, warnings come first") {
    CHECK(events_of("<DOC>a</DOC><DOC>bad</DOC>x<DOC>b") ==
          Strings{"warning is only a test", "article a", "rejected is bad",
                  "skipped text that stands in no <DOC>",
                  "warning no </DOC>: the record may be cut short", "warning is only a test",
                  "article b"});
    CHECK(events_of("<ROOT></ROOT>") == Strings{"skipped holds no record"});
}

TEST_CASE("where the stream fails, the records before are kept") {
    bool has_read = false;
    const auto stream = buffered_stream([&](std::span<char> room) -> std::size_t {
        if (has_read) throw Error(ErrorKind::input_output, "cable cut");
        has_read = true;
        return std::string_view("<DOC>a</DOC><DOC>b").copy(room.data(), room.size());
    });
    CHECK(events_of(*stream) ==
          Strings{"warning is only a test", "article a", "rejected cable cut"});
}
