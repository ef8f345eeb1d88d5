#include "client/store/sealed_vfs/sealed_file.h"

#include <algorithm>

namespace sealed_vfs {

int SealedFile::write_page(std::uint32_t number, std::span<const unsigned char> from,
                           sqlite3_int64 at) {
    std::copy(from.begin(), from.end(), page_.begin());
    if (!seal_page(key(), number, page_)) {
        page_.fill(0);
        return SQLITE_IOERR_WRITE;
    }
    return base_.write(page_, at);
}

std::uint32_t number_at(std::span<const unsigned char> bytes, std::size_t at) {
    std::uint32_t number = 0;
    for (const unsigned char byte : bytes.subspan(at, 4)) number = number << 8 | byte;
    return number;
}

}  // namespace sealed_vfs
