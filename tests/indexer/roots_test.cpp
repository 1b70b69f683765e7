#include "indexer/roots.hpp"

#include "tests/catch.hpp"
#include "tests/caught_error.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;

namespace {

struct Archive {
    test::TemporaryFolder folder;
    std::filesystem::path index = folder / "index";
    std::string all = (folder / "news").string();
    std::string part = (folder / "news/2020").string();
    std::string other = (folder / "new").string();  // the beginning of another root's name

    Archive() {
        folder.write("news/a.txt", "a");
        folder.write("news/2020/b.txt", "b");
        folder.write("new/c.txt", "c");
        std::filesystem::create_directories(index);
    }

    Roots resolve(const std::vector<std::string>& remembered,
                  const std::vector<std::string>& paths) const {
        std::vector<RootInfo> roots;
        for (const std::string& path : remembered) roots.push_back({path, "", ""});
        return resolve_roots(roots, paths, index);
    }
};

// The roots that are named, then, after "|", the others.
std::string text_of(const Roots& roots) {
    std::string named;
    std::string others = "|";
    for (std::size_t i = 0; i < roots.all.size(); ++i)
        (roots.named[i] ? named : others) +=
            ' ' + std::filesystem::path(roots.all[i].path).filename().string();
    return named + others;
}

std::vector<std::string> paths_of(const SourceListing& listing) {
    std::vector<std::string> paths;
    for (const SourceFile& file : listing.files) paths.push_back(file.path);
    return paths;
}

}  // namespace

TEST_CASE("each path becomes a root, and only the roots named are read") {
    const Archive archive;
    CHECK(text_of(archive.resolve({}, {archive.other, archive.all})) == " new news|");
    CHECK(text_of(archive.resolve({archive.all}, {archive.other})) == " new| news");
    CHECK(text_of(archive.resolve({archive.all}, {archive.all + "/../news/"})) == " news|");
    CHECK(text_of(archive.resolve({archive.all, archive.other, "-"}, {})) == " news new| -");
    CHECK(text_of(archive.resolve({archive.all}, {"-"})) == " -| news");
}

TEST_CASE("links into another root are nothing to tell") {
    const Archive archive;
    const auto link = std::filesystem::path(archive.all) / "link";
    std::filesystem::create_directory_symlink(archive.other, link);
    const auto links = [&](const Roots& roots) {
        return list_root(roots, 0, archive.index, {}).links.size();
    };
    CHECK(links(archive.resolve({}, {archive.all})) == 1);
    CHECK(links(archive.resolve({}, {archive.all, archive.other})) == 0);
}

TEST_CASE("a path inside of a root stands for the root, one around it names it too") {
    const Archive archive;
    CHECK(text_of(archive.resolve({archive.all}, {archive.part})) == " news|");
    CHECK(text_of(archive.resolve({archive.part}, {archive.all})) == " 2020 news|");
    CHECK(text_of(archive.resolve({}, {archive.part, archive.all})) == " news|");
}

TEST_CASE("a file belongs to the innermost root") {
    const Archive archive;
    const Roots nested = archive.resolve({archive.part}, {archive.all});
    CHECK(paths_of(list_root(nested, 0, archive.index)) == std::vector<std::string>{"b.txt"});
    CHECK(paths_of(list_root(nested, 1, archive.index)) == std::vector<std::string>{"a.txt"});
}

TEST_CASE("every file of an archive may be named, within a root or not") {
    const Archive archive;
    std::vector<std::string> paths;
    std::vector<RootInfo> remembered;
    for (int i = 0; i < 3000; ++i) {
        const std::string name = "many/" + std::to_string(i) + ".txt";
        archive.folder.write(name, "Text.");
        paths.push_back((archive.folder / name).string());
        remembered.push_back({.path = paths.back(), .last_run = {}, .outcome = {}});
    }
    const Roots files = resolve_roots({}, paths, archive.index);
    CHECK(files.all == remembered);
    CHECK(resolve_roots(remembered, paths, archive.index).all == remembered);
    CHECK(resolve_roots(remembered, {(archive.folder / "many").string()}, archive.index).named ==
          std::vector<bool>(3001, true));
    paths.push_back((archive.folder / "many").string());
    CHECK(resolve_roots({}, paths, archive.index).all.size() == 1);
    paths.pop_back();
    const std::vector<RootInfo> folder{
        {.path = (archive.folder / "many").string(), .last_run = {}, .outcome = {}}};
    CHECK(resolve_roots(folder, paths, archive.index).all.size() == 1);
}

TEST_CASE("a file can be a root") {
    const Archive archive;
    const Roots roots = archive.resolve({}, {archive.all + "/a.txt"});
    CHECK(paths_of(list_root(roots, 0, archive.index)) == std::vector<std::string>{"a.txt"});
}

TEST_CASE("a path or root that does not exist is an error of input") {
    const Archive archive;
    const Error path = test::caught_error([&] { return archive.resolve({}, {"/absent/news"}); });
    CHECK(path.kind() == ErrorKind::input_output);
    CHECK(test::says(path, "/absent/news"));
    const Error root = test::caught_error([&] {
        return archive.resolve({archive.all, "/absent/news"}, {});
    });
    CHECK(root.kind() == ErrorKind::input_output);
    CHECK_NOTHROW(archive.resolve({"/absent/news"}, {archive.all}));
}

TEST_CASE("nothing to read, and the index itself, are refused") {
    const Archive archive;
    CHECK(test::caught_error([&] { return archive.resolve({}, {}); }).kind() == ErrorKind::usage);
    CHECK(test::caught_error([&] { return archive.resolve({"-"}, {}); }).kind() ==
          ErrorKind::usage);
    CHECK(test::caught_error([&] {
              return archive.resolve({}, {archive.index.string()});
          }).kind() == ErrorKind::usage);
}
