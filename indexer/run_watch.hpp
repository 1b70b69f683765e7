#pragma once

#include <cstdint>

#include "indexer/interruption.hpp"
#include "indexer/progress.hpp"

namespace dateline {

/// Follows a run: shows how far it is, and ends it with Error{interrupted} after SIGINT.
class RunWatch {
  public:
    /// `progress` must outlive the watch.
    explicit RunWatch(Progress& progress) : progress_(progress) {
        reading_.phase = "read";
        writing_.phase = "write";
    }

    /// Throws Error{interrupted} after SIGINT.
    void check() const { interruption_.check(); }

    void expect(std::uint64_t bytes) { reading_.bytes_total += bytes; }
    /// After each record: bytes of its file that were read so far.
    void has_read(std::uint64_t bytes_of_file) {
        ProgressState state = reading_;
        state.bytes += bytes_of_file;
        show(state);
    }
    void has_read_article() { ++reading_.articles; }
    void has_rejected() { ++reading_.rejected; }
    void has_finished_file(std::uint64_t bytes) {
        reading_.bytes += bytes;
        ++reading_.files;
        show(reading_);
    }
    /// Bytes of text of the segment that is being written.
    void has_written(std::uint64_t bytes, std::uint64_t bytes_total) {
        if (bytes < segment_bytes_) finished_segments_ += segment_bytes_;
        segment_bytes_ = bytes;
        writing_.files = reading_.files;
        writing_.articles = reading_.articles;
        writing_.rejected = reading_.rejected;
        writing_.bytes = finished_segments_ + bytes;
        writing_.bytes_total = finished_segments_ + bytes_total;
        show(writing_);
    }

  private:
    void show(const ProgressState& state) {
        interruption_.check();
        progress_.update(state);
    }

    Progress& progress_;
    Interruption interruption_;
    ProgressState reading_;
    ProgressState writing_;
    std::uint64_t finished_segments_ = 0;
    std::uint64_t segment_bytes_ = 0;
};

}  // namespace dateline
