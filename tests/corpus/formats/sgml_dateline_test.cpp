#include "corpus/formats/sgml_dateline.hpp"

#include <string>
#include <utility>

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("the place of a dateline stands before agency, day and dash") {
    for (const auto& [dateline, place] :
         {std::pair{"BANGKOK, Thailand (AP)", "BANGKOK, Thailand"},
          {"NEW YORK, March 13 -", "NEW YORK"},
          {"PORTLAND, Maine, March 17 -", "PORTLAND, Maine"},
          {"MINNETONKA, Minn. March 16 -", "MINNETONKA, Minn."},
          {"LONDON, Oct 19, 1987", "LONDON"},
          {"PARIS, April 8, Reuter -", "PARIS"},
          {"BEIJING, Dec. 31 (Xinhua)", "BEIJING"},
          {"AULNAY-SOUS-BOIS, France -", "AULNAY-SOUS-BOIS, France"},
          {"WASHINGTON _", "WASHINGTON"},
          {"OSLO", "OSLO"},
          {"AP", ""},
          {"(AP)", ""},
          {"March 13 -", ""},
          {"", ""}}) {
        CAPTURE(dateline);
        CHECK(place_of_dateline(dateline) == place);
    }
}
