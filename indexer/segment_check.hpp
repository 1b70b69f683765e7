#pragma once

#include <cstdint>
#include <exception>
#include <filesystem>
#include <functional>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "corpus/access_error.hpp"
#include "corpus/error.hpp"
#include "corpus/manifest.hpp"
#include "corpus/tombstones.hpp"

namespace dateline {

/// A part of an index, and what was found about it.
struct CheckedPart {
    std::string part;         ///< "segment-1/text": a file or folder of the index
    std::string problem;      ///< what is wrong with it, in half a sentence; empty: nothing
    bool was_unread = false;  ///< the system gave no bytes, which may be whole

    bool is_ok() const { return problem.empty(); }
    bool operator==(const CheckedPart&) const = default;
};

/// The part after `check` has looked at it; what it throws is the problem (libraries have
/// exceptions of their own for bytes that make no sense).
template <class Check>
CheckedPart checked(std::string part, const Check& check);

/// What an Error says is wrong, without the name of what it is wrong with.
std::string problem_of(const Error& error);

/// A segment after a check.
struct CheckedSegment {
    std::vector<CheckedPart> parts;  ///< its files, and then the folder: what they hold together
    bool is_whole = false;           ///< no part has a problem; all below is empty otherwise
    std::uint32_t article_count = 0;
    Tombstones tombstones{};
    std::vector<std::string> ids{};  ///< of its living articles
};

/// Told now and then how far a check is: articles and bytes of text since the last call.
using OnCheckedArticles = std::function<void(std::uint64_t articles, std::uint64_t text_bytes)>;

/// Reads all of a segment: every file, every article by its texts, its hash and its id, and the
/// manifest's numbers. `dictionary`: the index's; nullopt where it cannot be read.
CheckedSegment check_segment(const std::filesystem::path& index, const Manifest& manifest,
                             const SegmentInfo& info, std::optional<std::string_view> dictionary,
                             const OnCheckedArticles& on_checked);

template <class Check>
CheckedPart checked(std::string part, const Check& check) {
    try {
        check();
    } catch (const AccessError&) {
        throw;
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const Error& error) {
        return {std::move(part), problem_of(error), error.kind() == ErrorKind::input_output};
    } catch (const std::system_error& error) {
        return {std::move(part), error.what(), true};
    } catch (const std::exception& exception) {
        return {std::move(part), exception.what()};
    }
    return {std::move(part), {}};
}

}  // namespace dateline
