#include "client/screens/massage/safety_facts.h"

#include "client/ui/words/dates.h"
#include "client/ui/words/words.h"

#include <algorithm>

namespace screens {

using words::tr;

namespace {

constexpr const char* kNoInfants = "0";
constexpr int kCaesareanDays = 14;
constexpr std::int64_t kHour = 3600000;
constexpr int kHoursSaid = 48;  // of a birth: until then in hours

bool is_hers(const Entry& entry, const std::string& mother) {
    return entry.fields.text("mother_id") == mother;
}

// Every sign that puts the massage off was asked about; a check that was left half done counts not.
bool asks_about_massage(const Fields& check) {
    const auto all = massage_signs();
    return std::all_of(all.begin(), all.end(), [&check](const care::DangerSign* sign) {
        return check.has(care::field_of(*sign));
    });
}

void read_checks(SafetyFacts& facts, const Family& family, const std::string& mother, Date today) {
    for (const Entry& entry : family.entries) {  // newest first
        if (entry.type != "mother_check" || !is_hers(entry, mother) || entry.on != today) continue;
        facts.is_checked_today = facts.is_checked_today || asks_about_massage(entry.fields);
        const auto temp = entry.fields.number("temp_c");
        if (temp) facts.temp_c = std::max(facts.temp_c.value_or(*temp), *temp);
        for (const care::DangerSign* sign : care::signs_in(entry.fields, care::Subject::Mother)) {
            const auto& told = facts.told;
            if (std::find(told.begin(), told.end(), sign) == told.end()) facts.told.push_back(sign);
        }
    }
}

// She is not asked twice in a day, and what put the massage off stands until tomorrow.
void read_teachings(SafetyFacts& facts, const Family& family, const std::string& mother,
                    Date today) {
    for (const Entry& entry : family.entries) {
        const bool is_of_today = entry.type == "massage_teaching" && entry.on == today;
        if (!is_of_today || !is_hers(entry, mother)) continue;
        const auto reasons = entry.fields.codes("safety_reasons");
        const bool refuses = entry.fields.text("consent_touch") == "0" ||
                             std::find(reasons.begin(), reasons.end(), "XC02") != reasons.end();
        if (refuses) facts.refusal = Refusal::Today;
        for (const std::string& code : reasons) {
            if (code != "XC02") facts.earlier.push_back(code);
        }
    }
}

void read_consent(SafetyFacts& facts, const Family& family, const std::string& mother) {
    for (const Entry& entry : family.entries) {  // newest first
        if (entry.type != "consent" || entry.fields.text("person_id") != mother) continue;
        const bool is_withdrawn = entry.fields.text("withdrawn") == "1" &&
                                  entry.fields.has_code("withdraw_scope", "TOUCH");
        const bool is_without = !entry.fields.has_code("scopes", "TOUCH");
        if ((is_withdrawn || is_without) && facts.refusal == Refusal::None) {
            facts.refusal = Refusal::Consent;
        }
        return;
    }
}

std::string hours_after(const Entry& birth, const Ports& ports) {
    const std::string time = birth.fields.text("delivery_time");
    const auto day = base::parse_date(birth.fields.text("delivery_date"));
    if (time.size() < 5 || !day) return {};
    const auto as_if_utc =
        base::parse_date_time(base::to_text(*day) + "T" + time.substr(0, 5) + ":00Z");
    if (!as_if_utc) return {};
    const std::int64_t born =
        as_if_utc->unix_ms - std::int64_t{ports.zone().offset_minutes} * 60000;
    const std::int64_t hours = (ports.clock.now().unix_ms - born) / kHour;
    if (hours < 0 || hours > kHoursSaid) return {};
    if (hours < 1) return tr("As recorded, she gave birth less than an hour ago.");
    return tr("As recorded, she gave birth {0} hours ago.", {std::to_string(hours)});
}

void read_birth(SafetyFacts& facts, const Ports& ports, const Entry& birth) {
    const auto day = base::parse_date(birth.fields.text("delivery_date"));
    if (!day) return;
    const int days = static_cast<int>(base::days_between(*day, ports.today()));
    const std::string hours = hours_after(birth, ports);
    facts.hints["XC03"] = hours.empty()
                              ? tr("As recorded, she gave birth on {0}.", {words::short_date(*day)})
                              : hours;
    const bool is_operated = birth.fields.text("mode").starts_with("SC_");
    if (is_operated && days >= 0 && days < kCaesareanDays) {
        facts.hints["XC09"] =
            tr("As recorded, she had a caesarean on {0}.", {words::short_date(*day)});
    }
}

void read_births(SafetyFacts& facts, const Ports& ports, const Family& family,
                 const std::string& mother) {
    const Entry* latest = nullptr;
    for (const Entry& entry : family.entries) {
        if (entry.type != "birth_event" || !is_hers(entry, mother)) continue;
        const bool is_later = latest == nullptr || entry.fields.text("delivery_date") >
                                                       latest->fields.text("delivery_date");
        if (is_later) latest = &entry;
    }
    if (latest == nullptr) return;
    facts.birth = latest->id;
    read_birth(facts, ports, *latest);
}

void read_pregnancy(SafetyFacts& facts, const Family& family, const std::string& mother) {
    for (const Entry& entry : family.entries) {
        if (entry.type != "pregnancy" || !is_hers(entry, mother)) continue;
        const std::string outcome = entry.fields.text("outcome");
        if (outcome.empty() || outcome == "ONGOING") {
            facts.hints["XC14"] = tr("As recorded, she is pregnant.");
        }
    }
}

// Nothing is known of some births: then a family in which the only baby has died is meant too.
void read_babies(SafetyFacts& facts, const Ports& ports, const Family& family,
                 const std::string& mother) {
    const auto has = [&family](bool is_dead) {
        return std::any_of(family.persons.begin(), family.persons.end(), [&](const Person& each) {
            return each.is_infant && each.is_dead == is_dead;
        });
    };
    const std::string alive = ports.records.lookup("person", mother, "live_infants").value_or("");
    const bool is_expecting = facts.hints.contains("XC14");
    const care::Family known(family.records);
    const care::Person* person = known.person(mother);
    facts.has_lost_baby = alive == kNoInfants ||
                          (alive.empty() && has(true) && !has(false) && !is_expecting) ||
                          (person != nullptr && has_lost_babies(known, *person));
    facts.has_living_baby = !facts.has_lost_baby && has(false);
}

bool is_lost(const care::Outcome* outcome) {
    using Kind = care::Outcome::Kind;
    if (outcome->kind == Kind::Stillborn || outcome->kind == Kind::DiedLater) return true;
    return outcome->infant != nullptr && outcome->infant->is_dead;
}

}  // namespace

std::vector<const care::DangerSign*> massage_signs() {
    std::vector<const care::DangerSign*> all;
    for (const care::DangerSign& sign : care::danger_signs()) {
        const bool is_hers = sign.subject == care::Subject::Mother && !sign.is_private;
        if (is_hers && sign.massage >= care::MassageAction::Defer) all.push_back(&sign);
    }
    return all;
}

bool has_lost_babies(const care::Family& known, const care::Person& mother) {
    const care::Birth* last = nullptr;
    for (const care::Birth& birth : known.births()) {
        if (birth.mother != &mother) continue;
        if (last == nullptr || birth.delivery_date > last->delivery_date) last = &birth;
    }
    if (last == nullptr) return false;
    const auto outcomes = known.outcomes_of(*last);
    return !outcomes.empty() && std::all_of(outcomes.begin(), outcomes.end(), is_lost);
}

SafetyFacts safety_facts(const Ports& ports, const Family& family, const std::string& mother) {
    SafetyFacts facts;
    const Date today = ports.today();
    facts.stop = massage_stop(family, mother, today);
    read_checks(facts, family, mother, today);
    read_teachings(facts, family, mother, today);
    read_consent(facts, family, mother);
    read_births(facts, ports, family, mother);
    read_pregnancy(facts, family, mother);
    read_babies(facts, ports, family, mother);
    return facts;
}

}  // namespace screens
