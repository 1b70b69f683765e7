#include "searcher/query_scanner.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "corpus/ascii.hpp"
#include "corpus/trimmed.hpp"
#include "searcher/columns.hpp"
#include "searcher/query.hpp"
#include "searcher/query_date.hpp"
#include "searcher/query_field.hpp"
#include "searcher/query_refusal.hpp"
#include "searcher/query_word.hpp"
#include "searcher/quote_style.hpp"

namespace dateline {

namespace {

std::optional<QueryTokenKind> operator_named(std::string_view word) {
    if (word == "AND") return QueryTokenKind::and_operator;
    if (word == "OR") return QueryTokenKind::or_operator;
    if (word == "NOT") return QueryTokenKind::not_operator;
    return std::nullopt;
}

class QueryScanner {
  public:
    explicit QueryScanner(std::string_view query) : query_(query) {}

    std::vector<QueryToken> scan() && {
        refuse_unreadable(query_);
        for (skip_blanks(); at_ < size(); skip_blanks()) scan_token();
        add(QueryTokenKind::end, at_, {});
        return std::move(tokens_);
    }

  private:
    std::uint32_t size() const { return static_cast<std::uint32_t>(query_.size()); }
    std::string_view rest() const { return query_.substr(at_); }
    char next() const { return at_ < size() ? query_[at_] : '\0'; }

    [[noreturn]] void fail(std::uint32_t at, const std::string& message,
                           const std::string& hint) const {
        throw_query_error(query_, {at, at_ > at ? at_ : at + 1}, message, hint);
    }

    bool at_blank() const { return is_blank_at(at_); }
    bool is_blank_at(std::uint32_t at) const {
        if (at >= size()) return false;
        const char32_t code = shown_character(query_, at).code;
        return is_blank(code) || is_control(code);
    }
    void skip_blanks() {
        while (at_blank()) at_ += shown_character(query_, at_).bytes;
    }

    // The field that the next token is a value of: the one before it, else that of the group.
    const FieldRow* row() const {
        if (pending_) return pending_;
        return groups_.empty() ? nullptr : groups_.back();
    }
    bool is_of_kind(FieldKind kind) const { return row() && row()->kind == kind; }

    void add(QueryTokenKind kind, std::uint32_t begin, std::string_view text,
             bool prefix_match = false) {
        tokens_.push_back({kind, {begin, at_}, text, prefix_match, nullptr});
        pending_ = nullptr;
    }

    void scan_token() {
        if (pending_ && pending_->kind == FieldKind::date) return scan_date();
        if (next() == '(') return open_group();
        if (next() == ')') return close_group();
        if (next() == '+' || next() == '-') {
            if (!pending_) return scan_sign();
            if (pending_->kind != FieldKind::exact) refuse_sign_in_field();
        }
        if (quote_at(rest())) return scan_quoted();
        if (is_of_kind(FieldKind::exact)) return scan_value();
        scan_word();
    }

    void open_group() {
        groups_.push_back(row());
        const std::uint32_t begin = at_++;
        add(QueryTokenKind::open, begin, {});
    }

    // A bracket too many is the parser's to report.
    void close_group() {
        if (!groups_.empty()) groups_.pop_back();
        const std::uint32_t begin = at_++;
        add(QueryTokenKind::close, begin, {});
        scan_boost();
    }

    void scan_sign() {
        const std::uint32_t begin = at_;
        const bool plus = query_[at_++] == '+';
        if (at_ == size() || at_blank() ||
            std::string_view("+-)").find(next()) != std::string_view::npos) {
            fail(begin, std::string("'") + query_[begin] + "' stands before no word",
                 "put it right before a word, or leave it out");
        }
        add(plus ? QueryTokenKind::plus : QueryTokenKind::minus, begin, {});
    }

    [[noreturn]] void refuse_sign_in_field() const {
        const std::string name(pending_->name);
        fail(at_, std::string("'") + next() + "' stands inside a field",
             "put it before the field: " + std::string(1, next()) + name + ":...");
    }

    // Steps over a quoted text; what stands between the quotes.
    std::string_view take_quoted() {
        const QuoteStyle& style = *quote_at(rest());
        const std::size_t begin = at_ + style.open.size();
        for (std::size_t end = begin; end < query_.size(); ++end) {
            const std::string_view mark = style.closing(query_.substr(end));
            if (mark.empty()) continue;
            at_ = static_cast<std::uint32_t>(end + mark.size());
            return query_.substr(begin, end - begin);
        }
        fail(at_, "a quote is not closed",
             "close it with " + std::string(style.close) + ", or leave it out");
    }

