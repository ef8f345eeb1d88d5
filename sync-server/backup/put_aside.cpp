#include "sync-server/backup/put_aside.h"

#include "shared/base/file.h"
#include "shared/base/log.h"
#include "sync-server/backup/data_folder.h"
#include "sync-server/backup/erased_list.h"
#include "sync-server/backup/shelf.h"
#include "sync-server/store/meta.h"
#include "sync-server/store/records/erasing.h"

#include <filesystem>

namespace backup {

using base::Done;
using base::Error;
using base::ErrorCode;
using base::Instant;
using base::Result;
using base::Status;
namespace fs = std::filesystem;

namespace {

constexpr std::int64_t kDayMs = 24LL * 60 * 60 * 1000;
constexpr std::string_view kStart = "before-restore-";

// The day in a name: before-restore-20261121-103000.db
std::optional<base::Date> day_of(const std::string& file) {
    const std::string name = fs::path(file).filename().string();
    if (name.size() < kStart.size() + 8) return std::nullopt;
    const std::string day = name.substr(kStart.size(), 8);
    return base::parse_date(day.substr(0, 4) + "-" + day.substr(4, 2) + "-" + day.substr(6, 2));
}

Status remove(const std::string& file) {
    for (const char* ending : {"-wal", "-shm", ""}) {
        std::error_code error;
        fs::remove(file + ending, error);
        if (error) return Error{ErrorCode::Storage, "cannot remove " + file + ending};
    }
    return Done{};
}

// False: it knew them all already.
Result<bool> take_out(const std::string& file, const std::vector<std::string>& listed) {
    TRY_LET(connection, server_store::open_database(file, false));
    std::vector<std::string> unknown;
    for (const std::string& id : listed) {
        TRY_LET(is_known, server_store::is_erased(connection, id));
        if (!is_known) unknown.push_back(id);
    }
    if (unknown.empty()) return false;
    TRY_LET(transaction, db::Transaction::begin(connection));
    TRY_LET(found, server_store::apply_erased(connection, unknown));
    TRY(transaction.commit());
    // Not left in pages that are free either.
    if (found > 0) TRY(connection.execute("VACUUM"));
    TRY(connection.empty_log());
    return found > 0;
}

}  // namespace

std::string aside_name(const std::string& data, Instant now) {
    const std::string start = data + "/" + std::string(kStart) + time_name(now);
    std::string name = start + ".db";
    for (int again = 2; base::file_exists(name); ++again) {
        name = start + "-" + std::to_string(again) + ".db";
    }
    return name;
}

std::vector<PutAside> put_aside_in(const std::string& data) {
    std::vector<PutAside> found;
    for (const std::string& file : databases_put_aside(data)) {
        const auto day = day_of(file);
        found.push_back({file, day ? base::to_text(base::add_days(*day, kPutAsideDays)) : ""});
    }
    return found;
}

Status look_after_put_aside(const std::string& data, Instant now) {
    TRY_LET(listed, read_erased_list(data));
    const Instant then{now.unix_ms - kPutAsideDays * kDayMs};
    const std::string oldest = fs::path(aside_name(data, then)).filename().string();
    for (const std::string& file : databases_put_aside(data)) {
        if (fs::path(file).filename().string() < oldest) {
            TRY(remove(file));
            base::log::info("a database put aside by a restore went after its days");
            continue;
        }
        if (listed.empty()) continue;
        const auto taken = take_out(file, listed);
        if (taken.ok()) continue;
        base::log::warn("a database put aside by a restore goes, since nobody can be erased in it");
        TRY(remove(file));
    }
    return Done{};
}

}  // namespace backup
