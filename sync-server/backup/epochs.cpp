#include "sync-server/backup/epochs.h"

#include "shared/base/file.h"
#include "shared/base/json.h"
#include "shared/base/paths.h"
#include "sync-server/backup/data_folder.h"
#include "sync-server/backup/shelf.h"
#include "sync-server/store/meta.h"

#include <algorithm>
#include <filesystem>

namespace backup {

namespace {

namespace fs = std::filesystem;

std::int64_t epoch_in(const std::string& file) {
    auto text = base::read_file(file);
    if (!text.ok()) return 0;
    while (text.value().ends_with('\n')) text.value().pop_back();
    return base::json::integer_of(text.value()).value_or(0);
}

std::int64_t epoch_of_database(const std::string& path) {
    if (!base::file_exists(path)) return 0;
    db::OpenOptions options;
    options.may_create = false;
    auto connection = db::Connection::open(path, options);
    if (!connection.ok()) return 0;
    const auto epoch = server_store::meta(connection.value(), server_store::kEpoch);
    return epoch.ok() ? base::json::integer_of(epoch.value()).value_or(0) : 0;
}

std::string note_beside(const std::string& backup_file) {
    return base::folder_of(backup_file) + "/kawan-epoch";
}

}  // namespace

Result<std::int64_t> begun_epoch(const std::string& data) {
    std::error_code error;
    if (!fs::exists(epoch_path(data), error) && !error) return std::int64_t{0};
    TRY_LET(text, base::read_file(epoch_path(data)));
    while (text.ends_with('\n')) text.pop_back();
    return base::json::integer_of(text).value_or(0);
}

Status keep_epoch(const std::string& data, std::int64_t epoch) {
    if (epoch_in(epoch_path(data)) >= epoch) return base::Done{};
    return base::replace_file(epoch_path(data), std::to_string(epoch) + "\n");
}

std::int64_t highest_known_epoch(const std::string& data, const std::string& backup_file,
                                 const std::string& key) {
    std::int64_t highest = std::max({epoch_in(epoch_path(data)), epoch_in(note_beside(backup_file)),
                                     epoch_of_database(database_path(data))});
    for (const Shelved& each : backups_in(base::folder_of(backup_file))) {
        if (each.label.key == key) highest = std::max(highest, each.label.epoch);
    }
    return highest;
}

Status keep_epoch_beside(const std::string& backup_file, std::int64_t epoch) {
    const std::string note = note_beside(backup_file);
    if (epoch_in(note) >= epoch) return base::Done{};
    return base::replace_file(note, std::to_string(epoch) + "\n");
}

}  // namespace backup
