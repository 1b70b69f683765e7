#include "corpus/output_file.hpp"

#include <unistd.h>

#include "corpus/command.hpp"
#include "tests/catch.hpp"
#include "tests/caught_error.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;
using namespace dateline::test;
namespace fs = std::filesystem;

namespace {

std::size_t files_in(const fs::path& folder) {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

void write_kept(const fs::path& file, std::string_view bytes) {
    OutputFile output(file);
    write_output(bytes);
    output.keep();
}

}  // namespace

TEST_CASE("output is in its file when it is kept, and nothing else is there") {
    const TemporaryFolder folder;
    write_kept(folder / "a.run", "one\n");
    CHECK(read_bytes(folder / "a.run") == "one\n");
    CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("output that is not kept leaves everything as it was") {
    const TemporaryFolder folder;
    const fs::path file = folder.write("a.run", "old\n");
    {
        OutputFile output(file);
        write_output("new\n");
        CHECK(read_bytes(file) == "old\n");
    }
    CHECK(read_bytes(file) == "old\n");
    CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("an existing file is replaced where it is, with its permissions") {
    const TemporaryFolder folder;
    const fs::path file = folder.write("there/a.run", "old\n");
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
    fs::create_symlink(file, folder / "link");
    write_kept(folder / "link", "new\n");
    CHECK(fs::is_symlink(folder / "link"));
    CHECK(read_bytes(file) == "new\n");
    CHECK(fs::status(file).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("what is no regular file is not replaced, and what cannot be written is said") {
    const TemporaryFolder folder;
    fs::create_directory(folder / "sub");
    for (const fs::path& path : {fs::path("/dev/null"), folder / "sub", folder / "none/a.run"}) {
        const Error error = caught_error([&] { return OutputFile(path), 0; });
        CHECK(error.kind() == ErrorKind::input_output);
        CHECK(says(error, path.string()));
    }
}
