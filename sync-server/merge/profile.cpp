#include "sync-server/merge/profile.h"

#include "shared/base/text.h"
#include "shared/names/name.h"
#include "shared/records/record.h"
#include "sync-server/store/records/moves.h"
#include "sync-server/store/records/records.h"

#include <algorithm>

namespace merge {

using records::Record;

namespace {

using Records = std::vector<Record>;

// Here: not with another health centre.
bool stands(const Record& record) {
    return !records::is_retracted(record) && record.fields.text("merged_into").empty() &&
           record.unit != server_store::kOutside;
}

bool is_infant(const Record& person) {
    return person.fields.text("is_infant") == "1";
}
bool is_mother(const Record& person) {
    return person.fields.text("is_mother") == "1";
}

std::int64_t print_of(std::string_view text) {
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return static_cast<std::int64_t>(hash);
}

void set(base::Fields& fields, std::string_view name, const std::string& text) {
    if (!text.empty()) fields.set(name, text);
}

std::string known_birth(const base::Fields& fields) {
    const std::string date = fields.text("birth_date");
    const std::string precision = fields.text("birth_date_precision");
    if (date.size() != 10 || precision.empty() || precision == "D") return date;
    return date.substr(0, precision == "M" ? 7 : 4);
}

void set_home(base::Fields& fields, const Record* household, const std::string& unit) {
    fields.set(profile::kUnit, unit);
    if (household == nullptr) return;
    const base::Fields& home = household->fields;
    set(fields, profile::kKk, home.text("no_kk"));
    set(fields, profile::kAddress, home.text("address_line"));
    set(fields, profile::kVillage, home.text("wilayah_code"));
    const std::string rt = home.text("rt");
    const std::string rw = home.text("rw");
    if (!rt.empty() || !rw.empty()) fields.set(profile::kPlace, rt + "/" + rw);
    if (!fields.has(profile::kPhone)) set(fields, profile::kPhone, home.text("phone"));
}

// A baby that has no name of its own bears its mother's, which is compared as such.
void set_name(base::Fields& fields, const std::string& name) {
    const names::Name apart = names::take_apart(name);
    if (!apart.is_baby) fields.set(profile::kName, name);
    if (apart.is_baby && apart.place > 0) {
        fields.set(profile::kOrder, std::to_string(apart.place));
    }
}

const Record* husband_in(const Records& people) {
    const auto is_he = [](const Record& person) {
        const std::string relation = person.fields.text("relation_to_head");
        return person.fields.text("sex") == "L" && !is_infant(person) &&
               (relation == "KEPALA" || relation == "PASANGAN");
    };
    const auto found = std::find_if(people.begin(), people.end(), is_he);
    return found == people.end() ? nullptr : &*found;
}

const Record* mother_in(const Records& people) {
    const auto found = std::find_if(people.begin(), people.end(), is_mother);
    return found == people.end() ? nullptr : &*found;
}

std::string partner_of(const Record& person, const Record* household, const Records& people) {
    const Record* partner = is_mother(person) ? husband_in(people) : mother_in(people);
    if (partner != nullptr && partner->id != person.id) return partner->fields.text("full_name");
    const std::string head = household == nullptr ? "" : household->fields.text("head_name");
    return is_mother(person) && head != person.fields.text("full_name") ? head : "";
}

// Its mother, wherever she lives, and its birth.
base::Status set_infant(db::Connection& connection, const Record& infant, base::Fields& fields) {
    const std::string mother = infant.fields.text("mother_person_id");
    set(fields, profile::kMotherId, mother);
    TRY_LET(found, server_store::find_record(connection, mother));
    if (found) {
        set(fields, profile::kMother, found->record.fields.text("full_name"));
        set(fields, profile::kMotherBirth, known_birth(found->record.fields));
    }
    TRY_LET(naming, server_store::records_naming(connection, infant.id.text()));
    for (const Record& outcome : naming) {
        if (outcome.type != "birth_outcome" || !stands(outcome)) continue;
        const std::string event = outcome.fields.text("birth_event_id");
        TRY_LET(birth, server_store::find_record(connection, event));
        set(fields, profile::kEvent, event);
        const auto count =
            birth ? birth->record.fields.integer("fetus_count") : std::optional<std::int64_t>();
        if (count && *count > 1) {
            set(fields, profile::kOrder, outcome.fields.text("birth_order"));
        }
    }
    return base::Done{};
}

Profile made(const Record& record, std::string kind, std::string home, base::Fields fields) {
    Profile profile;
    profile.row.record = record.id.text();
    profile.row.kind = std::move(kind);
    profile.row.unit = record.unit;
    profile.row.home = std::move(home);
    profile.row.fields = fields.to_json();
    profile.row.print = print_of(profile.row.fields);
    profile.fields = std::move(fields);
    return profile;
}

Result<Profile> of_person(db::Connection& connection, const Record& person, const Record* household,
                          const Records& people, const std::string& home) {
    base::Fields fields;
    set_name(fields, person.fields.text("full_name"));
    set(fields, profile::kBirth, known_birth(person.fields));
    for (const std::string_view name : {profile::kSex, profile::kNik, profile::kPhone}) {
        set(fields, name, person.fields.text(name));
    }
    if (person.fields.text("nik_status") == "VALID") fields.set(profile::kNikIsValid, "1");
    set_home(fields, household, person.unit);
    if (is_infant(person)) {
        TRY(set_infant(connection, person, fields));
        const Record* father = husband_in(people);
        if (father != nullptr) set(fields, profile::kPartner, father->fields.text("full_name"));
    } else {
        set(fields, profile::kPartner, partner_of(person, household, people));
    }
    const char* kind = is_infant(person) ? "infant" : is_mother(person) ? "mother" : "person";
    return made(person, kind, home, std::move(fields));
}

Profile of_household(const Record& household, const Records& people) {
    base::Fields fields;
    set(fields, profile::kName, household.fields.text("head_name"));
    set(fields, profile::kPhone, household.fields.text("phone"));
    set_home(fields, &household, household.unit);
    std::vector<std::string> women;
    for (const Record& person : people) {
        if (is_mother(person)) women.push_back(person.fields.text("full_name"));
    }
    set(fields, profile::kWomen, base::joined(women, " "));
    return made(household, "household", household.id.text(), std::move(fields));
}

}  // namespace

Result<std::string> home_of(db::Connection& connection, std::string_view id) {
    TRY_LET(stored, server_store::find_record(connection, id));
    if (!stored) return std::string();
    const Record& record = stored->record;
    if (record.type == "household") return record.id.text();
    if (record.type == "person") {
        const std::string household = record.fields.text("household_id");
        return household.empty() ? record.id.text() : household;
    }
    if (record.type == "birth_outcome") return home_of(connection, record.fields.text("infant_id"));
    if (record.type == "birth_event") return home_of(connection, record.fields.text("mother_id"));
    return std::string();
}

Result<std::vector<Profile>> gather(db::Connection& connection, std::string_view home) {
    TRY_LET(stored, server_store::find_record(connection, home));
    TRY_LET(naming, server_store::records_naming(connection, home));
    std::vector<Record> people;
    for (Record& each : naming) {
        const bool is_here = each.type == "person" && each.fields.text("household_id") == home;
        if (is_here && stands(each)) people.push_back(std::move(each));
    }
    const bool is_household = stored && stored->record.type == "household";
    if (stored && !is_household && stands(stored->record)) people.push_back(stored->record);
    const Record* household = is_household ? &stored->record : nullptr;
    std::vector<Profile> profiles;
    for (const Record& person : people) {
        TRY_LET(made, of_person(connection, person, household, people, std::string(home)));
        profiles.push_back(std::move(made));
    }
    if (household != nullptr && stands(*household)) {
        profiles.push_back(of_household(*household, people));
    }
    return profiles;
}

Result<Profile> opened(server_store::ProfileRow row) {
    TRY_LET(fields, base::Fields::parse(row.fields));
    return Profile{std::move(row), std::move(fields)};
}

}  // namespace merge
