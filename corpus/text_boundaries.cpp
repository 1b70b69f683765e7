#include "corpus/text_boundaries.hpp"

#include "corpus/error.hpp"

#include <unicode/brkiter.h>
#include <unicode/utext.h>
#include <string>

namespace dateline {

namespace {

void check(UErrorCode status) {
    if (U_FAILURE(status))
        throw Error(ErrorKind::input_output,
                    std::string("ICU cannot find boundaries in text: ") + u_errorName(status),
                    "install ICU's data files");
}

std::unique_ptr<icu::BreakIterator> make_iterator(BoundaryKind kind, std::string_view language) {
    const icu::Locale locale(std::string(language).c_str());
    UErrorCode status = U_ZERO_ERROR;
    icu::BreakIterator* iterator = kind == BoundaryKind::character
                                       ? icu::BreakIterator::createCharacterInstance(locale, status)
                                   : kind == BoundaryKind::word
                                       ? icu::BreakIterator::createWordInstance(locale, status)
                                       : icu::BreakIterator::createSentenceInstance(locale, status);
    check(status);
    return std::unique_ptr<icu::BreakIterator>(iterator);
}

}  // namespace

struct BoundaryFinder::Impl {
    std::unique_ptr<icu::BreakIterator> iterator;
};

BoundaryFinder::BoundaryFinder(BoundaryKind kind, std::string_view language)
    : impl_(std::make_unique<Impl>(Impl{make_iterator(kind, language)})) {}
BoundaryFinder::~BoundaryFinder() = default;
BoundaryFinder::BoundaryFinder(BoundaryFinder&&) noexcept = default;
BoundaryFinder& BoundaryFinder::operator=(BoundaryFinder&&) noexcept = default;

std::vector<std::uint32_t> BoundaryFinder::boundaries(std::string_view text) {
    std::vector<std::uint32_t> offsets;
    UErrorCode status = U_ZERO_ERROR;
    UText utf8 = UTEXT_INITIALIZER;
    utext_openUTF8(&utf8, text.data(), static_cast<std::int64_t>(text.size()), &status);
    impl_->iterator->setText(&utf8, status);
    utext_close(&utf8);
    check(status);
    impl_->iterator->first();
    while (true) {
        const std::int32_t offset = impl_->iterator->next();
        if (offset == icu::BreakIterator::DONE) return offsets;
        offsets.push_back(static_cast<std::uint32_t>(offset));
    }
}

}  // namespace dateline
