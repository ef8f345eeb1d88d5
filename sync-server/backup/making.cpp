#include "sync-server/backup/making.h"
#include "sync-server/backup/kept_lists.h"

#include "shared/base/file.h"
#include "shared/base/log.h"
#include "sync-server/backup/epochs.h"
#include "sync-server/backup/put_aside.h"
#include "sync-server/backup/recovery_code.h"
#include "sync-server/backup/shelf.h"
#include "sync-server/store/meta.h"

#include <filesystem>

namespace backup {

using base::Done;
using base::Error;
using base::ErrorCode;
using base::Instant;
using server_store::Backup;
using server_store::Holdings;
namespace fs = std::filesystem;

namespace {

// A disk that is away fails every ten minutes; the last ones say why.
constexpr std::int64_t kFailuresKept = 20;

// What is counted and what is copied are of one moment; laptops are answered meanwhile.
Result<Holdings> copy_at_one_moment(db::Connection& connection, const std::string& to) {
    TRY(connection.execute("BEGIN"));
    auto held = server_store::holdings_of(connection);
    base::Status copied = Done{};
    if (held.ok()) copied = connection.copy_to(to, {});
    TRY(connection.execute("COMMIT"));
    TRY(std::move(copied));
    return held;
}

Result<Settings> settings_of(const std::string& data) {
    Settings settings;
    for (const std::string& name : settings_files()) {
        const std::string path = data + "/" + name;
        if (!base::file_exists(path)) continue;
        TRY_LET(text, base::read_file(path));
        settings[name] = std::move(text);
    }
    return settings;
}

// Everything between the first look at the folder and the finished, proven file.
class Making {
public:
    Making(const Order& order, db::Connection& connection, const crypto::BoxKey& key,
           const Scratch& scratch, Instant now)
        : order_(order), connection_(connection), key_(key), scratch_(scratch) {
        backup_.made_at = now;
    }

    Result<Holdings> run(const IsStopped& is_stopped) {
        TRY(check_shelf(order_.folder, order_.data));
        remove_unfinished(order_.folder);
        backup_.file = fs::absolute(new_name(order_.folder, backup_.made_at)).string();
        TRY_LET(held, write(is_stopped));
        TRY_LET(found, unpack(backup_.file, key_, scratch_));
        const std::string differs = difference(held, found.held);
        if (!differs.empty()) {
            return Error{ErrorCode::Storage, "the backup is not what was copied: " + differs};
        }
        return std::move(held);
    }

    void remove_what_failed() {
        std::error_code ignored;
        if (backup_.file.empty()) return;
        fs::remove(unfinished_name(backup_.file), ignored);
        fs::remove(backup_.file, ignored);
    }
    Backup& backup() { return backup_; }

private:
    Result<Holdings> write(const IsStopped& is_stopped) {
        const std::string copy = scratch_.path("copy.db");
        TRY_LET(held, copy_at_one_moment(connection_, copy));
        TRY_LET(settings, settings_of(order_.data));
        TRY(keep_epoch(order_.data, held.epoch));
        const crypto::BoxPublicKey to = key_.public_key();
        const Label label{held.centre, key_name(to), backup_.made_at, held.epoch};
        const std::string unfinished = unfinished_name(backup_.file);
        TRY(write_backup_file(unfinished, label, to, to_json(held, settings), copy, is_stopped));
        TRY(base::put_in_place(unfinished, backup_.file));
        std::error_code ignored;
        fs::remove(copy, ignored);
        backup_.bytes = static_cast<std::int64_t>(fs::file_size(backup_.file, ignored));
        backup_.changes = held.changes;
        return std::move(held);
    }

    const Order& order_;
    db::Connection& connection_;
    const crypto::BoxKey& key_;
    const Scratch& scratch_;
    Backup backup_;
};

Status write_down(db::Connection& connection, const Backup& backup, const Holdings& held) {
    TRY_LET(transaction, db::Transaction::begin(connection));
    TRY(server_store::add_backup(connection, backup, held.devices));
    return transaction.commit();
}

Status write_down_failure(db::Connection& connection, Backup backup, const Error& error) {
    backup.result = "failed: " + error.message;
    TRY(server_store::forget_failed_backups(connection, kFailuresKept - 1));
    return write_down(connection, backup, {});
}

Result<crypto::BoxKey> key_of(const std::string& data) {
    TRY_LET(key, find_key(data));
    if (key) return std::move(*key);
    return Error{ErrorCode::Usage,
                 "this health centre has no backup key yet; run kawan-server backup once, it shows "
                 "the recovery code"};
}

}  // namespace

Result<Unpacked> unpack(const std::string& file, const crypto::BoxKey& key,
                        const Scratch& scratch) {
    const std::string database = scratch.path("restored.db");
    TRY_LET(contents, read_backup_file(file, key, database));
    TRY_LET(expected, parse_manifest(contents.manifest));
    db::OpenOptions options;
    options.may_create = false;
    TRY_LET(connection, db::Connection::open(database, options));
    TRY(connection.integrity_check());
    TRY_LET(found, server_store::holdings_of(connection));
    const std::string differs = difference(expected, found);
    if (!differs.empty()) {
        return Error{ErrorCode::Malformed,
                     "the backup does not hold what it says: " + differs + "; take another backup"};
    }
    TRY_LET(settings, parse_settings(contents.manifest));
    return Unpacked{std::move(contents.label), std::move(found), database, std::move(settings)};
}

Result<Made> make_backup(const Order& order, const base::Clock& clock,
                         const IsStopped& is_stopped) {
    const auto hold = Hold::of_backups(order.data);
    if (!hold.ok()) return hold.error();
    TRY_LET(scratch, Scratch::make(order.data));
    TRY_LET(key, key_of(order.data));
    TRY_LET(connection, server_store::open_database(database_path(order.data), false));
    Making making(order, connection, key, *scratch, clock.now());
    auto held = making.run(is_stopped);
    if (!held.ok()) {
        making.remove_what_failed();
        const Status noted = write_down_failure(connection, making.backup(), held.error());
        TRY(look_after_put_aside(order.data, clock.now()));
        if (!noted.ok()) base::log::warn("a failed backup was not noted: " + noted.error().message);
        return std::move(held).error();
    }
    Backup& backup = making.backup();
    backup.verified_at = clock.now();
    backup.result = server_store::kVerified;
    TRY(write_down(connection, backup, held.value()));
    TRY(forget_missing(connection, clock.now()));
    keep_lists(connection, order.data);
    TRY(look_after_put_aside(order.data, clock.now()));
    TRY_LET(removed,
            rotate(connection, order.folder, key_name(key.public_key()), order.keep, clock.now()));
    return Made{backup, std::move(held).value(), removed};
}

}  // namespace backup
