// What a person at the health centre decides: conflicts and quarantined changes (SYNC 8, 9, 12).
//
// Every decision is an ordinary change of the console's device, so it stands in the log, and in the
// audit stands who took it. Each function is one transaction. A reason or value that is not UTF-8
// is refused (Usage).
#pragma once

#include "sync-server/accept/desk/desk.h"
#include "sync-server/store/keeping/audit.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace accept {

// Whose decision it is, and what she saw when she took it. What was not shown is not compared.
struct By {
    std::string actor = server_store::kCommandLine;            // or a user's id
    std::optional<records::Revision> seen = std::nullopt;      // of the record; {} where none was
    std::optional<std::string> seen_words = std::nullopt;      // what its author was told last
    std::optional<base::Instant> seen_decided = std::nullopt;  // when it was decided
};
// Refused: somebody has changed what she saw. Nothing was written.
inline constexpr const char* kChangedSince =
    "somebody has changed this since the page was drawn; look at it again";
bool is_changed_since(const base::Error& error);
// Inside the transaction that writes: what a laptop brought a moment ago is not overwritten.
base::Status check_seen(const Desk& desk, const std::string& record, const By& by);
// In the audit, as hers.
base::Status note(const Desk& desk, const By& by, const char* what, const std::string& record,
                  std::string_view reason);

enum class Choice {
    Incoming,  // what the device wanted
    Standing,  // what stands on the server
    Third,     // the values given
};
// NotFound if there is no such open conflict. Refused, with the reason, if the chosen values would
// make the record fail its check.
base::Status resolve_conflict(const Desk& desk, std::string_view conflict, Choice choice,
                              const base::Fields& third, std::string_view reason,
                              const By& by = {});

// Sets `fields` on top of all that this device has waiting for the record, and releases it if the
// document passes then. NotFound, or Refused with the reason: records are not joined here (SYNC
// 17).
base::Status mend_quarantined(const Desk& desk, std::int64_t device, std::int64_t n,
                              const base::Fields& fields, std::string_view reason,
                              const By& by = {});
// Asks its author, in these words, to correct it on her laptop; it goes on waiting for the same
// reason as before. NotFound.
base::Status send_back_quarantined(const Desk& desk, std::int64_t device, std::int64_t n,
                                   std::string_view words, const By& by = {});
// What its author was told of it last: why it waits, or the words it was sent back with.
base::Result<std::string> words_to_author(db::Connection& connection, std::int64_t device,
                                          std::int64_t n);
// Keeps it, marked as refused; the device hears the reason. What it held up is released if it can
// stand now.
base::Status reject_quarantined(const Desk& desk, std::int64_t device, std::int64_t n,
                                std::string_view reason, const By& by = {});

}  // namespace accept
