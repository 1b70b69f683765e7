#pragma once

#include <vector>

#include "corpus/copies_file.hpp"
#include "indexer/article_intake.hpp"
#include "indexer/index_report.hpp"
#include "indexer/roots.hpp"

namespace dateline {

/// What became of the records of a file that is as it was.
Ledger ledger_of_unchanged(const SourceFileEntry& file);

/// The further ids of articles, as copies-N has them.
std::vector<Alias> aliases_of(const std::vector<SourceFileEntry>& files);

void add(Ledger& sum, const Ledger& part);

/// After `settle`: what became of the records of the named roots, and of the articles in
/// `previous`, the files of the index in force. Of the report, all but warnings and publication.
IndexReport count_run(const Roots& roots, const ArticleIntake& intake,
                      const std::vector<SourceFileEntry>& previous, bool lists_files);

/// Articles of a root that could be found before a run, and those that no record is left of, though
/// nobody withdrew them.
struct RootLosses {
    std::uint64_t known = 0;
    std::uint64_t lost = 0;
};
/// One for each root; after the last record was read.
std::vector<RootLosses> count_losses(const Roots& roots,
                                     const std::vector<SourceFileEntry>& previous,
                                     const ArticleClaims& claims, const IdSet& withdrawn);

}  // namespace dateline
