#include "corpus/dateline_places.hpp"

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("capitals become names, mixed case stays") {
    const auto check = [](std::string_view printed, std::string_view name) {
        CHECK(place_in_title_case(printed) == name);
    };
    check("BAGHDAD", "Baghdad");
    check("BASEL, Switzerland", "Basel, Switzerland");
    check("ATLANTA/WASHINGTON", "Atlanta/Washington");
    check("WASHINGTON, D.C.", "Washington, D.C.");
    check("ST. LOUIS", "St. Louis");
    check("RIO DE JANEIRO", "Rio de Janeiro");
    check("LE BOURGET, France", "Le Bourget, France");
    check("PORT-AU-PRINCE", "Port-au-Prince");
    check("N'DJAMENA", "N'Djamena");
    check("McLEAN, Va.", "McLean, Va.");
    check("DUBAI, UAE", "Dubai, UAE");
    check("PORTLAND, OR", "Portland, OR");
    check("ZÜRICH", "Zürich");
    check("МОСКВА", "Москва");
    check("Rio de Janeiro", "Rio de Janeiro");
    check("", "");
}

TEST_CASE("a place has capitalised words") {
    for (const char* place : {"BAGHDAD", "St. Louis", "ATLANTA/WASHINGTON", "BASEL, Switzerland",
                              "Rio de Janeiro", "Ain al-Asad", "WASHINGTON, D.C."})
        CHECK(is_place_form(place));
    for (const char* other : {"", "the city", "Area 51", "It is over.", "A", "UPDATE", "Paris,",
                              "One Two Three Four Five Six Seven", "Sentences. Two"})
        CHECK_FALSE(is_place_form(other));
}

TEST_CASE("cities are known by name, others by their country or state") {
    for (const char* place : {"WASHINGTON", "Québec", "SÃO PAULO", "LONDON/Nowhere",
                              "Nowhere, Fla.", "Nowhere, Switzerland"})
        CHECK(is_known_place(place));
    for (const char* other : {"NATO", "China", "Nowhere", "Nowhere, London", ""})
        CHECK_FALSE(is_known_place(other));
}

TEST_CASE("capitals are told by the first name") {
    CHECK(is_in_capitals("BASEL, Switzerland"));
    CHECK(is_in_capitals("McALLEN"));
    CHECK_FALSE(is_in_capitals("Basel"));
    CHECK_FALSE(is_in_capitals("123"));
}
