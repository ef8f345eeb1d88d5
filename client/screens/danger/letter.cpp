#include "client/screens/danger/letter.h"

#include "client/screens/frame/names.h"
#include "client/screens/sending/sending_words.h"
#include "client/ui/words/words.h"

#include <algorithm>

namespace screens {

using words::tr;

namespace {

const Person* person_in(const Family& family, const std::string& id) {
    for (const Person& each : family.persons) {
        if (each.id == id) return &each;
    }
    return nullptr;
}

std::string mother_name(const Ports& ports, const Family& family, const Person& infant) {
    const auto told = ports.records.lookup("person", infant.id, "mother_person_id");
    const Person* mother = told ? person_in(family, *told) : nullptr;
    if (mother != nullptr) return mother->name;
    const auto is_one = [](const Person& each) { return each.is_mother; };
    const auto& all = family.persons;
    if (std::count_if(all.begin(), all.end(), is_one) != 1) return {};
    return std::find_if(all.begin(), all.end(), is_one)->name;
}

// The midwife is a person with a name; what was written as the place comes first.
std::string whom_to(const Ports& ports, const Fields& referral) {
    const std::string place = referral.text("referred_to_text");
    if (!place.empty()) return place;
    const Midwife midwife = ports.referrals.midwife();
    if (midwife.place.empty() || midwife.name.empty()) return midwife.name + midwife.place;
    return midwife.name + ", " + midwife.place;
}

std::string chosen(const Ports& ports, const Fields& referral, const char* field) {
    const forms::Form* form = ports.records.forms().find("referral");
    const forms::Question* question = form == nullptr ? nullptr : form->find(field);
    if (question == nullptr || !referral.has(field)) return {};
    const forms::Choice* choice = form->find_choice(*question, referral.text(field));
    return choice != nullptr ? choice->label.in(words::code()) : std::string();
}

paper::Referral about(const Ports& ports, const Me& me, const Family& family,
                      const std::string& id) {
    paper::Referral letter;
    letter.cadre = me.name;
    letter.cadre_phone = ports.records.lookup("user", me.user_id, "phone").value_or("");
    letter.to = whom_to(ports, {});
    letter.address = family.household.text("address_line");
    letter.rw = family.household.text("rw");
    letter.rt = family.household.text("rt");
    letter.raised_on = ports.today();
    const Person* person = person_in(family, id);
    if (person == nullptr) return letter;
    letter.patient = person->name;
    letter.birth_date = person->birth_date;
    if (person->is_infant) letter.mother = mother_name(ports, family, *person);
    return letter;
}

void put_told(const Ports& ports, const Fields& referral, paper::Referral& letter) {
    letter.told_whom = chosen(ports, referral, "notified_role");
    const auto at = base::parse_date_time(referral.text("notified_at"));
    if (at) letter.told_at = tr("at {0}", {clock_text(*at, ports.zone())});
}

}  // namespace

paper::Referral letter_of(const Ports& ports, const Me& me, const Family& family,
                          const Alarm& alarm) {
    paper::Referral letter = about(ports, me, family, alarm.person);
    letter.urgency = alarm.urgency;
    letter.reasons = alarm.codes();
    letter.massage_withheld = alarm.massage == care::MassageAction::Stop;
    return letter;
}

// How urgent it is can be raised by the cadre, never lowered below its reasons (DOMAIN 5.3).
paper::Referral letter_of(const Ports& ports, const Me& me, const Family& family,
                          const Fields& referral) {
    paper::Referral letter = about(ports, me, family, referral.text("person_id"));
    letter.to = whom_to(ports, referral);
    letter.reasons = referral.codes("reasons");
    letter.urgency = care::parse_urgency(referral.text("urgency")).value_or(care::Urgency::RedNow);
    for (const std::string& code : letter.reasons) {
        const care::DangerSign* sign = care::find_danger_sign(code);
        if (sign != nullptr) letter.urgency = std::max(letter.urgency, sign->urgency);
    }
    const auto raised = base::parse_date_time(referral.text("raised_at"));
    if (raised) {
        letter.raised_on = base::date_in(*raised, ports.zone());
        letter.raised_at = clock_text(*raised, ports.zone());
    }
    letter.massage_withheld = referral.text("massage_withheld") == "1";
    letter.transport = chosen(ports, referral, "transport");
    letter.companion = chosen(ports, referral, "companion_relation");
    put_told(ports, referral, letter);
    return letter;
}

paper::Letterhead letterhead(const Ports& ports, const Me& me) {
    return {me.centre, unit_name(me), ports.today()};
}

std::string call_me_message(const Me& me) {
    return tr("Midwife, this is {0}, cadre of {1}. Please call me.", {me.name, unit_name(me)});
}

}  // namespace screens
