#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline {

/// What a file inside an archive is called.
struct MemberPath {
    std::string text;        ///< relative, '/' between its parts; UTF-8 in one clean line
    bool is_hidden = false;  ///< a part begins with '.', or is what a Mac adds (__MACOSX)
    std::string problem{};   ///< what was wrong with it, one clause; empty where nothing was
};

/// `raw` as it stands in the archive: any bytes. Only a name, never a place on the disk: "." and
/// ".." and a leading '/' are left out, so that it reads like a path below the archive. Longer ones
/// than 1,000 bytes are cut and end with `number` (of the member, from 1), which also names a
/// member that has no path at all. `charset`: of names that are not UTF-8 ("ibm437" in zip files);
/// empty where it is to be guessed.
MemberPath member_path(std::string_view raw, std::uint64_t number, std::string_view charset);

}  // namespace dateline
