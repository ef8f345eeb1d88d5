#include "client/screens/quick/quick_row.h"

#include "client/screens/frame/names.h"
#include "client/ui/words/dates.h"
#include "shared/base/json.h"
#include "shared/base/text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace screens {

namespace {

constexpr int kRecallMonths = 24;  // until then a baby's food of yesterday is asked about
constexpr double kKilogramsBelow = 25;
constexpr double kGramsFrom = 300;

// Prefixes of the three checks' answers in a draft.
struct Part {
    const char* prefix;
    Fields QuickRow::*answers;
};
constexpr std::array<Part, 3> kParts = {
    {{"i.", &QuickRow::infant_check}, {"m.", &QuickRow::mother_check}, {"r.", &QuickRow::recall}}};
struct Typed {
    const char* name;
    std::string QuickRow::*text;
};
constexpr std::array<Typed, 7> kTyped = {{{"day", &QuickRow::day},
                                          {"household_id", &QuickRow::household},
                                          {"infant", &QuickRow::infant},
                                          {"mother_met", &QuickRow::mother_met},
                                          {"weight", &QuickRow::weight},
                                          {"temp", &QuickRow::temp},
                                          {"contacts", &QuickRow::contacts}}};

}  // namespace

bool QuickRow::is_untouched() const {
    return household.empty() && mother_met.empty() && weight.empty() && temp.empty() &&
           contacts.empty() && infant_check.empty() && mother_check.empty() && recall.empty();
}

Fields& QuickRow::answers_of(const std::string& form) {
    if (form == "infant_check") return infant_check;
    return form == "mother_check" ? mother_check : recall;
}

const Fields& QuickRow::answers_of(const std::string& form) const {
    return const_cast<QuickRow*>(this)->answers_of(form);
}

Fields to_draft(const QuickRow& row) {
    Fields kept;
    for (const Typed& each : kTyped) {
        if (!(row.*each.text).empty()) kept.set(each.name, row.*each.text);
    }
    for (const Part& part : kParts) {
        for (const auto& [name, token] : (row.*part.answers).entries()) {
            kept.set_token(part.prefix + name, token);
        }
    }
    return kept;
}

QuickRow from_draft(const Draft& draft) {
    QuickRow row;
    row.visit = draft.id;
    for (const Typed& each : kTyped) row.*each.text = draft.answers.text(each.name);
    for (const auto& [name, token] : draft.answers.entries()) {
        for (const Part& part : kParts) {
            const std::string_view prefix = part.prefix;
            if (!std::string_view(name).starts_with(prefix)) continue;
            (row.*part.answers).set_token(name.substr(prefix.size()), token);
        }
    }
    return row;
}

namespace {

void add_check(QuickVisit& visit, const std::string& type, const Fields& answers) {
    if (answers.text("visit_id") != visit.id) return;
    if (type == "mother_check") visit.has_mother = true;
    if (type == "infant_check") visit.checked.push_back(answers.text("infant_id"));
}

std::vector<QuickVisit> met_on(const Ports& ports, const Family& family, Date day) {
    std::vector<QuickVisit> met;
    for (const Entry& entry : family.entries) {
        const std::string outcome = entry.fields.text("outcome");
        const bool is_met = outcome == "DONE" || outcome == "PARTIAL";
        if (entry.type != "visit" || entry.on != day || !is_met) continue;
        QuickVisit visit;
        visit.id = entry.id;
        visit.role = entry.fields.text("provider_role");
        visit.seen = entry.fields.codes("persons_seen");
        for (const Entry& each : family.entries) add_check(visit, each.type, each.fields);
        for (const Draft& each : ports.records.drafts()) add_check(visit, each.type, each.answers);
        met.push_back(std::move(visit));
    }
    return met;
}

}  // namespace

bool QuickVisit::has_seen(const std::string& person) const {
    return std::find(seen.begin(), seen.end(), person) != seen.end();
}

bool QuickVisit::has_checked(const std::string& infant) const {
    return std::find(checked.begin(), checked.end(), infant) != checked.end();
}

QuickPeople people_of(const Ports& ports, const std::string& household, Date day) {
    QuickPeople people;
    const auto family = ports.families.family(household);
    if (!family.ok()) return people;
    people.is_known = true;
    people.met = met_on(ports, family.value(), day);
    people.name = family_name(family.value().household, family.value().persons);
    for (const Person& person : family.value().persons) {
        if (person.is_dead) continue;
        if (person.is_mother && people.mother.empty()) {
            people.mother = person.id;
            people.mother_name = person.name;
        }
        const bool is_young = person.birth_date && *person.birth_date <= day &&
                              base::age_months(*person.birth_date, day) < kRecallMonths;
        if (person.is_infant && is_young) people.infants.push_back(person);
    }
    std::string latest;
    for (const Entry& entry : family.value().entries) {
        if (entry.type != "birth_event" || entry.fields.text("mother_id") != people.mother)
            continue;
        const std::string born = entry.fields.text("delivery_date");
        if (!people.birth.empty() && born <= latest) continue;
        people.birth = entry.id;
        latest = born;
    }
    return people;
}

std::optional<std::int64_t> read_weight_g(const std::string& typed) {
    std::string text = base::trimmed(typed);
    std::replace(text.begin(), text.end(), ',', '.');
    const auto number = base::json::number_of(text);
    if (!number || *number <= 0) return std::nullopt;
    if (*number < kKilogramsBelow) return std::llround(*number * 1000);
    if (*number < kGramsFrom) return std::nullopt;
    return std::llround(*number);
}

namespace {

constexpr std::array<const char*, 7> kCodes = {"KF1", "KF2", "KF3", "KF4", "KN1", "KN2", "KN3"};

std::vector<std::string> words_of(std::string typed) {
    for (char& c : typed) {
        if (c == ',' || c == ';' || c == '\t') c = ' ';
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    std::vector<std::string> words;
    for (std::string& word : base::split(typed, ' ')) {
        if (!word.empty()) words.push_back(std::move(word));
    }
    return words;
}

std::optional<Date> day_of(const std::string& typed, Date visit) {
    if (const auto whole = words::parse_typed_date(typed, visit)) return whole;
    const int year = static_cast<int>(visit.year());
    const auto this_year = words::parse_typed_date(typed + "-" + std::to_string(year), visit);
    if (this_year && *this_year <= visit) return this_year;
    return words::parse_typed_date(typed + "-" + std::to_string(year - 1), visit);
}

}  // namespace

std::optional<std::vector<QuickContact>> read_contacts(const std::string& typed, Date day) {
    std::vector<QuickContact> contacts;
    const std::vector<std::string> words = words_of(typed);
    if (words.size() % 2 != 0) return std::nullopt;
    for (std::size_t i = 0; i < words.size(); i += 2) {
        const bool is_code = std::find(kCodes.begin(), kCodes.end(), words[i]) != kCodes.end();
        const auto on = day_of(words[i + 1], day);
        if (!is_code || !on) return std::nullopt;
        contacts.push_back({words[i], *on});
    }
    return contacts;
}

}  // namespace screens
