#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/reader.hpp"

namespace dateline {

/// One message of an mbox.
struct MboxMessage {
    std::string_view bytes;  ///< without its postmark; until the next call of `next`
    Origin origin;           ///< offset and line of the postmark, or of the message without one
    std::string problem;     ///< empty, or why there are no bytes
};

/// The messages of an mbox file, "From " lines unescaped (mboxrd; of mboxo files it makes the same,
/// but of quoted ">From " lines). Keeps one of them in memory, none over the limit.
class MboxMessages {
  public:
    MboxMessages(ByteStream& stream, std::uint64_t max_record_bytes);
    /// nullopt at the end. Throws Error where the stream does, after all whole messages before.
    std::optional<MboxMessage> next();
    /// Of the next message, before anything is known of it.
    Origin origin() const;
    /// Where a byte of the last message is in the file.
    Origin place_of(std::size_t byte) const;

  private:
    void skip(std::size_t bytes);
    std::optional<std::size_t> find_end(std::uint64_t longest);
    MboxMessage pass_over_large();
    std::string_view unescaped(std::string_view bytes);

    ByteStream& stream_;
    std::uint64_t max_record_bytes_;
    std::uint64_t line_ = 1;
    std::size_t last_bytes_ = 0;
    std::size_t begin_ = 0;  ///< of the last message, behind its postmark
    std::string_view bytes_;
    std::string text_;                  ///< of the last message, where it had escapes
    std::vector<std::size_t> escapes_;  ///< where in it a '>' was taken away
};

}  // namespace dateline
