// "Coba pulihkan salinan": a copy that was never read back is a hope, not a copy.
#include "client/app/keeping/keeping.h"
#include "client/store/outbox.h"
#include "client/store/sealed_vfs/sealed_vfs.h"
#include "client/store/status.h"
#include "client/store/vault.h"
#include "shared/base/file.h"

#include <filesystem>

namespace client_app {

using base::Error;
using base::ErrorCode;
using store::SealedFiles;

namespace {

namespace fs = std::filesystem;

// A sealed file like the others, gone when the trial is over.
class ScratchFile {
public:
    explicit ScratchFile(std::string path) : path_(std::move(path)) { remove(); }
    ~ScratchFile() { remove(); }
    ScratchFile(const ScratchFile&) = delete;
    ScratchFile& operator=(const ScratchFile&) = delete;
    const std::string& path() const { return path_; }

private:
    void remove() const {
        std::error_code ignored;
        for (const char* ending : {"", "-wal", "-shm"}) fs::remove(path_ + ending, ignored);
    }
    std::string path_;
};

Result<store::Store> opened_and_checked(const std::string& path, const std::string& device) {
    db::OpenOptions options = sealed_vfs::open_options();
    options.exclusive = true;
    options.may_create = false;
    TRY_LET(connection, db::Connection::open(path, options));
    TRY(connection.integrity_check());
    TRY_LET(store, store::Store::open(std::move(connection)));
    TRY_LET(identity, store.identity());  // an empty file is a whole database too
    if (identity.device != device) return Error{ErrorCode::Malformed, "of another device"};
    return std::move(store);
}

base::Status compare(store::Store& here, store::Store& there, CopyTrial& trial) {
    TRY_LET(only_here, store::held_only_by(here, there));
    TRY_LET(only_there, store::held_only_by(there, here));
    TRY_LET(records_here, here.record_count());
    TRY_LET(records_there, there.record_count());
    TRY_LET(status_here, store::sync_status(here));
    TRY_LET(status_there, store::sync_status(there));
    TRY_LET(mark_here, store::content_mark(here));
    TRY_LET(mark_there, store::content_mark(there));
    trial.changes_behind = only_here.changes;
    trial.changes_only_there = only_there.changes;
    trial.records_here = records_here;
    trial.records_there = records_there;
    trial.waiting_here = status_here.waiting;
    trial.waiting_there = status_there.waiting;
    const bool is_equal = mark_here == mark_there && only_here.is_none() &&
                          records_here == records_there &&
                          status_here.waiting == status_there.waiting;
    trial.finding = only_there.changes > 0 ? CopyTrial::Finding::Other
                    : is_equal             ? CopyTrial::Finding::Equal
                                           : CopyTrial::Finding::Older;
    return base::Done{};
}

CopyTrial found(CopyTrial::Finding finding) {
    CopyTrial trial;
    trial.finding = finding;
    return trial;
}

// A full disk here says nothing about the copy; all else that fails on the way does.
Result<CopyTrial> judged(const Error& error) {
    if (error.code == ErrorCode::DiskFull) return error;
    return found(CopyTrial::Finding::Damaged);
}

}  // namespace

Result<CopyTrial> try_copy(store::Store& store, const StoreFile& file) {
    TRY_LET(memory, store::copy_memory(store));
    const SealedFiles copy = copy_in(memory.folder, file);
    const bool is_there = !memory.folder.empty() && base::file_exists(copy.database);
    if (!is_there) return found(CopyTrial::Finding::Missing);
    const auto same_key = store::vault::opens_the_same(copy.key, file.vault);
    if (!same_key.ok() || !same_key.value()) return found(CopyTrial::Finding::Damaged);

    const ScratchFile scratch(file.database + ".trial");
    if (const auto read = base::copy_file(copy.database, scratch.path(), true); !read.ok()) {
        return judged(read.error());
    }
    TRY(sealed_vfs::register_copy(scratch.path(), file.database));
    const sealed_vfs::KeyOnLoan key(scratch.path());
    auto there = opened_and_checked(scratch.path(), file.name);
    if (!there.ok()) return judged(there.error());
    CopyTrial trial;
    TRY(compare(store, there.value(), trial));
    return trial;
}

}  // namespace client_app
