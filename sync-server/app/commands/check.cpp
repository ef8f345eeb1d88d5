#include "shared/base/file.h"
#include "shared/base/text.h"
#include "sync-server/app/centre.h"
#include "sync-server/app/commands/commands.h"
#include "sync-server/app/commands/output.h"
#include "sync-server/app/serving/backup_schedule.h"
#include "sync-server/backup/put_aside.h"
#include "sync-server/store/changes/ahead.h"
#include "sync-server/store/changes/waiting_lists.h"
#include "sync-server/store/meta.h"
#include "sync-server/store/people/devices.h"
#include "sync-server/store/records/records.h"

#include <filesystem>

namespace server_app {

using base::Done;
using base::Error;
using base::ErrorCode;

namespace {

// Below this a commit may fail at any moment: SQLite's log alone takes as much.
constexpr std::int64_t kFreeBytesLeast = 8'000'000;

std::string hours_text(std::int64_t ms) {
    const std::int64_t tenths = ms / (6LL * 60 * 1000);
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

void add_backups(const BackupHealth& health, base::Instant now, const base::Zone& zone,
                 Facts& facts) {
    facts.emplace_back("backups", std::to_string(health.offered));
    if (health.last_verified) {
        const base::Instant made_at = health.last_verified->made_at;
        facts.emplace_back("backup_verified_of", base::to_date_time_text(made_at, zone));
        facts.emplace_back("backup_age_hours", hours_text(now.unix_ms - made_at.unix_ms));
    } else {
        facts.emplace_back("backup_verified_of", "never");
    }
    if (health.last) facts.emplace_back("last_backup", health.last->result);
}

// Whole databases with persons in them: they are not to be forgotten about.
void add_put_aside(const std::string& data, Facts& facts) {
    std::vector<std::string> names;
    for (const backup::PutAside& each : backup::put_aside_in(data)) {
        const std::string name = std::filesystem::path(each.file).filename().string();
        names.push_back(name + " until " + each.until);
    }
    facts.emplace_back("databases_put_aside", std::to_string(names.size()));
    if (!names.empty()) facts.emplace_back("put_aside", base::joined(names, ", "));
}

// Laptops that know more than this database: it is the older one, or they lie.
void add_ahead(const std::vector<server_store::Ahead>& ahead, const base::Zone& zone,
               Facts& facts) {
    facts.emplace_back("laptops_ahead", std::to_string(ahead.size()));
    std::vector<std::string> lines;
    for (const server_store::Ahead& each : ahead) {
        lines.push_back(each.device + " since " + base::to_date_time_text(each.since, zone));
    }
    if (!lines.empty()) facts.emplace_back("ahead", base::joined(lines, ", "));
}

// All that somebody has to see to: a laptop that lies hides no backup that is overdue.
Status trouble(const BackupHealth& health, const std::vector<server_store::Ahead>& ahead,
               std::int64_t free_bytes) {
    std::vector<std::string> sentences;
    if (free_bytes >= 0 && free_bytes < kFreeBytesLeast) {
        sentences.emplace_back(
            "the disk is full, or nearly: what laptops send is not taken then; they are told to "
            "come again, and lose nothing. Make room");
    }
    if (!ahead.empty()) {
        sentences.emplace_back(
            "laptops know more than this database holds: an older file or machine image was put "
            "back. They wait and\nlose nothing; a laptop that can prove it heals it by itself. "
            "Otherwise: kawan-server new-epoch --data … If nothing\nwas put back, the laptop "
            "lies: kawan-server device revoke");
    }
    if (health.is_overdue) {
        sentences.push_back("the last verified backup is older than twice its schedule of " +
                            hours_text(health.every_ms) +
                            " hours; see why above, and that the disk for backups is there");
    }
    if (sentences.empty()) return Done{};
    return Error{ErrorCode::Refused, base::joined(sentences, "\n")};
}

}  // namespace

Status check(const std::string& data, bool json) {
    TRY_LET(centre, open_centre(data));
    TRY(centre->connection.integrity_check());
    TRY_LET(name, server_store::meta(centre->connection, server_store::kCentre));
    TRY_LET(records, server_store::count_records(centre->connection));
    TRY_LET(devices, server_store::count_laptops(centre->connection));
    TRY_LET(conflicts, server_store::count_contenders(centre->connection, {}));
    TRY_LET(quarantined, server_store::count_quarantine(centre->connection));
    const base::Instant now = centre->clock.now();
    TRY_LET(health, backup_health(centre->connection, now));
    Facts facts = {{"centre", name},
                   {"database", "whole"},
                   {"records", std::to_string(records)},
                   {"devices", std::to_string(devices)},
                   {"conflicts", std::to_string(conflicts)},
                   {"quarantined", std::to_string(quarantined)}};
    const std::int64_t free_bytes = base::free_disk_bytes(data);
    if (free_bytes >= 0) facts.emplace_back("free_mb", std::to_string(free_bytes / 1'000'000));
    add_backups(health, now, centre->zone, facts);
    add_put_aside(data, facts);
    TRY_LET(ahead, server_store::laptops_ahead(centre->connection));
    add_ahead(ahead, centre->zone, facts);
    print_facts(facts, json);
    return trouble(health, ahead, free_bytes);
}

}  // namespace server_app
