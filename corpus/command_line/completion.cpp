#include "corpus/command_line/completion.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "corpus/command_line/command_manual.hpp"
#include "corpus/command_line/command_words.hpp"
#include "corpus/command_line/companion.hpp"
#include "corpus/command_line/global_options.hpp"
#include "corpus/schema.hpp"

namespace dateline {

namespace {

class Completer {
  public:
    Completer(const std::vector<Command>& commands, const Words& words,
              const FieldValues& field_values)
        : commands_(commands),
          before_(words.begin(), words.end() - 1),
          last_(words.back()),
          field_values_(field_values) {
        if (const auto position = command_position(before_))
            command_ = command_named(before_[*position]);
        if (command_) command_->configure(app_);
        declare_globals(app_, raw_, command_);
    }

    Completion complete() {
        const bool has_ended = std::ranges::find(before_, "--") != before_.end();
        const CLI::Option* valued = has_ended || before_.empty() ? nullptr : valued_option();
        if (valued)
            add_values(*valued, "");
        else if (!has_ended && last_.starts_with("-"))
            add_options();
        else if (command_)
            add_arguments();
        else if (!command_position(before_))
            add_commands();
        return std::move(completion_);
    }

  private:
    const Command* command_named(std::string_view name) const {
        const auto found = std::ranges::find(commands_, name, &Command::name);
        return found == commands_.end() ? nullptr : &*found;
    }

    // The option whose value is the last word.
    const CLI::Option* valued_option() const {
        const std::string& word = before_.back();
        if (word.size() < 2 || word[0] != '-') return nullptr;
        const CLI::Option* option = app_.get_option_no_throw(word);
        return option && takes_value(*option) ? option : nullptr;
    }

    void add(const std::string& word, std::string_view about = {}) {
        const auto is_word = [&](const Candidate& one) { return one.word == word; };
        if (word.starts_with(last_) && std::ranges::none_of(completion_.candidates, is_word))
            completion_.candidates.push_back({word, std::string(about)});
    }

    void add_values(const CLI::Option& option, const std::string& before) {
        const std::string type = option_type(option);
        completion_.takes_files = type == "FILE" || type == "PATH";
        completion_.takes_folders = type == "DIR" || type == "ROOT";
        for (const std::string& value : fixed_values(type)) add(before + value);
        if (long_name(option) == "format" && command_)
            for (const std::string_view format : command_->formats)
                if (command_->formats.size() == 1) add(before + std::string(format));
    }

    void add_options() {
        const std::size_t equals = last_.find('=');
        if (equals != std::string::npos) {
            if (const CLI::Option* option = app_.get_option_no_throw(last_.substr(0, equals)))
                add_values(*option, last_.substr(0, equals + 1));
            return;
        }
        for (const CLI::Option* option : app_.get_options()) {
            for (const std::string& name : option->get_lnames())
                add("--" + name, option->get_description());
            for (const std::string& name : option->get_snames())
                if (option->get_lnames().empty()) add("-" + name, option->get_description());
        }
    }

    void add_commands() {
        for (const CompanionCommand& command : companion_commands)
            add(std::string(command.name), command.summary);
        for (const Command& command : commands_)
            if (!command.is_hidden && !is_companion_command(command.name))
                add(std::string(command.name), command.summary);
    }

    void add_arguments() {
        const std::string arguments(command_->arguments);
        for (const std::string& value : fixed_values(arguments)) add(value);
        if (command_->name == "help") add_commands();
        for (const char* file : {"PATH", "RUN", "QRELS", "QUERIES"})
            completion_.takes_files |= arguments.find(file) != std::string::npos;
        if (arguments.find("QUERY") != std::string::npos) add_query();
    }

    // The last word of a query, which may be one word of the shell.
    void add_query() {
        const std::size_t begin = last_query_word();
        const std::string before = last_.substr(0, begin);
        const std::string word = last_.substr(begin);
        const std::size_t colon = word.find(':');
        if (colon == std::string::npos) {
            for (const FieldRow& field : field_rows)
                add(before + std::string(field.name) + ":", field.about);
            return;
        }
        const std::string field = word.substr(0, colon);
        const FieldRow* row = field_named(field);
        if (!row || row->kind != FieldKind::exact) return;
        std::string prefix = word.substr(colon + 1);
        const bool is_quoted = prefix.starts_with('"');
        if (is_quoted) prefix.erase(0, 1);
        std::vector<std::string> values = field_values_(field, prefix);
        std::erase_if(values,
                      [](const std::string& value) { return value.find('"') != value.npos; });
        // All alike, so that what they have in common is no less than what is typed.
        const bool needs_quotes =
            is_quoted || std::ranges::any_of(values, [](const std::string& value) {
                return value.find_first_of(" ()*~^:") != value.npos;
            });
        const char* const quote = needs_quotes ? "\"" : "";
        for (const std::string& value : values)
            completion_.candidates.push_back(
                {fmt::format("{}{}:{}{}{}", before, field, quote, value, quote), ""});
    }

    // Where it begins: blanks between quotes separate nothing.
    std::size_t last_query_word() const {
        std::size_t begin = 0;
        bool is_quoted = false;
        for (std::size_t i = 0; i < last_.size(); ++i) {
            if (last_[i] == '"') is_quoted = !is_quoted;
            if (!is_quoted && (last_[i] == ' ' || last_[i] == '(')) begin = i + 1;
        }
        return begin;
    }

    const std::vector<Command>& commands_;
    Words before_;
    std::string last_;
    const FieldValues& field_values_;
    const Command* command_ = nullptr;
    CLI::App app_;
    RawGlobals raw_;
    Completion completion_;
};

}  // namespace

Completion complete_words(const std::vector<Command>& commands,
                          const std::vector<std::string>& words, const FieldValues& field_values) {
    if (words.empty()) return {};
    return Completer(commands, words, field_values).complete();
}

}  // namespace dateline
