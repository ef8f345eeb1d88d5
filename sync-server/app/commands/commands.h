// The commands of kawan-server, one function each; server_main.cpp reads the command line for them.
#pragma once

#include "shared/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace server_app {

using base::Status;

struct InitOptions {
    std::string data;
    std::string centre;
    std::string units_file;  // CSV: code,name,village,village_code
    std::string zone = "Asia/Jakarta";
    std::string address = "127.0.0.1:8443";  // as laptops reach it; printed on the slips
};
Status init(const InitOptions& options);

struct ServeOptions {
    std::string data;
    std::string listen;       // HOST:PORT; empty: the address of init
    bool plain_http = false;  // loopback only
    std::string ready_file;   // gets the address once connections are accepted
    std::string backup_to;    // folder for backups on a schedule; empty: none are made
    double backup_every_hours = 24;
    int backup_keep = 14;
};
Status serve(const ServeOptions& options);

struct UserOptions {
    std::string data;
    bool json = false;
    std::string name;
    std::string role = "KADER";
    std::vector<std::string> units;
    std::string file;  // CSV: name,role,units (codes separated by a space)
};
Status user_add(const UserOptions& options);  // prints the enrolment code
Status user_list(const UserOptions& options);
Status user_disable(const UserOptions& options);
Status user_code(const UserOptions& options);  // a new code, for one more laptop

struct DeviceOptions {
    std::string data;
    bool json = false;
    std::string device;  // its id
    std::string reason;
    // Whom a pause is for: one of these.
    std::string unit;  // its code
    std::string user;  // full name
    bool is_for_all = false;
};
Status device_list(const DeviceOptions& options);
// The laptop was lost, or is given away: it may bring what it still has, then it erases its store.
Status device_revoke(const DeviceOptions& options);
// Nothing is taken from them and nothing given to them, until it goes on.
Status device_pause(const DeviceOptions& options);
Status device_resume(const DeviceOptions& options);

struct EraseOptions {
    std::string data;
    bool json = false;
    std::string person;  // her id
    std::string reason;  // kept in the audit trail; no name belongs into it
    bool with_children = false;
    bool dry_run = false;  // only says what would go
};
// Lawful erasure (SYNC 23): she and what is about her only, here now and on each laptop at its next
// sync. Backups that hold her go with their rotation.
Status erase(const EraseOptions& options);

struct DeskOptions {
    std::string data;
    bool json = false;
    std::string conflict;
    std::string choice;  // incoming, standing, or third with --set
    std::string set;     // JSON object
    std::string reason;
    std::string device;  // of a quarantined change
    std::int64_t n = 0;
};
Status conflicts_list(const DeskOptions& options);
Status conflicts_resolve(const DeskOptions& options);
Status conflicts_reopen(const DeskOptions& options);
Status quarantine_list(const DeskOptions& options);
Status quarantine_mend(const DeskOptions& options);
Status quarantine_reject(const DeskOptions& options);
Status quarantine_reopen(const DeskOptions& options);

