#include "corpus/formats/reuters21578.hpp"

#include "corpus/formats/reuters21578_article.hpp"
#include "corpus/formats/sgml_reader.hpp"
#include "corpus/formats/sgml_records.hpp"

namespace dateline {

bool recognises_reuters21578(std::string_view head) {
    return begins_with_sgml_record(head, "REUTERS");
}

const ArticleReader& reuters21578_reader() {
    static const SgmlReader reader("reuters-21578", "REUTERS", read_reuters21578_article);
    return reader;
}

}  // namespace dateline
