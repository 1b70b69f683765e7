#include "indexer/rollback.hpp"

#include <fmt/format.h>

#include <string>
#include <vector>

#include "corpus/bytes.hpp"
#include "corpus/error.hpp"
#include "corpus/mapped_file.hpp"
#include "indexer/earlier_states.hpp"
#include "indexer/index_lock.hpp"
#include "indexer/manifest_files.hpp"
#include "indexer/publication.hpp"

namespace dateline {

namespace fs = std::filesystem;

Rollback roll_back(const fs::path& index, std::size_t steps) {
    require_manifest(index);
    const IndexLock lock(index);
    const Manifest in_force = require_manifest(index);
    const std::vector<std::uint64_t> earlier = earlier_manifest_numbers(index, in_force);
    if (steps == 0 || steps > earlier.size())
        throw Error(ErrorKind::usage,
                    fmt::format("there are {} earlier states of {} to go back to", earlier.size(),
                                index.string()),
                    "`dateline status -v` lists them");
    require_whole_state(index, earlier[steps - 1]);
    const fs::path file = index / manifest_name(earlier[steps - 1]);
    const Manifest restored = decode_manifest(MappedFile(file).bytes(), file);

    Manifest next = restored;
    next.number = in_force.number;
    next.restorable_from = in_force.restorable_from;
    Publication publication(index, in_force.next_segment);
    publication.publish(std::move(next), MappedFile(index / restored.sources).bytes());
    remove_outdated(index, in_force.number + 1);
    return {restored, in_force.number + 1};
}

}  // namespace dateline
