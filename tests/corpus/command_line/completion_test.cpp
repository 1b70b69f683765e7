#include "corpus/command_line/completion.hpp"

#include <CLI/CLI.hpp>
#include <memory>

#include "tests/catch.hpp"

using namespace dateline;

namespace {

Action configure_search(CLI::App& app) {
    const auto values = std::make_shared<std::vector<std::string>>(3);
    app.add_option("-n", (*values)[0], "how many")->type_name("N");
    app.add_option("--unit", (*values)[1], "of what")->type_name("article|passage");
    app.add_option("--map", (*values)[2], "where")->type_name("FILE");
    return [values](const GlobalOptions&, const std::vector<std::string>&) { return 0; };
}

Action configure_nothing(CLI::App&) { return {}; }

const std::vector<Command> commands{
    {.name = "search",
     .summary = "find",
     .arguments = "QUERY",
     .formats = {"text", "csv"},
     .configure = configure_search},
    {.name = "help",
     .summary = "help",
     .arguments = "[TOPIC|query|dates]",
     .formats = {"text"},
     .configure = configure_nothing},
    {.name = "secret",
     .summary = "not listed",
     .arguments = "",
     .formats = {"text"},
     .configure = configure_nothing,
     .is_hidden = true},
};

std::vector<std::string> values(const std::string& field, const std::string& prefix) {
    std::vector<std::string> found;
    for (const char* value : {"reuters", "tass", "the times", "say \"no\""})
        if (field == "source" && std::string(value).starts_with(prefix)) found.emplace_back(value);
    return found;
}

std::vector<std::string> completed(const std::vector<std::string>& words) {
    std::vector<std::string> found;
    for (const Candidate& candidate : complete_words(commands, words, values).candidates)
        found.push_back(candidate.word);
    return found;
}

using List = std::vector<std::string>;

}  // namespace

TEST_CASE("the first word is a command, hidden ones aside") {
    CHECK(completed({""}) == List{"index", "check", "search", "help"});
    CHECK(completed({"--quiet", "se"}) == List{"search"});
    CHECK(completed({"--color", "a"}) == List{"auto", "always"});
    CHECK(completed({}).empty());
}

TEST_CASE("options of the command and of all, and their values") {
    CHECK(completed({"search", "--u"}) == List{"--unit"});
    CHECK(completed({"search", "--f"}) == List{"--format", "--format-version"});
    CHECK(completed({"search", "--unit", ""}) == List{"article", "passage"});
    CHECK(completed({"search", "--unit=p"}) == List{"--unit=passage"});
    CHECK(completed({"search", "--format", ""}) == List{"text", "csv"});
    CHECK(completed({"search", "--unit", "article", "x"}).empty());
    CHECK(completed({"search", "-n", ""}).empty());
    CHECK(completed({"search", "--nothing=", ""}).size() > 5);
    CHECK(completed({"search", "--", "--u"}).empty());
    CHECK(complete_words(commands, {"search", "--map", ""}, values).takes_files);
    CHECK(complete_words(commands, {"search", "--index", ""}, values).takes_folders);
    CHECK(complete_words(commands, {"search", "--index=x"}, values).takes_folders);
}

TEST_CASE("fields of a query and their values, behind what was typed already") {
    CHECK(completed({"search", "sou"}) == List{"source:"});
    CHECK(completed({"search", "nato +pla"}).empty());
    CHECK(completed({"search", "nato pla"}) == List{"nato place:"});
    CHECK(completed({"search", "source:r"}) == List{"source:reuters"});
    CHECK(completed({"search", "(a OR source:th"}) == List{"(a OR source:\"the times\""});
    CHECK(completed({"search", "\"a b\" source:\"the t"}) == List{"\"a b\" source:\"the times\""});
    // Quotes for all where one needs them: what is typed stays their common beginning.
    CHECK(completed({"search", "source:t"}) == List{"source:\"tass\"", "source:\"the times\""});
    CHECK(completed({"search", "source:\"th"}) == List{"source:\"the times\""});
    // A value with a quote cannot be asked for.
    CHECK(completed({"search", "source:s"}).empty());
    CHECK(completed({"search", "date:2"}).empty());
    CHECK(completed({"search", "nofield:2"}).empty());
    CHECK(completed({"nocommand", "sou"}).empty());
}

TEST_CASE("help takes topics and commands") {
    CHECK(completed({"help", ""}) == List{"query", "dates", "index", "check", "search", "help"});
}
