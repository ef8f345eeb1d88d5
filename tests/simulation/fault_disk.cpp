#include "tests/simulation/fault_disk.h"

#include "shared/base/result.h"

#include <sqlite3.h>
#include <algorithm>
#include <cstring>
#include <new>

namespace simulation {

namespace {

constexpr std::int64_t kSector = 512;

struct OpenFile {
    sqlite3_file base;
    FaultDisk* disk;
    std::shared_ptr<DiskFile>* file;
};

OpenFile* of(sqlite3_file* file) {
    return reinterpret_cast<OpenFile*>(file);
}

DiskFile& data(sqlite3_file* file) {
    return **of(file)->file;
}

int code_of(FaultDisk::Verdict verdict, int io_error) {
    switch (verdict) {
        case FaultDisk::Verdict::Go:
            return SQLITE_OK;
        case FaultDisk::Verdict::PowerCut:
            return io_error;
        case FaultDisk::Verdict::Full:
            return SQLITE_FULL;
    }
    return io_error;
}

void put(std::vector<unsigned char>& bytes, std::int64_t offset, const unsigned char* from,
         std::size_t count) {
    const auto end = static_cast<std::size_t>(offset) + count;
    if (bytes.size() < end) bytes.resize(end, 0);
    std::copy_n(from, count, bytes.begin() + offset);
}

int close(sqlite3_file* file) {
    delete of(file)->file;
    return SQLITE_OK;
}

int read(sqlite3_file* file, void* out, int count, sqlite3_int64 offset) {
    if (of(file)->disk->is_cut()) return SQLITE_IOERR_READ;
    const auto& bytes = data(file).seen;
    const auto size = static_cast<std::int64_t>(bytes.size());
    const std::int64_t have = std::clamp<std::int64_t>(size - offset, 0, count);
    if (have > 0) std::memcpy(out, bytes.data() + offset, static_cast<std::size_t>(have));
    if (have == count) return SQLITE_OK;
    std::memset(static_cast<char*>(out) + have, 0, static_cast<std::size_t>(count - have));
    return SQLITE_IOERR_SHORT_READ;
}

int write(sqlite3_file* file, const void* from, int count, sqlite3_int64 offset) {
    DiskFile& target = data(file);
    const std::int64_t grows = offset + count - static_cast<std::int64_t>(target.seen.size());
    const int rc = code_of(of(file)->disk->count(grows), SQLITE_IOERR_WRITE);
    if (rc == SQLITE_FULL) return rc;
    const auto* bytes = static_cast<const unsigned char*>(from);
    // The write that the cut interrupts is pending like any other: it may reach the disk, or part.
    target.pending.push_back({offset, {bytes, bytes + count}});
    if (rc == SQLITE_OK) put(target.seen, offset, bytes, static_cast<std::size_t>(count));
    return rc;
}

int truncate(sqlite3_file* file, sqlite3_int64 size) {
    const int rc = code_of(of(file)->disk->count(0), SQLITE_IOERR_TRUNCATE);
    if (rc != SQLITE_OK) return rc;
    DiskFile& target = data(file);
    // Metadata is ordered by the file system's journal: what came before is on the disk then.
    target.seen.resize(static_cast<std::size_t>(size));
    target.durable = target.seen;
    target.pending.clear();
    return SQLITE_OK;
}

int sync(sqlite3_file* file, int) {
    const int rc = code_of(of(file)->disk->count(0), SQLITE_IOERR_FSYNC);
    if (rc != SQLITE_OK) return rc;
    DiskFile& target = data(file);
    target.durable = target.seen;
    target.pending.clear();
    return SQLITE_OK;
}

int file_size(sqlite3_file* file, sqlite3_int64* size) {
    *size = static_cast<sqlite3_int64>(data(file).seen.size());
    return SQLITE_OK;
}

int lock(sqlite3_file*, int) {
    return SQLITE_OK;
}
int check_reserved(sqlite3_file*, int* result) {
    *result = 0;
    return SQLITE_OK;
}
int control(sqlite3_file*, int, void*) {
    return SQLITE_NOTFOUND;
}
int sector_size(sqlite3_file*) {
    return kSector;
}
// A torn write leaves the bytes around it alone, as on every disk that SQLite runs on by default.
int characteristics(sqlite3_file*) {
    return SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

// Version 1: no shared memory, so WAL needs exclusive locking, which keeps its index on the heap.
const sqlite3_io_methods kMethods = {
    1,       close,          read,    write,       truncate,        sync,    file_size, lock,
    lock,    check_reserved, control, sector_size, characteristics, nullptr, nullptr,   nullptr,
    nullptr, nullptr,        nullptr};

FaultDisk* disk_of(sqlite3_vfs* vfs) {
    return static_cast<FaultDisk*>(vfs->pAppData);
}

int open_file(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out) {
    OpenFile* opened = of(file);
    opened->base.pMethods = nullptr;
    FaultDisk* disk = disk_of(vfs);
    if (disk->is_cut()) return SQLITE_IOERR;
    auto found = disk->open(name == nullptr ? "temporary" : name,
                            (flags & SQLITE_OPEN_CREATE) != 0 || name == nullptr);
    if (!found) return SQLITE_CANTOPEN;
    opened->disk = disk;
    opened->file = new std::shared_ptr<DiskFile>(std::move(found));
    opened->base.pMethods = &kMethods;
    if (out != nullptr) *out = flags;
    return SQLITE_OK;
}

int delete_file(sqlite3_vfs* vfs, const char* name, int) {
    if (disk_of(vfs)->is_cut()) return SQLITE_IOERR_DELETE;
    disk_of(vfs)->remove(name);
    return SQLITE_OK;
}

int access_file(sqlite3_vfs* vfs, const char* name, int, int* result) {
    *result = disk_of(vfs)->exists(name) ? 1 : 0;
    return SQLITE_OK;
}

int full_pathname(sqlite3_vfs*, const char* name, int size, char* out) {
    sqlite3_snprintf(size, out, "%s", name);
    return SQLITE_OK;
}

}  // namespace

struct FaultDisk::Registration {
    sqlite3_vfs vfs{};
};

FaultDisk::FaultDisk(const std::string& name, base::SeededRandom& random)
    : name_(name), random_(random), registration_(std::make_unique<Registration>()) {
    const sqlite3_vfs* system = sqlite3_vfs_find(nullptr);
    sqlite3_vfs& vfs = registration_->vfs;
    vfs = *system;  // randomness, sleep and time stay the system's
    vfs.iVersion = 2;
    vfs.szOsFile = sizeof(OpenFile);
    vfs.zName = name_.c_str();
    vfs.pNext = nullptr;
    vfs.pAppData = this;
    vfs.xOpen = open_file;
    vfs.xDelete = delete_file;
    vfs.xAccess = access_file;
    vfs.xFullPathname = full_pathname;
    CHECK(sqlite3_vfs_register(&vfs, 0) == SQLITE_OK);
}

FaultDisk::~FaultDisk() {
    sqlite3_vfs_unregister(&registration_->vfs);
}

FaultDisk::Verdict FaultDisk::count(std::int64_t grows_by) {
    if (is_cut_) return Verdict::PowerCut;
    const bool is_full = is_full_ || (fills_at_ >= 0 && operations_ >= fills_at_);
    if (is_full && grows_by > 0) {
        ++refusals_;
        return Verdict::Full;
    }
    ++operations_;
    if (operations_ == cut_at_) {
        is_cut_ = true;
        return Verdict::PowerCut;
    }
    return Verdict::Go;
}

std::shared_ptr<DiskFile> FaultDisk::open(const std::string& path, bool may_create) {
    const auto found = files_.find(path);
    if (found != files_.end()) return found->second;
    if (!may_create) return nullptr;
    return files_[path] = std::make_shared<DiskFile>();
}

// Of what was not synced, each write reached the disk, or did not, or only some of its sectors.
void FaultDisk::survive(DiskFile& file) {
    for (const PendingWrite& write : file.pending) {
        if (random_.chance(0.4)) continue;
        std::size_t count = write.bytes.size();
        if (random_.chance(0.3)) {
            count = static_cast<std::size_t>(random_.below(write.bytes.size() + 1));
            count -= count % static_cast<std::size_t>(kSector);
        }
        if (count > 0) put(file.durable, write.offset, write.bytes.data(), count);
    }
    file.pending.clear();
    file.seen = file.durable;
}

void FaultDisk::power_on() {
    for (auto& [path, file] : files_) {
        survive(*file);
        // Handles of the dead process must not write into the new life.
        file = std::make_shared<DiskFile>(*file);
    }
    is_cut_ = false;
    cut_at_ = -1;
}

void FaultDisk::copy_file(const std::string& from, const std::string& to) {
    const auto found = files_.find(from);
    CHECK(found != files_.end());
    files_[to] = std::make_shared<DiskFile>(*found->second);
}

void FaultDisk::remove(const std::string& path) {
    files_.erase(path);
}

}  // namespace simulation