struct ReportOptions {
    std::string data;
    bool json = false;
    std::string month, period;  // one of them: "2026-09"; "2026-Q3", "2026-S2", "2026"
    std::string unit;
    std::string format = "csv";
    std::vector<std::string> tables = {};  // reports/report_tables.h; empty: sigizi
    std::string household;                 // of the tables of one family
    std::string out;
    std::string mapping;         // of dhis2 and adx
    bool is_incomplete = false;  // write it although something is missing
    bool is_published = false;   // small cells hidden; instead of tables
};
Status report(const ReportOptions& options);
struct TraceOptions {
    std::string data;
    bool json = false;
    std::string figure;  // its id; or month, unit and indicator
    std::string month, unit, indicator;
    bool is_now = false;  // of a closed month: as it is now, not as it was reported
};
Status trace(const TraceOptions& options);
struct MonthOptions {
    std::string data;
    bool json = false;
    std::string month;
    std::string reason;
};
Status month_close(const MonthOptions& options);
Status month_reopen(const MonthOptions& options);
// Open or closed, what is missing, and what differs since: per figure and per person.
Status month_show(const MonthOptions& options);
struct DistrictOptions {
    std::string in;  // folder of month files
    std::string month, period;
    std::string centres;  // CSV with a column "centre": who is expected
    std::string format = "csv";
    std::string out;
    bool json = false;
};
// One file of several health centres, who has sent and who not.
Status district(const DistrictOptions& options);
// Answers a laptop whose user forgot her PIN; "-": the request comes from standard input.
Status pin_rescue(const std::string& data, const std::string& file, bool json);
// A receipt that a cadre brings back: is it ours, and is what it confirms still here? (SYNC 20)
Status receipt_verify(const std::string& data, const std::string& file, bool json);
struct BundleOptions {
    std::string data;
    bool json = false;
    std::vector<std::string> files;  // or folders of them
    std::string reply;               // a folder, or a file for one bundle; empty: beside each
};
// Takes what a courier brought from the laptops and writes a reply for each. One that is bad stops
// no other; if any was, the error says how many.
Status bundle_receive(const BundleOptions& options);
// Who is trained in the massage and until when; how many by posyandu.
Status training_list(const std::string& data, bool json);
Status training_coverage(const std::string& data, bool json);
// Exit code 1 also when the last verified backup is older than twice its schedule.
Status check(const std::string& data, bool json);
// A person says that this database is older than what its laptops know (SYNC 22).
Status new_epoch(const std::string& data, bool json);

struct FormOptions {
    std::string data;
    bool json = false;
    std::string file;  // a definition
};
Status form_list(const FormOptions& options);
// What is wrong with it, or what differs from the version in force.
Status form_check(const FormOptions& options);
// Laptops get it with their next sync; a server that runs notices within seconds.
Status form_publish(const FormOptions& options);

struct ImportOptions {
    std::string data;
    bool json = false;
    std::string file;
    std::string map;   // JSON file; empty: by the headings
    std::string unit;  // of rows that name none
    std::vector<std::size_t> other_rows, left_out_rows;
    std::string import;  // to take back
    std::string reason;
};
Status import_preview(const ImportOptions& options);
Status import_take(const ImportOptions& options);
Status import_list(const ImportOptions& options);
Status import_undo(const ImportOptions& options);

struct EvaluateOptions {
    std::string records, map, out;
    std::string summary;           // of feeding; empty: printed
    std::vector<std::string> by;   // columns
    std::string unknown = "keep";  // keep, exclude, as-no or as-given
    std::string missing = "unknown";
    std::string age = "months";  // or days
    bool is_lenient = false;
};
// Tables of others through our own scores and indicators; no data folder is needed.
Status evaluate_growth(const EvaluateOptions& options);
Status evaluate_feeding(const EvaluateOptions& options);

struct ResearchOptions {
    std::string data;
    bool json = false;
    std::string from, to;  // months
    std::string out;       // a folder that is not there yet
    int k = 5;
    std::string seed_file;  // empty: the key ends with the export
};
// Without names, of persons who agreed to research; says how many were left out.
Status research_export(const ResearchOptions& options);

struct BackupOptions {
    std::string data;
    bool json = false;
    std::string to;  // folder
    int keep = 14;
    std::string file;  // to verify or restore
    std::string key;   // as typed_code() takes it; empty: the data folder's, else asked for
};
Status backup_make(const BackupOptions& options);
Status backup_verify(const BackupOptions& options);
// Refused while anything works with the folder. What stands there is put aside.
Status backup_restore(const BackupOptions& options);
// Makes the folder's backup key and gives the code for paper; empty if there was one.
base::Result<std::string> make_backup_key(const std::string& data);
std::string recovery_words(const std::string& code);

}  // namespace server_app
