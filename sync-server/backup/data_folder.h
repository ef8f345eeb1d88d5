// A health centre's data folder: the names of what is in it, and who may be at it at once.
#pragma once

#include "shared/base/result.h"

#include <memory>
#include <string>
#include <vector>

namespace backup {

using base::Result;
using base::Status;

std::string database_path(const std::string& data);
std::string key_path(const std::string& data);        // opens the backups
std::string epoch_path(const std::string& data);      // the highest that was ever begun
std::string erased_path(const std::string& data);     // ids of records that were lawfully erased
std::string shut_out_path(const std::string& data);   // ids of laptops and users (kept_lists.h)
std::string procedure_path(const std::string& data);  // the massage, where the centre has its own
std::string scratch_path(const std::string& data);    // plain copies, while a backup is worked on

// A lock on a file in the folder. It goes with the process, also when that is killed.
class Hold {
public:
    // Whoever works with the database holds it with others, a restore alone. nullptr: somebody is
    // in the way.
    static Result<std::unique_ptr<Hold>> with_others(const std::string& data);
    static Result<std::unique_ptr<Hold>> alone(const std::string& data);
    // One backup is made, checked or restored at a time.
    static Result<std::unique_ptr<Hold>> of_backups(const std::string& data);
    ~Hold();
    Hold(const Hold&) = delete;
    Hold& operator=(const Hold&) = delete;

private:
    explicit Hold(int file) : file_(file) {}
    static Result<std::unique_ptr<Hold>> take(const std::string& path, bool alone);
    int file_;
};

// Where plain copies live for a moment. Nothing of them is left when it goes; what a killed process
// left is removed when it is made. Needs the hold of_backups.
class Scratch {
public:
    static Result<std::unique_ptr<Scratch>> make(const std::string& data);
    ~Scratch();
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    std::string path(const std::string& name) const { return folder_ + "/" + name; }

private:
    explicit Scratch(std::string folder) : folder_(std::move(folder)) {}
    std::string folder_;
};

// The files beside the database that belong into a backup: the health centre's own settings.
std::vector<std::string> settings_files();

// The databases that restores took the place of (put_aside.h).
std::vector<std::string> databases_put_aside(const std::string& data);

// At the start of a server or a restore: what a backup or restore left that was killed. Nothing
// while one is worked on.
Status remove_leftovers(const std::string& data);

}  // namespace backup
