// Tables that were brought in from a spreadsheet, and which records each of them wrote.
#pragma once

#include "shared/base/date.h"
#include "shared/db/connection.h"
#include "shared/records/record.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace server_store {

using base::Instant;
using base::Result;
using base::Status;

struct Import {
    std::string id;
    Instant at;
    std::string actor;  // a user's id, or kCommandLine
    std::string file_name;
    std::string file_hash;  // of its bytes, 64 hexadecimal digits
    std::int64_t infants = 0;
    std::optional<Instant> undone_at;
    Instant worked_at = {};         // when a part of it was last written
    bool is_being_written = false;  // part by part; until then nothing of it is to be relied on
    bool is_undo_open = false;      // somebody began to take it back, and it is not finished
};
Status add_import(db::Connection& connection, const Import& import);
Result<std::vector<Import>> imports(db::Connection& connection);  // the latest first
Result<std::optional<Import>> find_import(db::Connection& connection, std::string_view id);
Result<std::vector<Import>> imports_being_written(db::Connection& connection);
// False, and nothing is changed, where it is not being written any more: somebody took it back.
Result<bool> save_import_worked(db::Connection& connection, std::string_view id, Instant now,
                                bool is_being_written);
// From now on nothing more is written of one that is being written. False: it was stopped before.
Result<bool> stop_import(db::Connection& connection, std::string_view id, Instant now);
// All of it is withdrawn. False: it was marked before.
Result<bool> mark_import_undone(db::Connection& connection, std::string_view id, Instant now);
inline constexpr const char* kImportUndoBegun = "import_undo_begun";  // in the audit

// A record that it wrote, with the revision that it got by that: whoever wrote later made another.
struct ImportedRecord {
    std::string record;
    records::Revision revision;
};
Status add_imported_record(db::Connection& connection, std::string_view import,
                           const ImportedRecord& record);
Result<std::vector<ImportedRecord>> records_of_import(db::Connection& connection,
                                                      std::string_view import);

// A table that a user is looking at before she brings it in; one for each user. With persons' data,
// so it goes when it was brought in or dropped, when anybody is erased, and after a day.
struct ImportDraft {
    std::string user;
    Instant at;
    std::string file_name;
    std::string bytes;
    std::string choices;  // what she chose so far, as the page wrote it (JSON)
};
inline constexpr std::int64_t kImportDraftDays = 1;
Status put_import_draft(db::Connection& connection, const ImportDraft& draft);
Result<std::optional<ImportDraft>> import_draft_of(db::Connection& connection,
                                                   std::string_view user);
Status drop_import_draft(db::Connection& connection, std::string_view user);
Status drop_old_import_drafts(db::Connection& connection, Instant now);

}  // namespace server_store
