// The families of the opened store.
#pragma once

#include "client/screens/ports/common.h"
#include "client/screens/ports/history.h"
#include "shared/records/record.h"

#include <optional>
#include <string>
#include <vector>

namespace screens {

struct FamilyRow {
    std::string id;
    std::string head;                 // the head of the family; may be empty
    std::vector<std::string> people;  // mothers, then infants, by name
    std::string mother;               // who lives, the first of them; may be empty
    std::string youngest;             // living infant, with youngest_born
    std::optional<Date> youngest_born;
    std::string unit;
    std::string rt, rw;
    std::optional<Date> last_visit;
    int due = 0, overdue = 0;  // tasks that wait for the cadre
    // As of today.
    bool is_nifas = false;               // a mother within 42 days of a birth, whatever its outcome
    std::optional<int> youngest_months;  // of the youngest living infant; none without one
    bool visited_this_month = false;     // and somebody was seen
};

enum class Filter { All, Postpartum, UnderSixMonths, NotVisitedThisMonth };

inline bool passes(Filter filter, const FamilyRow& row) {
    switch (filter) {
        case Filter::All:
            return true;
        case Filter::Postpartum:
            return row.is_nifas;
        case Filter::UnderSixMonths:
            return row.youngest_months.has_value() && *row.youngest_months < 6;
        case Filter::NotVisitedThisMonth:
            return !row.visited_this_month;
    }
    return false;
}

// Why somebody known may be the one who is being registered; the weightiest first.
enum class LikeReason {
    SameNik,
    SameName,  // as it sounds
    SimilarName,
    SameHusband,  // as it sounds
    SameBirthDate,
    SwappedDayMonth,
    NearBirthDate,  // within a month, or of one year where a day is only estimated
    SamePhone,
    SameRt,  // and RW, where both are known
};

struct LookAlike {
    std::string family, person;  // ids; no person: the head of the family is meant
    std::string family_name, person_name;
    std::string rt, rw;
    std::optional<Instant> known_since;
    std::vector<LikeReason> reasons;
    int score = 0;           // DOMAIN 8.7
    bool is_likely = false;  // false: a namesake, shown after the others
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
    bool is_corrected = false;  // changed after it was first saved
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
    // All that is known of it, also the household, the persons, what was retracted, and people of
    // other families whom it names: what care::Family is made of.
    std::vector<records::Record> records;
};

class Families {
public:
    virtual ~Families() = default;
    // Every family of the user's units, or those that match; sorted by RW, RT, head.
    virtual std::vector<FamilyRow> list(const std::string& query) = 0;
    virtual base::Result<Family> family(const std::string& id) = 0;
    // Of one record, newest first.
    virtual base::Result<std::vector<Written>> history(const std::string& record) = 0;
    // Whom the registration of this household, of this person in it, or of both might repeat: the
    // best first, one of each family. Either may be empty. Twins are not each other's. It warns;
    // whether they are one, the cadre decides.
    virtual std::vector<LookAlike> look_alikes(const Fields& household, const Fields& person) = 0;
    // Changes whenever a list or a family may have changed.
    virtual std::int64_t version() = 0;
};

}  // namespace screens
