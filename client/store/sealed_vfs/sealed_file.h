// One open file as SQLite sees it: reads give plain bytes, writes take plain bytes. What is a page
// depends on the kind of file. Belongs to one connection. Numbers returned are SQLite's codes.
#pragma once

#include "client/store/sealed_vfs/base_file.h"
#include "client/store/sealed_vfs/key_ring.h"
#include "client/store/sealed_vfs/page_seal.h"

#include <memory>

namespace sealed_vfs {

class SealedFile {
public:
    explicit SealedFile(Key key) : key_(std::move(key)) {}
    SealedFile(const SealedFile&) = delete;
    SealedFile& operator=(const SealedFile&) = delete;
    virtual ~SealedFile() = default;

    virtual int read(std::span<unsigned char> to, sqlite3_int64 at) = 0;
    // SQLITE_IOERR_WRITE for anything that is not a page laid out for sealing or a known header.
    virtual int write(std::span<const unsigned char> from, sqlite3_int64 at) = 0;
    BaseFile& base() { return base_; }

protected:
    const crypto::SecretBytes& key() const { return *key_; }
    // Seals a copy of `from` and writes that.
    int write_page(std::uint32_t number, std::span<const unsigned char> from, sqlite3_int64 at);

    BaseFile base_;
    Page page_{};  // scratch; wiped of plain text after each use

private:
    Key key_;
};

// Pages one after another; page n lies at (n - 1) * 4096.
class DatabaseFile final : public SealedFile {
public:
    using SealedFile::SealedFile;
    int read(std::span<unsigned char> to, sqlite3_int64 at) override;
    int write(std::span<const unsigned char> from, sqlite3_int64 at) override;

private:
    int read_page(std::span<unsigned char> to, sqlite3_int64 at);
    int read_part(std::span<unsigned char> to, sqlite3_int64 at);  // within one page
};

// A header of 32 bytes, then frames: 24 bytes of header, which name the page, and the page.
class WalFile final : public SealedFile {
public:
    using SealedFile::SealedFile;
    int read(std::span<unsigned char> to, sqlite3_int64 at) override;
    int write(std::span<const unsigned char> from, sqlite3_int64 at) override;

private:
    int read_frame(std::span<unsigned char> to, sqlite3_int64 at);
    int read_body(std::span<unsigned char> to, sqlite3_int64 at);
    int write_frame_header(std::span<const unsigned char> from, sqlite3_int64 at);
    int write_body(std::span<const unsigned char> from, sqlite3_int64 at);
    int page_number_at(sqlite3_int64 frame, std::uint32_t& number);

    sqlite3_int64 last_frame_ = -1;  // of the header that we wrote last, and the page it named
    std::uint32_t last_number_ = 0;
};

inline constexpr sqlite3_int64 kWalHeaderBytes = 32;
inline constexpr sqlite3_int64 kFrameHeaderBytes = 24;
inline constexpr sqlite3_int64 kFrameBytes = kFrameHeaderBytes + kPageBytes;

// Big-endian, as SQLite's files hold numbers.
std::uint32_t number_at(std::span<const unsigned char> bytes, std::size_t at);

}  // namespace sealed_vfs
