#include "sync-server/backup/kept_lists.h"

#include "shared/base/file.h"
#include "shared/base/id.h"
#include "shared/base/log.h"
#include "shared/base/paths.h"
#include "sync-server/backup/data_folder.h"
#include "sync-server/backup/erased_list.h"
#include "sync-server/store/keeping/audit.h"
#include "sync-server/store/keeping/backups.h"
#include "sync-server/store/meta.h"
#include "sync-server/store/people/devices.h"
#include "sync-server/store/people/people.h"
#include "sync-server/store/records/erasing.h"

#include <array>
#include <filesystem>
#include <optional>
#include <sstream>

namespace backup {

using base::Done;
namespace fs = std::filesystem;

namespace {

constexpr std::string_view kDevice = "device ";
constexpr std::string_view kUser = "user ";
// Of what is decided of persons and laptops, all that a list of ids cannot say.
constexpr std::array kDecisions = {"user_add",   "user_role",        "user_unit_add",
                                   "sync_pause", "user_unit_remove", "sync_resume",
                                   "pin_rescue", "console_password"};

std::string erased_beside(const std::string& folder) {
    return folder + "/kawan-erased.txt";
}
std::string shut_out_beside(const std::string& folder) {
    return folder + "/kawan-shut-out.txt";
}

// nullopt: there is none. One that is there and cannot be read is no empty one: it would be written
// over, and the erased would come back.
Result<std::optional<std::vector<std::string>>> lines_of(const std::string& file) {
    std::error_code error;
    if (!fs::exists(file, error) && !error) return std::optional<std::vector<std::string>>();
    TRY_LET(text, base::read_file(file));
    std::vector<std::string> lines;
    std::istringstream all(text);
    for (std::string line; std::getline(all, line);) {
        while (line.ends_with('\r') || line.ends_with(' ')) line.pop_back();
        lines.push_back(line);
    }
    return std::optional(std::move(lines));
}

// Lines that are neither do no harm.
Status read_erased(const std::string& file, KeptLists& lists) {
    TRY_LET(lines, lines_of(file));
    if (!lines) return Done{};
    lists.knows_erased = true;
    for (const std::string& line : *lines) {
        if (base::is_uuid(line)) lists.erased.insert(line);
    }
    return Done{};
}

Status read_shut_out(const std::string& file, KeptLists& lists) {
    TRY_LET(lines, lines_of(file));
    if (!lines) return Done{};
    lists.knows_shut_out = true;
    for (const std::string& line : *lines) {
        if (line.starts_with(kDevice)) lists.devices.insert(line.substr(kDevice.size()));
        if (line.starts_with(kUser)) lists.users.insert(line.substr(kUser.size()));
    }
    return Done{};
}

Status read_folder(const std::string& data, KeptLists& lists) {
    TRY(read_erased(erased_path(data), lists));
    return read_shut_out(shut_out_path(data), lists);
}

Status read_database(db::Connection& connection, KeptLists& lists) {
    TRY_LET(erased, server_store::erased_ids(connection));
    TRY_LET(devices, server_store::devices(connection));
    TRY_LET(users, server_store::users(connection));
    lists.erased.insert(erased.begin(), erased.end());
    for (const server_store::Device& each : devices) {
        if (each.is_revoked) lists.devices.insert(each.id.text());
    }
    for (const server_store::User& each : users) {
        if (each.is_disabled) lists.users.insert(each.id.text());
    }
    return Done{};
}

Result<db::Connection> standing_database(const std::string& path) {
    db::OpenOptions options;
    options.may_create = false;
    return db::Connection::open(path, options);
}

// Of an older program it is older than the backup; of another health centre (somebody ran init on
// a new computer) it has nobody of ours: what is not in it was not told.
Result<bool> can_tell(db::Connection& present, const std::string& unpacked) {
    TRY_LET(backup, standing_database(unpacked));
    TRY_LET(standing, present.number("PRAGMA user_version"));
    TRY_LET(needed, backup.number("PRAGMA user_version"));
    TRY_LET(ours, server_store::meta(present, server_store::kSigningKey));
    TRY_LET(theirs, server_store::meta(backup, server_store::kSigningKey));
    return standing >= needed && ours == theirs;
}

Status ask_present(const std::string& data, const std::string& unpacked, KeptLists& lists) {
    TRY_LET(present, standing_database(database_path(data)));
    TRY(read_database(present, lists));
    TRY_LET(is_told, can_tell(present, unpacked));
    lists.knows_erased = lists.knows_erased || is_told;
    lists.knows_shut_out = lists.knows_shut_out || is_told;
    return Done{};
}

// Only what is not there yet is written.
Status write(const std::string& file, const std::string& text) {
    const auto standing = base::read_file(file);
    if (standing.ok() && standing.value() == text) return Done{};
    return base::replace_file(file, text);
}

// What stands there stays: it may be another's word of the same health centre. Of what nobody told
// no empty list is made: the next restore would take it for a word.
Status keep_in(const std::string& erased_file, const std::string& shut_out_file, KeptLists lists) {
    TRY(read_erased(erased_file, lists));
    TRY(read_shut_out(shut_out_file, lists));
    std::string erased, shut_out;
    for (const std::string& id : lists.erased) erased += id + "\n";
    for (const std::string& id : lists.devices) shut_out += std::string(kDevice) + id + "\n";
    for (const std::string& id : lists.users) shut_out += std::string(kUser) + id + "\n";
    if (lists.knows_erased || !erased.empty()) TRY(write(erased_file, erased));
    if (!lists.knows_shut_out && shut_out.empty()) return Done{};
    return write(shut_out_file, shut_out);
}

// The write lock is held, as by whoever erases: else the list could lose what she just wrote.
// Where it has to be written beside backups too.
Result<std::set<std::string>> keep_in_folder(db::Connection& connection, const std::string& data) {
    TRY_LET(transaction, db::Transaction::begin(connection));
    KeptLists lists;
    lists.knows_erased = lists.knows_shut_out = true;
    TRY(read_database(connection, lists));
    TRY(keep_in(erased_path(data), shut_out_path(data), std::move(lists)));
    TRY_LET(offered, server_store::offered_backups(connection));
    std::set<std::string> folders;
    for (const server_store::Backup& each : offered) folders.insert(base::folder_of(each.file));
    TRY(transaction.commit());
    return folders;
}

// A disk that fails keeps no other from its list.
void keep_beside(const std::set<std::string>& folders, const KeptLists& lists) {
    for (const std::string& folder : folders) {
        std::error_code ignored;
        if (!fs::is_directory(folder, ignored)) continue;  // a stick: at the next backup
        const Status kept = keep_in(erased_beside(folder), shut_out_beside(folder), lists);
        if (!kept.ok()) base::log::warn("a list beside the backups: " + kept.error().message);
    }
}

// Sticks and network disks are slow: nobody waits for them with the database locked. Two at once
// cannot lose each other's: whoever writes last beside the backups looks again whether the data
// folder tells more by now.
Status keep_all(db::Connection& connection, const std::string& data) {
    TRY_LET(folders, keep_in_folder(connection, data));
    KeptLists lists;
    TRY(read_folder(data, lists));
    for (;;) {
        keep_beside(folders, lists);
        KeptLists by_now;
        TRY(read_folder(data, by_now));
        if (by_now == lists) return Done{};
        lists = std::move(by_now);
    }
}

}  // namespace

void keep_lists(db::Connection& connection, const std::string& data) {
    const Status kept = keep_all(connection, data);
    if (!kept.ok()) base::log::warn("a list beside the backups: " + kept.error().message);
}

Result<KeptLists> lists_for_restore(const std::string& data, const std::string& backup_file,
                                    const std::string& unpacked) {
    KeptLists lists;
    const std::string shelf = base::folder_of(backup_file);
    TRY(read_folder(data, lists));
    TRY(read_erased(erased_beside(shelf), lists));
    TRY(read_shut_out(shut_out_beside(shelf), lists));
    // One that cannot be read tells nothing; often it is why somebody restores.
    if (base::file_exists(database_path(data)) && !ask_present(data, unpacked, lists).ok()) {
        base::log::warn("the present database does not tell who was erased or shut out");
    }
    TRY(keep_in(erased_path(data), shut_out_path(data), lists));
    return lists;
}

Result<std::int64_t> shut_out_again(db::Connection& connection, const KeptLists& lists,
                                    base::Instant now) {
    std::int64_t found = 0;
    for (const std::string& id : lists.devices) {
        TRY_LET(device, server_store::find_device(connection, id));
        if (!device || device->is_revoked) continue;
        TRY(server_store::revoke(connection, device->no, now));
        ++found;
    }
    for (const std::string& id : lists.users) {
        TRY_LET(user, server_store::find_user(connection, base::UserId(id)));
        if (!user || user->is_disabled) continue;
        TRY(server_store::disable_user(connection, user->id, now));
        ++found;
    }
    return found;
}

std::vector<std::string> decided_since(const std::string& data, base::Instant made_at) {
    std::vector<std::string> found;
    if (!base::file_exists(database_path(data))) return found;
    auto present = standing_database(database_path(data));
    if (!present.ok()) return found;
    for (const char* what : kDecisions) {
        server_store::AuditSearch search;
        search.what = what;
        search.from = made_at;
        const auto rows = server_store::search_audit(present.value(), search, 0, 1);
        if (rows.ok() && !rows.value().empty()) found.emplace_back(what);
    }
    return found;
}

}  // namespace backup
