#include "corpus/stemmer.hpp"

#include <libstemmer.h>

#include <new>
#include <string>

namespace dateline {

namespace {

// libstemmer knows Norwegian as a whole, articles say which of its two written forms they use.
std::string_view snowball_code(std::string_view language) {
    return language == "nb" || language == "nn" ? "no" : language;
}

}  // namespace

Stemmer::Stemmer(std::string_view language)
    : stemmer_(sb_stemmer_new(std::string(snowball_code(language)).c_str(), "UTF_8")) {}

void Stemmer::Deleter::operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }

std::string_view Stemmer::stem(std::string_view word) {
    if (!stemmer_) return word;
    const auto* bytes = reinterpret_cast<const sb_symbol*>(word.data());
    const sb_symbol* stem = sb_stemmer_stem(stemmer_.get(), bytes, static_cast<int>(word.size()));
    if (stem == nullptr) throw std::bad_alloc();
    return {reinterpret_cast<const char*>(stem),
            static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()))};
}

std::vector<std::string_view> stemming_algorithms() {
    std::vector<std::string_view> names;
    for (const char** name = sb_stemmer_list(); *name != nullptr; ++name) names.emplace_back(*name);
    return names;
}

}  // namespace dateline
