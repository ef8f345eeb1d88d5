// A disk that forgets: a SQLite VFS in memory that keeps apart what was written and what was
// synced. A power cut at the k-th write or sync drops or tears what was not synced; a full disk
// refuses to grow.
#pragma once

#include "shared/base/random.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace simulation {

struct PendingWrite {
    std::int64_t offset;
    std::vector<unsigned char> bytes;
};

struct DiskFile {
    std::vector<unsigned char> seen;     // what reads return
    std::vector<unsigned char> durable;  // what a power cut leaves
    std::vector<PendingWrite> pending;   // since the last sync
};

class FaultDisk {
public:
    // Registers itself as the VFS `name`; only one disk per name at a time.
    FaultDisk(const std::string& name, base::SeededRandom& random);
    ~FaultDisk();
    FaultDisk(const FaultDisk&) = delete;
    FaultDisk& operator=(const FaultDisk&) = delete;

    const std::string& vfs() const { return name_; }
    // The power goes at the k-th write, truncation or sync from now (1: the next).
    void cut_at(std::int64_t k) { cut_at_ = operations_ + k; }
    bool is_cut() const { return is_cut_; }
    // After a cut: files hold what was durable and, of the rest, what chance let through.
    void power_on();
    void set_full(bool is_full) { is_full_ = is_full, fills_at_ = -1; }
    // It is full from the k-th write on.
    void fill_at(std::int64_t k) { fills_at_ = operations_ + k; }
    bool has_refused() const { return refusals_ > 0; }
    void copy_file(const std::string& from, const std::string& to);
    void remove(const std::string& path);

    // For the VFS itself.
    enum class Verdict { Go, PowerCut, Full };
    Verdict count(std::int64_t grows_by);
    std::shared_ptr<DiskFile> open(const std::string& path, bool may_create);
    bool exists(const std::string& path) const { return files_.count(path) != 0; }

private:
    void survive(DiskFile& file);

    std::string name_;
    base::SeededRandom& random_;
    std::map<std::string, std::shared_ptr<DiskFile>> files_;
    std::int64_t operations_ = 0;
    std::int64_t cut_at_ = -1;
    bool is_cut_ = false;
    std::int64_t fills_at_ = -1;
    std::int64_t refusals_ = 0;
    bool is_full_ = false;
    struct Registration;
    std::unique_ptr<Registration> registration_;
};

}  // namespace simulation
