#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace dateline {

/// A tag, comment or declaration, as views of the text that it stands in.
struct SgmlTag {
    std::string_view name;        ///< as written; empty for "<!...>" and "<?...>"
    std::string_view attributes;  ///< what stands between name and '>'
    bool is_end = false;          ///< "</name>"
    std::size_t begin = 0;        ///< of its '<' in the text
    std::size_t end = 0;          ///< behind its '>'
};

/// The first tag at or after `from`. A '<' that begins no name, or that another '<' follows before
/// any '>', is text: news in SGML is not escaped with care.
std::optional<SgmlTag> next_sgml_tag(std::string_view text, std::size_t from);

/// Equal but for the case of ASCII letters.
bool is_same_name(std::string_view name, std::string_view other);

/// Of `id` in ` id="A.1" type=story`, without quotes; empty where there is no such attribute.
std::string_view sgml_attribute(std::string_view attributes, std::string_view name);

}  // namespace dateline
