#include <fmt/format.h>
#include <sqlite3.h>

#include <stdexcept>
#include <string>
#include <string_view>

#include "corpus/bytes.hpp"
#include "corpus/mapped_file.hpp"

// The peer: SQLite's full-text search, with stemming and all text stored, over the passages that
// pipeline_benchmark has cut. No journal and no fsync, one transaction: its quickest way to write.
//   sqlite_benchmark PASSAGES DATABASE
namespace {

class Database {
  public:
    explicit Database(const char* path) {
        require(sqlite3_open(path, &database_));
        run("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;"
            "CREATE VIRTUAL TABLE passages USING fts5(id UNINDEXED, date UNINDEXED, headline, text,"
            " tokenize='porter unicode61'); BEGIN");
        require(sqlite3_prepare_v2(database_, "INSERT INTO passages VALUES(?,?,?,?)", -1, &insert_,
                                   nullptr));
    }
    ~Database() {
        sqlite3_finalize(insert_);
        sqlite3_close(database_);
    }
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    void bind(int column, std::string_view text) {
        require(sqlite3_bind_text(insert_, column, text.data(), static_cast<int>(text.size()),
                                  SQLITE_STATIC));
    }
    void insert() {
        require(sqlite3_step(insert_));
        require(sqlite3_reset(insert_));
    }
    void finish() { run("COMMIT"); }

  private:
    void run(const char* statements) {
        require(sqlite3_exec(database_, statements, nullptr, nullptr, nullptr));
    }
    void require(int code) {
        if (code != SQLITE_OK && code != SQLITE_DONE)
            throw std::runtime_error(sqlite3_errmsg(database_));
    }

    sqlite3* database_ = nullptr;
    sqlite3_stmt* insert_ = nullptr;
};

void index(const char* passages, const char* path) {
    const dateline::MappedFile file(passages);
    dateline::ByteReader rows(file.bytes(), passages);
    Database database(path);
    while (!rows.at_end()) {
        for (int column = 1; column <= 4; ++column) database.bind(column, rows.string());
        database.insert();
    }
    database.finish();
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        fmt::print(stderr, "usage: sqlite_benchmark PASSAGES DATABASE\n");
        return 2;
    }
    try {
        index(argv[1], argv[2]);
        return 0;
    } catch (const std::exception& error) {
        fmt::print(stderr, "sqlite_benchmark: {}\n", error.what());
        return 1;
    }
}
