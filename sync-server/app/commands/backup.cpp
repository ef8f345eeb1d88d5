#include "shared/base/file.h"
#include "shared/base/text.h"
#include "shared/crypto/secret.h"
#include "sync-server/app/centre.h"
#include "sync-server/app/commands/commands.h"
#include "sync-server/app/commands/output.h"
#include "sync-server/app/commands/typed_code.h"
#include "sync-server/backup/making.h"
#include "sync-server/backup/put_aside.h"
#include "sync-server/backup/recovery_code.h"
#include "sync-server/backup/restoring.h"

#include <cstdio>

namespace server_app {

using base::Done;
using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

Facts counts_of(const server_store::Holdings& held) {
    return {{"centre", held.centre},
            {"records", std::to_string(held.records())},
            {"changes", std::to_string(held.changes)},
            {"users", std::to_string(held.users)},
            {"devices", std::to_string(held.devices.size())}};
}

void add(Facts& facts, Facts more) {
    facts.insert(facts.end(), more.begin(), more.end());
}

// Of the recovery code where it is given or the folder has none, else the folder's.
Result<crypto::BoxKey> key_for(const BackupOptions& options) {
    if (options.key.empty()) {
        TRY_LET(known, backup::find_key(options.data));
        if (known) return std::move(*known);
    }
    TRY_LET(text, typed_code(options.key, "Recovery code of the backups: ",
                             options.data + " holds no backup key; give the recovery code in a "
                                            "file or by standard input: --key FILE, --key -"));
    auto key = backup::read_recovery_code(text);
    crypto::wipe(text);
    return key;
}

// The folder is there, and is a health centre's (a backup's) own.
Status check_folder(const std::string& data) {
    if (base::file_exists(data)) return Done{};
    return Error{ErrorCode::Usage, data + " is not there"};
}

std::string words_of_unknown(const backup::Restored& restored) {
    std::vector<std::string> who, again;
    if (!restored.knows_erased) {
        who.emplace_back("who was erased");
        again.emplace_back("erase");
    }
    if (!restored.knows_shut_out) {
        who.emplace_back("which laptops and users were shut out");
        again.emplace_back("device revoke, user disable");
    }
    if (who.empty()) return {};
    return "NOBODY TOLD " + base::joined(who, " and ") +
           " after this backup: there is\nno list in the data folder nor beside the backup. Do it "
           "again before you start the server:\nkawan-server " +
           base::joined(again, ", ") + ".\n";
}

// What a restore cannot know is for a person to look at, before the laptops come.
std::string words_after(const backup::Restored& restored) {
    std::string words = words_of_unknown(restored);
    words +=
        "Posyandu given or taken, roles, pauses, passwords and answered PINs of after this backup "
        "are not in it";
    words += restored.decided_since.empty()
                 ? ".\n"
                 : "; there were\nsome: " + base::joined(restored.decided_since, ", ") + ".\n";
    return words +
           "Look at them, then start the server again. At its next sync each laptop first brings "
           "what this\nbackup lacks and the laptop still holds, then reads everything anew.\n";
}

base::Zone zone_of(const std::string& data) {
    auto centre = open_centre(data);
    return centre.ok() ? centre.value()->zone : base::Zone{};
}

}  // namespace

Result<std::string> make_backup_key(const std::string& data) {
    TRY_LET(known, backup::find_key(data));
    if (known) return std::string();
    const crypto::BoxKey key = crypto::BoxKey::generate();
    TRY(backup::keep_key(data, key));
    return backup::recovery_code(key);
}

std::string recovery_words(const std::string& code) {
    return "Recovery code of the backups; write it on paper and keep it away from this computer.\n"
           "It is shown only now, and without it or this folder no backup opens:\n\n  " +
           code + "\n\n";
}

Status backup_make(const BackupOptions& options) {
    TRY_LET(centre, open_centre(options.data));
    if (options.keep < 1) return Error{ErrorCode::Usage, "--keep is at least 1"};
    TRY_LET(code, make_backup_key(options.data));
    if (!code.empty()) std::fprintf(stderr, "%s", recovery_words(code).c_str());
    const backup::Order order{options.data, options.to, static_cast<std::size_t>(options.keep)};
    TRY_LET(made, backup::make_backup(order, centre->clock));
    Facts facts = {{"file", made.backup.file},
                   {"made_at", base::to_date_time_text(made.backup.made_at, centre->zone)},
                   {"result", made.backup.result},
                   {"bytes", std::to_string(made.backup.bytes)},
                   {"old_ones_removed", std::to_string(made.removed)}};
    add(facts, counts_of(made.held));
    print_facts(facts, options.json);
    return Done{};
}

Status backup_verify(const BackupOptions& options) {
    TRY(check_folder(options.data));
    TRY_LET(key, key_for(options));
    const auto hold = backup::Hold::of_backups(options.data);
    if (!hold.ok()) return hold.error();
    TRY_LET(scratch, backup::Scratch::make(options.data));
    TRY_LET(unpacked, backup::unpack(options.file, key, *scratch));
    Facts facts = {
        {"backup", "whole"},
        {"made_at", base::to_date_time_text(unpacked.label.made_at, zone_of(options.data))}};
    add(facts, counts_of(unpacked.held));
    print_facts(facts, options.json);
    return Done{};
}

Status backup_restore(const BackupOptions& options) {
    TRY_LET(label, backup::read_label(options.file));
    if (!base::file_exists(options.data)) TRY(base::make_directory(options.data, true));
    TRY_LET(alone, backup::Hold::alone(options.data));
    if (alone == nullptr) {
        return Error{ErrorCode::Refused,
                     "a server or another command works with this folder; stop it first. Nothing "
                     "was changed"};
    }
    TRY_LET(key, key_for(options));
    const base::SystemClock clock;
    TRY_LET(restored, backup::restore(options.file, options.data, key, clock));
    TRY_LET(known, backup::find_key(options.data));
    if (!known) TRY(backup::keep_key(options.data, key));
    TRY(base::make_directory(options.data, true));  // private, if somebody else made it before
    alone.reset();
    Facts facts = {
        {"made_at", base::to_date_time_text(label.made_at, zone_of(options.data))},
        {"epoch", std::to_string(restored.epoch)},
        {"put_aside", restored.aside.empty() ? "nothing was here"
                                             : restored.aside + ", for " +
                                                   std::to_string(backup::kPutAsideDays) + " days"},
        {"erased_again", std::to_string(restored.erased)},
        {"shut_out_again", std::to_string(restored.shut_out)},
        {"settings_brought_back", base::joined(restored.settings, " ")}};
    add(facts, counts_of(restored.held));
    print_facts(facts, options.json);
    std::fprintf(stderr, "%s", words_after(restored).c_str());
    return Done{};
}

}  // namespace server_app
