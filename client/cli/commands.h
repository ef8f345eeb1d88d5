// The commands of `kawan`, one function each; kawan_main.cpp reads the command line for them.
#pragma once

#include "shared/base/result.h"

#include <string>

namespace cli {

// Exit codes: 0 done, 1 refused or not found, 2 usage, 3 offline.
inline constexpr int kDone = 0;
inline constexpr int kRefused = 1;
inline constexpr int kUsage = 2;
inline constexpr int kOffline = 3;

struct Options {
    std::string data;
    std::string user;  // whose store, if the laptop has several
    bool json = false;
    std::string language = "id";

    std::string code;    // enrol: as read_code() takes it
    std::string server;  // enrol: another address than the code's
    bool again = false;  // enrol: for a store that is here, which keeps all it holds
    std::string type;
    std::string file;  // --json FILE, or the ndjson to import; "-" is standard input
    std::string id;
    std::string unit;
    std::string reason;
    std::string decides;
    std::string date;
    std::string month;
    bool with_history = false;  // show
    std::string folder;         // backup, restore
    bool tries = false;         // backup: read the copy back and compare
    bool replaces = false;      // restore: also over what is newer, which is kept aside
    bool checks = false;        // health: read the whole file
    bool lost_is_seen = false;  // health: what was lost need not be said any more
    std::string out;            // pin forgotten: the file for the request
};

int enrol(const Options& options);
int add(const Options& options);
int edit(const Options& options);
int import(const Options& options);
int list(const Options& options);
int show(const Options& options);
int due(const Options& options);
int register_month(const Options& options);
int sync(const Options& options);
int status(const Options& options);
int bundle_write(const Options& options);
int bundle_read(const Options& options);
int backup(const Options& options);
int restore(const Options& options);
int health(const Options& options);
int pin_change(const Options& options);
int pin_forgotten(const Options& options);
int pin_recover(const Options& options);

int fail(const base::Error& error);

}  // namespace cli
