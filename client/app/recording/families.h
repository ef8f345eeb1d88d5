// Families out of the local store: who they are, what is due for them, the posyandu's register.
#pragma once

#include "client/store/store.h"
#include "shared/base/date.h"
#include "shared/care/family.h"
#include "shared/care/schedule.h"
#include "shared/indicators/register.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace client_app {

using base::Result;

// The records of a household or person and all that hangs on them.
Result<std::vector<records::Record>> closure_of(store::Store& store, std::string_view seed);

// An answer of another record, as the forms' pulldata() asks for it; nullopt if it is not here. A
// person has one that no record holds: live_infants, the living infants of her latest birth, so
// that a bereaved mother is asked nothing about milk. A user's massage_trainer_until follows from
// the trainings that she passed.
std::optional<std::string> look_up(store::Store& store, std::string_view type, std::string_view id,
                                   std::string_view field);

struct DueTask {
    std::string household;
    std::string household_name;  // head of the family, or the person
    std::string person;
    std::string person_name;
    std::string code;
    base::Date due_from;
    base::Date due_to;
    base::Date expires_on;
    care::TaskStatus status;
};
// What is due or overdue on `today`, of every family, in the order of DOMAIN 4.4.
Result<std::vector<DueTask>> due_tasks(store::Store& store, base::Date today);

// The √/X/A register of one posyandu; empty unit: all that the store holds.
Result<std::vector<indicators::RegisterRow>> register_of(store::Store& store, base::Month month,
                                                         const std::string& unit, base::Date today);

}  // namespace client_app
