#include "corpus/formats/mail_parts.hpp"

#include <string>

#include "corpus/formats/mail_message.hpp"
#include "tests/catch.hpp"

using namespace dateline;

namespace {

using Parts = std::vector<std::string>;

std::string multipart(const std::string& subtype, const Parts& parts) {
    std::string text = "Content-Type: multipart/" + subtype + "; boundary=" + subtype + "\n\n";
    for (const std::string& part : parts) text += "--" + subtype + "\n" + part + "\n";
    return text + "--" + subtype + "--\n";
}

std::string plain(const std::string& text) { return "Content-Type: text/plain\n\n" + text; }
std::string page(const std::string& text) { return "Content-Type: text/html\n\n" + text; }
const std::string picture = "Content-Type: image/png\n\nPNG";

MailMessage parse(const std::string& text) {
    return parse_mail("Subject: A\nMIME-Version: 1.0\n" + text).at(0);
}

std::string trimmed(std::string text) {
    while (text.ends_with('\n')) text.pop_back();
    return text;
}
std::string text_of(const std::string& text) { return trimmed(parse(text).text); }

}  // namespace

TEST_CASE("plain text is preferred to HTML, but not where it only points to it") {
    const std::string more = "<p>" + std::string(400, 'x') + "</p>";
    CHECK(text_of(multipart("alternative", {plain("Plain."), page("<p>HTML.</p>")})) == "Plain.");
    CHECK(text_of(multipart("alternative", {page("<p>HTML.</p>"), plain("Plain.")})) == "Plain.");
    CHECK(text_of(multipart("alternative", {plain(" "), page("<p>HTML.</p>")})) == "HTML.");
    CHECK(text_of(multipart("alternative", {plain("See browser."), page(more)})) ==
          std::string(400, 'x'));
    CHECK(text_of(page("<p>One &amp; two.</p>")) == "One & two.");
    CHECK(text_of(page("<div>View in browser</div><p>One.</p><a href=u>Unsubscribe</a>")) ==
          "One.");
}

TEST_CASE("attachments are left out, texts put together") {
    CHECK(text_of(multipart("mixed", {plain("One."), picture, plain("Two.")})) == "One.\n\nTwo.");
    CHECK(text_of(multipart("mixed", {plain("One."),
                                      "Content-Disposition: attachment; "
                                      "filename=a.txt\n\nNot this."})) == "One.");
    CHECK(text_of(multipart("related", {page("<p>Page.</p>"), picture})) == "Page.");
    CHECK(text_of(multipart("signed", {plain("Signed."),
                                       "Content-Type: application/pgp-signature"
                                       "\n\nxx"})) == "Signed.");
    CHECK(text_of(multipart("mixed", {multipart("alternative", {plain("In."), page("<p>In.</p>")}),
                                      picture})) == "In.");
}

TEST_CASE("what is no text is named by its type") {
    const MailMessage message =
        parse(multipart("mixed", {picture, picture, "Content-Type: application/pdf\n\nPDF"}));
    CHECK(message.text.empty());
    CHECK(message.no_texts == "image/png, application/pdf");
}

TEST_CASE("charsets that are declared, in a page, or nowhere") {
    CHECK(text_of("Content-Type: text/plain; charset=windows-1251\n\n\xCF\xF0\xE8\xE2\xE5\xF2") ==
          "Привет");
    CHECK(text_of("Content-Type: text/html\n\n<meta charset=\"windows-1251\"><p>\xCF\xF0\xE8") ==
          "При");
    CHECK(text_of("Content-Type: text/plain\n\ncaf\xE9 et th\xE9") == "café et thé");
    CHECK(text_of("Content-Type: text/plain; charset=no-such\n\ncaf\xC3\xA9") == "café");
}

TEST_CASE("encodings of contents, damaged ones too") {
    CHECK(text_of("Content-Transfer-Encoding: quoted-printable\n\ncaf=C3=A9 =\nnoir =ZZ") ==
          "café noir =ZZ");
    CHECK(text_of("Content-Transfer-Encoding: base64\n\nT2ls\n!IGZh*bGxz\n") == "Oil falls");
}

TEST_CASE("flowed text and signatures") {
    CHECK(text_of("Content-Type: text/plain; format=flowed\n\nOil \nfalls.\n-- \nJane") ==
          "Oil falls.");
}

TEST_CASE("bytes of eight bits that are declared to have seven are guessed") {
    const std::string koi8 =
        "\xF0\xD2\xC1\xD7\xC9\xD4\xC5\xCC\xD8\xD3\xD4\xD7\xCF \xD2\xC5\xDB\xC9\xCC\xCF, "
        "\xDE\xD4\xCF \xD7 \xC7\xCF\xD2\xCF\xC4\xC5 \xC2\xD5\xC4\xC5\xD4 \xCE\xCF\xD7\xD9\xCA "
        "\xCD\xCF\xD3\xD4.";
    CHECK(text_of("Content-Type: text/plain; charset=us-ascii\n\n" + koi8) ==
          "Правительство решило, что в городе будет новый мост.");
}
