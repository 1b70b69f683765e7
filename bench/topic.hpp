#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dateline {

/// The parts of a TREC topic: a few words, a sentence, and what counts as relevant.
enum class TopicField : std::uint8_t { title, desc, narr };
inline constexpr std::array<std::string_view, 3> topic_field_names{"title", "desc", "narr"};

/// One topic as its file has it.
struct TopicRecord {
    std::string id;
    std::uint64_t line = 1;  ///< of the file, from 1, where the topic begins
    std::array<std::optional<std::string>, topic_field_names.size()>
        texts{};  ///< by TopicField; nullopt: the file has no such part

    std::optional<std::string>& text(TopicField field) {
        return texts[static_cast<std::size_t>(field)];
    }
    const std::optional<std::string>& text(TopicField field) const {
        return texts[static_cast<std::size_t>(field)];
    }
};

/// A file of topics. Views of what the caller keeps.
struct TopicFile {
    std::string_view name;  ///< for messages
    std::string_view text;  ///< valid UTF-8, without byte order mark

    /// Error{input_output} for what stands in a line.
    [[noreturn]] void fail(std::uint64_t line, const std::string& message,
                           const std::string& hint) const;
};

}  // namespace dateline
