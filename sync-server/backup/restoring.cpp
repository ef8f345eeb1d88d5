#include "sync-server/backup/restoring.h"

#include "shared/base/file.h"
#include "shared/base/log.h"
#include "sync-server/backup/epochs.h"
#include "sync-server/backup/kept_lists.h"
#include "sync-server/backup/put_aside.h"
#include "sync-server/backup/recovery_code.h"
#include "sync-server/backup/shelf.h"
#include "sync-server/store/meta.h"
#include "sync-server/store/records/erasing.h"

#include <algorithm>
#include <filesystem>

namespace backup {

using base::Done;
using base::Error;
using base::ErrorCode;
namespace fs = std::filesystem;

namespace {

// The backup is what the restored database has; those before it count if their files are there.
Status know_the_backup(db::Connection& connection, const std::string& file,
                       const Unpacked& unpacked, base::Instant now) {
    server_store::Backup backup;
    backup.file = fs::absolute(file).string();
    backup.made_at = unpacked.label.made_at;
    backup.verified_at = now;
    backup.result = server_store::kVerified;
    backup.changes = unpacked.held.changes;
    std::error_code ignored;
    backup.bytes = static_cast<std::int64_t>(fs::file_size(file, ignored));
    TRY(server_store::add_backup(connection, backup, unpacked.held.devices));
    return forget_missing(connection, now);
}

// Still in scratch: brought up to date, erased ids out, in its new epoch; nothing left in a log.
Status make_ready(const std::string& data, const std::string& file, const Unpacked& unpacked,
                  base::Instant now, Restored& restored) {
    TRY_LET(lists, lists_for_restore(data, file, unpacked.database));
    const std::vector<std::string> ids(lists.erased.begin(), lists.erased.end());
    restored.knows_erased = lists.knows_erased;
    restored.knows_shut_out = lists.knows_shut_out;
    TRY_LET(connection, server_store::open_database(unpacked.database, false));
    TRY_LET(transaction, db::Transaction::begin(connection));
    TRY_LET(erased, server_store::apply_erased(connection, ids));
    restored.erased = erased;
    TRY_LET(shut_out, shut_out_again(connection, lists, now));
    restored.shut_out = shut_out;
    TRY(server_store::begin_epoch(connection, restored.epoch));
    TRY(know_the_backup(connection, file, unpacked, now));
    TRY(transaction.commit());
    // What was erased is not left in pages that are free.
    if (!ids.empty()) TRY(connection.execute("VACUUM"));
    return connection.empty_log();
}

Status move(const std::string& from, const std::string& to) {
    if (!base::file_exists(from)) return Done{};
    std::error_code error;
    fs::rename(from, to, error);
    if (error) return Error{ErrorCode::Storage, "cannot rename " + from};
    return Done{};
}

// A second name first, so that the folder has a database at every moment. What is in its log goes
// into the file before; a database too damaged for that keeps its log. No log of another may stand
// beside the one that is put in place, so it goes in any case.
Result<std::string> put_aside(const std::string& data, base::Instant now) {
    const std::string database = database_path(data);
    const bool was_there = base::file_exists(database);
    if (was_there) {
        db::OpenOptions options;
        options.may_create = false;
        auto present = db::Connection::open(database, options);
        if (present.ok() && !present.value().empty_log().ok()) {
            base::log::warn("the database of before is put aside with its log");
        }
    }
    const std::string aside = aside_name(data, now);
    std::error_code error;
    if (was_there) fs::create_hard_link(database, aside, error);
    if (error) TRY(move(database, aside));  // a disk that knows no second names
    TRY(move(database + "-wal", aside + "-wal"));
    std::error_code ignored;
    fs::remove(database + "-shm", ignored);
    return was_there ? aside : std::string();
}

// Those that the backup has not stay as they are; those that differ get a second name.
Result<std::vector<std::string>> put_settings_back(const std::string& data,
                                                   const Settings& settings, base::Instant now) {
    std::vector<std::string> names;
    for (const auto& [name, text] : settings) {
        const std::string path = data + "/" + name;
        const auto present = base::read_file(path);
        if (present.ok() && present.value() == text) continue;
        TRY(move(path, path + ".before-restore-" + time_name(now)));
        TRY(base::replace_file(path, text));
        names.push_back(name);
    }
    return names;
}

}  // namespace

Result<Restored> restore(const std::string& file, const std::string& data,
                         const crypto::BoxKey& key, const base::Clock& clock) {
    TRY(remove_leftovers(data));
    const auto hold = Hold::of_backups(data);
    if (!hold.ok()) return hold.error();
    TRY_LET(scratch, Scratch::make(data));
    TRY_LET(unpacked, unpack(file, key, *scratch));
    Restored restored;
    restored.label = unpacked.label;
    restored.held = unpacked.held;
    restored.decided_since = decided_since(data, unpacked.label.made_at);
    const std::string name = key_name(key.public_key());
    restored.epoch = std::max(highest_known_epoch(data, file, name), unpacked.held.epoch) + 1;
    TRY(make_ready(data, file, unpacked, clock.now(), restored));
    // Known for used before it is: a restore that is cut off here leaves a gap, no epoch twice.
    TRY(keep_epoch(data, restored.epoch));
    if (const Status noted = keep_epoch_beside(file, restored.epoch); !noted.ok()) {
        base::log::warn("the new epoch could not be noted beside the backup");
    }
    TRY_LET(aside, put_aside(data, clock.now()));
    restored.aside = aside;
    TRY(base::put_in_place(unpacked.database, database_path(data)));
    TRY_LET(settings, put_settings_back(data, unpacked.settings, clock.now()));
    restored.settings = std::move(settings);
    TRY(look_after_put_aside(data, clock.now()));
    return restored;
}

}  // namespace backup
