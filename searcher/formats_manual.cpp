#include "searcher/formats_manual.hpp"

namespace dateline {

namespace {

ManualSection formats() {
    return {"Formats",
            "--format FORMAT; each command says in its --help which it has. Data go to standard "
            "output, everything else to standard error.",
            {{"text", "for people, as wide as the terminal"},
             {"jsonl", "JSON, one object a line, UTF-8 (json is taken too)"},
             {"csv",
              "RFC 4180 with a header; one row for each article or passage, the keys of "
              "jsonl that hold one value, and the best passage's id and text"},
             {"trec", "0 Q0 ID RANK SCORE dateline: a run of one topic"},
             {"ids", "one id a line"},
             {"ids0", "ids that end with NUL, for xargs -0"},
             {"markdown", "for notes and reports"},
             {"svg", "a plot that stands alone"},
             {"man", "of help: a page for man"}}};
}

ManualSection rules() {
    return {"JSON lines",
            "Every key is always there, null where nothing is known; further keys may come within "
            "a version, which --format-version asks for. All ranges are of UTF-8 bytes, the first "
            "included, the last not."};
}

ManualSection answers() {
    return {
        "search, related",
        "One object an article, or a passage with --unit passage.",
        {{"rank", "from 1"},
         {"id", "what is ranked: the article's id, or ARTICLE#N"},
         {"article", "the article's id"},
         {"score", "what the order goes by"},
         {"date", "as the publisher printed it, ISO 8601 to its precision"},
         {"date_precision", "none, year, month, day or time"},
         {"headline", "text"},
         {"headline_matches", "ranges in headline"},
         {"source", "who published it"},
         {"section", "section or category"},
         {"byline", "who wrote it"},
         {"place", "where it was written"},
         {"language", "ISO 639 code"},
         {"url", "of the article"},
         {"path", "of the file it was read from, below root"},
         {"root", "the folder or file that was indexed"},
         {"member", "within an archive such as tar"},
         {"offset",
          "the byte at which the record began when it was indexed; it stays when others before it "
          "change, until index --rebuild"},
         {"copies", "ids of near-identical articles folded into this one"},
         {"more_passages", "how many further passages match"},
         {"passages", "the best ones, as follows"}}};
}

ManualSection passages() {
    return {"passages",
            "Each element of passages.",
            {{"id", "ARTICLE#N"},
             {"number", "N, from 1 in reading order"},
             {"start", "where the passage begins in the body"},
             {"end", "where it ends there"},
             {"text", "the passage"},
             {"matches", "ranges in text"},
             {"score", "of the passage"},
             {"digest", "of the text, to check a citation by"}}};
}

ManualSection others() {
    return {"Other commands",
            "The keys of their objects.",
            {{"timeline", "from, to, articles, archive_articles, share"},
             {"facets", "field, value, articles"},
             {"terms", "term, articles, archive_articles, log_odds"},
             {"vocab", "term, articles, passages"},
             {"eval", "run, topic, measure, value"},
             {"config", "command, setting, value, origin, place"},
             {"index --rejects", "path, root, member, offset, line, format, outcome, reason, id"},
             {"check", "part, ok, problem"},
             {"check --ledger",
              "of each file: path, root, format, read, indexed, duplicate, superseded, skipped, "
              "rejected; then of what is not in the index of it: the keys of index --rejects"},
             {"--progress json",
              "phase, files, articles, bytes, bytes_total, bytes_per_s, eta_s, rejected"}}};
}

}  // namespace

ManualPage formats_page() {
    return {"dateline-formats",
            7,
            "what dateline writes for programs to read",
            {formats(), rules(), answers(), passages(), others(), {"See also", "dateline(1)"}}};
}

}  // namespace dateline
