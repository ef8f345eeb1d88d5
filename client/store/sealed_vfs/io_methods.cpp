#include "client/store/sealed_vfs/io_methods.h"

namespace sealed_vfs {
namespace {

SealedFile& sealed(sqlite3_file* file) {
    return *reinterpret_cast<Handle*>(file)->file;
}
sqlite3_file* base_of(sqlite3_file* file) {
    return sealed(file).base().get();
}
const sqlite3_io_methods& methods_of(sqlite3_file* file) {
    return *base_of(file)->pMethods;
}

int close_file(sqlite3_file* file) noexcept {
    const int rc = sealed(file).base().close();
    delete reinterpret_cast<Handle*>(file)->file;
    file->pMethods = nullptr;
    return rc;
}

int read_file(sqlite3_file* file, void* to, int size, sqlite3_int64 at) noexcept {
    return sealed(file).read({static_cast<unsigned char*>(to), static_cast<std::size_t>(size)}, at);
}
int write_file(sqlite3_file* file, const void* from, int size, sqlite3_int64 at) noexcept {
    const auto* bytes = static_cast<const unsigned char*>(from);
    return sealed(file).write({bytes, static_cast<std::size_t>(size)}, at);
}

int truncate_file(sqlite3_file* file, sqlite3_int64 size) noexcept {
    return methods_of(file).xTruncate(base_of(file), size);
}
int sync_file(sqlite3_file* file, int flags) noexcept {
    return methods_of(file).xSync(base_of(file), flags);
}
int file_size(sqlite3_file* file, sqlite3_int64* size) noexcept {
    return methods_of(file).xFileSize(base_of(file), size);
}
int lock_file(sqlite3_file* file, int level) noexcept {
    return methods_of(file).xLock(base_of(file), level);
}
int unlock_file(sqlite3_file* file, int level) noexcept {
    return methods_of(file).xUnlock(base_of(file), level);
}
int check_reserved_lock(sqlite3_file* file, int* is_reserved) noexcept {
    return methods_of(file).xCheckReservedLock(base_of(file), is_reserved);
}

// Growing a file in advance would put pages into it that were never sealed; mapping it would show
// SQLite the sealed bytes.
int control_file(sqlite3_file* file, int operation, void* argument) noexcept {
    switch (operation) {
        case SQLITE_FCNTL_CHUNK_SIZE:
        case SQLITE_FCNTL_SIZE_HINT:
            return SQLITE_OK;
        case SQLITE_FCNTL_MMAP_SIZE:
            *static_cast<sqlite3_int64*>(argument) = 0;
            return SQLITE_OK;
        default:
            return methods_of(file).xFileControl(base_of(file), operation, argument);
    }
}

int sector_size(sqlite3_file* file) noexcept {
    return methods_of(file).xSectorSize(base_of(file));
}
// Not: atomic writes, which go around the WAL, nor reads of parts of pages.
int device_characteristics(sqlite3_file* file) noexcept {
    return methods_of(file).xDeviceCharacteristics(base_of(file)) &
           (SQLITE_IOCAP_POWERSAFE_OVERWRITE | SQLITE_IOCAP_UNDELETABLE_WHEN_OPEN |
            SQLITE_IOCAP_SEQUENTIAL);
}

// The WAL index holds page numbers and no content.
int map_index(sqlite3_file* file, int region, int size, int may_extend,
              void volatile** mapped) noexcept {
    return methods_of(file).xShmMap(base_of(file), region, size, may_extend, mapped);
}
int lock_index(sqlite3_file* file, int offset, int count, int flags) noexcept {
    return methods_of(file).xShmLock(base_of(file), offset, count, flags);
}
void index_barrier(sqlite3_file* file) noexcept {
    methods_of(file).xShmBarrier(base_of(file));
}
int unmap_index(sqlite3_file* file, int is_deleted) noexcept {
    return methods_of(file).xShmUnmap(base_of(file), is_deleted);
}

// Version 2 ends before xFetch: SQLite never maps a sealed file into memory.
sqlite3_io_methods io_methods(int version) {
    sqlite3_io_methods table{};
    table.iVersion = version;
    table.xClose = close_file;
    table.xRead = read_file;
    table.xWrite = write_file;
    table.xTruncate = truncate_file;
    table.xSync = sync_file;
    table.xFileSize = file_size;
    table.xLock = lock_file;
    table.xUnlock = unlock_file;
    table.xCheckReservedLock = check_reserved_lock;
    table.xFileControl = control_file;
    table.xSectorSize = sector_size;
    table.xDeviceCharacteristics = device_characteristics;
    table.xShmMap = map_index;
    table.xShmLock = lock_index;
    table.xShmBarrier = index_barrier;
    table.xShmUnmap = unmap_index;
    return table;
}

}  // namespace

const sqlite3_io_methods* table_for(int base_version) {
    static const sqlite3_io_methods without_index = io_methods(1);
    static const sqlite3_io_methods with_index = io_methods(2);
    return base_version >= 2 ? &with_index : &without_index;
}

}  // namespace sealed_vfs
