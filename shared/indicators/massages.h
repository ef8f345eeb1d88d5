// One teaching, one massage, one birth as the programme reads them: what its figures (programme.h)
// and its list of families (practice.h) have in common.
#pragma once

#include "shared/care/family.h"

#include <vector>

namespace indicators {

using base::Date;

// From the pregnancy on (280 days) a teaching belongs to the birth that follows.
inline constexpr int kPregnancyDays = 280;
// Massages are asked about in the first 14 days (DOMAIN 2.3 says twice a day).
inline constexpr int kFirstDays = 14;

// Something was explained or shown. A teaching that a STOP ended taught nothing; a deferred one may
// have explained (DOMAIN 2.4).
bool was_taught(const care::Event& teaching);
bool is_stopped(const care::Event& teaching);   // for whatever reason
bool is_declined(const care::Event& teaching);  // stopped only because she does not want it
bool is_deferred(const care::Event& teaching);
bool is_gone_ahead(const care::Event& teaching);  // the safety check said GO

// Seen by a cadre or midwife. A source that this version does not know is not claimed as seen.
bool is_observed(const care::Event& session);
enum class Complaint { None, Some, Unknown };
Complaint complaint_of(const care::Event& session);

// Her latest birth on that day or before; nullptr if none is known.
const care::Birth* birth_before(const care::Family& family, const care::Person& mother, Date day);
// Of a birth whose children are not known yet it is not said that they died.
bool has_living_infant(const care::Family& family, const care::Birth& birth, Date day);

// Of this mother from that day to that day, by day.
std::vector<const care::Event*> between(const care::Events& events, const care::Person& mother,
                                        Date from, Date to);
// The first that taught something; nullptr if none did.
const care::Event* first_taught(const care::Family& family, const care::Person& mother, Date from,
                                Date to);

// Who learned, where that person is on record; else the id that was written down.
std::string learner_of(const care::Family& family, const care::Event& teaching);
// Of each learner who showed it (return demonstration), the latest time.
std::vector<const care::Event*> latest_shown(const care::Family& family,
                                             std::span<const care::Event* const> teachings);

}  // namespace indicators
