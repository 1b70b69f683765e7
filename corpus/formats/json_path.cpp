#include "corpus/formats/json_path.hpp"

#include <charconv>
#include <optional>
#include <string>
#include <vector>

namespace dateline {
namespace {

/// "a.b\.c.0" is a, "b.c", 0.
std::vector<std::string> steps_of(std::string_view path) {
    std::vector<std::string> steps(1);
    for (std::size_t at = 0; at < path.size(); ++at) {
        const bool is_escaped = path[at] == '\\' && at + 1 < path.size() &&
                                (path[at + 1] == '.' || path[at + 1] == '\\');
        if (is_escaped)
            steps.back() += path[++at];
        else if (path[at] == '.')
            steps.emplace_back();
        else
            steps.back() += path[at];
    }
    return steps;
}

std::optional<std::size_t> number_of(std::string_view step) {
    std::size_t number = 0;
    const auto [end, failure] = std::from_chars(step.data(), step.data() + step.size(), number);
    const bool is_number = failure == std::errc{} && end == step.data() + step.size();
    return is_number ? std::optional(number) : std::nullopt;
}

/// The elements that a path leads to, in their order.
class PathWalk {
  public:
    explicit PathWalk(std::string_view path) : steps_(steps_of(path)) {}

    std::vector<dom::element> walk(dom::object record) {
        follow_key(record, 0);
        return std::move(found_);
    }

  private:
    void follow(dom::element element, std::size_t step) {
        if (step == steps_.size()) return found_.push_back(element);
        if (dom::object object; element.get(object) == simdjson::SUCCESS)
            return follow_key(object, step);
        if (dom::array array; element.get(array) == simdjson::SUCCESS) follow_number(array, step);
    }

    void follow_key(dom::object object, std::size_t step) {
        dom::element inner;
        if (object.at_key(steps_[step]).get(inner) == simdjson::SUCCESS)
            return follow(inner, step + 1);
        if (steps_[step] != "*") return;
        for (const dom::key_value_pair pair : object) follow(pair.value, step + 1);
    }

    void follow_number(dom::array array, std::size_t step) {
        if (const std::optional<std::size_t> number = number_of(steps_[step])) {
            dom::element inner;
            if (array.at(*number).get(inner) == simdjson::SUCCESS) follow(inner, step + 1);
            return;
        }
        const std::size_t next = steps_[step] == "*" ? step + 1 : step;
        for (const dom::element inner : array) follow(inner, next);
    }

    std::vector<std::string> steps_;
    std::vector<dom::element> found_;
};

}  // namespace

RawText text_at_path(dom::object record, std::string_view path, ArticleField field) {
    if (dom::element element; record.at_key(path).get(element) == simdjson::SUCCESS)
        return text_of(element, field);
    const std::vector<dom::element> found = PathWalk(path).walk(record);
    if (found.size() == 1) return text_of(found.front(), field);
    std::string joined;
    for (const dom::element element : found) {
        RawText text = text_of(element, field);
        if (is_blank(view_of(text))) continue;
        if (array_separator(field).empty()) return text;
        if (!joined.empty()) joined += array_separator(field);
        joined += view_of(text);
    }
    return joined;
}

}  // namespace dateline
