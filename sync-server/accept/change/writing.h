// Writing a merged change into the database: record, feed, links, contenders, dirty persons.
#pragma once

#include "shared/protocol/outcome.h"
#include "shared/records/change.h"
#include "sync-server/accept/change/merge.h"
#include "sync-server/accept/round/session.h"
#include "sync-server/store/records/records.h"

#include <cstdint>
#include <optional>
#include <string>

namespace accept {

struct Written {
    protocol::Outcome outcome;
    base::Fields before;  // old values, for the log
};

// `device`, `incarnation`, `n`: the author as a field writer; incarnation 0 for the console.
Result<Written> write(Session& session, const records::Change& change, std::int64_t device,
                      std::int64_t incarnation, std::int64_t n);

// The same, on a record that the caller has just read; nullopt: there is none.
Result<Written> write_on(Session& session, std::optional<server_store::StoredRecord> standing,
                         const records::Change& change, std::int64_t device,
                         std::int64_t incarnation, std::int64_t n);

// Puts the merged record in place under its next revision: its feed, links, facts to count anew.
Status put_merged(Session& session, server_store::StoredRecord& stored, const Merged& merged,
                  records::Revision next, const forms::Form& form);

// The record as it would stand with the changes taken, for checking it as a document.
base::Fields document_of(const std::optional<server_store::StoredRecord>& standing,
                         const std::vector<records::Change>& changes);

}  // namespace accept
