#include "bench/value_lines.hpp"

#include <nlohmann/json.hpp>

namespace dateline {

void add_tests(nlohmann::ordered_json& object, const RunComparison* comparison) {
    for (const char* key :
         {"t_test", "randomization_test", "permutations", "wins", "losses", "ties"})
        object[key] = nullptr;
    if (comparison == nullptr) return;
    if (comparison->t_test) object["t_test"] = *comparison->t_test;
    object["randomization_test"] = comparison->randomization.p;
    object["permutations"] = comparison->randomization.permutations;
    object["wins"] = comparison->wins;
    object["losses"] = comparison->losses;
    object["ties"] = comparison->ties;
}

}  // namespace dateline
