// A file of the VFS beneath, closed when it goes. Numbers returned are SQLite's result codes.
#pragma once

#include <sqlite3.h>

#include <cstddef>
#include <memory>
#include <span>

namespace sealed_vfs {

class BaseFile {
public:
    BaseFile() = default;
    BaseFile(const BaseFile&) = delete;
    BaseFile& operator=(const BaseFile&) = delete;
    ~BaseFile() { close(); }

    int open(sqlite3_vfs* vfs, const char* name, int flags, int* flags_got);
    int close();
    int read(std::span<unsigned char> to, sqlite3_int64 at);
    int write(std::span<const unsigned char> from, sqlite3_int64 at);

    sqlite3_file* get() { return reinterpret_cast<sqlite3_file*>(memory_.get()); }
    const sqlite3_io_methods* methods() { return get()->pMethods; }

private:
    std::unique_ptr<std::byte[]> memory_;
};

}  // namespace sealed_vfs
