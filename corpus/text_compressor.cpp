#include "corpus/text_compressor.hpp"

#include <zdict.h>
#include <zstd.h>

#include <algorithm>
#include <memory>
#include <new>
#include <numeric>

#include "corpus/bytes.hpp"
#include "corpus/error.hpp"

namespace dateline {

namespace {

constexpr unsigned long long max_record_bytes = 128ULL << 20;

template <auto release>
struct Release {
    template <typename Resource>
    void operator()(Resource* resource) const {
        release(resource);
    }
};
template <typename Resource, auto release>
using Handle = std::unique_ptr<Resource, Release<release>>;

// zstd fails here for want of memory only.
std::size_t must(std::size_t result) {
    if (ZSTD_isError(result)) throw std::bad_alloc();
    return result;
}

}  // namespace

struct TextCompressor::Impl {
    Handle<ZSTD_CCtx, ZSTD_freeCCtx> context{ZSTD_createCCtx()};
};

TextCompressor::TextCompressor(std::string_view dictionary) : impl_(std::make_unique<Impl>()) {
    ZSTD_CCtx* context = impl_->context.get();
    if (!context) throw std::bad_alloc();
    must(ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1));
    must(ZSTD_CCtx_loadDictionary(context, dictionary.data(), dictionary.size()));
}

TextCompressor::~TextCompressor() = default;
TextCompressor::TextCompressor(TextCompressor&&) noexcept = default;

std::string TextCompressor::compress(std::string_view bytes) {
    std::string packed(ZSTD_compressBound(bytes.size()), '\0');
    packed.resize(must(ZSTD_compress2(impl_->context.get(), packed.data(), packed.size(),
                                      bytes.data(), bytes.size())));
    return packed;
}

struct TextDecompressor::Impl {
    Handle<ZSTD_DCtx, ZSTD_freeDCtx> context{ZSTD_createDCtx()};
    // For what was written before the index had a dictionary.
    Handle<ZSTD_DCtx, ZSTD_freeDCtx> without_dictionary{ZSTD_createDCtx()};
};

TextDecompressor::TextDecompressor(std::string_view dictionary) : impl_(std::make_unique<Impl>()) {
    if (!impl_->context || !impl_->without_dictionary) throw std::bad_alloc();
    if (ZSTD_isError(
            ZSTD_DCtx_loadDictionary(impl_->context.get(), dictionary.data(), dictionary.size())))
        throw_damaged("the dictionary of the index", "zstd does not know it");
}

TextDecompressor::~TextDecompressor() = default;
TextDecompressor::TextDecompressor(TextDecompressor&&) noexcept = default;
TextDecompressor& TextDecompressor::operator=(TextDecompressor&&) noexcept = default;

std::string TextDecompressor::decompress(std::string_view bytes, std::string_view what) {
    const unsigned long long size = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
    if (size > max_record_bytes) throw_damaged(what, "its size");
    std::string text(size, '\0');
    const bool has_dictionary = ZSTD_getDictID_fromFrame(bytes.data(), bytes.size()) != 0;
    ZSTD_DCtx* context = (has_dictionary ? impl_->context : impl_->without_dictionary).get();
    const std::size_t result =
        ZSTD_decompressDCtx(context, text.data(), text.size(), bytes.data(), bytes.size());
    if (ZSTD_isError(result)) throw_damaged(what, ZSTD_getErrorName(result));
    if (result != text.size()) throw_damaged(what, "its size");
    return text;
}

std::string train_dictionary(const std::vector<std::string>& samples, std::size_t max_bytes) {
    const std::string joined = std::accumulate(samples.begin(), samples.end(), std::string());
    std::vector<std::size_t> sizes(samples.size());
    std::ranges::transform(samples, sizes.begin(), &std::string::size);
    std::string dictionary(max_bytes, '\0');
    const std::size_t size =
        ZDICT_trainFromBuffer(dictionary.data(), dictionary.size(), joined.data(), sizes.data(),
                              static_cast<unsigned>(sizes.size()));
    dictionary.resize(ZDICT_isError(size) ? 0 : size);
    // The number that every record repeats takes one byte then (zstd's format document, 5.).
    if (!dictionary.empty()) dictionary.replace(4, 4, std::string("\1\0\0\0", 4));
    return dictionary;
}

}  // namespace dateline
