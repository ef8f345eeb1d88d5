#include "shared/protocol/zstd_frame.h"

#include "shared/protocol/dictionary.h"
#include "shared/protocol/unpacking.h"

#include <zstd.h>
#include <zstd_errors.h>
#include <algorithm>
#include <memory>

namespace protocol {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

// A frame may ask its reader for a window this large and no larger (8 MiB: zstd's level 19).
constexpr int kZstdWindowLogMax = 23;
constexpr int kZstdLevelMax = 19;
constexpr std::string_view kMagic = "\x28\xB5\x2F\xFD";

using Packer = std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)>;
using Unpacker = std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)>;

Error no_memory() {
    return {ErrorCode::Storage, "zstd: not enough memory"};
}

Error zstd_error(std::size_t code, std::size_t bytes_max) {
    const bool greedy = ZSTD_getErrorCode(code) == ZSTD_error_frameParameter_windowTooLarge;
    return greedy ? too_large(bytes_max) : not_of("zstd");
}

Result<std::string> unpack_with(ZSTD_DCtx* context, std::string_view bytes, std::size_t bytes_max) {
    ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
    Output output(bytes_max);
    const auto announced = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
    if (announced < ZSTD_CONTENTSIZE_ERROR) output.expect(announced);
    while (true) {
        ZSTD_outBuffer out{output.chunk(), kChunkBytes, 0};
        const std::size_t left = ZSTD_decompressStream(context, &out, &in);
        if (ZSTD_isError(left)) return zstd_error(left, bytes_max);
        if (!output.take(out.pos)) return too_large(bytes_max);
        if (left == 0) break;
        if (in.pos == in.size && out.pos < out.size) return cut_short();
    }
    if (in.pos != in.size) return bytes_after();
    return std::move(output).text();
}

// What is known goes behind the dictionary's own content, where references are shortest.
std::string dictionary_and(std::string_view known) {
    return std::string(dictionary()).append(known);
}

}  // namespace

Result<std::string> zstd_pack(std::string_view bytes, int level, std::string_view beside) {
    const Packer context(ZSTD_createCCtx(), &ZSTD_freeCCtx);
    if (!context) return no_memory();
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel,
                           std::clamp(level, 1, kZstdLevelMax));
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_dictIDFlag, 0);  // there is one only
    // Beside other bytes than its own a frame may unpack to another text: four bytes tell.
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, beside.empty() ? 0 : 1);
    if (ZSTD_isError(ZSTD_CCtx_loadDictionary(context.get(), beside.data(), beside.size()))) {
        return no_memory();
    }
    std::string packed(ZSTD_compressBound(bytes.size()), '\0');
    const std::size_t size =
        ZSTD_compress2(context.get(), packed.data(), packed.size(), bytes.data(), bytes.size());
    if (ZSTD_isError(size)) return no_memory();
    packed.resize(size);
    return packed;
}

Result<std::string> zstd_unpack(std::string_view bytes, std::size_t bytes_max,
                                std::string_view beside) {
    const Unpacker context(ZSTD_createDCtx(), &ZSTD_freeDCtx);
    if (!context) return no_memory();
    ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, kZstdWindowLogMax);
    if (ZSTD_isError(ZSTD_DCtx_loadDictionary(context.get(), beside.data(), beside.size()))) {
        return no_memory();
    }
    return unpack_with(context.get(), bytes, bytes_max);
}

Result<std::string> k1_pack(std::string_view bytes, int level, std::string_view known) {
    TRY_LET(packed, zstd_pack(bytes, level, dictionary_and(known)));
    CHECK(std::string_view(packed).starts_with(kMagic));
    return packed.substr(kMagic.size());
}

Result<std::string> k1_unpack(std::string_view bytes, std::size_t bytes_max,
                              std::string_view known) {
    const std::string frame = std::string(kMagic).append(bytes);
    return zstd_unpack(frame, bytes_max, dictionary_and(known));
}

}  // namespace protocol
