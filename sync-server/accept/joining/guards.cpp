#include "sync-server/accept/joining/guards.h"

#include "sync-server/accept/change/aliases.h"
#include "sync-server/accept/change/writers.h"
#include "sync-server/store/records/crossings.h"
#include "sync-server/store/records/moves.h"
#include "sync-server/store/records/records.h"

#include <cstdlib>

namespace joining {

using accept::canonical;
using accept::Writers;
using base::Done;
using base::Error;
using base::ErrorCode;
using records::Record;

namespace {

const Objection kMergedAlready{"merged_already", "one of them was joined with another already",
                               false};
const Objection kRetracted{"retracted", "one of them was withdrawn", false};
const Objection kOtherUnit{"other_unit", "they are of different posyandu: move one first", false};
const Objection kOutside{"outside", "one of them has gone to another health centre", false};
const Objection kLeaving{
    "leaving", "one of them is moving to another health centre: finish or cancel that first",
    false};
const Objection kMotherAndChild{"mother_and_child", "one is the other's mother", false};
const Objection kAdultAndInfant{"adult_and_infant", "one is an infant and the other is not", true};
const Objection kOtherSex{"other_sex", "one is a girl and the other a boy", true};
const Objection kTwins{"twins", "they were born together: twins look alike", true};
const Objection kSameHand{
    "same_hand", "one cadre wrote both down, of one mother and one day: they may be twins", true};
const Objection kBirthsFirst{
    "births_first", "two births of that day stand behind them: join the births first", true};
const Objection kOtherMother{"other_mother", "they are of different mothers: join these first",
                             false};
const Objection kOtherCount{"other_count", "not as many children were born", true};
const Objection kOtherDay{"other_day", "they were not on the same day", true};

// An infant's place in a birth, as it was recorded.
struct Place {
    std::string recorded;  // the birth that the outcome names
    std::string birth;     // the one that it means now
    std::string mother;
    std::string day;
    std::int64_t count = 0;
    std::int64_t order = 0;
};

Result<std::vector<Place>> places_of(db::Connection& connection, const std::string& infant) {
    std::vector<Place> places;
    TRY_LET(naming, server_store::records_naming(connection, infant));
    for (const Record& outcome : naming) {
        const bool is_born = outcome.type == "birth_outcome" && !is_retracted(outcome) &&
                             outcome.fields.text("infant_id") == infant;
        if (!is_born) continue;
        Place place{outcome.fields.text("birth_event_id"),
                    "",
                    "",
                    "",
                    0,
                    outcome.fields.integer("birth_order").value_or(0)};
        TRY_LET(birth, canonical(connection, place.recorded));
        TRY_LET(event, server_store::find_record(connection, birth));
        place.birth = birth;
        if (event) {
            TRY_LET(mother, canonical(connection, event->record.fields.text("mother_id")));
            place.mother = mother;
            place.day = event->record.fields.text("delivery_date");
            place.count = event->record.fields.integer("fetus_count").value_or(1);
        }
        places.push_back(std::move(place));
    }
    return places;
}

Result<std::string> mother_of(db::Connection& connection, const Record& person) {
    TRY_LET(places, places_of(connection, person.id.text()));
    if (!places.empty() && !places.front().mother.empty()) return places.front().mother;
    return canonical(connection, person.fields.text("mother_person_id"));
}

bool are_other(const Record& a, const Record& b, std::string_view field) {
    const std::string one = a.fields.text(field);
    const std::string two = b.fields.text(field);
    return !one.empty() && !two.empty() && one != two;
}

// Recorded with one birth, or with one place each in a birth of several.
bool are_twins(const Place& a, const Place& b) {
    if (a.birth.empty() || a.birth != b.birth) return false;
    return a.recorded == b.recorded || (a.count > 1 && a.order != b.order);
}

bool need_births_joined(const Place& a, const Place& b) {
    return a.birth != b.birth && !a.mother.empty() && a.mother == b.mother && a.day == b.day;
}

// Registered without a birth: what their own records say. Of one of them the day may be written
// wrongly, or midnight lay between them.
bool are_of_days_together(const Record& a, const Record& b) {
    constexpr int kDaysApart = 3;
    const auto one = base::parse_date(a.fields.text("birth_date"));
    const auto other = base::parse_date(b.fields.text("birth_date"));
    return !one || !other || std::abs(base::days_between(*one, *other)) <= kDaysApart;
}

bool look_like_twins(const Record& a, const Record& b) {
    return are_other(a, b, "birth_order") && are_of_days_together(a, b);
}

Result<std::int64_t> laptop_that_named(db::Connection& connection, const Record& person) {
    TRY_LET(stored, server_store::find_record(connection, person.id.text()));
    return stored ? Writers::parse(stored->writers).of("full_name").device : 0;
}

// Who writes a mother's second baby down, under another name, has the first one before her eyes.
Result<bool> are_of_one_hand(db::Connection& connection, const Record& a, const Record& b) {
    const bool are_infants = a.fields.text("is_infant") == "1" && b.fields.text("is_infant") == "1";
    if (!are_infants || !are_other(a, b, "full_name") || !are_of_days_together(a, b)) return false;
    TRY_LET(mother_of_a, mother_of(connection, a));
    TRY_LET(mother_of_b, mother_of(connection, b));
    if (mother_of_a.empty() || mother_of_a != mother_of_b) return false;
    TRY_LET(one, laptop_that_named(connection, a));
    TRY_LET(other, laptop_that_named(connection, b));
    return one == other;
}

Status add_births(db::Connection& connection, const Record& a, const Record& b,
                  std::vector<Objection>& found) {
    TRY_LET(of_a, places_of(connection, a.id.text()));
    TRY_LET(of_b, places_of(connection, b.id.text()));
    bool twins = of_a.empty() && of_b.empty() && look_like_twins(a, b);
    bool births_first = false;
    for (const Place& one : of_a) {
        for (const Place& other : of_b) {
            twins = twins || are_twins(one, other);
            births_first = births_first || need_births_joined(one, other);
        }
    }
    if (twins) found.push_back(kTwins);
    if (births_first) found.push_back(kBirthsFirst);
    TRY_LET(one_hand, are_of_one_hand(connection, a, b));
    if (one_hand && !twins) found.push_back(kSameHand);
    return Done{};
}

Status add_of_persons(db::Connection& connection, const Record& a, const Record& b,
                      std::vector<Objection>& found) {
    TRY_LET(mother_of_a, mother_of(connection, a));
    TRY_LET(mother_of_b, mother_of(connection, b));
    if (mother_of_a == b.id.text() || mother_of_b == a.id.text()) found.push_back(kMotherAndChild);
    const bool is_infant = a.fields.text("is_infant") == "1";
    if (is_infant != (b.fields.text("is_infant") == "1")) found.push_back(kAdultAndInfant);
    if (are_other(a, b, "sex")) found.push_back(kOtherSex);
    return add_births(connection, a, b, found);
}

// The file that was written knows nothing of a joining: there she would mean somebody who stayed.
Result<bool> is_leaving(db::Connection& connection, const Record& record) {
    TRY_LET(way, server_store::last_way_out(connection, record.id.text()));
    return way && way->state == server_store::CrossingState::Open;
}

Status add_of_births(db::Connection& connection, const Record& a, const Record& b,
                     std::vector<Objection>& found) {
    TRY_LET(mother_of_a, canonical(connection, a.fields.text("mother_id")));
    TRY_LET(mother_of_b, canonical(connection, b.fields.text("mother_id")));
    if (mother_of_a != mother_of_b) found.push_back(kOtherMother);
    if (are_other(a, b, "delivery_date")) found.push_back(kOtherDay);
    if (are_other(a, b, "fetus_count")) found.push_back(kOtherCount);
    return Done{};
}

}  // namespace

Result<std::vector<Objection>> objections_to(db::Connection& connection, const Record& winner,
                                             const Record& loser) {
    std::vector<Objection> found;
    const bool is_merged = winner.fields.has("merged_into") || loser.fields.has("merged_into");
    if (is_merged) found.push_back(kMergedAlready);
    if (is_retracted(winner) || is_retracted(loser)) found.push_back(kRetracted);
    const bool is_outside =
        winner.unit == server_store::kOutside || loser.unit == server_store::kOutside;
    if (is_outside) found.push_back(kOutside);
    TRY_LET(winner_leaves, is_leaving(connection, winner));
    TRY_LET(loser_leaves, is_leaving(connection, loser));
    if (winner_leaves || loser_leaves) found.push_back(kLeaving);
    if (winner.unit != loser.unit && !is_outside) found.push_back(kOtherUnit);
    if (winner.type == "person") TRY(add_of_persons(connection, winner, loser, found));
    if (winner.type == "birth_event") TRY(add_of_births(connection, winner, loser, found));
    return found;
}

}  // namespace joining
