#include "corpus/command_line/environment.hpp"

#include <algorithm>
#include <cstdlib>

#include "tests/catch.hpp"

using namespace dateline;

namespace {

/// A variable for as long as it lives.
class Variable {
  public:
    Variable(const char* name, const char* value) : name_(name) { ::setenv(name, value, 1); }
    ~Variable() { ::unsetenv(name_); }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;

  private:
    const char* name_;
};

}  // namespace

TEST_CASE("variables are settings, the dateline ones before NO_COLOR") {
    const Variable color("DATELINE_COLOR", "always");
    const Variable none("NO_COLOR", "1");
    const Variable today("DATELINE_TODAY", "");
    const auto settings = environment_settings();
    REQUIRE(settings.size() == 2);
    CHECK(settings[0].place == "DATELINE_COLOR");
    CHECK(settings[0].values == std::vector<std::string>{"always"});
    CHECK(settings[1].place == "NO_COLOR");
    CHECK(settings[1].key == "color");
}

TEST_CASE("a variable that means nothing is named, with what was probably meant") {
    const Variable wrong("DATELINE_COLOUR", "always");
    const Variable other("DATELINE_ZEBRAS", "1");
    const auto sentences = unknown_variables();
    const auto has = [&](const std::string& sentence) {
        return std::ranges::find(sentences, sentence) != sentences.end();
    };
    CHECK(
        has("the variable DATELINE_COLOUR means nothing to dateline; did you mean "
            "DATELINE_COLOR?"));
    CHECK(has("the variable DATELINE_ZEBRAS means nothing to dateline"));
}
