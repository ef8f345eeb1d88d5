// The work of the opened store: for which family something is due, and what a person said of it.
// Worked out in the background; what stands here is always whole families.
#pragma once

#include "client/screens/ports/common.h"
#include "shared/indicators/practice.h"
#include "shared/records/record.h"

#include <optional>
#include <string>
#include <vector>

namespace screens {

// Something that waits for the cadre at one family (DOMAIN 4.3).
struct AgendaTask {
    std::string id;  // deterministic, the same on every laptop
    std::string code;
    std::string person, person_name;
    std::string birth;  // what it hangs on, where that is a birth
    Date due_from, due_to, expires_on;
    bool is_overdue = false;
    bool is_danger = false;  // a referral waits for its outcome
    // A person's word about it (followup_task).
    std::optional<Date> postponed_to;
    std::string cancel_reason;  // "MOVED", "REFUSED", "OTHER"; empty: it stands
    std::string note;
    // Of that word when it was shown to whoever says another (Records::base_now); absent: now.
    std::optional<records::Revision> seen = std::nullopt;
};

// A family on the way. Only tasks that can be done now are here, in the order of DOMAIN 4.4, also
// those that were put off or called off by a person.
struct Stop {
    std::string family, name;  // id; the head or the first of its people
    std::string unit;
    std::string rt, rw, address;
    std::string along;                // sorts families as one walks: by RW, RT and name
    std::string mother;               // alive, the first of them; may be empty
    std::vector<std::string> babies;  // alive
    std::vector<AgendaTask> tasks;
    std::optional<Date> next_due;    // the first day of the next task that is not due yet
    bool was_visited_today = false;  // and somebody was seen
    // Of its mothers: do they practise the massage, do they need a second visit for it?
    std::vector<indicators::MotherPractice> massages = {};
};

// What a person says of a task. Empty takes back what was said.
struct TaskWord {
    std::optional<Date> postponed_to;
    std::string cancel_reason;
    std::string note;
};

struct AgendaProgress {
    int done = 0, total = 0;  // families
    bool has_failed = false;  // the store could not be read: it goes no further by itself
    bool is_ready() const { return done >= total; }
};

class Agenda {
public:
    virtual ~Agenda() = default;
    // Those with a task, a next day, a visit today, or a mother of the massage; sorted by RW, RT
    // and name.
    virtual const std::vector<Stop>& stops() = 0;
    virtual AgendaProgress progress() = 0;
    virtual std::int64_t version() = 0;  // changes whenever the stops may have
    virtual void read_again() = 0;       // works all of them out anew
    // Never takes a task away: it stays, with that word beside it.
    virtual base::Status say(const Stop& stop, const AgendaTask& task, const TaskWord& word) = 0;
    // When the newest record was made, by the clock of the laptop that made it.
    virtual std::optional<Instant> newest_record() = 0;
};

}  // namespace screens
