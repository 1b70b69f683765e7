#include "corpus/asking_words.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace dateline {

namespace {

using namespace std::string_view_literals;

// Sorted by bytes. Written down from what instructions to searchers and questions are made of in
// general, before any set of topics was looked at.
constexpr std::array english{
    "answer"sv,      "answers"sv,    "article"sv,     "articles"sv,   "call"sv,
    "called"sv,      "calls"sv,      "compare"sv,     "compared"sv,   "concern"sv,
    "concerned"sv,   "concerning"sv, "concerns"sv,    "contain"sv,    "containing"sv,
    "contains"sv,    "describe"sv,   "described"sv,   "describes"sv,  "describing"sv,
    "description"sv, "detail"sv,     "details"sv,     "determine"sv,  "discuss"sv,
    "discussed"sv,   "discusses"sv,  "discussing"sv,  "discussion"sv, "document"sv,
    "documents"sv,   "example"sv,    "examples"sv,    "explain"sv,    "explained"sv,
    "explains"sv,    "find"sv,       "finding"sv,     "give"sv,       "given"sv,
    "gives"sv,       "giving"sv,     "identified"sv,  "identifies"sv, "identify"sv,
    "identifying"sv, "info"sv,       "information"sv, "instance"sv,   "instances"sv,
    "item"sv,        "items"sv,      "kind"sv,        "kinds"sv,      "known"sv,
    "list"sv,        "listed"sv,     "listing"sv,     "locate"sv,     "many"sv,
    "mention"sv,     "mentioned"sv,  "mentions"sv,    "much"sv,       "name"sv,
    "named"sv,       "names"sv,      "number"sv,      "part"sv,       "parts"sv,
    "pertain"sv,     "pertaining"sv, "pertains"sv,    "provide"sv,    "provided"sv,
    "provides"sv,    "providing"sv,  "question"sv,    "questions"sv,  "refer"sv,
    "reference"sv,   "references"sv, "referring"sv,   "refers"sv,     "regard"sv,
    "regarding"sv,   "relate"sv,     "related"sv,     "relates"sv,    "relating"sv,
    "relevant"sv,    "report"sv,     "reports"sv,     "require"sv,    "required"sv,
    "search"sv,      "seek"sv,       "seeking"sv,     "show"sv,       "showing"sv,
    "shows"sv,       "sort"sv,       "sorts"sv,       "stories"sv,    "story"sv,
    "subject"sv,     "tell"sv,       "tells"sv,       "term"sv,       "terms"sv,
    "text"sv,        "texts"sv,      "topic"sv,       "topics"sv,     "type"sv,
    "types"sv,       "use"sv,        "used"sv,        "uses"sv,       "want"sv,
    "word"sv,        "words"sv,
};

constexpr std::array french{
    "article"sv, "articles"sv,       "cite"sv,         "citer"sv,  "concernant"sv, "concerne"sv,
    "decrire"sv, "document"sv,       "documents"sv,    "donner"sv, "exemple"sv,    "exemples"sv,
    "genre"sv,   "information"sv,    "informations"sv, "lister"sv, "nom"sv,        "nomme"sv,
    "nommer"sv,  "renseignements"sv, "sorte"sv,        "sujet"sv,  "texte"sv,      "textes"sv,
    "trouve"sv,  "trouver"sv,        "type"sv,         "types"sv,
};

constexpr std::array german{
    "angaben"sv,    "artikel"sv,  "beispiel"sv,      "beispiele"sv, "beschreiben"sv,
    "betreffend"sv, "dokument"sv, "dokumente"sv,     "erklaren"sv,  "finde"sv,
    "finden"sv,     "gesucht"sv,  "informationen"sv, "meldung"sv,   "meldungen"sv,
    "nenne"sv,      "nennen"sv,   "sorte"sv,         "suche"sv,     "text"sv,
    "texte"sv,      "thema"sv,    "themen"sv,        "typ"sv,       "uber"sv,
    "welcherlei"sv,
};

constexpr std::array spanish{
    "articulo"sv,   "articulos"sv, "clase"sv,    "describir"sv,    "documento"sv,
    "documentos"sv, "ejemplo"sv,   "ejemplos"sv, "encontrar"sv,    "informacion"sv,
    "lista"sv,      "llama"sv,     "llamado"sv,  "mencionar"sv,    "nombrar"sv,
    "nombre"sv,     "noticia"sv,   "noticias"sv, "relacionados"sv, "relativo"sv,
    "sobre"sv,      "tema"sv,      "texto"sv,    "tipo"sv,         "tipos"sv,
};

std::span<const std::string_view> words_in(std::string_view language) {
    if (language == "en") return english;
    if (language == "fr") return french;
    if (language == "de") return german;
    if (language == "es") return spanish;
    return {};
}

}  // namespace

bool is_asking_word(std::string_view language, std::string_view folded) {
    return std::ranges::binary_search(words_in(language), folded);
}

}  // namespace dateline
