// The databases that restores took the place of: whole and unsealed, for the day when the wrong
// backup was restored. They go after kPutAsideDays, and whoever is lawfully erased goes from them
// at once (SYNC 23); one that nobody can be taken out of goes as a whole.
#pragma once

#include "shared/base/date.h"
#include "shared/base/result.h"

#include <string>
#include <vector>

namespace backup {

inline constexpr int kPutAsideDays = 30;

// Where the present database goes when a backup takes its place.
std::string aside_name(const std::string& data, base::Instant now);

struct PutAside {
    std::string file;
    std::string until;  // the day it goes, "2026-12-21"
};
std::vector<PutAside> put_aside_in(const std::string& data);

// Takes out of them whom erased.txt lists, and what is past its days. Needs the hold of_backups.
base::Status look_after_put_aside(const std::string& data, base::Instant now);

}  // namespace backup