    void scan_quoted() {
        const std::uint32_t begin = at_;
        if (is_of_kind(FieldKind::exact)) return scan_quoted_value();
        const std::string_view text = take_quoted();
        if (!holds_word(text)) {
            fail(begin, "no word stands between the quotes", "write a word, or leave them out");
        }
        if (const auto refusal = refusal_in_phrase(text))
            refuse(begin + static_cast<std::uint32_t>(text.data() - &query_[begin]), *refusal);
        if (const auto refusal = refusal_of_length(text)) refuse(begin, *refusal);
        if (next() == '*') {
            fail(at_, "'*' cannot stand after a phrase", "leave it out, or write word* by itself");
        }
        const std::uint32_t slop = next() == '~' ? take_slop() : 0;
        add(QueryTokenKind::quoted, begin, text);
        tokens_.back().number = slop;
        scan_boost();
    }

    // Digits and points right at hand.
    std::string_view take_number() {
        const std::uint32_t begin = at_;
        while (at_ < size() && (is_ascii_digit(next()) || next() == '.')) ++at_;
        return query_.substr(begin, at_ - begin);
    }

    std::uint32_t take_slop() {
        const std::uint32_t begin = at_++;
        const std::string number(take_number());
        const bool fits = !number.empty() && number.size() <= 5 &&
                          number.find('.') == std::string::npos &&
                          std::stoul(number) <= max_distance;
        if (fits) return static_cast<std::uint32_t>(std::stoul(number));
        fail(begin, "'~' after a phrase takes how many other words may stand in it",
             "write \"a b\"~3");
    }

    // ^2.5 right after an operand.
    void scan_boost() {
        if (next() != '^') return;
        const std::uint32_t begin = at_++;
        add_boost(begin, take_number());
    }

    void add_boost(std::uint32_t begin, std::string_view number) {
        const auto thousandths = read_boost(number);
        if (!thousandths)
            fail(begin, "'^' takes a weight from 0.001 to 1000", "write x^2 or x^0.5");
        add(QueryTokenKind::boost, begin, number);
        tokens_.back().number = *thousandths;
    }

    // source:"new york*" and source:"new york"* mean the same.
    void scan_quoted_value() {
        const std::uint32_t begin = at_;
        std::string_view text = trimmed(take_quoted(), " ");
        const bool star_follows = next() == '*';
        const bool star = star_follows || text.ends_with('*');
        if (star_follows) ++at_;
        if (star && !star_follows) text.remove_suffix(1);
        add_value(begin, text, star);
    }

    void scan_value() {
        const std::uint32_t begin = at_;
        std::string_view text = take_run();
        if (!pending_) {
            if (const auto kind = operator_named(text)) return add(*kind, begin, text);
        }
        if (find_query_field(field_name_in(text))) refuse_field_in_field(begin);
        const bool star = text.ends_with('*');
        if (star) text.remove_suffix(1);
        if (const std::size_t inner = text.find('*'); inner != std::string_view::npos) {
            fail(begin + static_cast<std::uint32_t>(inner),
                 "'*' can only stand at the end of a value",
                 "put quotes around the value to search it as it stands");
        }
        add_value(begin, text, star);
    }

    void add_value(std::uint32_t begin, std::string_view text, bool star) {
        if (text.empty()) {
            fail(begin,
                 star ? "nothing stands before the '*'" : "no value stands between the quotes",
                 "write at least the first letter");
        }
        const bool ends = at_ == size() || at_blank() || next() == ')';
        const bool is_quoted = query_[begin] != text[0];
        if (const auto refusal = is_quoted ? std::nullopt : refusal_of_value(text, row()->field))
            refuse(begin, *refusal);
        if (!ends) {
            fail(at_, "a value is followed by something else without a blank",
                 "put quotes around the whole value");
        }
        add(QueryTokenKind::value, begin, text, star);
    }

    void scan_date() {
        const std::uint32_t begin = at_;
        while (at_ < size() && !at_blank() && next() != '(' && next() != ')') {
            if (quote_at(rest()))
                take_quoted();
            else
                at_ += shown_character(query_, at_).bytes;
        }
        if (at_ == begin) {
            fail(begin, "a date field takes one date or range",
                 "write (date:2019 OR date:2020) for several");
        }
        add(QueryTokenKind::value, begin, query_.substr(begin, at_ - begin));
    }

    // Everything up to a blank, a bracket or a quotation mark.
    std::string_view take_run() {
        const std::uint32_t begin = at_;
        while (at_ < size() && !at_blank() && next() != '(' && next() != ')' && !quote_at(rest())) {
            at_ += shown_character(query_, at_).bytes;
        }
        return query_.substr(begin, at_ - begin);
    }

    void scan_word() {
        const std::uint32_t begin = at_;
        const std::string_view word = take_run();
        if (const auto kind = operator_named(word)) {
            const bool is_operand = pending_ != nullptr || follows_sign();
            if (!is_operand) return add(*kind, begin, word);
            fail(begin, std::string(word) + " is an operator",
                 "put quotes around it to search the word");
        }
        if (const std::string_view name = field_name_in(word); !name.empty()) {
            return scan_field(begin, name);
        }
        if (const auto near = near_operator(word)) return add_near(begin, word, *near);
        if (next() == '(' && scan_function(begin, word)) return;
        refuse_function_apart(begin, word);
        if (word == "=" && (next() == '(' || quote_at(rest())))
            fail(begin, "'=' stands before one word",
                 "leave it out: a phrase in quotes has its words as they are written");
        if (const auto refusal = refusal_of(word)) refuse(begin, *refusal);
        if (next() == '(') refuse(begin, refusal_of_call(word));
        add_word(begin, word);
    }

