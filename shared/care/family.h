// A family: the records of one household, or of one person and everything that hangs on her, put
// in order and linked, without copying them.
//
// Left out are: retracted records and what belongs to them; records whose parent has not arrived
// or whose day cannot be read (counted, SYNC 14). Someone merged into another is that other person
// (SYNC 17). The order in which the records come makes no difference.
#pragma once

#include "shared/care/answers.h"
#include "shared/records/record.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace care {

using records::Record;
using records::RecordId;

struct Person {
    const Record* record = nullptr;
    char sex = 0;  // 'L', 'P', or 0: not known
    std::optional<Date> birth_date;
    bool is_dead = false;
    std::optional<Date> death_date;
    bool is_infant = false;
    bool is_mother = false;

    const RecordId& id() const { return record->id; }
    // Dead on `day` or earlier. A death without its day counts as earlier than any.
    bool died_by(Date day) const { return is_dead && (!death_date || *death_date <= day); }
    bool died_before(Date day) const { return is_dead && (!death_date || *death_date < day); }
};

struct Birth {
    const Record* record = nullptr;
    const Person* mother = nullptr;
    Date delivery_date;
    std::optional<int> delivery_minute;  // of that day
};

// One per child of a birth. A stillborn child has no person (DOMAIN 8.2).
struct Outcome {
    enum class Kind { Live, Stillborn, DiedLater, Unknown };
    const Record* record = nullptr;
    const Birth* birth = nullptr;
    const Person* infant = nullptr;
    Kind kind = Kind::Unknown;
    std::int64_t order = 0;
};

struct Visit {
    const Record* record = nullptr;
    Date on;
    std::optional<Instant> started;
    std::optional<Instant> ended;
    bool is_contact = false;  // somebody was seen: outcome DONE or PARTIAL
};

// What was asked, measured or done with one person on one day.
struct Event {
    const Record* record = nullptr;
    const Person* person = nullptr;
    const Visit* visit = nullptr;  // nullptr: not at a visit
    const Birth* birth = nullptr;  // nullptr: not said
    Date on;

    const Fields& fields() const { return record->fields; }
};
using Events = std::vector<Event>;  // sorted by person, then day, hour, id

class Family {
public:
    explicit Family(std::span<const Record> records);  // which must outlive the family
    explicit Family(std::span<const Record* const> records);
    Family(Family&&) = default;
    Family& operator=(Family&&) = default;
    Family(const Family&) = delete;  // its parts point at each other
    Family& operator=(const Family&) = delete;

    const std::vector<Person>& persons() const { return persons_; }
    const std::vector<Birth>& births() const { return births_; }
    const std::vector<Outcome>& outcomes() const { return outcomes_; }
    const std::vector<Visit>& visits() const { return visits_; }
    const Events& recalls() const { return recalls_; }              // on: the day she was asked
    const Events& infant_checks() const { return infant_checks_; }  // person: the infant
    const Events& mother_checks() const { return mother_checks_; }
    const Events& contacts() const { return contacts_; }    // on: contact_date
    const Events& teachings() const { return teachings_; }  // person: the mother
    const Events& sessions() const { return sessions_; }    // person: the mother
    const Events& referrals() const { return referrals_; }
    const Events& consents() const { return consents_; }
    const std::vector<const Record*>& steps() const { return steps_; }  // of teachings
    const std::vector<const Record*>& notes() const { return notes_; }  // of tasks
    const std::vector<const Record*>& pregnancies() const { return pregnancies_; }
    const std::vector<const Record*>& left_out() const { return left_out_; }

    // Follows merged_into; nullptr if not here.
    const Person* person(std::string_view id) const;
    const Person* person(const Fields& fields, std::string_view name) const {
        return person(code(fields, name));
    }
    const Record* record(std::string_view id) const;  // live, merges followed; nullptr if not here
    const Record* household_of(const Person& person) const;
    const Outcome* outcome_of(const Person& infant) const;  // nullptr: only registered
    const Person* mother_of(const Person& infant) const;
    std::vector<const Outcome*> outcomes_of(const Birth& birth) const;

    static std::span<const Event> of(const Events& events, const Person& person);

private:
    friend class FamilyBuilder;
    std::vector<Person> persons_;
    std::vector<Birth> births_;
    std::vector<Outcome> outcomes_;
    std::vector<Visit> visits_;
    Events recalls_, infant_checks_, mother_checks_, contacts_, teachings_, sessions_, referrals_,
        consents_;
    std::vector<const Record*> steps_, notes_, pregnancies_, left_out_;
    std::unordered_map<std::string_view, const Record*> by_id_;  // retracted ones too
    std::unordered_map<const Record*, std::size_t> place_;       // in its own list
    std::unordered_map<const Person*, const Outcome*> outcome_by_infant_;
};

}  // namespace care
