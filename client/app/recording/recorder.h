// Recording: answers are checked against their form and saved, the same way from a screen, the
// command line or an import.
#pragma once

#include "client/app/keeping/disk_room.h"
#include "client/store/outbox.h"
#include "client/store/store.h"
#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/forms/check.h"
#include "shared/forms/form_set.h"
#include "shared/protocol/enrolment.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace client_app {

using base::Fields;
using base::Result;

struct Recorded {
    base::RecordId id;
    std::int64_t n = 0;  // of the change; 0: nothing was different, or an error blocked it
    std::vector<forms::Problem> problems;
    bool is_saved = false;
};

struct Entry {
    std::string type;
    std::optional<base::RecordId> id;  // absent: a new record; known: an edit; else: new under it
    std::string unit;                  // absent: that of what it names, or the user's only one
    Fields answers;                    // of an edit: only what changes, null takes out
    std::string reason;
    std::string decides;
    std::string draft;  // removed when saved
    // What the answers were given to; empty, or gone from here: the form in force.
    std::string form_version = {};
    bool is_begun = false;  // a draft of it is kept already, though under another entry's name
    std::optional<records::Revision> base = std::nullopt;  // of an edit: see store::Write
};

class Recorder {
public:
    Recorder(store::Store& store, const forms::FormSet& forms, const base::Clock& clock,
             base::Random& random, store::Identity identity);

    // One transaction. Unless an Error blocks it, it is saved (problems then are warnings).
    Result<Recorded> record(const Entry& entry);
    // All of them or, where an Error blocks one, none: that one is the last of what comes back.
    Result<std::vector<Recorded>> record_all(const std::vector<Entry>& entries);
    // One, inside a transaction that the caller began.
    Result<Recorded> record_inside(const Entry& entry);

    // From now on a new record is refused (DiskFull) when the disk is about to be full. What was
    // begun is not: an edit of a record that stands, or a new one whose draft is kept already.
    // Those recorded together have one draft.
    void watch_room(FreeBytes free_bytes) { free_bytes_ = std::move(free_bytes); }
    // After each commit the last change's number is noted there (client/store/last_kept.h).
    void note_last_in(std::string path) { last_path_ = std::move(path); }
    void note_last();  // also what its caller committed
    DiskRoom room() const { return room_of(free_bytes_ ? free_bytes_() : -1); }

    // Checks without saving: what a form on the screen shows.
    std::vector<forms::Problem> check(const std::string& type, const Fields& answers,
                                      std::string_view language = "id");
    forms::Context context(std::string_view language = "id");
    base::Date today() const;
    const base::Zone& zone() const { return zone_; }
    const std::vector<protocol::Unit>& units() const { return units_; }

private:
    base::RecordId new_id(const std::string& type, const Fields& answers);
    Fields started(const forms::Form& form, const Entry& entry) const;
    base::Status check_room(const Entry& entry);
    Result<bool> is_one_begun(const std::vector<Entry>& entries);
    Result<std::string> unit_for(const Entry& entry, const forms::Form& form);

    store::Store& store_;
    const forms::FormSet& forms_;
    const base::Clock& clock_;
    base::Random& random_;
    base::Zone zone_;
    std::vector<protocol::Unit> units_;
    std::string user_;
    std::string role_;
    FreeBytes free_bytes_;
    std::string last_path_;
};

// Which records a record names, by its form; empty for a type that is not known here.
std::vector<std::string> named_by(const forms::FormSet& forms, const records::Record& record);

}  // namespace client_app
