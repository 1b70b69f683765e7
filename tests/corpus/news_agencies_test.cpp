#include "corpus/news_agencies.hpp"

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("agencies are known in any case, and several together") {
    for (const char* name : {"Reuters", "REUTERS", "AP", "dpa", "dpa/lsw", "AFP/APA",
                             "CNN Business", "ITAR-TASS", "BUSINESS WIRE"})
        CHECK(is_news_agency(name));
}

TEST_CASE("photographers, parties and tickers are no agencies") {
    for (const char* name : {"", "/", "R", "D-Calif.", "MSFT.O", "Reuters/Ann Lee", "AP/lsw",
                             "Reuters photo: Ann Lee"})
        CHECK_FALSE(is_news_agency(name));
}
