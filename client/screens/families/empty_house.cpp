#include "client/screens/families/empty_house.h"

#include <utility>

namespace screens {

using words::later;

bool EmptyHouse::try_again_chosen(int days) {
    const forms::Form* form = ports_.records.forms().find("visit");
    const Me me = ports_.session.me();
    Fields visit;
    visit.set("household_id", family_);
    visit.set("started_at", base::to_date_time_text(ports_.clock.now(), ports_.zone()));
    visit.set("visit_type", me.role == "BIDAN" ? "NAKES_HOME" : "KADER_HOME");
    visit.set("provider_id", me.user_id);
    visit.set("provider_role", me.role);
    visit.set("outcome", "NOT_HOME");
    visit.set("next_visit_date", base::to_text(day(days)));
    const auto saved =
        ports_.records.save({.type = "visit",
                             .form_version = form != nullptr ? form->version : std::string(),
                             .record = {},
                             .unit = {},
                             .answers = visit,
                             .draft = {},
                             .reason = {}});
    if (!saved.ok()) {
        trouble_ = {later("Not saved: the laptop's disk refused. Try again."), {}};
        return false;
    }
    family_.clear();
    return true;
}

}  // namespace screens
