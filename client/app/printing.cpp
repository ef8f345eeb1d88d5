#include "client/app/printing.h"

#include <fcntl.h>
#include <linux/magic.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <thread>

namespace client_app {

namespace {

namespace fs = std::filesystem;
using base::Error;
using base::ErrorCode;

constexpr std::string_view kFolderName = "kawan-asi-pages.";

// "kawan-asi-pages.1234.AbCdEf": whose it is, so that a crash's pages are told from a neighbour's.
std::string folder_pattern(const std::string& parent) {
    return parent + "/" + std::string(kFolderName) + std::to_string(::getpid()) + ".XXXXXX";
}

bool is_alive(pid_t process) {
    return ::kill(process, 0) == 0 || errno == EPERM;
}

bool is_leftover(const fs::path& folder) {
    const std::string name = folder.filename().string();
    if (!name.starts_with(kFolderName)) return false;
    struct stat facts {};
    if (::lstat(folder.c_str(), &facts) != 0 || !S_ISDIR(facts.st_mode)) return false;
    if (facts.st_uid != ::getuid()) return false;
    pid_t process = 0;
    const char* from = name.data() + kFolderName.size();
    const auto read = std::from_chars(from, name.data() + name.size(), process);
    return read.ec == std::errc() && process > 0 && !is_alive(process);
}

void remove_leftovers(const std::string& parent) {
    std::error_code failed;
    for (fs::directory_iterator it(parent, failed), end; !failed && it != end;
         it.increment(failed)) {
        std::error_code ignored;
        if (is_leftover(it->path())) fs::remove_all(it->path(), ignored);
    }
}

// Not base::replace_file: its fsync and its rename are for disks.
base::Status write_privately(const std::string& path, std::string_view bytes) {
    const int file =
        ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file < 0) return Error{ErrorCode::Storage, "cannot write the page into memory"};
    bool ok = true;
    while (ok && !bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        ok = written > 0;
        if (ok) bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    ok = ::close(file) == 0 && ok;
    if (!ok) return Error{ErrorCode::DiskFull, "no room in memory for the page"};
    return base::Done{};
}

std::string plain_name(std::string_view name) {
    std::string plain;
    for (const char c : name) {
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
        if (is_plain) plain += c;
    }
    return plain.empty() ? "page" : plain;
}

// A process of its own session, with none of our files open and nothing to say on our terminal.
struct SpawnPlan {
    SpawnPlan() {
        ::posix_spawn_file_actions_init(&files);
        for (const int out : {0, 1, 2}) {
            ::posix_spawn_file_actions_addopen(&files, out, "/dev/null", O_RDWR, 0);
        }
        ::posix_spawn_file_actions_addclosefrom_np(&files, 3);
        ::posix_spawnattr_init(&attributes);
        ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID);
    }
    ~SpawnPlan() {
        ::posix_spawnattr_destroy(&attributes);
        ::posix_spawn_file_actions_destroy(&files);
    }
    SpawnPlan(const SpawnPlan&) = delete;
    SpawnPlan& operator=(const SpawnPlan&) = delete;

    posix_spawn_file_actions_t files{};
    posix_spawnattr_t attributes{};
};

base::Status no_browser() {
    return Error{ErrorCode::NotFound, "no program on this laptop opens a page for printing"};
}

// xdg-open says within moments that it found nobody; as a browser's parent it may also stay for as
// long as the browser does. So: a short look, and somebody to collect it when it ends.
base::Status look_shortly(pid_t process) {
    constexpr int kLooks = 30;
    constexpr auto kPause = std::chrono::milliseconds(10);
    for (int look = 0; look < kLooks; ++look) {
        int ended = 0;
        const pid_t who = ::waitpid(process, &ended, WNOHANG);
        if (who == process) {
            const bool ok = WIFEXITED(ended) && WEXITSTATUS(ended) == 0;
            return ok ? base::Status(base::Done{}) : no_browser();
        }
        std::this_thread::sleep_for(kPause);
    }
    std::thread([process] { ::waitpid(process, nullptr, 0); }).detach();
    return base::Done{};
}

}  // namespace

base::Status open_on_desktop(const std::string& path) {
    const SpawnPlan plan;
    std::string program = "xdg-open";
    std::string page = path;
    char* const arguments[] = {program.data(), page.data(), nullptr};
    pid_t process = 0;
    if (::posix_spawnp(&process, "xdg-open", &plan.files, &plan.attributes, arguments, environ) !=
        0) {
        return no_browser();
    }
    return look_shortly(process);
}

std::vector<std::string> memory_folders() {
    std::vector<std::string> folders;
    const char* runtime = std::getenv("XDG_RUNTIME_DIR");
    if (runtime != nullptr && *runtime == '/') folders.emplace_back(runtime);
    folders.emplace_back("/dev/shm");
    return folders;
}

bool is_in_memory(const std::string& folder) {
    struct statfs facts {};
    if (::statfs(folder.c_str(), &facts) != 0) return false;
    const auto kind = static_cast<unsigned long>(facts.f_type);
    return kind == TMPFS_MAGIC || kind == RAMFS_MAGIC;
}

Printing::Printing(Opener opener, std::vector<std::string> folders)
    : opener_(std::move(opener)), folders_(std::move(folders)) {
    for (const std::string& each : folders_) remove_leftovers(each);
}

Printing::~Printing() {
    clear();
}

base::Result<std::string> Printing::folder() {
    if (!folder_.empty()) return folder_;
    for (const std::string& parent : folders_) {
        if (!is_in_memory(parent)) continue;
        std::string made = folder_pattern(parent);
        // Made by mkdtemp: new, and readable by this user alone.
        if (::mkdtemp(made.data()) == nullptr) continue;
        folder_ = made;
        return folder_;
    }
    return Error{ErrorCode::Unsupported, "this laptop has no folder in memory for a page"};
}

base::Status Printing::print_page(std::string_view html, std::string_view name) {
    TRY_LET(place, folder());
    const std::string path =
        place + "/" + plain_name(name) + "-" + std::to_string(++pages_) + ".html";
    base::Status shown = write_privately(path, html);
    if (shown.ok()) shown = opener_(path);
    if (!shown.ok()) ::unlink(path.c_str());
    return shown;
}

void Printing::clear() {
    std::error_code ignored;
    if (!folder_.empty()) fs::remove_all(folder_, ignored);
    folder_.clear();
}

}  // namespace client_app
