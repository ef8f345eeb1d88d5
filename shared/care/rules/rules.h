// The rules themselves, one function each; cross_checks() says which is which.
#pragma once

#include "shared/care/cross_checks.h"

namespace care::rules {

// birth.cpp
Places infant_born_on_delivery_day(const CheckContext& context);
Places infant_age_against_mother(const CheckContext& context);
Places mother_age(const CheckContext& context);
Places outcome_count(const CheckContext& context);
Places neonatal_death_recorded(const CheckContext& context);
Places nothing_after_infant_death(const CheckContext& context);
Places grief_path(const CheckContext& context);
Places two_births_in_180_days(const CheckContext& context);
Places colostrum_time(const CheckContext& context);
Places tasks_after_death(const CheckContext& context);
// person.cpp
Places nik_matches_person(const CheckContext& context);
Places nik_area_known(const CheckContext& context);
Places nik_unique(const CheckContext& context);
Places care_consent(const CheckContext& context);
Places same_person(const CheckContext& context);
Places twins_never_merged(const CheckContext& context);
// infant.cpp
Places other_ever_is_sticky(const CheckContext& context);
Places prelacteal_is_other(const CheckContext& context);
Places one_recall_per_visit(const CheckContext& context);
Places weight_z_plausible(const CheckContext& context);
Places weight_change_plausible(const CheckContext& context);
Places newborn_weight_loss(const CheckContext& context);
Places birth_weight_regained(const CheckContext& context);
Places wet_nappies(const CheckContext& context);
// visit.cpp
Places visit_after_delivery(const CheckContext& context);
Places contact_in_window(const CheckContext& context);
Places contact_unique(const CheckContext& context);
Places danger_sign_reported(const CheckContext& context);
Places visits_overlap(const CheckContext& context);
// massage.cpp
Places no_massage_on_stop(const CheckContext& context);
Places session_after_delivery(const CheckContext& context);
Places sessions_per_day(const CheckContext& context);
Places bleeding_is_referred(const CheckContext& context);
Places double_session(const CheckContext& context);
Places trainee_of_household(const CheckContext& context);

}  // namespace care::rules
