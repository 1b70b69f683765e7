#include "bench/topics.hpp"

#include "tests/catch.hpp"
#include "tests/caught_error.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

using Topics = std::vector<Topic>;

Error failure(std::string_view bytes, const std::vector<TopicField>& fields = {TopicField::title}) {
    return caught_error([&] { return read_topics(bytes, "t.tsv", fields); });
}

}  // namespace

TEST_CASE("topics are lines of id, tab and query") {
    CHECK(read_topics("1\tnato in iraq\nq-2\tthe \"port\"\tat night \r\n\n# two are enough\n3\t",
                      "t") ==
          Topics{{"1", "nato in iraq", 1}, {"q-2", "the \"port\"\tat night", 2}, {"3", "", 5}});
    CHECK(read_topics("\xEF\xBB\xBF"
                      "7\tM\u00fcller",
                      "t") == Topics{{"7", "M\u00fcller", 1}});
}

TEST_CASE("the form of a topic file is told from its content") {
    const Topics lines = read_topics("7\tstorm at sea\n", "t");
    CHECK(read_topics("{\"id\": 7, \"query\": \"storm at sea\"}\n", "t") == lines);
    CHECK(read_topics("<top>\n<num> Number: 007\n<title> storm at\n sea\n</top>\n", "t") == lines);
}

TEST_CASE("fields of a topic are joined in the order asked for") {
    const std::string file =
        "<top><num>1<title>storm<desc>ships lost<narr>by name</top>"
        "<top><num>2<title>flood<narr>by river</top>";
    const auto texts = [&](const char* names) {
        std::vector<std::string> all;
        for (const Topic& topic : read_topics(file, "t", read_topic_fields(names)))
            all.push_back(topic.text);
        return all;
    };
    using Texts = std::vector<std::string>;
    CHECK(texts("title") == Texts{"storm", "flood"});
    CHECK(texts("title,desc") == Texts{"storm ships lost", "flood"});
    CHECK(texts("narr, title") == Texts{"by name storm", "by river flood"});
}

TEST_CASE("names of fields are title, desc and narr, each once") {
    using Fields = std::vector<TopicField>;
    CHECK(read_topic_fields("title") == Fields{TopicField::title});
    CHECK(read_topic_fields("desc,title,desc") == Fields{TopicField::desc, TopicField::title});
    for (const char* names : {"", "headline", "title,", "title desc"})
        CHECK(caught_error([&] { return read_topic_fields(names); }).kind() == ErrorKind::usage);
}

TEST_CASE("what is wrong with a topic file is said with its line and a way out") {
    struct Row {
        const char* bytes;
        const char* message;
    };
    const std::vector<Row> rows{
        {"1\tnato\n2 iraq\n", "t.tsv, line 2: no tab"},
        {"1\tnato\n2\tport\n1\tiraq\n", "t.tsv, line 3: topic 1 is there already, in line 1"},
        {"1\tnato\n\tiraq\n", "t.tsv, line 2: a topic without id"},
        {"topic 1\tnato\n", "t.tsv, line 1: the topic id \"topic 1\" holds a blank"},
        {"{\"id\":\"#1\",\"query\":\"nato\"}", "t.tsv, line 1: the topic id \"#1\" begins with #"},
        {"1\tnato\n2\tM\xFCller\n", "t.tsv, line 2: not UTF-8"},
        {"\xFF\xFE"
         "1\0",
         "t.tsv, line 1: not UTF-8"},
        {"", "t.tsv holds no topics"},
        {" \n\n", "t.tsv holds no topics"},
        {"<topics>\n</topics>", "t.tsv holds no topics"},
        {"<top><num>1<title>a</top>\n<top>\n<num>2<desc>b</top>",
         "t.tsv, line 2: topic 2 has no title"},
        {"<top><num>1<docid>a</top>", "no topic of t.tsv has a title"},
    };
    for (const Row& row : rows) {
        const Error error = failure(row.bytes);
        INFO(row.bytes << " gives " << error.what());
        CHECK(error.kind() == ErrorKind::input_output);
        CHECK(says(error, row.message));
        CHECK_FALSE(error.hint().empty());
    }
}

TEST_CASE("a field that no topic has is an error that says which there are") {
    const Error error = failure("1\tnato\n", {TopicField::title, TopicField::narr});
    CHECK(says(error, "no topic of t.tsv has a narr"));
    CHECK(error.hint().ends_with(": title"));
}
