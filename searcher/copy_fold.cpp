#include "searcher/copy_fold.hpp"

namespace dateline {

CopyFold::CopyFold(const ArticleCopies& copies, std::span<const SegmentMatches> matches)
    : copies_(copies), matches_(matches), listed_(copies.cluster_count()) {}

bool CopyFold::lists(SegmentArticle article) {
    const std::optional<std::uint32_t> cluster = copies_.cluster_of(article);
    if (!cluster) return true;
    std::optional<SegmentArticle>& listed = listed_[*cluster];
    if (!listed) listed = article;
    return *listed == article;
}

std::vector<SegmentArticle> CopyFold::folded_into(SegmentArticle article) const {
    std::vector<SegmentArticle> others;
    const std::optional<std::uint32_t> cluster = copies_.cluster_of(article);
    if (!cluster) return others;
    for (const SegmentArticle& member : copies_.cluster(*cluster))
        if (member != article && contains(matches_[member.segment].articles, member.article))
            others.push_back(member);
    return others;
}

std::uint64_t CopyFold::folded_total(std::span<const ArticleSet* const> articles) const {
    std::vector<bool> is_met(copies_.cluster_count());
    std::uint64_t folded = 0;
    auto member = copies_.members().begin();
    for (std::uint32_t segment = 0; segment < articles.size(); ++segment)
        for (const std::uint32_t number : *articles[segment]) {
            const SegmentArticle article{segment, number};
            while (member != copies_.members().end() && member->article < article) ++member;
            if (member == copies_.members().end()) return folded;
            if (member->article != article) continue;
            folded += is_met[member->cluster];
            is_met[member->cluster] = true;
        }
    return folded;
}

}  // namespace dateline
