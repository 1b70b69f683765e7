#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// A place as datelines print it: "BASEL, Switzerland", "ATLANTA/WASHINGTON", "Rio de Janeiro",
/// "St. Louis": capitalised words, at most three parts between commas. Says nothing of whether
/// there is such a place; false for labels that stand in the same position ("UPDATE", "FILE").
bool is_place_form(std::string_view text);

/// Whether there is such a place, as far as a list of cities that often stand in datelines, of
/// countries and of states knows: "WASHINGTON", "Québec", "TAMPA, Fla.", "Srinagar, India". Of
/// several ("LONDON/NEW YORK") the first decides. A country or state alone is no such place.
bool is_known_place(std::string_view text);

/// The part of the text before the first comma or slash has letters, all of them capitals.
bool is_in_capitals(std::string_view text);

/// "Baghdad", "Washington, D.C.", "Port-au-Prince", "Rio de Janeiro" for what is printed in
/// capitals; parts in mixed case stay as they are ("BASEL, Switzerland" is "Basel, Switzerland").
std::string place_in_title_case(std::string_view text);

}  // namespace dateline
