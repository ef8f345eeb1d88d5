#include "sync-server/backup/data_folder.h"

#include "shared/base/file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <cerrno>
#include <filesystem>

namespace backup {

using base::Done;
using base::Error;
using base::ErrorCode;
namespace fs = std::filesystem;

namespace {

constexpr std::string_view kProcedure = "massage_procedure.json";

}  // namespace

std::string database_path(const std::string& data) {
    return data + "/centre.db";
}
std::string key_path(const std::string& data) {
    return data + "/backup.key";
}
std::string epoch_path(const std::string& data) {
    return data + "/epoch";
}
std::string erased_path(const std::string& data) {
    return data + "/erased.txt";
}
std::string shut_out_path(const std::string& data) {
    return data + "/shut-out.txt";
}
std::string procedure_path(const std::string& data) {
    return data + "/" + std::string(kProcedure);
}
std::vector<std::string> settings_files() {
    return {std::string(kProcedure)};
}
std::string scratch_path(const std::string& data) {
    return data + "/backup-scratch";
}

Result<std::unique_ptr<Hold>> Hold::take(const std::string& path, bool alone) {
    const int opened = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (opened < 0) return Error{ErrorCode::Storage, "cannot open the lock file " + path};
    if (::flock(opened, (alone ? LOCK_EX : LOCK_SH) | LOCK_NB) == 0) {
        return std::unique_ptr<Hold>(new Hold(opened));
    }
    const bool is_held = errno == EWOULDBLOCK;
    ::close(opened);
    if (is_held) return std::unique_ptr<Hold>();
    return Error{ErrorCode::Storage, "cannot lock " + path};
}

Result<std::unique_ptr<Hold>> Hold::with_others(const std::string& data) {
    return take(data + "/in-use.lock", false);
}

Result<std::unique_ptr<Hold>> Hold::alone(const std::string& data) {
    return take(data + "/in-use.lock", true);
}

Result<std::unique_ptr<Hold>> Hold::of_backups(const std::string& data) {
    TRY_LET(hold, take(data + "/backup.lock", true));
    if (hold == nullptr) {
        return Error{ErrorCode::Refused,
                     "another backup is being made or looked at; try again when it is done"};
    }
    return std::move(hold);
}

Hold::~Hold() {
    ::close(file_);
}

Result<std::unique_ptr<Scratch>> Scratch::make(const std::string& data) {
    std::error_code error;
    fs::remove_all(scratch_path(data), error);
    if (error) return Error{ErrorCode::Storage, "cannot empty " + scratch_path(data)};
    TRY(base::make_directory(scratch_path(data), true));
    return std::unique_ptr<Scratch>(new Scratch(scratch_path(data)));
}

Scratch::~Scratch() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
}

std::vector<std::string> databases_put_aside(const std::string& data) {
    std::vector<std::string> found;
    std::error_code error;
    for (fs::directory_iterator each(data, error), end; !error && each != end;
         each.increment(error)) {
        const std::string name = each->path().filename().string();
        if (!name.starts_with("before-restore-") || !name.ends_with(".db")) continue;
        found.push_back(each->path().string());
    }
    return found;
}

namespace {

// A restore that was cut off may have given the database its second name, no more. Nobody may ever
// open it by that one while it is in use by the other.
void remove_second_names(const std::string& data) {
    for (const std::string& path : databases_put_aside(data)) {
        std::error_code ignored;
        if (fs::equivalent(path, database_path(data), ignored)) fs::remove(path, ignored);
    }
}

}  // namespace

Status remove_leftovers(const std::string& data) {
    const auto hold = Hold::of_backups(data);
    if (!hold.ok()) return Done{};
    remove_second_names(data);
    std::error_code error;
    fs::remove_all(scratch_path(data), error);
    if (error) return Error{ErrorCode::Storage, "cannot remove " + scratch_path(data)};
    return Done{};
}

}  // namespace backup
