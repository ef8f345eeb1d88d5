#include "client/app/window/books/look_alikes.h"

#include "shared/base/id.h"
#include "shared/names/likeness.h"

#include <algorithm>
#include <cstdlib>
#include <optional>

namespace client_app {

using base::Date;
using base::Fields;
using names::Name;
using screens::LikeReason;
using screens::LookAlike;

namespace {

constexpr std::size_t kShownMax = 10;
constexpr int kLikelyFrom = 8;  // DOMAIN 8.7: "possible" and "likely"
constexpr int kMonth = 31;
constexpr int kYear = 366;

// Points of DOMAIN 8.7; for the husband, whom it does not weigh, somewhat less than for a name.
constexpr int kSameNik = 12, kOtherNik = -8;
constexpr int kSameDay = 5, kSwappedDay = 4, kNearDay = 2, kOtherYear = -6;
constexpr int kSame = 5, kSimilar = 3;
constexpr int kSameHusband = 4, kOtherHusband = -3;
constexpr int kOtherSex = -8;
constexpr int kSamePhone = 1, kSameRt = 1;

// Who is being registered.
struct Newcomer {
    KnownPerson person;
    std::string home;  // the household, if it is known already
    Name name, husband;
    std::string rt, rw, phone;
};

bool is_grown(const KnownPerson& person) {
    return !person.is_infant;
}

Newcomer newcomer_of(const Fields& household, const Fields& person) {
    Newcomer made;
    made.person = known_person("", person);
    made.home = person.text("household_id");
    made.rt = household.text("rt");
    made.rw = household.text("rw");
    made.phone = names::phone_digits(household.text("phone"));
    const Name head = names::take_apart(household.text("head_name"));
    const bool is_nobody_yet = made.person.name.empty();  // a household is known by its head
    made.name = is_nobody_yet ? head : made.person.parts;
    const bool is_wife = !is_nobody_yet && is_grown(made.person) && made.person.sex != 'L';
    const bool is_head = names::likeness(made.name, head) >= names::kSameName;
    if (is_wife && !is_head) made.husband = head;
    return made;
}

// What is found about one who is known.
struct Comparison {
    std::vector<LikeReason> reasons;
    int score = 0;
    bool has_name = false, has_nik = false, has_more = false;

