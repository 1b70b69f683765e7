#include "searcher/id_arguments.hpp"

#include <iostream>

namespace dateline {

namespace {

void append_lines_of_standard_input(std::vector<std::string>& ids) {
    constexpr const char* blanks = " \t\r\v\f";  // which ids never hold
    for (std::string line; std::getline(std::cin, line);) {
        const std::size_t begin = line.find_first_not_of(blanks);
        if (begin != line.npos)
            ids.push_back(line.substr(begin, line.find_last_not_of(blanks) + 1 - begin));
    }
}

}  // namespace

std::vector<std::string> named_ids(const std::vector<std::string>& arguments) {
    std::vector<std::string> ids;
    for (const std::string& argument : arguments) {
        if (argument == "-")
            append_lines_of_standard_input(ids);
        else
            ids.push_back(argument);
    }
    return ids;
}

}  // namespace dateline
