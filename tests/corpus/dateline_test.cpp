#include "corpus/dateline.hpp"

#include "tests/catch.hpp"

using namespace dateline;

namespace {

// "PLACE|AGENCY|DATE|BYLINE", empty for none.
std::string read(std::string_view paragraph) {
    const auto found = read_dateline(paragraph);
    if (!found) return {};
    return found->place + '|' + found->agency + '|' + found->date + '|' + found->byline;
}

}  // namespace

TEST_CASE("place, day and agency, as agencies print them") {
    CHECK(read("BAGHDAD, Jan 4 (Reuters) - Trainers left.") == "Baghdad|Reuters|Jan 4|");
    CHECK(read("BAGHDAD (AP) -- Trainers left.") == "Baghdad|AP||");
    CHECK(read("CANBERRA, Australia (AP) _ Trainers left.") == "Canberra, Australia|AP||");
    CHECK(read("TOKYO Nov 6 (Reuters) - Shares fell.") == "Tokyo|Reuters|Nov 6|");
    CHECK(read("BEIJING, Jan. 1 (Xinhua) -- Snow fell.") == "Beijing|Xinhua|Jan. 1|");
    CHECK(read("MOSCOW. May 5 (Interfax) - Snow fell.") == "Moscow|Interfax|May 5|");
    CHECK(read("LONDON, March 3, 2010 /PRNewswire/ -- A firm said.") ==
          "London|PRNewswire|March 3, 2010|");
    CHECK(read("NEW YORK--(BUSINESS WIRE)--A firm said.") == "New York|BUSINESS WIRE||");
    CHECK(read("LONDON, Feb 10 - (Reuters) - Shares fell.") == "London|Reuters|Feb 10|");
    CHECK(read("Paris (AFP) - Une grève.") == "Paris|AFP||");
    CHECK(read("Paris, le 5 janvier 2010 (AFP) - Une grève.") == "Paris|AFP|5 janvier 2010|");
    CHECK(read("Berlin (dpa/lsw) - Die Züge stehen.") == "Berlin|dpa/lsw||");
    CHECK(read("ROMA, 5 gen. (Adnkronos) - Il treno.") == "Roma|Adnkronos|5 gen.|");
    CHECK(read("(ANSA) - ROMA, 5 GEN - Il treno è in ritardo.") == "Roma|ANSA|5 GEN|");
    CHECK(read("WASHINGTON, D.C. Jan 5 (AP) - Snow fell.") == "Washington, D.C.|AP|Jan 5|");
    CHECK(read("Madrid, 5 ene (EFE).- El tren.") == "Madrid|EFE|5 ene|");
    CHECK(read("Madrid, 5 (EFE).- El tren.") == "Madrid|EFE||");
    CHECK(read("İSTANBUL (AA) - Tren gecikti.") == "İstanbul|AA||");
}

TEST_CASE("states keep their period, and are no weekdays") {
    CHECK(read("KANSAS CITY, Mo., March 2 (AP) - Snow fell.") == "Kansas City, Mo.|AP|March 2|");
    CHECK(read("ROCHESTER, N.Y., March 2 (AP) - Snow fell.") == "Rochester, N.Y.|AP|March 2|");
    CHECK(read("ROCHESTER, N.Y., March 2 - Snow fell.") == "Rochester, N.Y.||March 2|");
    CHECK(read("WASHINGTON, D.C., March 2 - Snow fell.") == "Washington, D.C.||March 2|");
    CHECK(read("TAMPA, Fla., Jan. 5 (AP) - Snow fell.") == "Tampa, Fla.|AP|Jan. 5|");
    CHECK(read("BERLIN, Mo 2. März (dpa) - Schnee fiel.") == "Berlin|dpa|Mo 2. März|");
}

TEST_CASE("a month alone is a date and no place") {
    CHECK(read("BRUSSELS, Nov (Reuters) - Envoys left.") == "Brussels|Reuters|Nov|");
    CHECK(read("BRUSSELS, Nov. - Envoys left.") == "Brussels||Nov.|");
}

