#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dateline {

/// What stands before a news text begins: "By Jane Doe BAGHDAD, Jan 4 (Reuters) - The ...".
/// Absent parts are empty, but never both place and agency.
struct Dateline {
    std::string place;   ///< capitals in title case: "Baghdad", "Washington, D.C."
    std::string agency;  ///< as printed: "Reuters"
    std::string date;    ///< as printed, often without a year: "Jan 4", rarely "Nov"
    std::string byline;  ///< without the "By"

    bool operator==(const Dateline&) const = default;
};

/// The dateline at the beginning of a paragraph, nullopt where it begins as any other does. Known
/// forms: PLACE, DATE (AGENCY) - ; PLACE. DATE (AGENCY) - ; (AGENCY) - PLACE, DATE - ;
/// PLACE, DATE /AGENCY/ -- ; PLACE--(AGENCY)-- ; PLACE, DATE - ; PLACE - ; PLACE AGENCY - before
/// nothing; PLACE, DATE AGENCY - ; PLACE (AGENCY) DATE: ; PLACE (DATE) - ; PLACE — DATE: ; PLACE:
/// of one that is known; with any dash, "_" among them, without any after "(CNN)". A place that
/// nothing but the dash vouches for must be one that is known, so that "NATO - the alliance" is
/// prose.
std::optional<Dateline> read_dateline(std::string_view paragraph);

/// That of the first paragraph that has one, of the first three: before it may stand a summary, or
/// the caption of a photo.
std::optional<Dateline> find_dateline(std::string_view body);

}  // namespace dateline
