#include "corpus/command_line/settings_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <sstream>

#include "corpus/error.hpp"

namespace dateline {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view blanks = " \t\r";
// A project file names no program to run, and nothing to write over.
constexpr std::array<std::string_view, 3> user_alone{"pager", "output", "writer"};

[[noreturn]] void throw_at(const std::string& place, const std::string& message,
                           const std::string& hint) {
    throw Error(ErrorKind::usage, place + ": " + message, hint);
}

struct LogicalLine {
    std::string text;  // without its comment and the blanks around it
    std::size_t number = 0;
    bool is_open = false;  // a quote or a list goes on
};

// Takes comments away, and sees where quotes and lists end.
class LineScanner {
  public:
    void add(std::string_view line) {
        for (std::size_t i = 0; i < line.size(); ++i) {
            const char c = line[i];
            if (quote_ == 0 && c == '#') break;
            text_ += c;
            if (quote_ == '"' && c == '\\' && i + 1 < line.size())
                text_ += line[++i];
            else if (quote_ != 0)
                quote_ = c == quote_ ? '\0' : quote_;
            else
                step(c);
        }
    }
    bool in_list() const { return quote_ == 0 && depth_ > 0; }
    LogicalLine line(std::size_t number) const {
        const std::size_t begin = std::min(text_.find_first_not_of(blanks), text_.size());
        const std::size_t end = text_.find_last_not_of(blanks) + 1;
        return {begin < end ? text_.substr(begin, end - begin) : "", number,
                quote_ != 0 || depth_ > 0};
    }

  private:
    void step(char c) {
        if (c == '"' || c == '\'') quote_ = c;
        if (c == '[') ++depth_;
        if (c == ']') --depth_;
    }
    std::string text_;
    char quote_ = '\0';
    int depth_ = 0;
};

// Lines that say something; a list that goes on over several lines is one.
std::vector<LogicalLine> logical_lines(std::string_view text) {
    std::vector<LogicalLine> lines;
    std::size_t number = 0;
    const auto next_line = [&] {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        ++number;
        return line;
    };
    while (!text.empty()) {
        LineScanner scanner;
        scanner.add(next_line());
        const std::size_t first = number;
        while (scanner.in_list() && !text.empty()) scanner.add(next_line());
        if (LogicalLine line = scanner.line(first); !line.text.empty()) lines.push_back(line);
    }
    return lines;
}

bool is_section(const std::string& line) { return line.front() == '[' && line.back() == ']'; }

std::vector<CLI::ConfigItem> items_of(std::istream& text, const std::string& place) {
    CLI::ConfigTOML reader;
    reader.comment('\x01');  // comments are gone already; CLI11 2.1 sees them within quotes
    try {
        return reader.from_config(text);
    } catch (const std::exception& error) {  // CLI11 2.4: escapes that are none
        throw_at(place, error.what(), "write the text between '...', where \\ is itself");
    }
}

Setting setting_of(const LogicalLine& line, const std::string& section, const fs::path& file,
                   SettingOrigin origin) {
    const std::string place = fmt::format("{}:{}", file.string(), line.number);
    if (line.is_open)
        throw_at(place, "a quote or a bracket is not closed", "write key = \"value\"");
    const std::size_t equals = line.text.find('=');
    if (equals == std::string::npos || equals == 0 ||
        line.text.find_first_not_of(blanks, equals + 1) == std::string::npos)
        throw_at(place, "this is not key = value", "write key = \"value\"; # begins a comment");
    std::istringstream one_line((section.empty() ? "" : section + "\n") + line.text + "\n");
    Setting setting{.origin = origin, .place = place, .folder = file.parent_path()};
    for (const CLI::ConfigItem& item : items_of(one_line, place)) {
        if (item.name == "++" || item.name == "--") continue;  // where a section begins and ends
        if (item.parents.size() > 1)
            throw_at(place, "there are no sections in sections", "write [command]");
        setting.command = item.parents.empty() ? "" : item.parents.front();
        setting.key = item.name;
        setting.values = item.inputs;
    }
    return setting;
}

void require_once(const std::vector<Setting>& settings, const Setting& setting) {
    for (const Setting& other : settings)
        if (other.command == setting.command && other.key == setting.key)
            throw_at(setting.place,
                     fmt::format("{} is set a second time (before: {})", setting.key, other.place),
                     "remove one of the two");
}

struct OpenFile {
    int number;
    ~OpenFile() { ::close(number); }
};

bool is_inside(const fs::path& path, const fs::path& folder) {
    const auto [end, ignored] =
        std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
    return end == folder.end();
}

// A link to what is not there yet would lead out once it is.
bool has_dangling_link(fs::path path, const fs::path& folder) {
    std::error_code ignored;
    for (; path != folder && path.has_relative_path(); path = path.parent_path())
        if (fs::is_symlink(path, ignored) && !fs::exists(path, ignored)) return true;
    return false;
}

bool leads_out(const fs::path& path, const fs::path& folder) {
    std::error_code failure;
    const fs::path real_folder = fs::canonical(folder, failure);
    if (failure) return true;
    const fs::path real = fs::weakly_canonical(path, failure);
    return failure || !is_inside(real, real_folder) || has_dangling_link(path, folder);
}

void require_harmless(const std::vector<Setting>& settings) {
    for (const Setting& setting : settings)
        if (std::ranges::find(user_alone, setting.key) != user_alone.end())
            throw_at(
                setting.place,
                fmt::format("a project file must not set {}: it may have come with the archive",
                            setting.key),
                "remove the line; settings of your own stand in "
                "~/.config/dateline/config.toml");
}

}  // namespace

