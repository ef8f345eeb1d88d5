// Sending, and what came of it.
#pragma once

#include "client/screens/ports/common.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace screens {

enum class SyncTrouble {
    None,
    NoConnection,
    OtherAnswered,  // not our server: a Wi-Fi that wants a sign-in first
    WrongServer,    // its certificate or signature is another's
    NotEnrolled,
    Revoked,
    Paused,  // by the health centre, for a while
    ProgramTooOld,
    ServerBusy,
    ServerTrouble,
    Disk,
    Practice,  // a store of invented families is never sent
};

struct ReceiptRow {
    Instant at;
    std::int64_t n_from = 0, n_to = 0;
    std::int64_t to_mend = 0, differing = 0, refused = 0;  // of them, as it was said then
};

// What waits, of one family; empty id: what belongs to none.
struct WaitingFamily {
    std::string family, name;
    std::int64_t records = 0;
    Instant oldest;  // when it was saved
};

// Before a sending: what it would take.
struct SendingCost {
    std::int64_t bytes = 0;
    std::optional<std::int64_t> ms;  // nullopt: no earlier sending has told how fast the link is
};

// One question answered in two ways.
struct Differing {
    std::string field;
    std::string mine, standing;  // answers, as fields hold them; empty: none
    std::string by;              // who wrote what stands; empty: not known
};

struct TroubledRow {
    std::string family;  // its id; empty if the record belongs to none
    std::string type, record;
    std::string who;  // the family's name
    enum class Kind { ToMend, Differs, Refused } kind = Kind::ToMend;
    std::string field = {};   // the question to mend; empty: the whole record
    std::string code = {};    // of ToMend: "check", "scope", "type", "held", "undecodable"
    std::string reason = {};  // the health centre's words
    std::vector<Differing> differing = {};
    bool is_mend_waiting = false;  // something newer of this record waits to be sent
};

enum class ResultKind { Received, ToMend, Differs, Refused };
// What became of one record that was sent, as of now.
struct ResultRow {
    std::string family, who;
    std::string type, record;
    ResultKind kind = ResultKind::Received;
};

// Who was lawfully erased at the health centre is erased here with a sending: numbers, never who.
struct ErasedHere {
    std::int64_t records = 0;
    std::int64_t families = 0, persons = 0;
    std::int64_t not_taken = 0;  // records of this laptop that name somebody erased
};

struct SyncState {
    std::int64_t waiting = 0;    // saved here, not yet at the health centre
    std::int64_t to_mend = 0;    // there, held until somebody mends them
    std::int64_t differing = 0;  // somebody else wrote another value
    std::int64_t refused = 0;    // by a person, with a reason
    std::int64_t confirmed = 0;  // records that the server has given us
    bool is_equal = false;       // laptop and server compared, and hold the same
    std::optional<Instant> last_sync_at;
    bool is_running = false;
    std::int64_t sent_so_far = 0, to_send = 0;  // of the round that runs
    SyncTrouble trouble = SyncTrouble::None;    // of the last try
    std::optional<Instant> next_try_at;
    std::int64_t clock_offset_ms = 0;  // laptop minus server
    std::vector<ReceiptRow> receipts;  // newest first
    std::vector<TroubledRow> troubled;
    // While it runs; 0 to send: not known.
    std::int64_t bytes_so_far = 0, bytes_to_send = 0;
    bool is_pausing = false;  // asked for; the batch under way is finished first
    bool is_paused = false;
    bool is_going = false;  // the permission was closed; what was just saved is sent before it goes
    std::optional<ReceiptRow> last_sending;  // of this sitting, once something was received
    // The health centre's server was put back from a backup, in this sitting: so many of the
    // records that it had received went out anew.
    std::optional<std::int64_t> sent_again;
    ErasedHere erased;      // in this sitting
    std::int64_t left = 0;  // records that are of another posyandu now, in this sitting
    // As of the last look().
    std::vector<WaitingFamily> waiting_families;  // the one that waits longest first
    std::optional<SendingCost> cost;
};

class Sync {
public:
    virtual ~Sync() = default;
    virtual const SyncState& state() = 0;
    virtual void start() = 0;
    // Ends after the batch under way. What was received stays received; start() goes on.
    virtual void pause() = 0;
    // What waits and what it costs is on the screen: brought up to date, in the background.
    virtual void look() = 0;
    // What became of what a receipt names, at most some hundreds; less where it is long safe.
    virtual std::vector<ResultRow> results(std::int64_t n_from, std::int64_t n_to) = 0;
};

}  // namespace screens
