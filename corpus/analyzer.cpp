#include "corpus/analyzer.hpp"

#include <fmt/format.h>

#include <functional>
#include <map>
#include <utility>

#include "corpus/detail/unicode_tables.hpp"
#include "corpus/detail/word_cache.hpp"
#include "corpus/detail/word_form.hpp"
#include "corpus/detail/word_scanner.hpp"
#include "corpus/language.hpp"
#include "corpus/stop_words.hpp"
#include "corpus/unicode.hpp"

namespace dateline {

namespace {

std::string_view english_if_empty(std::string_view language) {
    return language.empty() ? "en" : language;
}

}  // namespace

struct Analyzer::Impl {
    Impl(std::string_view code, std::size_t remembered_forms)
        : language(code),
          rules(language_rules(code)),
          stop_words(code),
          forms(code, rules),
          cache(remembered_forms) {}

    // Reads the next words of the text, without knowing them: false at its end.
    bool scan(detail::WordScanner& scanner, std::string_view text) {
        keys.clear();
        while (keys.size() < batch_words) {
            const auto found = scanner.next();
            if (!found) break;
            const auto ordinal = static_cast<std::uint32_t>(tokens.size());
            tokens.push_back({found->range, ordinal, nullptr, found->joined});
            cache.prefetch(keys.emplace_back(detail::word_key(text, found->range)));
        }
        return !keys.empty();
    }

    void look_up(std::string_view text) {
        auto token = tokens.end() - static_cast<std::ptrdiff_t>(keys.size());
        for (const detail::WordKey& key : keys) {
            const Word* known = cache.find(key);
            token->word = known != nullptr ? known : learn(key, token->range.in(text));
            ++token;
        }
    }

    const Word* learn(const detail::WordKey& key, std::string_view word) {
        const detail::WordForm form = forms.form_of(word);
        return cache.add(key,
                         {form.folded, form.term, form.acronym, stop_words.contains(form.folded)});
    }

    static constexpr std::size_t batch_words = 64;
    std::string language;
    const Language& rules;
    StopWords stop_words;
    detail::WordForms forms;
    detail::WordCache cache;
    std::vector<detail::WordKey> keys;  // of the last tokens, not yet looked up
    std::vector<Token> tokens;
};

Analyzer::Analyzer(std::string_view language, std::size_t remembered_forms)
    : impl_(std::make_unique<Impl>(english_if_empty(language), remembered_forms)) {}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

const std::vector<Token>& Analyzer::analyze(std::string_view text) {
    impl_->tokens.clear();
    impl_->cache.begin_text();
    detail::WordScanner scanner(text, impl_->rules);
    while (impl_->scan(scanner, text)) impl_->look_up(text);
    return impl_->tokens;
}

std::string_view Analyzer::language() const { return impl_->language; }

struct Analyzers::Impl {
    std::size_t remembered_forms;
    std::map<std::string, Analyzer, std::less<>> by_language;
};

Analyzers::Analyzers(std::size_t remembered_forms) : impl_(new Impl{remembered_forms, {}}) {}
Analyzers::~Analyzers() = default;
Analyzers::Analyzers(Analyzers&&) noexcept = default;
Analyzers& Analyzers::operator=(Analyzers&&) noexcept = default;

Analyzer& Analyzers::in(std::string_view language) {
    const std::string_view code = english_if_empty(language);
    const auto found = impl_->by_language.find(code);
    if (found != impl_->by_language.end()) return found->second;
    return impl_->by_language.emplace(std::string(code), Analyzer(code, impl_->remembered_forms))
        .first->second;
}

std::string fold_text(std::string_view text) {
    return to_utf8(fold_diacritics(lower_case(to_utf32(text))));
}

std::string analysis_version() {
    return fmt::format("analyzer {}, stems {}, unicode {}", analyzer_version,
                       detail::stems_fingerprint, unicode_version());
}

}  // namespace dateline
