#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// "By Jane Doe and J. R. Roe in Baghdad", "BY JANE DOE, Reuters", "Von Max Muster, dpa", "Par
/// Anne Petit": a line that names its authors and says nothing else; not "By then it was over." One
/// line without white space at its ends.
bool is_byline(std::string_view line);

/// A byline that a record gives, without the word that introduces authors in its language: "Ana
/// Ruiz" of "Por Ana Ruiz" in Spanish. "Von Trapp" is a name, and "Von Miller" too where the
/// language is not German; what begins names in the language itself is an introduction only in
/// lower case or with a colon ("di Anna Riva", but "Di Maio Luigi"). View of `byline`.
std::string_view without_introduction(std::string_view byline, std::string_view language);

/// The line without the word before the authors: "By", or that of another language where the line
/// is_byline.
std::string authors_of(std::string_view line);

}  // namespace dateline
