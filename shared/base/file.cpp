#include "shared/base/file.h"

#include "shared/base/paths.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>

namespace base {

namespace {

namespace fs = std::filesystem;

Error system_error(const std::string& doing) {
    const int number = errno;
    const bool full = number == ENOSPC || number == EDQUOT;
    return {full ? ErrorCode::DiskFull : ErrorCode::Storage,
            doing + ": " + (full ? "the disk is full" : std::strerror(number))};
}

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    int number() const { return number_; }

private:
    int number_;
};

Status write_part(int descriptor, std::string_view bytes, const std::string& path) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return system_error("write " + path);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return Done{};
}

Status write_all(int descriptor, std::string_view bytes, const std::string& path) {
    TRY(write_part(descriptor, bytes, path));
    if (::fsync(descriptor) != 0) return system_error("sync " + path);
    return Done{};
}

// A rename is safe only when the folder's own entry has reached the disk.
void sync_folder(const std::string& path) {
    const Descriptor directory(::open(folder_of(path).c_str(), O_RDONLY));
    if (directory.number() >= 0) ::fsync(directory.number());
}

}  // namespace

Result<std::string> read_file(const std::string& path) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.number() < 0) return Error{ErrorCode::NotFound, "cannot open " + path};
    std::string bytes;
    std::array<char, 64 * 1024> part{};
    for (;;) {
        const ssize_t count = ::read(file.number(), part.data(), part.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return system_error("read " + path);
        if (count == 0) return bytes;
        bytes.append(part.data(), static_cast<std::size_t>(count));
    }
}

Status replace_file(const std::string& path, std::string_view bytes, bool is_private) {
    const std::string beside = path + ".new";
    const mode_t mode = is_private ? 0600 : 0644;
    {
        const Descriptor file(
            ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode));
        if (file.number() < 0) return system_error("open " + beside);
        // One that a killed writer left there keeps the mode that it had.
        if (is_private) ::fchmod(file.number(), mode);
        if (auto written = write_all(file.number(), bytes, beside); !written.ok()) {
            ::unlink(beside.c_str());
            return written;
        }
    }
    if (::rename(beside.c_str(), path.c_str()) != 0) {
        const Error error = system_error("rename to " + path);
        ::unlink(beside.c_str());
        return error;
    }
    sync_folder(path);
    return Done{};
}

Status append_file(const std::string& path, std::string_view bytes, bool is_private) {
    const mode_t mode = is_private ? 0600 : 0644;
    const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, mode));
    if (file.number() < 0) return system_error("open " + path);
    return write_part(file.number(), bytes, path);
}

namespace {

Status copy_bytes(int from, int to, const std::string& path) {
    std::array<char, 64 * 1024> part{};
    for (;;) {
        const ssize_t count = ::read(from, part.data(), part.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return system_error("read a file to copy");
        if (count == 0) return write_all(to, {}, path);  // syncs
        TRY(write_part(to, {part.data(), static_cast<std::size_t>(count)}, path));
    }
}

}  // namespace

Status copy_file(const std::string& from, const std::string& to, bool is_private) {
    const Descriptor source(::open(from.c_str(), O_RDONLY | O_CLOEXEC));
    if (source.number() < 0) return Error{ErrorCode::NotFound, "cannot open " + from};
    const mode_t mode = is_private ? 0600 : 0644;
    const Descriptor target(::open(to.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode));
    if (target.number() < 0) return system_error("open " + to);
    if (is_private) ::fchmod(target.number(), mode);
    auto copied = copy_bytes(source.number(), target.number(), to);
    if (!copied.ok()) ::unlink(to.c_str());
    return copied;
}

Status put_in_place(const std::string& from, const std::string& to) {
    {
        const Descriptor file(::open(from.c_str(), O_RDONLY | O_CLOEXEC));
        if (file.number() < 0 || ::fsync(file.number()) != 0) return system_error("sync " + from);
    }
    if (::rename(from.c_str(), to.c_str()) != 0) return system_error("rename to " + to);
    sync_folder(to);
    return Done{};
}

Status make_directory(const std::string& path, bool is_private) {
    std::error_code error;
    fs::create_directories(path, error);
    if (error) return Error{ErrorCode::Storage, "cannot make the folder " + path};
    if (is_private) ::chmod(path.c_str(), 0700);
    return Done{};
}

bool file_exists(const std::string& path) {
    std::error_code error;
    return fs::exists(path, error);
}

std::int64_t free_disk_bytes(const std::string& path) {
    std::error_code error;
    const auto space = fs::space(path, error);
    return error ? -1 : static_cast<std::int64_t>(space.available);
}

}  // namespace base
