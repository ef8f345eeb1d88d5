#include "client/store/sealed_vfs/sealed_file.h"

#include <algorithm>

namespace sealed_vfs {
namespace {

constexpr std::size_t kPageSizeAt = 16;  // of page 1: the page's size, big-endian, two bytes
constexpr std::size_t kReserveAt = 20;

std::uint32_t number_of(sqlite3_int64 at) {
    return static_cast<std::uint32_t>(at / kPageBytes) + 1;
}

bool is_laid_out_for_sealing(std::span<const unsigned char> page_one) {
    const int page_bytes = page_one[kPageSizeAt] << 8 | page_one[kPageSizeAt + 1];
    return page_bytes == kPageBytes && page_one[kReserveAt] == kReserveBytes;
}

// SQLite peeks at the header before it looks at the WAL. A page 1 that a power cut tore during a
// checkpoint is whole in the WAL, so the peek must not end the opening: it gets the layout that all
// our files share. The page itself, if the WAL has it not, is refused when it is read.
void fill_with_known_layout(Page& page) {
    page.fill(0);
    page[kPageSizeAt] = kPageBytes >> 8;
    page[kReserveAt] = kReserveBytes;
}

}  // namespace

int DatabaseFile::read(std::span<unsigned char> to, sqlite3_int64 at) {
    const int rc =
        at % kPageBytes == 0 && to.size() == kPageBytes ? read_page(to, at) : read_part(to, at);
    // SQLite expects what lies beyond the end of a file to read as zeros.
    if (rc == SQLITE_IOERR_SHORT_READ)
        std::fill(to.begin(), to.end(), static_cast<unsigned char>(0));
    return rc;
}

int DatabaseFile::read_page(std::span<unsigned char> to, sqlite3_int64 at) {
    const int rc = base_.read(to, at);
    if (rc != SQLITE_OK) return rc;
    if (open_page(key(), number_of(at), to.first<kPageBytes>())) return SQLITE_OK;
    return at == 0 ? SQLITE_NOTADB : SQLITE_IOERR_DATA;
}

int DatabaseFile::read_part(std::span<unsigned char> to, sqlite3_int64 at) {
    const sqlite3_int64 start = at / kPageBytes * kPageBytes;
    const auto offset = static_cast<std::size_t>(at - start);
    if (offset + to.size() > page_.size()) return SQLITE_IOERR_READ;
    const int rc = read_page(page_, start);
    if (rc == SQLITE_NOTADB) fill_with_known_layout(page_);
    if (rc != SQLITE_OK && rc != SQLITE_NOTADB) return rc;
    std::copy_n(page_.begin() + at % kPageBytes, to.size(), to.begin());
    page_.fill(0);
    return SQLITE_OK;
}

int DatabaseFile::write(std::span<const unsigned char> from, sqlite3_int64 at) {
    if (from.size() != page_.size() || at % kPageBytes != 0) return SQLITE_IOERR_WRITE;
    if (at == 0 && !is_laid_out_for_sealing(from)) return SQLITE_IOERR_WRITE;
    return write_page(number_of(at), from, at);
}

}  // namespace sealed_vfs