    void add(LikeReason reason, int points) {
        reasons.push_back(reason);
        score += points;
    }
    bool is_warning() const { return has_nik || (has_name && has_more); }
};

bool is_swapped(Date a, Date b) {
    return a != b && a.year() == b.year() &&
           static_cast<unsigned>(a.month()) == static_cast<unsigned>(b.day()) &&
           static_cast<unsigned>(a.day()) == static_cast<unsigned>(b.month());
}

void compare_niks(const Newcomer& newcomer, const KnownPerson& known, Comparison& found) {
    const std::string& nik = newcomer.person.nik;
    if (nik.empty() || known.nik.empty()) return;
    found.has_nik = nik == known.nik;
    if (found.has_nik) found.add(LikeReason::SameNik, kSameNik);
    if (!found.has_nik) found.score += kOtherNik;
}

void compare_names(const Newcomer& newcomer, const Name& name, Comparison& found) {
    const double likeness = names::likeness(newcomer.name, name);
    found.has_name = likeness >= names::kSimilarName;
    if (!found.has_name) return;
    const bool is_one_sound = likeness >= names::kOneSound;
    found.add(is_one_sound ? LikeReason::SameName : LikeReason::SimilarName,
              likeness >= names::kSameName ? kSame : kSimilar);
}

void compare_birth_dates(const KnownPerson& a, const KnownPerson& b, Comparison& found) {
    if (!a.birth_date || !b.birth_date) return;
    const int days = std::abs(base::days_between(*a.birth_date, *b.birth_date));
    const bool is_certain = a.is_day_certain && b.is_day_certain;
    const bool is_one_year = a.birth_date->year() == b.birth_date->year();
    if (is_certain && days == 0) {
        found.add(LikeReason::SameBirthDate, kSameDay);
    } else if (is_certain && is_swapped(*a.birth_date, *b.birth_date)) {
        found.add(LikeReason::SwappedDayMonth, kSwappedDay);
    } else if (days <= kMonth || (!is_certain && is_one_year)) {
        found.add(LikeReason::NearBirthDate, kNearDay);
    } else {
        found.score += days > kYear ? kOtherYear : 0;
        return;
    }
    found.has_more = true;
}

// The head, or where she is the head herself, the first grown man of the family.
const Name* husband_of(const FamilyPage& page, const KnownPerson& wife) {
    if (names::likeness(page.head, wife.parts) < names::kSameName) return &page.head;
    for (const KnownPerson& person : page.persons) {
        if (person.sex == 'L' && is_grown(person)) return &person.parts;
    }
    return nullptr;
}

void compare_husbands(const Newcomer& newcomer, const FamilyPage& page, const KnownPerson& known,
                      Comparison& found) {
    if (newcomer.husband.empty() || known.sex == 'L' || !is_grown(known)) return;
    const Name* husband = husband_of(page, known);
    if (husband == nullptr || husband->empty()) return;
    if (names::likeness(newcomer.husband, *husband) < names::kSimilarName) {
        found.score += kOtherHusband;
        return;
    }
    found.add(LikeReason::SameHusband, kSameHusband);
    found.has_more = true;
}

void compare_phones(const Newcomer& newcomer, const FamilyPage& page, std::string_view known,
                    Comparison& found) {
    for (const std::string& phone : {newcomer.phone, names::phone_digits(newcomer.person.phone)}) {
        const bool is_theirs =
            phone == names::phone_digits(page.phone) || phone == names::phone_digits(known);
        if (phone.empty() || !is_theirs) continue;
        found.add(LikeReason::SamePhone, kSamePhone);
        found.has_more = true;
        return;
    }
}

void compare_places(const Newcomer& newcomer, const FamilyPage& page, Comparison& found) {
    const int rt = names::place_number(newcomer.rt);
    const int rw = names::place_number(newcomer.rw);
    const int known_rw = names::place_number(page.row.rw);
    if (rt < 0 || rt != names::place_number(page.row.rt)) return;
    if (rw >= 0 && known_rw >= 0 && rw != known_rw) return;
    found.add(LikeReason::SameRt, kSameRt);
    found.has_more = true;
}

// Infants of one mother, or of one house, born on one day. They are one infant only where their
// places in the birth, or their names, do not tell them apart.
bool are_twins(const Newcomer& newcomer, const FamilyPage& page, const KnownPerson& known) {
    const KnownPerson& infant = newcomer.person;
    if (!infant.is_infant || !known.is_infant) return false;
    const bool has_mother = !infant.mother.empty() && !known.mother.empty();
    const bool is_one_birth =
        infant.birth_date && infant.birth_date == known.birth_date &&
        (has_mother ? infant.mother == known.mother : newcomer.home == page.row.id);
    if (!is_one_birth) return false;
    if (!infant.birth_order.empty() && !known.birth_order.empty()) {
        return infant.birth_order != known.birth_order;
    }
    return names::likeness(newcomer.name, known.parts) < names::kOneSound;
}

Comparison compare(const Newcomer& newcomer, const FamilyPage& page, const KnownPerson& known) {
    Comparison found;
    if (newcomer.person.is_infant != known.is_infant || are_twins(newcomer, page, known)) {
        return found;
    }
    compare_niks(newcomer, known, found);
    compare_names(newcomer, known.parts, found);
    if (!found.is_warning() && !found.has_name) return found;
    compare_husbands(newcomer, page, known, found);
    compare_birth_dates(newcomer.person, known, found);
    compare_phones(newcomer, page, known.phone, found);
    compare_places(newcomer, page, found);
    const char sex = newcomer.person.sex;
    if (sex != 0 && known.sex != 0 && sex != known.sex) found.score += kOtherSex;
    return found;
}

// The head of a family stands for whoever of it has not been registered.
Comparison compare_with_head(const Newcomer& newcomer, const FamilyPage& page) {
    Comparison found;
    const bool is_own = newcomer.home == page.row.id;
    if (newcomer.person.is_infant || is_own || page.head.empty()) return found;
    compare_names(newcomer, page.head, found);
    if (!found.has_name) return found;
    compare_phones(newcomer, page, "", found);
    compare_places(newcomer, page, found);
    return found;
}

LookAlike look_alike(const FamilyPage& page, const KnownPerson* known, const Comparison& found) {
    LookAlike like;
    like.family = page.row.id;
    like.person = known == nullptr ? "" : known->id;
    like.family_name =
        page.row.head.empty() && !page.row.people.empty() ? page.row.people.front() : page.row.head;
    like.person_name = known == nullptr ? page.row.head : known->name;
    like.rt = page.row.rt;
    like.rw = page.row.rw;
    like.known_since = base::made_at(known == nullptr ? page.row.id : known->id);
    like.reasons = found.reasons;
    std::sort(like.reasons.begin(), like.reasons.end());
    like.score = found.score;
    like.is_likely = found.score >= kLikelyFrom;
    return like;
}

// Registered persons are told about before a head of whom only the name is known.
std::optional<LookAlike> best_of(const FamilyPage& page, const Newcomer& newcomer) {
    std::optional<LookAlike> best;
    for (const KnownPerson& known : page.persons) {
        const Comparison found = compare(newcomer, page, known);
        const bool is_better = !best || found.score > best->score;
        if (found.is_warning() && is_better) best = look_alike(page, &known, found);
    }
    if (best) return best;
    const Comparison found = compare_with_head(newcomer, page);
    return found.is_warning() ? std::optional(look_alike(page, nullptr, found)) : std::nullopt;
}

}  // namespace

std::vector<LookAlike> look_alikes(std::span<const FamilyPage> pages, const Fields& household,
                                   const Fields& person) {
    const Newcomer newcomer = newcomer_of(household, person);
    std::vector<LookAlike> found;
    for (const FamilyPage& page : pages) {
        auto like = best_of(page, newcomer);
        if (like) found.push_back(std::move(*like));
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const LookAlike& a, const LookAlike& b) { return a.score > b.score; });
    if (found.size() > kShownMax) found.resize(kShownMax);
    return found;
}

}  // namespace client_app
