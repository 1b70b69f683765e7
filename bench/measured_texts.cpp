#include "bench/measured_texts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "bench/article_generator.hpp"
#include "corpus/error.hpp"
#include "corpus/mapped_file.hpp"

namespace dateline {

namespace {

std::vector<std::string> split(std::string_view text, std::string_view separator) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        if (end > 0) parts.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + separator.size(), text.size()));
    }
    return parts;
}

}  // namespace

MeasuredTexts texts_of_files(const std::string& names) {
    MeasuredTexts texts;
    texts.origin = names;
    for (const std::string& name : split(names, ":"))
        for (std::string& body : split(MappedFile(name).bytes(), "\n\n")) {
            texts.bytes += body.size();
            texts.bodies.push_back(std::move(body));
        }
    if (texts.bodies.empty())
        throw Error(ErrorKind::input_output, fmt::format("no text to measure with in {}", names));
    return texts;
}

MeasuredTexts generated_texts(std::uint64_t bytes, std::uint64_t seed) {
    MeasuredTexts texts;
    texts.origin = fmt::format("made up, seed {}", seed);
    ArticleGenerator generator(seed);
    while (texts.bytes < bytes) {
        texts.bodies.push_back(generator.next().body);
        texts.bytes += texts.bodies.back().size();
    }
    return texts;
}

}  // namespace dateline
