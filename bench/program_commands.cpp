#include "bench/bench_command.hpp"
#include "bench/diff_command.hpp"
#include "bench/eval_command.hpp"
#include "bench/run_command.hpp"
#include "corpus/command.hpp"
#include "corpus/error.hpp"
#include "searcher/explain_command.hpp"
#include "searcher/facets_command.hpp"
#include "searcher/field_values.hpp"
#include "searcher/help_command.hpp"
#include "searcher/related_command.hpp"
#include "searcher/search_command.hpp"
#include "searcher/show_command.hpp"
#include "searcher/status_command.hpp"
#include "searcher/terms_command.hpp"
#include "searcher/timeline_command.hpp"
#include "searcher/vocab_command.hpp"
#include "searcher/why_command.hpp"

namespace dateline {

std::vector<Command> program_commands() {
    return {search_command(),  show_command(),     related_command(), why_command(),
            explain_command(), timeline_command(), facets_command(),  terms_command(),
            vocab_command(),   status_command(),   run_command(),     eval_command(),
            diff_command(),    bench_command(),    help_command()};
}

std::vector<std::string> indexed_values(const std::filesystem::path& index, std::string_view field,
                                        std::string_view prefix, std::size_t limit) {
    const FieldRow* row = field_named(field);
    if (!row) return {};
    try {
        return field_values(Index::open(index), *row, prefix, limit);
    } catch (const Error&) {
        return {};
    }
}

}  // namespace dateline
