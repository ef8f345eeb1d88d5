#include "shared/base/file.h"
#include "shared/crypto/encoding.h"
#include "shared/crypto/secret.h"
#include "sync-server/reports/research/export.h"

#include <filesystem>

namespace research {

using base::Error;
using base::ErrorCode;
using base::Status;

namespace {

// Goes with all that is in it, unless it got its name.
class Beside {
public:
    explicit Beside(std::string path) : path_(std::move(path)) {}
    Beside(const Beside&) = delete;
    Beside& operator=(const Beside&) = delete;
    ~Beside() {
        std::error_code ignored;
        if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
    }
    const std::string& path() const { return path_; }
    void keep() { path_.clear(); }

private:
    std::string path_;
};

std::string without_last_slash(std::string folder) {
    while (folder.size() > 1 && folder.back() == '/') folder.pop_back();
    return folder;
}

}  // namespace

Status write_folder(const Export& made, const std::string& folder,
                    const std::function<Status()>& before_naming) {
    const std::string target = without_last_slash(folder);
    std::error_code error;
    if (std::filesystem::exists(std::filesystem::symlink_status(target, error))) {
        return Error{ErrorCode::Refused, target + " is there already: name a new folder"};
    }
    const std::filesystem::path parent = std::filesystem::path(target).parent_path();
    if (!parent.empty() && !std::filesystem::is_directory(parent, error)) {
        return Error{ErrorCode::NotFound, "there is no folder " + parent.string()};
    }
    // A name of its own: what another export left beside is not ours to touch.
    Beside beside(target + "." + crypto::to_hex(crypto::random_bytes(4)) + ".new");
    TRY(base::make_directory(beside.path(), true));
    for (const ExportFile& file : made.files) {
        TRY(base::replace_file(beside.path() + "/" + file.name, file.text, true));
    }
    TRY(before_naming());
    TRY(base::put_in_place(beside.path(), target));
    beside.keep();
    return base::Done{};
}

}  // namespace research
