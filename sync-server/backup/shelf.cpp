#include "sync-server/backup/shelf.h"

#include "shared/base/characters.h"
#include "shared/base/file.h"

#include <algorithm>
#include <filesystem>

namespace backup {

using base::Done;
using base::Error;
using base::ErrorCode;
using base::Instant;
using server_store::Backup;
namespace fs = std::filesystem;

namespace {

constexpr std::string_view kEnding = ".kbk";
constexpr std::string_view kUnfinished = ".kbk.part";

std::vector<std::string> files_in(const std::string& folder, std::string_view ending) {
    std::vector<std::string> files;
    std::error_code error;
    for (fs::directory_iterator each(folder, error), end; !error && each != end;
         each.increment(error)) {
        if (each->path().filename().string().ends_with(ending)) {
            files.push_back(each->path().string());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

bool is_in(const std::string& file, const std::string& folder) {
    std::error_code error;
    return fs::equivalent(fs::path(file).parent_path(), folder, error) && !error;
}

Status remove_file(const std::string& file) {
    std::error_code error;
    fs::remove(file, error);
    if (error) return Error{ErrorCode::Storage, "cannot remove the old backup " + file};
    return Done{};
}

bool is_offered(const std::vector<Backup>& offered, const std::string& file) {
    return std::any_of(offered.begin(), offered.end(), [&](const Backup& each) {
        std::error_code error;
        return fs::equivalent(each.file, file, error) && !error;
    });
}

}  // namespace

Status check_shelf(const std::string& folder, const std::string& data) {
    std::error_code error;
    if (!fs::is_directory(folder, error)) {
        return Error{ErrorCode::NotFound, "the folder for the backups is not there: " + folder +
                                              "; make it, or plug in the disk that has it"};
    }
    if (fs::equivalent(folder, data, error)) {
        return Error{ErrorCode::Usage,
                     "backups do not belong into the data folder itself; choose another disk"};
    }
    return Done{};
}

std::string time_name(Instant now) {
    std::string name;
    for (const char c : base::to_date_time_text(now, base::Zone{"UTC", 0}).substr(0, 19)) {
        if (c == 'T') name += '-';
        if (base::is_digit(c)) name += c;
    }
    return name;
}

std::string new_name(const std::string& folder, Instant now) {
    const std::string start = (fs::path(folder) / ("kawan-" + time_name(now))).string();
    std::string name = start + std::string(kEnding);
    for (int again = 2; base::file_exists(name); ++again) {
        name = start + "-" + std::to_string(again) + std::string(kEnding);
    }
    return name;
}

std::string unfinished_name(const std::string& file) {
    return file + ".part";
}

void remove_unfinished(const std::string& folder) {
    for (const std::string& file : files_in(folder, kUnfinished)) {
        std::error_code ignored;
        fs::remove(file, ignored);
    }
}

std::vector<Shelved> backups_in(const std::string& folder) {
    std::vector<Shelved> found;
    for (const std::string& file : files_in(folder, kEnding)) {
        auto label = read_label(file);
        if (label.ok()) found.push_back({file, std::move(label).value()});
    }
    return found;
}

Status forget_missing(db::Connection& connection, Instant now) {
    TRY_LET(offered, server_store::offered_backups(connection));
    for (const Backup& each : offered) {
        std::error_code error;
        const bool is_folder_there = fs::is_directory(fs::path(each.file).parent_path(), error);
        if (!is_folder_there || base::file_exists(each.file)) continue;
        TRY(server_store::set_backup_removed(connection, each.no, now));
    }
    return Done{};
}

Result<std::size_t> rotate(db::Connection& connection, const std::string& folder,
                           const std::string& key, std::size_t keep, Instant now) {
    TRY_LET(offered, server_store::offered_backups(connection));
    std::erase_if(offered, [&](const Backup& each) { return !is_in(each.file, folder); });
    std::size_t removed = 0;
    while (offered.size() > keep) {
        TRY(remove_file(offered.back().file));
        TRY(server_store::set_backup_removed(connection, offered.back().no, now));
        offered.pop_back();
        ++removed;
    }
    if (offered.empty()) return removed;
    for (const Shelved& each : backups_in(folder)) {
        const bool is_older = each.label.made_at < offered.back().made_at;
        if (each.label.key != key || !is_older || is_offered(offered, each.file)) continue;
        TRY(remove_file(each.file));
        ++removed;
    }
    return removed;
}

}  // namespace backup
