// What the screens need from the application, and nothing of how it is done: no SQL, no network,
// no threads. The application implements these; tests have their own in memory.
//
// All are called by the window's thread and come back at once: what takes longer is begun here
// (Session::unlock, Sync::start) and asked about again in a later frame.
#pragma once

#include "shared/base/clock.h"
#include "shared/base/fields.h"
#include "shared/base/result.h"
#include "shared/forms/form_set.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace screens {

using base::Date;
using base::Fields;
using base::Instant;

// ---- who sits here ------------------------------------------------------------------------------

struct LocalUser {
    std::string id;    // which store of this laptop
    std::string name;  // as she told the laptop to call her; known before the PIN
};

struct Unlocking {
    enum class State { Idle, Working, Open, WrongPin, Failed };
    State state = State::Idle;
    int wait_s = 0;       // after a wrong PIN: seconds until the next try is heard
    std::string trouble;  // of Failed, for the log
};

struct Unit {
    std::string code, name;  // "P03", "Posyandu Melati 3"
};

struct Me {
    std::string user_id, name, role;
    std::vector<Unit> units;
};

class Session {
public:
    virtual ~Session() = default;
    virtual std::vector<LocalUser> users() = 0;
    virtual void unlock(const std::string& user, const std::string& pin) = 0;
    virtual Unlocking unlocking() = 0;
    virtual Me me() = 0;  // once open
    virtual base::Zone zone() = 0;
    virtual void lock() = 0;  // back to the PIN; nothing is lost
};

// ---- families -----------------------------------------------------------------------------------

struct FamilyRow {
    std::string id;
    std::string head;                 // the head of the family; may be empty
    std::vector<std::string> people;  // mothers, then infants, by name
    std::string rt, rw;
    std::optional<Date> last_visit;
    int due = 0, overdue = 0;  // tasks that wait for the cadre
};

struct Person {
    std::string id, name;
    bool is_mother = false, is_infant = false, is_dead = false;
    std::optional<Date> birth_date;
};

enum class Sending { Waiting, Sent, Troubled };

// A record of the family, as shown.
struct Entry {
    std::string id, type;
    Date on;
    Fields fields;
    Sending sending = Sending::Waiting;
};

struct Due {
    std::string code;  // "KF1", "ASI3" ... (DOMAIN 4.3)
    std::string person;
    Date due_to;
    bool is_overdue = false;
};

struct Family {
    std::string id;
    Fields household;
    Sending sending = Sending::Waiting;
    std::vector<Person> persons;
    std::vector<Entry> entries;  // newest first; without the household and the persons themselves
    std::vector<Due> due;        // in the order of the work list
};

class Families {
public:
    virtual ~Families() = default;
    // Every family of the user's units, or those that match; sorted by RW, RT, head.
    virtual std::vector<FamilyRow> list(const std::string& query) = 0;
    virtual base::Result<Family> family(const std::string& id) = 0;
    // Changes whenever a list or a family may have changed.
    virtual std::int64_t version() = 0;
};

// ---- records ------------------------------------------------------------------------------------

struct Draft {
    std::string id, type;
    std::string record;  // the record being edited; empty for a new one
    std::string family;  // empty for a new family
    std::string form_version;
    Fields answers;
    Instant saved_at;
};

struct Save {
    std::string type, form_version;
    std::string record;  // empty: a new one
    std::string unit;    // empty: that of what the record names
    Fields answers;      // the whole of them, as the form left them
    std::string draft;   // removed in the same transaction
};

class Records {
public:
    virtual ~Records() = default;
    virtual const forms::FormSet& forms() = 0;
    // An answer of another record: what a form's pulldata() asks for.
    virtual std::optional<std::string> lookup(std::string_view type, std::string_view id,
                                              std::string_view field) = 0;
    virtual base::Result<Fields> answers_of(const std::string& record) = 0;
    // The record's id. The model has checked the answers; the store may still refuse (disk full).
    virtual base::Result<std::string> save(const Save& save) = 0;

    virtual std::string new_draft_id() = 0;
    virtual base::Status put_draft(const Draft& draft) = 0;
    virtual std::vector<Draft> drafts() = 0;
    virtual base::Status discard_draft(const std::string& id) = 0;
};

// ---- sending ------------------------------------------------------------------------------------

enum class SyncTrouble {
    None,
    NoConnection,
    WrongServer,
    NotEnrolled,
    Revoked,
    ProgramTooOld,
    ServerBusy,
    ServerTrouble,
    Disk,
};

struct ReceiptRow {
    Instant at;
    std::int64_t n_from = 0, n_to = 0;
};

struct TroubledRow {
    std::string family;  // its id; empty if the record belongs to none
    std::string type, record;
    std::string who;  // the family's name
    enum class Kind { ToMend, Differs, Refused } kind = Kind::ToMend;
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
};

class Sync {
public:
    virtual ~Sync() = default;
    virtual const SyncState& state() = 0;
    virtual void start() = 0;
};

// Everything together, as the shell is given it.
struct Ports {
    Session& session;
    Families& families;
    Records& records;
    Sync& sync;
    const base::Clock& clock;

    base::Zone zone() const { return session.zone(); }
    Date today() const { return base::date_in(clock.now(), zone()); }
};

}  // namespace screens
