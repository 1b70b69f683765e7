#include "indexer/earlier_states.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <optional>
#include <set>
#include <utility>

#include "corpus/articles_file.hpp"
#include "corpus/bytes.hpp"
#include "corpus/copies_file.hpp"
#include "corpus/dictionary_file.hpp"
#include "corpus/error.hpp"
#include "corpus/file_marks.hpp"
#include "corpus/mapped_file.hpp"
#include "corpus/sources_file.hpp"
#include "corpus/tombstones.hpp"
#include "indexer/manifest_files.hpp"

namespace dateline {

namespace {

namespace fs = std::filesystem;

class StateFiles {
  public:
    StateFiles(const fs::path& index, fs::path manifest_file, const std::set<std::string>& told,
               std::map<std::string, bool>& are_whole)
        : index_(index), file_(std::move(manifest_file)), told_(told), are_whole_(are_whole) {}

    /// Throws for the first thing that is wrong.
    void check() {
        const Manifest manifest = decode_manifest(MappedFile(file_).bytes(), file_);
        if (const auto missing = missing_file(index_, manifest))
            throw_damaged(file_.string(), fmt::format("{} is missing", *missing));
        in_part(manifest, manifest.sources,
                [](std::string_view bytes, const fs::path& file) { decode_sources(bytes, file); });
        if (!manifest.copies.empty())
            in_part(manifest, manifest.copies, [](std::string_view bytes, const fs::path& file) {
                decode_copies(bytes, file);
            });
        for (const SegmentInfo& segment : manifest.segments) check_segment_of(manifest, segment);
    }

  private:
    template <class Decode>
    void in_part(const Manifest& manifest, const std::string& name, const Decode& decode) const {
        const CheckedPart part = checked(name, [&] {
            const fs::path file = index_ / name;
            decode(MappedFile(file).bytes(), file);
            require_published(index_, manifest, name);
        });
        if (!part.is_ok()) throw_broken(part);
    }

    [[noreturn]] void throw_broken(const CheckedPart& part) const {
        if (part.was_unread)
            throw Error(ErrorKind::input_output,
                        fmt::format("{}: {}", (index_ / part.part).string(), part.problem));
        throw_damaged(file_.string(), fmt::format("{}: {}", part.part, part.problem));
    }

    void check_segment_of(const Manifest& manifest, const SegmentInfo& segment) {
        if (told_.contains(segment.name)) return;
        const auto [known, is_new] = are_whole_.try_emplace(segment.name, false);
        if (is_new) {
            const CheckedSegment checked = check(manifest, segment);
            for (const CheckedPart& part : checked.parts)
                if (part.was_unread) throw_broken(part);
            known->second = checked.is_whole;
        }
        if (!known->second)
            throw_damaged(file_.string(), fmt::format("{} is not whole", segment.name));
        if (segment.tombstones.empty()) return;
        const ArticlesFile articles(index_ / segment.name / "articles");
        in_part(manifest, segment.tombstones, [&](std::string_view bytes, const fs::path& file) {
            decode_tombstones(bytes, articles.article_count(), file);
        });
    }

    CheckedSegment check(const Manifest& manifest, const SegmentInfo& segment) const {
        std::optional<MappedFile> dictionary(std::in_place);
        if (!manifest.dictionary.empty()) dictionary = open_dictionary(index_, manifest.dictionary);
        return check_segment(index_, manifest, segment, dictionary->bytes(),
                             [](std::uint64_t, std::uint64_t) {});
    }

    const fs::path& index_;
    fs::path file_;
    const std::set<std::string>& told_;  // damaged segments that are told of without this state
    std::map<std::string, bool>& are_whole_;
};

}  // namespace

std::vector<CheckedPart> check_earlier_states(const fs::path& index, const Manifest& in_force,
                                              std::map<std::string, bool> are_whole) {
    std::set<std::string> told;
    for (const auto& [name, is_whole] : are_whole)
        if (!is_whole) told.insert(name);
    std::vector<CheckedPart> parts;
    for (const std::uint64_t number : earlier_manifest_numbers(index, in_force)) {
        const std::string name = manifest_name(number);
        CheckedPart part =
            checked(name, [&] { StateFiles(index, index / name, told, are_whole).check(); });
        // A writer may have tidied it away meanwhile.
        std::error_code failure;
        const bool is_there =
            fs::symlink_status(index / name, failure).type() != fs::file_type::not_found;
        if (part.is_ok() || is_there) parts.push_back(std::move(part));
    }
    return parts;
}

void require_whole_state(const fs::path& index, std::uint64_t number) {
    std::map<std::string, bool> are_whole;
    StateFiles(index, index / manifest_name(number), {}, are_whole).check();
}

std::vector<std::string> drop_broken_states(const fs::path& index,
                                            const std::vector<CheckedPart>& states) {
    std::vector<std::string> sentences;
    for (const CheckedPart& part : states) {
        if (part.is_ok()) continue;
        fs::remove(index / part.part);
        sentences.push_back(fmt::format("{}: {}: that earlier state can no longer be restored",
                                        part.part, part.problem));
    }
    return sentences;
}

}  // namespace dateline
