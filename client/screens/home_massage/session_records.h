// What the pages of a massage at home write and read: the mother that is meant, who may have given
// it, and the record of one session.
#pragma once

#include "client/screens/ports/ports.h"
#include "shared/care/family.h"
#include "shared/forms/check.h"

#include <optional>
#include <string>
#include <vector>

namespace screens {

inline constexpr const char* kSession = "massage_session";

// Somebody of the family who was taught: one press says who gave it.
struct Performer {
    std::string person, relation, teaching;
    std::string name;
};
std::vector<Performer> performers_of(const care::Family& known, const care::Person& mother);

// The birth that a session of that day belongs to: the last one until then, else the first after
// it (a date before the delivery is flagged, not refused). Empty: none is known.
std::string birth_at(const care::Family& known, const care::Person& mother, Date day);

// A visit of this family on that day; empty: none.
std::string visit_on(const care::Family& known, Date day);

// Noon stands for an hour that nobody knows.
std::string performed_at(Date day, const std::string& hour, const base::Zone& zone);

// Does she have to be referred now (V041)?
bool is_grave(const Fields& session);

// Danger signs that speak against any massage were found on her that day: what is told of it is
// kept, and the midwife looks at it.
bool has_stop_sign(const care::Family& known, const care::Person& mother, Date day);

// Told (not seen) sessions of that day.
int told_on(const care::Family& known, const care::Person& mother, Date day);

Save session_save(const Ports& ports, Fields answers, const std::string& id);
Save withdrawal(const std::string& id, const char* reason);
forms::Context context_of(const Ports& ports);

// Minutes as typed, in seconds.
std::optional<int> read_minutes(const std::string& typed);

}  // namespace screens
