#pragma once

#include <memory>
#include <string_view>
#include <vector>

struct sb_stemmer;

namespace dateline {

/// One of the Snowball stemmers. Not for several threads at once.
class Stemmer {
  public:
    /// ISO 639 code, or a name from stemming_algorithms(). Where libstemmer has none for it, words
    /// stay as they are.
    explicit Stemmer(std::string_view language);

    bool has_algorithm() const { return stemmer_ != nullptr; }
    /// `word` in lower case, UTF-8. The stem is valid until the next call, or is `word` itself; it
    /// may be empty.
    std::string_view stem(std::string_view word);

  private:
    struct Deleter {
        void operator()(sb_stemmer* stemmer) const;
    };
    std::unique_ptr<sb_stemmer, Deleter> stemmer_;
};

/// Names of the algorithms that libstemmer has here ("english"), as it calls them.
std::vector<std::string_view> stemming_algorithms();

}  // namespace dateline
