#include "client/store/sealed_vfs/sealed_file.h"

#include <algorithm>
#include <array>

namespace sealed_vfs {
namespace {

constexpr std::size_t kPageSizeAt = 8;  // of the WAL's header

// Where in its frame a position lies; negative inside the WAL's own header.
sqlite3_int64 position_in_frame(sqlite3_int64 at) {
    return at < kWalHeaderBytes ? -1 : (at - kWalHeaderBytes) % kFrameBytes;
}

bool is_inside_header(sqlite3_int64 at, std::size_t size) {
    const auto end = at + static_cast<sqlite3_int64>(size);
    if (at < kWalHeaderBytes) return end <= kWalHeaderBytes;
    return position_in_frame(at) + static_cast<sqlite3_int64>(size) <= kFrameHeaderBytes;
}

}  // namespace

int WalFile::read(std::span<unsigned char> to, sqlite3_int64 at) {
    const sqlite3_int64 position = position_in_frame(at);
    if (position == 0 && to.size() == kFrameBytes) return read_frame(to, at);
    if (position == kFrameHeaderBytes && to.size() == kPageBytes) return read_body(to, at);
    if (is_inside_header(at, to.size())) return base_.read(to, at);
    return SQLITE_IOERR_READ;
}

// Only recovery and the rewriting of checksums read a frame whole. A page that is not genuine reads
// as zeros: then SQLite's own checksum ends the log there, as with any torn frame. An error here
// would make every store with a torn last frame unreadable.
int WalFile::read_frame(std::span<unsigned char> to, sqlite3_int64 at) {
    const int rc = base_.read(to, at);
    if (rc != SQLITE_OK) return rc;
    const auto body = to.subspan<kFrameHeaderBytes, kPageBytes>();
    if (!open_page(key(), number_at(to, 0), body))
        std::fill(body.begin(), body.end(), static_cast<unsigned char>(0));
    return SQLITE_OK;
}

int WalFile::read_body(std::span<unsigned char> to, sqlite3_int64 at) {
    std::uint32_t number = 0;
    int rc = page_number_at(at - kFrameHeaderBytes, number);
    if (rc == SQLITE_OK) rc = base_.read(to, at);
    if (rc != SQLITE_OK) return rc;
    return open_page(key(), number, to.first<kPageBytes>()) ? SQLITE_OK : SQLITE_IOERR_DATA;
}

int WalFile::write(std::span<const unsigned char> from, sqlite3_int64 at) {
    const sqlite3_int64 position = position_in_frame(at);
    if (position == 0 && from.size() == kFrameHeaderBytes) return write_frame_header(from, at);
    if (position == kFrameHeaderBytes && from.size() == kPageBytes) return write_body(from, at);
    const bool is_header = at == 0 && from.size() == kWalHeaderBytes;
    if (!is_header || number_at(from, kPageSizeAt) != kPageBytes) return SQLITE_IOERR_WRITE;
    return base_.write(from, at);
}

int WalFile::write_frame_header(std::span<const unsigned char> from, sqlite3_int64 at) {
    last_frame_ = at;
    last_number_ = number_at(from, 0);
    return base_.write(from, at);
}

int WalFile::write_body(std::span<const unsigned char> from, sqlite3_int64 at) {
    const sqlite3_int64 frame = at - kFrameHeaderBytes;
    std::uint32_t number = last_number_;
    // A page that spilled and is written again in one transaction gets no new header.
    if (frame != last_frame_) {
        const int rc = page_number_at(frame, number);
        if (rc != SQLITE_OK) return rc;
    }
    return write_page(number, from, at);
}

int WalFile::page_number_at(sqlite3_int64 frame, std::uint32_t& number) {
    std::array<unsigned char, 4> bytes{};
    const int rc = base_.read(bytes, frame);
    number = number_at(bytes, 0);
    return rc;
}

}  // namespace sealed_vfs
