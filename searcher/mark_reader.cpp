#include "searcher/mark_reader.hpp"

#include "searcher/copies.hpp"
#include "searcher/expansion.hpp"
#include "searcher/query_in_text.hpp"
#include "searcher/query_repeats.hpp"

#include <utility>

namespace dateline {

ArticleMarks MarkReader::marks_in(std::uint32_t article) {
    const auto [first, end] = scope_.docids(article);
    ArticleMarker marker(end - first);
    for (const std::unique_ptr<Leaves>& leaves : leaves_for(article)) {
        const AskedArticle& found = leaves->reader->read(article, {0, end - first});
        for (std::size_t i = 0; i < leaves->trees.size(); ++i)
            if (!matches_.is_idle(leaves->numbers[i], article)) marker.add(leaves->trees[i], found);
    }
    return std::move(marker).marks();
}

const std::vector<std::unique_ptr<MarkReader::Leaves>>& MarkReader::leaves_for(
    std::uint32_t article) {
    const std::size_t language = scope_.articles().language(article);
    const auto [known, is_new] = leaves_.try_emplace(language);
    if (!is_new) return known->second;
    known->second = leaves_in(scope_.language(article));
    std::vector<bool> languages(scope_.articles().languages().size());
    languages[language] = true;
    for (const std::unique_ptr<Leaves>& leaves : known->second)
        leaves->reader = std::make_unique<AskedArticleReader>(scope_, leaves->asked, languages,
                                                              AskedArticleReader::Places::wanted);
    return known->second;
}

// Words are read together, since each reading looks through all of an article and its vocabulary.
std::vector<std::unique_ptr<MarkReader::Leaves>> MarkReader::leaves_in(std::size_t language) const {
    std::vector<std::unique_ptr<Leaves>> all;
    Leaves words;
    for (std::size_t number = 0; number < scope_.plan.leaves.size(); ++number) {
        const TextLeaf& leaf = scope_.plan.leaves[number];
        const AskedWords& asked = leaf.words[language];
        if (!leaf.ranks || asked.tokens.empty()) continue;
        if (asked.tokens.size() > 1 || asked.tree.kind != SpanNode::Kind::words) {
            all.push_back(std::make_unique<Leaves>(Leaves{asked, {asked.tree}, {number}, nullptr}));
            continue;
        }
        words.numbers.push_back(number);
        words.trees.push_back(asked.tree);
        words.trees.back().first = static_cast<std::uint32_t>(words.asked.tokens.size());
        words.trees.back().end = words.trees.back().first + 1;
        words.asked.tokens.push_back(asked.tokens.front());
    }
    if (!words.trees.empty()) all.push_back(std::make_unique<Leaves>(std::move(words)));
    return all;
}

QueryMarks::QueryMarks(const Index& index, const Query& query)
    : query_(lifted_out_of_text(without_repeats(with_kept_ids(query, index.copies())))),
      plan_(make_plan(query_, index.languages(), analyzers_)) {
    expand(plan_, index.segments());
    scopes_.reserve(index.segments().size());
    matches_.resize(index.segments().size());
    for (std::size_t i = 0; i < matches_.size(); ++i) {
        scopes_.emplace_back(index.segments()[i], plan_, analyzers_);
        matchers_.emplace_back(scopes_.back(), matches_[i]);
        readers_.emplace_back(scopes_.back(), matches_[i]);
    }
}

ArticleMarks QueryMarks::of(ArticlePlace place) {
    matchers_[place.segment].decide({place.article});
    return readers_[place.segment].marks_in(place.article);
}

}  // namespace dateline
