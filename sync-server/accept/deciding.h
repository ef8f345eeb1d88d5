// What a person at the health centre decides: conflicts and quarantined changes (SYNC 8, 9, 12).
//
// Every decision is an ordinary change of the console's device, so it stands in the log. Each
// function is one transaction. A reason or value that is not UTF-8 is refused (Usage).
#pragma once

#include "sync-server/accept/desk.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace accept {

enum class Choice {
    Incoming,  // what the device wanted
    Standing,  // what stands on the server
    Third,     // the values given
};
// NotFound if there is no such open conflict. Refused, with the reason, if the chosen values would
// make the record fail its check.
base::Status resolve_conflict(const Desk& desk, std::string_view conflict, Choice choice,
                              const base::Fields& third, std::string_view reason);

// Sets `fields` on top of all that this device has waiting for the record, and releases it if the
// document passes then. NotFound, or Refused with the reason.
base::Status mend_quarantined(const Desk& desk, std::int64_t device, std::int64_t n,
                              const base::Fields& fields, std::string_view reason);
// Asks its author, in these words, to correct it on her laptop; it goes on waiting. NotFound.
base::Status send_back_quarantined(const Desk& desk, std::int64_t device, std::int64_t n,
                                   std::string_view words);
// Keeps it, marked as refused; the device hears the reason. What it held up is released if it can
// stand now.
base::Status reject_quarantined(const Desk& desk, std::int64_t device, std::int64_t n,
                                std::string_view reason);

}  // namespace accept
