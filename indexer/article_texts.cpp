#include "indexer/article_texts.hpp"

#include <utility>

namespace dateline {

std::optional<Article> ArticleTexts::of_claim(const std::string& id, const Claim& claim,
                                              const SourceFileEntry& file) {
    switch (claim.place) {
        case TextPlace::in_force:
            return segments_.article(id, SegmentSet::Age::in_force);
        case TextPlace::batch:
            return segments_.batch_article(claim.number);
        case TextPlace::written:
            return segments_.article(id, SegmentSet::Age::written);
        case TextPlace::absent:
            break;
    }
    if (auto article = sources_.article(file, claim.record)) return article;
    return stored_.find(id);
}

void ArticleTexts::add(ArticleClaims& claims, const std::string& id, Article article) {
    if (is_dry_run_) return;
    if (earlier_.take(id)) segments_.remove(id, SegmentSet::Age::written);
    article.id = id;
    claims.set_in_batch(id, segments_.add(std::move(article)));
    batch_ids_.push_back(id);
}

void ArticleTexts::remove_earlier() {
    for (const std::string& id : earlier_.left()) segments_.remove(id, SegmentSet::Age::written);
}

void ArticleTexts::take_out(const std::string& id, const Claim& claim) {
    if (claim.place == TextPlace::batch) segments_.drop(claim.number);
    if (claim.place == TextPlace::written) segments_.remove(id, SegmentSet::Age::written);
}

void ArticleTexts::write_batch(ArticleClaims& claims) {
    segments_.write_batch();
    for (const std::string& id : batch_ids_) claims.set_written(id);
    batch_ids_.clear();
}

}  // namespace dateline