TEST_CASE("place and day in the forms of smaller agencies and papers") {
    CHECK(read("MINNEAPOLIS-ST. PAUL (AP) - Snow fell.") == "Minneapolis-St. Paul|AP||");
    CHECK(read("NEW DELHI: The party won.") == "New Delhi|||");
    CHECK(read("NEW DELHI, Jan 5: The party won.") == "New Delhi||Jan 5|");
    CHECK(read("GENEVA (5 January 2020) \u2013 Envoys left.") == "Geneva||5 January 2020|");
    CHECK(read("Kabul (Pajhwok) Jan 5: Envoys left.") == "Kabul|Pajhwok|Jan 5|");
    CHECK(read("Skopje, 1 Mar (XYZA) -- Envoys left.") == "Skopje|XYZA|1 Mar|");
    CHECK(read("TOKYO\u2013The market fell.") == "Tokyo|||");
    CHECK(read("WASHINGTON \u2014 JANUARY 5: The market fell.") == "Washington||JANUARY 5|");
    CHECK(read("IOWA CITY, Iowa, Jan 5 Reuters - Snow fell.") == "Iowa City, Iowa|Reuters|Jan 5|");
}

TEST_CASE("an agency alone, and a place without agency") {
    CHECK(read("(Reuters) - Shares fell.") == "|Reuters||");
    CHECK(read("Washington (CNN) Trainers left.") == "Washington|CNN||");
    CHECK(read("(CNN)The trainers left.") == "|CNN||");
    CHECK(read("CNN —") == "|CNN||");
    CHECK(read("Hong Kong CNN Business —") == "Hong Kong|CNN Business||");
    CHECK(read("WASHINGTON, D.C. — Snow fell.") == "Washington, D.C.|||");
    CHECK(read("PARIS — Snow fell.") == "Paris|||");
    CHECK(read("BEIJING—Snow fell.") == "Beijing|||");
    CHECK(read("MADRID, June 26 - Snow fell.") == "Madrid||June 26|");
    CHECK(read("Srinagar, India - Snow fell.") == "Srinagar, India|||");
    CHECK(read("Québec - Le forum commence.") == "Québec|||");
    CHECK(read("MELBOURNE (Northern Wire) - Fires spread.") == "Melbourne|Northern Wire||");
    CHECK(read("THE HAGUE (Reuters) - The court sat.") == "The Hague|Reuters||");
}

TEST_CASE("authors may stand before the place") {
    CHECK(read("By Jane Doe NEW YORK, Jan 5 (Reuters) - Shares fell.") ==
          "New York|Reuters|Jan 5|Jane Doe");
    CHECK(read("By Ann B. Smith and Erik de Vries WILMINGTON, Delaware (Reuters) - A firm said.") ==
          "Wilmington, Delaware|Reuters||Ann B. Smith and Erik de Vries");
    CHECK(read("By Monday NATO (the alliance) - had left.").empty());
    CHECK(read("By a 5-4 vote, the court ruled.").empty());
}

TEST_CASE("prose is no dateline") {
    for (const char* prose : {"NATO - the alliance - said so.",
                              "NATO — The alliance said so.",
                              "NATO (North Atlantic Treaty Organization) - The alliance said so.",
                              "UPDATE - The votes are in.",
                              "PARIS\u2013DAKAR was cancelled.",
                              "PARIS\u2013Dakar was cancelled.",
                              "NATO: The alliance said so.",
                              "BOSTON: 3-1, 2-2.",
                              "Paris: The city said so.",
                              "HARRISBURG (5 votes) - The senator won.",
                              "FILE - In this photo, snow falls.",
                              "APPLE (AAPL) - The firm fell.",
                              "Microsoft (MSFT.O) - The firm fell.",
                              "Paris - the capital - is quiet.",
                              "Paris-Dakar was cancelled.",
                              "New York-based Acme fell.",
                              "China — The country said so.",
                              "WASHINGTON, DC - JANUARY 06: Protesters walk.",
                              "Labour leader (left) - He spoke.",
                              "June 17 - Prices rose.",
                              "The bank -- founded in 1900 -- fell.",
                              "PARIS",
                              "(Reuters)",
                              "",
                              "-",
                              "(",
                              "/AP/",
                              "Sen. Ted Cruz (R) spoke.",
                              "Ann Lee (AP) spoke to the press.",
                              "(Reuters photo: Ann Lee)",
                              "BERLIN —"}) {
        INFO(prose);
        CHECK(read(prose).empty());
    }
}
