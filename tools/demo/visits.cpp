#include "tools/demo/visits.h"

#include "shared/care/massage.h"
#include "tools/demo/contacts.h"
#include "tools/demo/feeding.h"
#include "tools/demo/plan.h"

#include <algorithm>

namespace demo {

namespace {

constexpr double kNobodyHome = 0.06;     // of the visits
constexpr double kPhoneChanges = 0.012;  // at each contact

// What has been done so far with one family.
struct SoFar {
    std::string pregnancy;
    Taught taught;
    Contacts contacts;
    Date last_session;
    std::vector<Raised> raised;
};

// Typed in the same evening, or when she gets to it.
void write_later(Story& story, Instant from) {
    const int days = story.dice.chance(story.unit.late) ? story.dice.between(1, 12) : 0;
    const Date day = base::add_days(day_of(from), days);
    const Instant evening = instant_at(day, 18 * 60 + story.dice.between(0, 120));
    const Instant after{from.unix_ms + story.dice.between(40, 150) * 60'000LL};
    story.book.write_from(days == 0 && story.dice.chance(0.5) ? after : evening);
}

Fields visit_answers(Story& story, Instant started, std::string_view type) {
    Fields fields;
    fields.set("household_id", story.family.id);
    fields.set("started_at", moment(started));
    fields.set("visit_type", type);
    return fields;
}

Instant start_on(Dice& dice, Date day) {
    return instant_at(day, dice.between(8 * 60, 16 * 60));
}

void add_fruitless_visit(Story& story, Instant started) {
    Fields fields = visit_answers(story, started, "KADER_HOME");
    fields.set("outcome", story.dice.chance(0.85) ? "NOT_HOME" : "POSTPONED");
    fields.set("outcome_note",
               story.dice.pick({"Rumah kosong", "Sedang ke pasar", "Ke rumah nenek"}));
    story.book.add("visit", fields);
}

std::string persons_seen(const Story& story, const Birth* birth, Date day) {
    std::string ids = story.family.mother.id;
    if (birth == nullptr) return ids;
    for (const Child& child : birth->children) {
        if (child.is_living_on(day)) ids += " " + child.id;
    }
    return ids;
}

VisitHere add_visit(Story& story, const Birth* birth, Instant started, bool is_at_home,
                    std::string_view outcome) {
    Dice& dice = story.dice;
    Fields fields = visit_answers(story, started, is_at_home ? "KADER_HOME" : "POSY");
    fields.set("outcome", outcome);
    fields.set("persons_seen", persons_seen(story, birth, day_of(started)));
    fields.set("mother_id", story.family.mother.id);
    if (birth != nullptr) fields.set("birth_event_id", birth->id);
    if (story.family.husband && dice.chance(0.3)) fields.set("companion", "SUAMI");
    fields.set("topics", birth == nullptr ? dice.pick({"NUTRITION DANGER", "BF NUTRITION"})
                                          : dice.pick({"BF DANGER", "BF POSITION", "NEWBORN BF",
                                                       "NUTRITION", "KB BF FATHER"}));
    fields.set("ended_at", moment({started.unix_ms + dice.between(20, 70) * 60'000LL}));
    if (dice.chance(0.6)) {
        fields.set("next_visit_date",
                   base::to_text(base::add_days(day_of(started), dice.between(3, 30))));
    }
    return {story.book.add("visit", fields), started, {}};
}

void close_referrals(Story& story, SoFar& so_far) {
    for (const Raised& raised : so_far.raised) close_referral(story.dice, story.book, raised);
    so_far.raised.clear();
}

void look_after_massage(Story& story, Birth& birth, const Contact& contact, Alarm alarm,
                        const VisitHere& visit, SoFar& so_far) {
    if (alarm == Alarm::Stop || !birth.has_living(visit.day())) return;
    if (so_far.taught.is_taught()) {
        if (base::days_between(birth.on, visit.day()) > 75) return;
        const int days = base::days_between(so_far.last_session, visit.day());
        if (so_far.taught.must_repeat && days >= care::kRetestAfterDays) {
            so_far.taught = teach(story.dice, story.book, story.family, so_far.taught, visit);
        }
        add_sessions(story.dice, story.book, story.family, birth, so_far.taught,
                     so_far.last_session, visit);
    } else if (contact.may_teach && story.dice.chance(story.unit.teaches)) {
        so_far.taught = teach(story.dice, story.book, story.family, so_far.taught, visit);
    }
    so_far.last_session = visit.day();
}

void make_contact(Story& story, Birth& birth, const Contact& contact, SoFar& so_far) {
    Dice& dice = story.dice;
    const Instant started = start_on(dice, contact.day);
    write_later(story, started);
    if (!birth.is_written()) {
        add_birth(dice, story.book, story.family, birth, so_far.pregnancy, story.truth);
    }
    const bool has_died =
        update_children(dice, story.book, story.family, birth, contact.day, story.truth);
    VisitHere visit = add_visit(story, &birth, started, contact.is_at_home,
                                has_died            ? "INFANT_DIED"
                                : dice.chance(0.95) ? "DONE"
                                                    : "PARTIAL");
    Alarm alarm = Alarm::None;
    if (contact.asks_mother) {
        alarm = add_mother_check(dice, story.book, story.family, birth, visit);
    }
    for (const Child& child : birth.children) {
        if (!child.is_living_on(contact.day)) continue;
        add_infant_check(dice, story.book, birth, child, visit);
        if (contact.asks_recall) {
            add_recall(dice, story.book, story.family, birth, child, visit, story.truth);
        }
    }
    so_far.contacts.add_seen(dice, story.book, story.family, birth, visit);
    look_after_massage(story, birth, contact, alarm, visit, so_far);
    so_far.raised.insert(so_far.raised.end(), visit.raised.begin(), visit.raised.end());
}

// Sooner or later some number turns out wrong.
void correct_phone(Story& story, const std::string& person) {
    if (person.empty() || story.family.mother.phone.empty() || !story.dice.chance(kPhoneChanges))
        return;
    std::string& phone = story.family.mother.phone;
    phone.back() = phone.back() == '9' ? '0' : static_cast<char>(phone.back() + 1);
    Fields fields;
    fields.set("phone", phone);
    story.book.edit(person, fields);
}

void register_on(Story& story, Date day) {
    const Instant at = start_on(story.dice, day);
    story.book.write_from({at.unix_ms + 30 * 60'000LL});
    register_family(story.dice, story.book, story.family, at);
}

void visit_expecting(Story& story, Date from, Date until) {
    Date day = from;
    for (int i = 0; i < 3 && day < until && day <= story.today; ++i) {
        const Instant started = start_on(story.dice, day);
        write_later(story, started);
        add_visit(story, nullptr, started, true, "DONE");
        day = base::add_days(day, story.dice.between(20, 40));
        if (!story.dice.chance(0.5 * story.unit.effort)) return;
    }
}

std::string register_expecting(Story& story, Date expected, Date until) {
    const Date day = base::add_days(until, -story.dice.between(15, 140));
    register_on(story, day);
    const std::string pregnancy = add_pregnancy(story.dice, story.book, story.family, expected);
    visit_expecting(story, day, until);
    return pregnancy;
}

// An empty house, and one more try some days later.
Contact at_home_at_last(Story& story, Contact contact) {
    if (!contact.is_at_home || !story.dice.chance(kNobodyHome)) return contact;
    const Instant started = start_on(story.dice, contact.day);
    write_later(story, started);
    add_fruitless_visit(story, started);
    contact.day = base::add_days(contact.day, story.dice.between(1, 3));
    return contact;
}

}  // namespace

void tell_pregnancy(Story& story, Date expected) {
    const Date day = base::add_days(story.today, -story.dice.between(3, 100));
    register_on(story, day);
    add_pregnancy(story.dice, story.book, story.family, expected);
    visit_expecting(story, day, base::add_days(story.today, 1));
}

void tell_birth(Story& story, Birth& birth) {
    Dice& dice = story.dice;
    SoFar so_far;
    so_far.contacts = Contacts(dice, birth);
    Date first =
        base::add_days(birth.on, dice.chance(0.75) ? dice.between(1, 6) : dice.between(7, 40));
    if (dice.chance(0.6)) {
        const Date expected = base::add_days(birth.on, dice.normal_between(2, 8, -20, 30));
        so_far.pregnancy = register_expecting(story, expected, birth.on);
        first = base::add_days(birth.on, dice.between(1, 3));
    } else if (first <= story.today) {
        register_on(story, first);
    } else {
        return;  // born these days; nobody has been there yet
    }
    Date last = birth.on;
    for (const Contact& planned : plan_contacts(dice, story.unit, birth, first)) {
        if (planned.day <= last) continue;
        const Contact contact = at_home_at_last(story, planned);
        if (contact.day > story.today) break;
        last = contact.day;
        make_contact(story, birth, contact, so_far);
        correct_phone(story, story.family.mother.id);
        close_referrals(story, so_far);
    }
}

void tell_once(Story& story, Birth& birth, Date day) {
    register_on(story, day);
    SoFar so_far;
    so_far.contacts = Contacts(story.dice, birth);
    make_contact(story, birth, {day, true, true, false, false}, so_far);
}

}  // namespace demo