std::vector<Setting> parse_settings(std::string_view text, const fs::path& file,
                                    SettingOrigin origin) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    std::vector<Setting> settings;
    std::string section;
    for (const LogicalLine& line : logical_lines(text)) {
        if (is_section(line.text)) {
            section = line.text;
            continue;
        }
        Setting setting = setting_of(line, section, file, origin);
        require_once(settings, setting);
        settings.push_back(std::move(setting));
    }
    return settings;
}

std::optional<std::vector<Setting>> read_settings_file(const fs::path& file, SettingOrigin origin) {
    constexpr off_t most_bytes = 1 << 20;
    const auto refuse = [&](const std::string& reason) {
        throw_at(file.string(), reason, "put it right, or remove it");
    };
    const OpenFile open{::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
    if (open.number < 0 && (errno == ENOENT || errno == ENOTDIR)) return std::nullopt;
    if (open.number < 0) refuse(std::string("cannot be read: ") + std::strerror(errno));
    struct stat facts {};
    const bool is_known = ::fstat(open.number, &facts) == 0;
    if (is_known && S_ISCHR(facts.st_mode)) return std::vector<Setting>{};  // /dev/null
    if (!is_known || !S_ISREG(facts.st_mode)) refuse("this is no regular file");
    if (facts.st_size > most_bytes) refuse("this is too large for a configuration");
    std::string text(static_cast<std::size_t>(facts.st_size), '\0');
    const ssize_t size = ::read(open.number, text.data(), text.size());
    if (size < 0) refuse(std::string("cannot be read: ") + std::strerror(errno));
    text.resize(static_cast<std::size_t>(size));
    return parse_settings(text, file, origin);
}

std::vector<Setting> read_project_settings(const fs::path& folder, const fs::path& home) {
    if (folder.empty()) return {};
    for (fs::path at = folder;; at = at.parent_path()) {
        if (const auto settings =
                read_settings_file(at / project_file_name, SettingOrigin::project_file)) {
            require_harmless(*settings);
            return *settings;
        }
        if (at == home || !at.has_relative_path()) return {};
    }
}

std::string setting_path(const Setting& setting, const std::string& value, const fs::path& home) {
    if (value.empty() || value == "-" || setting.folder.empty()) return value;
    fs::path path = value.starts_with("~/") ? home / value.substr(2) : fs::path(value);
    if (path.is_relative()) path = setting.folder / path;
    path = path.lexically_normal();
    if (setting.origin == SettingOrigin::project_file && leads_out(path, setting.folder))
        throw_at(
            setting.place,
            fmt::format("{} leads out of the folder of the project file: {}", setting.key, value),
            "keep it inside, or set it by a flag or in ~/.config/dateline/config.toml");
    return path.string();
}

}  // namespace dateline
