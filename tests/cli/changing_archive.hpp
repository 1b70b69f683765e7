#pragma once

#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "tests/program.hpp"
#include "tests/temporary_folder.hpp"

namespace dateline::test {

/// An archive of small files that changes at random, its index, and copies of that: what tests of
/// crashes and faults do their harm to. Only real programs touch the indexes.
class ChangingArchive {
  public:
    explicit ChangingArchive(unsigned seed) : random_(seed) {}

    /// Writes so many files of one or several records, new ones or others' next versions; now and
    /// then one goes.
    void change(int files);
    /// Writes one more file, of so many short records, that no change touches.
    void add_long_file(int records);

    std::string news() const { return (folder_ / "news").string(); }
    std::string index() const { return (folder_ / "index").string(); }
    const TemporaryFolder& folder() const { return folder_; }
    std::mt19937& random() { return random_; }

    /// Puts a copy of the index `from`, or none where it does not exist, in the place of `to`.
    static void copy_index(const std::string& from, const std::string& to);

    /// `dateline index ARGUMENTS` on an index. REQUIREs exit 0 and a ledger that adds up, and,
    /// where the news lie beside the index, accounts for each record of them.
    static void require_run(const std::string& index, std::vector<std::string> arguments = {});
    /// REQUIREs that `check` finds nothing, where there is an index.
    static void require_whole(const std::string& index);
    /// What queries of many kinds find, in full; "no index" where there is none. REQUIREs that none
    /// of them fails. Without the place in the file, which an article that has not changed keeps
    /// although others before it have.
    static std::string answers(const std::string& index);

  private:
    std::string record(unsigned file);
    std::string words(std::size_t count);

    TemporaryFolder folder_;
    std::mt19937 random_;
    int version_ = 0;
};

/// A number from the environment, else `otherwise`.
int number_from_environment(const char* name, int otherwise);

}  // namespace dateline::test
