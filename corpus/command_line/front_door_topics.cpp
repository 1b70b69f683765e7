#include "corpus/command_line/front_door_topics.hpp"

#include <fmt/format.h>

#include "corpus/command_line/environment.hpp"
#include "corpus/command_line/exit_codes.hpp"

namespace dateline {

ManualPage config_page() {
    std::vector<ManualEntry> variables;
    for (const VariableRow& row : variable_rows)
        variables.push_back({std::string(row.name), std::string(row.about)});
    return {
        "dateline-config",
        5,
        "settings of dateline",
        {{"What is stronger",
          "An option on the command line comes first, then a variable of the environment, then the "
          "project's file, then the user's file, then the default. dateline config shows every "
          "setting in force and where it comes from; what it prints is itself such a file."},
         {"Files",
          "The user's file is $XDG_CONFIG_HOME/dateline/config.toml, by default "
          "~/.config/dateline/config.toml; DATELINE_CONFIG names another one. The project's file "
          "is the nearest .dateline.toml from the working directory upwards, up to the home "
          "directory.\n\n"
          "A line is key = value, a key the long name of an option without its dashes (or its "
          "letter where it has no long name), a value a \"text\", a number, true, false, or a list "
          "in brackets. Options of every command stand at the beginning, those of one command "
          "below [COMMAND]; there an option of every command may stand too, and holds for that "
          "command alone. # begins a comment. pager is a key without an option.\n\n"
          "Paths that are relative begin at the folder of the file; ~/ is the home directory. A "
          "key that is no option is a warning, a value that its option does not take an error. A "
          "format set for all commands holds for those that have it."},
         {"A file for example",
          "",
          {{"index = \"~/archives/index\"", "for every command"},
           {"color = \"never\"", "for every command"},
           {"[search]", "what follows is for search"},
           {"n = 20", "as -n 20"},
           {"expand = \"always\"", "as --expand=always"}}},
         {"Project files are not trusted",
          "A .dateline.toml may have come with a downloaded archive. It sets no pager, no output, "
          "no writer, and no path that leads out of its own folder, by links neither: that is an "
          "error, and nothing is run. What is a deed rather than a setting (--rebuild, --forget) "
          "is taken from no file."},
         {"Environment", "", std::move(variables)},
         {"See also", "dateline(1)"}}};
}

ManualPage exit_code_page() {
    std::vector<ManualEntry> codes;
    for (const ExitCodeRow& row : exit_code_rows)
        codes.push_back({fmt::format("{}", row.code), std::string(row.meaning)});
    return {"dateline-exit-codes",
            7,
            "what dateline's exit codes mean",
            {{"Exit codes",
              "Where several apply, the highest of 2 to 5 comes before 6, and 6 before 0. An empty "
              "folder is 0 with a note.",
              std::move(codes)},
             {"See also", "dateline(1)"}}};
}

}  // namespace dateline
