#include "client/app/keeping/restoring.h"

#include "client/store/copying.h"
#include "client/store/sealed_vfs/sealed_vfs.h"
#include "client/store/vault.h"
#include "shared/base/file.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>

namespace client_app {

using base::Error;
using base::ErrorCode;
using base::Instant;
using Outcome = Restored::Outcome;
using store::vault::Attempt;

namespace {

namespace fs = std::filesystem;

constexpr const char* kEndings[] = {"", "-wal", "-shm"};

// One restore under way: the copy read to a scratch file beside the store, its key lent to both.
struct Work {
    const Restoring& wanted;
    Instant now;
    StoreFile copy;
    StoreFile file;
    std::string scratch;
    Restored result{};
};

void remove_scratch(const std::string& path) {
    std::error_code ignored;
    for (const char* ending : kEndings) fs::remove(path + ending, ignored);
}

db::OpenOptions alone() {
    db::OpenOptions options = sealed_vfs::open_options();
    options.exclusive = true;
    options.may_create = false;
    options.busy_timeout_ms = 200;
    return options;
}

// The laptop's own key file is asked first: its PIN may be newer than the copy's. Both hold the
// same data key.
Result<Attempt> unlocked(const Work& work) {
    if (base::file_exists(work.file.vault)) {
        auto here = store::vault::unlock(work.file.vault, work.wanted.pin, work.now);
        const bool is_decided = here.ok() && here.value().outcome != Attempt::Outcome::WrongPin;
        if (is_decided) return here;
    }
    return store::vault::unlock(work.copy.vault, work.wanted.pin, work.now);
}

base::Status read_copy(Work& work) {
    TRY(base::copy_file(work.copy.database, work.scratch, true));
    TRY_LET(connection, db::Connection::open(work.scratch, alone()));
    TRY(connection.integrity_check());
    TRY_LET(store, store::Store::open(std::move(connection)));
    TRY_LET(identity, store.identity());
    TRY_LET(records, store.record_count());
    TRY_LET(changes, store.change_count());
    work.result.user_name = identity.user_name;
    work.result.records = records;
    work.result.changes = changes;
    if (identity.device == work.file.name) return base::Done{};
    return Error{ErrorCode::Malformed, "the copy is of another device than its name says"};
}

// Opened alone: it fails while a window holds it, and closing it empties its log into the file.
Result<store::Store> open_alone(const std::string& path) {
    TRY_LET(connection, db::Connection::open(path, alone()));
    TRY(connection.execute("BEGIN EXCLUSIVE; COMMIT"));
    return store::Store::open(std::move(connection));
}

// What the copy would hide; the last incarnation of either.
Result<std::int64_t> compare(Work& work, store::Store& standing, store::Store& copy) {
    TRY_LET(copied, copy.progress());
    TRY_LET(progress, standing.progress());
    TRY_LET(hidden, store::held_only_by(standing, copy));
    TRY(standing.connection().empty_log());
    work.result.hidden_changes = hidden.changes;
    work.result.hidden_drafts = hidden.drafts;
    return std::max(copied.incarnation, progress.incarnation);
}

// Of a store that cannot be read nobody knows what it would hide. Nothing is changed here.
Result<std::int64_t> look_at_laptop(Work& work) {
    TRY_LET(copy, open_alone(work.scratch));
    TRY_LET(copied, copy.progress());
    if (!base::file_exists(work.file.database)) return copied.incarnation;
    auto standing = open_alone(work.file.database);
    auto last = standing.ok() ? compare(work, standing.value(), copy)
                              : Result<std::int64_t>(standing.error());
    if (last.ok()) return last;
    if (db::is_busy(last.error())) {
        work.result.outcome = Outcome::InUse;
    } else {
        work.result.is_laptop_unreadable = true;
    }
    return copied.incarnation;
}

base::Status begin_new_life(const Work& work, std::int64_t last_incarnation) {
    TRY_LET(store, open_alone(work.scratch));
    TRY_LET(progress, store.progress());
    progress.incarnation = last_incarnation + 1;
    progress.compared = false;
    TRY(store.set_progress(progress));
    return store.connection().empty_log();
}

std::string aside_ending(const std::string& path, Instant now) {
    const std::string day = base::to_text(base::date_in(now, base::Zone{"UTC", 0}));
    for (int i = 1;; ++i) {
        std::string ending = ".lama-" + day + "-" + std::to_string(i);
        if (!base::file_exists(path + ending)) return ending;
    }
}

// The store that stands there gets a second name, so that there is never a moment without one: the
// restored file then takes its first name in one step. What is left of a damaged store's log must
// not meet the restored file.
Result<std::string> keep_aside(const Work& work) {
    const std::string& path = work.file.database;
    if (!base::file_exists(path)) return std::string();
    const std::string aside = path + aside_ending(path, work.now);
    std::error_code error;
    fs::create_hard_link(path, aside, error);
    if (error) TRY(base::copy_file(path, aside, true));
    for (const char* ending : {"-wal", "-shm"}) {
        if (!base::file_exists(path + ending)) continue;
        fs::rename(path + ending, aside + ending, error);
        if (error) return Error{ErrorCode::Storage, "the store's log cannot be kept aside"};
    }
    return aside;
}

base::Status put_key(const Work& work) {
    const auto same = store::vault::opens_the_same(work.file.vault, work.copy.vault);
    if (same.ok() && same.value()) return base::Done{};
    if (base::file_exists(work.file.vault)) {
        TRY(base::put_in_place(work.file.vault,
                               work.file.vault + aside_ending(work.file.vault, work.now)));
    }
    const std::string unnamed = work.file.vault + ".new";
    TRY(base::copy_file(work.copy.vault, unnamed, true));
    return base::put_in_place(unnamed, work.file.vault);
}

// The database gets its name before the key file does: a store exists only with both.
base::Status put_in_place(Work& work) {
    TRY_LET(aside, keep_aside(work));
    work.result.kept_aside = aside;
    TRY(base::put_in_place(work.scratch, work.file.database));
    std::error_code ignored;
    fs::remove(work.file.last(), ignored);  // of the store that was put aside
    TRY(put_label(work.wanted.data, work.file.name, work.result.user_name));
    TRY(put_key(work));
    work.result.file = file_named(work.wanted.data, work.file.name);
    work.result.outcome = Outcome::Restored;
    return base::Done{};
}

base::Status restore_with_key(Work& work, crypto::SecretBytes key) {
    TRY(sealed_vfs::register_sealed_file(work.scratch, key.copy()));
    const sealed_vfs::KeyOnLoan scratch_key(work.scratch);
    remove_scratch(work.scratch);
    if (const auto read = read_copy(work); !read.ok()) {
        if (read.error().code == ErrorCode::DiskFull) return read;
        work.result.outcome = Outcome::DamagedCopy;
        return base::Done{};
    }
    // A store of this process that is open now keeps its key; a closed one is lent it for a look.
    std::optional<sealed_vfs::KeyOnLoan> store_key;
    if (!sealed_vfs::is_registered(work.file.database)) {
        TRY(sealed_vfs::register_sealed_file(work.file.database, std::move(key)));
        store_key.emplace(work.file.database);
    }
    work.result.outcome = Outcome::Restored;
    TRY_LET(incarnation, look_at_laptop(work));
    if (work.result.outcome == Outcome::InUse) return base::Done{};
    const bool hides = work.result.hidden_changes > 0 || work.result.hidden_drafts > 0 ||
                       work.result.is_laptop_unreadable;
    if (hides && !work.wanted.replaces) {
        work.result.outcome = Outcome::WouldHide;
        return base::Done{};
    }
    TRY(begin_new_life(work, incarnation));
    return put_in_place(work);
}

// NoCopy or WhichCopy stand in the result if there is nothing to work on.
std::optional<StoreFile> chosen_copy(const Restoring& wanted, Restored& result) {
    const auto copies = copies_in(wanted.folder);
    for (const StoreFile& copy : copies) {
        if (copy.name == wanted.device) return copy;
    }
    if (wanted.device.empty() && copies.size() == 1) return copies.front();
    const bool must_say = wanted.device.empty() && !copies.empty();
    result.outcome = must_say ? Outcome::WhichCopy : Outcome::NoCopy;
    return std::nullopt;
}

}  // namespace

std::vector<StoreFile> copies_in(const std::string& folder) {
    const auto files = store_files(folder);
    std::vector<StoreFile> copies;
    if (!files.ok()) return copies;
    for (const StoreFile& file : files.value()) {
        if (base::file_exists(file.database)) copies.push_back(file);
    }
    return copies;
}

Result<Restored> restore_copy(const Restoring& wanted, Instant now) {
    Restored nothing;
    const auto copy = chosen_copy(wanted, nothing);
    if (!copy) return nothing;
    TRY(base::make_directory(wanted.data, true));
    const StoreFile file = file_named(wanted.data, copy->name);
    Work work{wanted, now, *copy, file, file.database + ".restored"};
    TRY_LET(attempt, unlocked(work));
    if (attempt.outcome != Attempt::Outcome::Open) {
        work.result.outcome = Outcome::WrongPin;
        work.result.wait_s = attempt.wait_s;
        return work.result;
    }
    auto done = restore_with_key(work, std::move(attempt.key));
    remove_scratch(work.scratch);
    if (!done.ok()) return std::move(done).error().during("restore the copy");
    return work.result;
}

}  // namespace client_app
