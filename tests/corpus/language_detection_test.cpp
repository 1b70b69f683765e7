#include "corpus/language_detection.hpp"

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("the language of an article is told from its words") {
    const auto check = [](std::string_view body, std::string_view code) {
        INFO(body);
        CHECK(detect_language("", body) == code);
    };
    check(
        "The council met in the old town hall and put off the decision of the mayor, who had "
        "said that the bridge would be closed after the flood.",
        "en");
    check(
        "Der Gemeinderat traf sich im alten Rathaus und verschob die Entscheidung, weil der "
        "Bericht über die Brücke noch nicht eingetroffen war.",
        "de");
    check(
        "Le conseil municipal s'est réuni dans l'ancienne mairie et a reporté sa décision parce "
        "que le rapport sur le pont n'était pas arrivé.",
        "fr");
    check(
        "El ayuntamiento se reunió en el viejo salón y aplazó su decisión porque el informe "
        "sobre el puente todavía no había llegado.",
        "es");
    check(
        "Belediye meclisi eski binada toplandı ve köprüyle ilgili rapor henüz gelmediği için "
        "kararını bir kez daha erteledi.",
        "tr");
    check(
        "Городской совет собрался в старой ратуше и отложил решение, потому что отчёт о мосте "
        "ещё не пришёл.",
        "ru");
    check("市议会在旧市政厅开会，由于关于桥梁的报告尚未送达，会议再次推迟了决定。", "zh");
}

TEST_CASE("capitals and the headline are read as well") {
    CHECK(detect_language("",
                          "THE COUNCIL MET IN THE OLD TOWN HALL AND PUT OFF THE DECISION OF "
                          "THE MAYOR, WHO HAD SAID THAT THE BRIDGE WOULD BE CLOSED.") == "en");
    CHECK(detect_language("Der Gemeinderat verschiebt die Entscheidung über die Brücke",
                          "Der Bericht ist noch nicht da.") == "de");
}

TEST_CASE("what the detector has no model of is told from its script") {
    const std::string amharic = "ምክር ቤቱ ዛሬ በአሮጌው አዳራሽ ተሰብስቦ ውሳኔውን ለሌላ ጊዜ አስተላለፈ";
    CHECK(detect_language("", amharic) == "am");
    CHECK(detect_language("", amharic + " ቐ") == "ti");
}

TEST_CASE("too little text has no language") {
    for (const char* text : {"", "42", "Kafka .", "1-0, 2-0, 3-0", "?! ...", "NATO"}) {
        INFO(text);
        CHECK(detect_language("", text).empty());
    }
}