    [[noreturn]] void refuse(std::uint32_t begin, const Refusal& refusal) const {
        fail(begin + static_cast<std::uint32_t>(refusal.offset), refusal.message, refusal.hint);
    }

    void add_word(std::uint32_t begin, std::string_view word) {
        const BareWord read = read_bare_word(word);
        if (const auto refusal = refusal_of_length(read.text)) refuse(begin, *refusal);
        // Without its weight a word may stand where it would be an operator.
        if (!read.boost.empty() && read.match == WordMatch::stem) {
            if (operator_named(read.text) || near_operator(read.text))
                fail(begin, std::string(read.text) + " is an operator",
                     "put quotes around it to search the word");
            if (const auto refusal = refusal_of(read.text)) refuse(begin, *refusal);
        }
        if (read.problem) {
            fail(begin + static_cast<std::uint32_t>(read.problem->offset), read.problem->message,
                 read.problem->hint);
        }
        const std::uint32_t end = at_;
        const auto boost_bytes =
            static_cast<std::uint32_t>(read.boost.empty() ? 0 : read.boost.size() + 1);
        at_ = end - boost_bytes;
        add(QueryTokenKind::word, begin, read.text);
        tokens_.back().match = read.match;
        tokens_.back().number = read.edits;
        at_ = end;
        if (boost_bytes > 0) add_boost(end - boost_bytes, read.boost);
    }

    void add_near(std::uint32_t begin, std::string_view word, NearOperator near) {
        if (pending_ || follows_sign()) {
            fail(begin, std::string(word) + " is an operator",
                 "put quotes around it to search it as it stands");
        }
        if (near.reach == Reach::words && near.distance == 0) {
            fail(begin, "words can be 1 to " + std::to_string(max_distance) + " words apart",
                 "write w/5, or AND for the whole article");
        }
        add(QueryTokenKind::near, begin, word);
        tokens_.back().near = near;
    }

    // caps( and atleast3(.
    bool scan_function(std::uint32_t begin, std::string_view name) {
        const auto times = at_least_count(name);
        const bool is_caps = lower_ascii(name) == "caps";
        if (!times && !is_caps) return false;
        if (times && *times == 0) {
            fail(begin, "atleast takes a number from 1 to " + std::to_string(max_times),
                 "write atleast3(word)");
        }
        const FieldRow* const row = pending_;
        add(is_caps ? QueryTokenKind::caps : QueryTokenKind::at_least, begin, name);
        tokens_.back().number = times.value_or(0);
        pending_ = row;
        return true;
    }

    // "atleast3 (x)" and "caps (x)", which are no words.
    void refuse_function_apart(std::uint32_t begin, std::string_view name) const {
        const std::string lower = lower_ascii(name);
        if (!at_least_count(name) && lower != "caps") return;
        std::uint32_t at = at_;
        while (is_blank_at(at)) at += shown_character(query_, at).bytes;
        if (at > at_ && at < size() && query_[at] == '(')
            fail(begin, lower + " and its bracket stand apart",
                 "write " + lower + "(...) without a blank, or quotes around the word");
    }

    bool follows_sign() const {
        return !tokens_.empty() && (tokens_.back().kind == QueryTokenKind::plus ||
                                    tokens_.back().kind == QueryTokenKind::minus);
    }

    [[noreturn]] void refuse_field_in_field(std::uint32_t begin) const {
        fail(begin, "a field cannot stand inside another",
             "put quotes around a value that holds a colon");
    }

    void scan_field(std::uint32_t begin, std::string_view name) {
        const std::uint32_t colon = begin + static_cast<std::uint32_t>(name.size());
        const FieldRow* field = find_query_field(name);
        if (!field) throw_unknown_field(query_, {begin, colon});
        if (row()) refuse_field_in_field(begin);
        at_ = colon + 1;
        if (at_ == size() || at_blank() || next() == ')') {
            fail(begin, std::string(name) + ": has no value",
                 "write it right after the colon, such as " + std::string(field->example));
        }
        add(QueryTokenKind::field, begin, name);
        tokens_.back().row = pending_ = field;
    }

    std::string_view query_;
    std::uint32_t at_ = 0;
    std::vector<QueryToken> tokens_;
    std::vector<const FieldRow*> groups_;  // the field of each open bracket
    const FieldRow* pending_ = nullptr;    // the field whose value comes next
};

}  // namespace

bool holds_word(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        return is_ascii_digit(c) || is_ascii_letter(c) || is_beyond_ascii(c);
    });
}

std::vector<QueryToken> scan_query(std::string_view query) { return QueryScanner(query).scan(); }

}  // namespace dateline
