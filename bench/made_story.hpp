#pragma once

#include <string>
#include <vector>

#include "bench/made_words.hpp"

namespace dateline {

/// What one article is about, and how it is told: sentences, paragraphs and headlines that share
/// the words of a topic and the names of a few people.
class MadeStory {
  public:
    /// `words` and `random` must outlive the story.
    MadeStory(const MadeWords& words, RandomNumbers& random);

    /// 5 to 10 words, none of them at its end a period.
    std::string headline();
    /// Paragraphs of one to four sentences with an empty line between them, of some 60 to 2,500
    /// words: mostly 200 to 700.
    std::string body();

  private:
    std::string word();
    std::string clause(std::uint32_t words);
    std::string sentence();
    std::string paragraph();

    const MadeWords& words_;
    RandomNumbers& random_;
    std::vector<std::uint32_t> topic_;  // ranks
    std::vector<std::string> people_;
    std::uint32_t words_told_ = 0;
};

/// The text with a few words replaced by others, and sometimes without its last paragraph: as
/// another paper prints a wire story.
std::string reprinted(const std::string& body, const MadeWords& words, RandomNumbers& random);

}  // namespace dateline
