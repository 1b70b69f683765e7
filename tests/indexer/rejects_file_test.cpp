#include "indexer/rejects_file.hpp"

#include <algorithm>

#include "corpus/error.hpp"
#include "tests/catch.hpp"
#include "tests/caught_error.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;

TEST_CASE("a line says all that is known of a record, and null for the rest") {
    const ReportedProblem reported{"/archive",
                                   "a.jsonl",
                                   {ProblemOutcome::rejected, "", 12, 3, "json lines", "\"bad\""},
                                   "",
                                   false};
    CHECK(problem_json(reported) ==
          R"({"path":"a.jsonl","root":"/archive","member":null,"offset":12,"line":3,)"
          R"("format":"json lines","outcome":"rejected","reason":"\"bad\"","id":null})");
}

TEST_CASE("rejected and skipped records are written, warnings are not") {
    const test::TemporaryFolder folder;
    RejectsFile file(folder / "rejects.jsonl");
    for (const auto outcome :
         {ProblemOutcome::rejected, ProblemOutcome::warning, ProblemOutcome::skipped})
        file.add({"/archive", "a.jsonl", {outcome, "m", 0, 1, "", "why"}, "id-1", true});
    file.finish();
    const std::string lines = test::read_bytes(folder / "rejects.jsonl");
    CHECK(std::ranges::count(lines, '\n') == 2);
    CHECK(lines.find(R"("id":"id-1")") != std::string::npos);
    CHECK(test::caught_error([&] { RejectsFile(folder / "absent/file").finish(); }).kind() ==
          ErrorKind::input_output);
}

TEST_CASE("a disk that takes no more is an error") {
    RejectsFile file("/dev/full");
    for (int i = 0; i < 1000; ++i) file.add({"/archive", "a.jsonl", {}, "", false});
    CHECK(test::caught_error([&] { file.finish(); }).kind() == ErrorKind::input_output);
}
