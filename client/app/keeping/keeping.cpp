#include "client/app/keeping/keeping.h"

#include "client/store/practice_mark.h"
#include "shared/base/file.h"
#include "shared/base/paths.h"

#include <sys/stat.h>
#include <filesystem>

namespace client_app {

using base::Error;
using base::ErrorCode;
using base::Instant;
using store::CopyMemory;
using store::SealedFiles;

namespace {

namespace fs = std::filesystem;

bool is_same_disk(const std::string& one, const std::string& other) {
    struct stat a {};
    struct stat b {};
    return ::stat(one.c_str(), &a) == 0 && ::stat(other.c_str(), &b) == 0 && a.st_dev == b.st_dev;
}

base::Status check_folder(store::Store& store, const StoreFile& file, const std::string& folder) {
    TRY_LET(identity, store.identity());
    if (store::is_practice(identity)) {
        return Error{ErrorCode::Refused, "mode uji coba tidak disalin: isinya hanya contoh"};
    }
    std::error_code error;
    if (!fs::is_directory(folder, error)) {
        return Error{ErrorCode::NotFound,
                     "folder salinan tidak ada; pasang flashdisk-nya, lalu coba lagi"};
    }
    if (fs::equivalent(folder, base::folder_of(file.database), error)) {
        return Error{ErrorCode::Usage,
                     "folder itu tempat data laptop ini sendiri; pilih flashdisk atau disk lain"};
    }
    return base::Done{};
}

Error said(const Error& error) {
    if (error.code == ErrorCode::DiskFull) {
        return {ErrorCode::DiskFull,
                "tempat salinan penuh; salinan yang lama tetap utuh. Kosongkan flashdisk-nya, "
                "lalu coba lagi"};
    }
    return {error.code,
            "salinan tidak selesai; salinan yang lama tetap utuh, catatan di laptop aman (" +
                error.message + ")"};
}

Result<store::Copied> copy_and_remember(store::Store& store, const StoreFile& file,
                                        CopyMemory memory, Instant now) {
    // Taken before copying: what is saved meanwhile counts as not copied yet.
    TRY_LET(mark, store::content_mark(store));
    auto copied = store::copy_store(store, sealed_files(file), copy_in(memory.folder, file), now);
    if (!copied.ok()) {
        const Error error = said(copied.error());
        memory.failed_at = now;
        memory.failure = error.message;
        TRY(store::remember_copy(store, memory));
        return error;
    }
    memory.at = now;
    memory.mark = mark;
    memory.changes = copied.value().changes;
    memory.failed_at.reset();
    memory.failure.clear();
    TRY(store::remember_copy(store, memory));
    return copied;
}

bool is_recent(const std::optional<Instant>& at, Instant now) {
    return at && *at <= now && now.unix_ms - at->unix_ms < kCopyEveryMs;
}

Result<bool> is_time(store::Store& store, const CopyMemory& memory, Instant now) {
    if (is_recent(memory.failed_at, now)) return false;
    if (!is_recent(memory.at, now)) return true;
    TRY_LET(changes, store.change_count());
    return changes - memory.changes >= kCopyAfterChanges;
}

// A power cut while a copy was changed for the next may leave it without its name: then only what
// was being written, or what was put aside for it, says that this is the stick.
bool was_cut_off(const SealedFiles& copy) {
    if (base::file_exists(copy.database)) return false;
    const fs::path named(copy.database);
    const std::string name = named.filename().string();
    std::error_code error;
    for (fs::directory_iterator each(named.parent_path(), error), end; !error && each != end;
         each.increment(error)) {
        const std::string found = each->path().filename().string();
        if (found == name + ".new" || found.starts_with(name + ".lain-")) return true;
    }
    return false;
}

}  // namespace

SealedFiles sealed_files(const StoreFile& file) {
    return {file.database, file.vault};
}

SealedFiles copy_in(const std::string& folder, const StoreFile& file) {
    return {folder + "/" + fs::path(file.database).filename().string(),
            folder + "/" + fs::path(file.vault).filename().string()};
}

Result<store::Copied> copy_now(store::Store& store, const StoreFile& file,
                               const std::string& folder, Instant now) {
    std::error_code error;
    const fs::path whole = fs::absolute(folder, error);
    TRY(check_folder(store, file, folder));
    TRY_LET(memory, store::copy_memory(store));
    memory.folder = error ? folder : whole.lexically_normal().string();
    return copy_and_remember(store, file, memory, now);
}

base::Status forget_copy(store::Store& store) {
    return store::remember_copy(store, {});
}

Result<Kept> keep_copy_if_present(store::Store& store, const StoreFile& file, Instant now) {
    TRY_LET(memory, store::copy_memory(store));
    if (memory.folder.empty()) return Kept::NotWanted;
    TRY_LET(mark, store::content_mark(store));
    const SealedFiles copy = copy_in(memory.folder, file);
    const bool has_no_copy = was_cut_off(copy);
    const bool holds_all = mark == memory.mark && memory.failure.empty();
    if (holds_all && !has_no_copy) return Kept::UpToDate;
    if (!has_no_copy && !base::file_exists(copy.database)) return Kept::Absent;
    // A stick without a whole copy does not wait for its time, but where the last try failed.
    if (has_no_copy) memory.at.reset();
    TRY_LET(is_due, is_time(store, memory, now));
    if (!is_due) return Kept::TooSoon;
    const auto copied = copy_and_remember(store, file, memory, now);
    return copied.ok() ? Kept::Copied : Kept::Failed;
}

Result<CopyState> copy_state(store::Store& store, const StoreFile& file) {
    TRY_LET(memory, store::copy_memory(store));
    TRY_LET(mark, store::content_mark(store));
    CopyState state;
    state.folder = memory.folder;
    state.at = memory.at;
    state.changes = memory.changes;
    state.failure = memory.failure;
    state.is_current = memory.at && mark == memory.mark;
    if (memory.folder.empty()) return state;
    state.is_present = base::file_exists(copy_in(memory.folder, file).database);
    state.is_on_same_disk = is_same_disk(memory.folder, base::folder_of(file.database));
    return state;
}

}  // namespace client_app
