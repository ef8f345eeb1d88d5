#include "sync-server/reports/research/folder.h"

#include "shared/base/file.h"
#include "shared/crypto/encoding.h"
#include "shared/crypto/secret.h"

#include <filesystem>

namespace research {

using base::Done;
using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;

namespace {

constexpr const char* kUnfinished = ".part";
constexpr std::size_t kWrittenBytes = 256 * 1024;  // at once

std::string without_last_slash(std::string folder) {
    while (folder.size() > 1 && folder.back() == '/') folder.pop_back();
    return folder;
}

}  // namespace

Result<NewFolder> NewFolder::beside(std::string folder) {
    const std::string target = without_last_slash(std::move(folder));
    std::error_code error;
    if (std::filesystem::exists(std::filesystem::symlink_status(target, error))) {
        return Error{ErrorCode::Refused, target + " is there already: name a new folder"};
    }
    const std::filesystem::path parent = std::filesystem::path(target).parent_path();
    if (!parent.empty() && !std::filesystem::is_directory(parent, error)) {
        return Error{ErrorCode::NotFound, "there is no folder " + parent.string()};
    }
    // A name of its own: what another export left beside is not ours to touch.
    NewFolder made(target + "." + crypto::to_hex(crypto::random_bytes(4)) + ".new", target);
    TRY(base::make_directory(made.beside_, true));
    return made;
}

NewFolder::~NewFolder() {
    std::error_code ignored;
    if (!beside_.empty()) std::filesystem::remove_all(beside_, ignored);
}

Status NewFolder::add(std::string_view file, std::string_view text) {
    const auto at = waiting_.try_emplace(std::string(file)).first;
    at->second += text;
    return at->second.size() < kWrittenBytes ? Status(Done{}) : write(at->first, at->second);
}

Status NewFolder::write(const std::string& file, std::string& waiting) const {
    TRY(base::append_file(beside_ + "/" + file + kUnfinished, waiting, true));
    waiting.clear();
    return Done{};
}

Status NewFolder::name_it(const std::function<Status()>& before_naming) {
    for (auto& [file, waiting] : waiting_) {
        TRY(write(file, waiting));
        const std::string whole = beside_ + "/" + file;
        TRY(base::put_in_place(whole + kUnfinished, whole));
    }
    TRY(before_naming());
    TRY(base::put_in_place(beside_, target_));
    beside_.clear();
    return Done{};
}

}  // namespace research
