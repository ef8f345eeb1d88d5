#include "client/app/window/books/family_pages.h"

#include "shared/base/text.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <unordered_map>

namespace client_app {

using base::Fields;

namespace {

// On which day a record happened, by the first of these that it answers.
constexpr std::array<const char*, 9> kDays = {"started_at",   "performed_at",  "raised_at",
                                              "contact_date", "delivery_date", "expected_date",
                                              "given_at",     "taken_at",      "recall_date"};

constexpr int kNifasDays = 42;  // DOMAIN 4.1: the last window of a mother's visits

// Pages while they are filled. Children of a record find their page through the person they name.
class Filling {
public:
    void begin(const records::Record& household);
    void add_person(const records::Record& person);
    void add_visit(const records::Record& visit);
    void add_birth(const records::Record& birth);
    std::vector<FamilyPage> finished(base::Date today);

private:
    FamilyPage* page_at(const records::Record& record);
    std::string who(const std::string& named) const;

    std::map<std::string, FamilyPage> pages_;
    std::unordered_map<std::string, FamilyPage*> page_of_person_;
    std::unordered_map<std::string, std::string> merged_into_;
};

void Filling::begin(const records::Record& household) {
    if (records::is_retracted(household)) return;
    const Fields& fields = household.fields;
    if (fields.has("merged_into")) {  // who lives there is on the other's page (SYNC 17)
        merged_into_[household.id.text()] = fields.text("merged_into");
        return;
    }
    FamilyPage page;
    page.row.id = household.id.text();
    page.row.head = fields.text("head_name");
    page.row.unit = household.unit;
    page.row.rt = fields.text("rt");
    page.row.rw = fields.text("rw");
    page.phone = fields.text("phone");
    page.head = names::take_apart(page.row.head);
    page.search.add_name(page.row.head, page.head);
    page.search.add_text(fields.text("address_line"));
    page.search.add_place(page.row.rt, page.row.rw);
    page.search.add_phone(page.phone);
    pages_.emplace(page.row.id, std::move(page));
}

FamilyPage* Filling::page_at(const records::Record& record) {
    if (records::is_retracted(record)) return nullptr;
    const auto found = pages_.find(who(record.fields.text("household_id")));
    return found == pages_.end() ? nullptr : &found->second;
}

// Mothers first, then infants; others are only searched for.
void Filling::add_person(const records::Record& record) {
    FamilyPage* page = page_at(record);
    if (page == nullptr) return;
    if (record.fields.has("merged_into")) {
        merged_into_[record.id.text()] = record.fields.text("merged_into");
        return;
    }
    const KnownPerson person = known_person(record.id.text(), record.fields);
    page_of_person_[person.id] = page;
    page->search.add_name(person.name, person.parts);
    page->search.add_phone(person.phone);
    page->search.add_nik(person.nik);
    auto& people = page->row.people;
    if (person.is_mother) people.insert(people.begin(), person.name);
    if (!person.is_mother && person.is_infant) people.push_back(person.name);
    page->persons.push_back(person);
}

void Filling::add_visit(const records::Record& record) {
    FamilyPage* page = page_at(record);
    const auto day = own_day(record.fields);
    if (page == nullptr || !day) return;
    page->row.last_visit = std::max(page->row.last_visit, day);
    const std::string outcome = record.fields.text("outcome");
    const bool was_seen = outcome == "DONE" || outcome == "PARTIAL";
    if (was_seen) page->last_contact = std::max(page->last_contact, day);
}

// The person or household that it was merged into; a circle of merges must end.
std::string Filling::who(const std::string& named) const {
    std::string id = named;
    for (int steps = 0; steps < 8; ++steps) {
        const auto found = merged_into_.find(id);
        if (found == merged_into_.end()) break;
        id = found->second;
    }
    return id;
}

void Filling::add_birth(const records::Record& record) {
    const auto day = base::local_date_of(record.fields.text("delivery_date"));
    const std::string mother = who(record.fields.text("mother_id"));
    const auto page = page_of_person_.find(mother);
    if (records::is_retracted(record) || !day || page == page_of_person_.end()) return;
    for (const KnownPerson& person : page->second->persons) {
        if (person.id != mother || person.is_dead) continue;
        page->second->last_birth = std::max(page->second->last_birth, day);
    }
}

// Whom the row tells: the first mother and the youngest infant, of those who live.
void name_people(FamilyPage& page) {
    screens::FamilyRow& row = page.row;
    for (const KnownPerson& person : page.persons) {
        if (person.is_dead) continue;
        if (person.is_mother && row.mother.empty()) row.mother = person.name;
        const bool is_younger = !row.youngest_born || person.birth_date > row.youngest_born;
        if (!person.is_infant || (!row.youngest.empty() && !is_younger)) continue;
        row.youngest = person.name;
        row.youngest_born = person.birth_date;
    }
}

std::vector<FamilyPage> Filling::finished(base::Date today) {
    std::vector<FamilyPage> pages;
    pages.reserve(pages_.size());
    for (auto& [id, page] : pages_) {
        const auto& people = page.row.people;
        const bool has_head = !page.row.head.empty() || people.empty();
        page.title = base::folded(has_head ? page.row.head : people.front());
        name_people(page);
        bring_up_to(today, page);
        pages.push_back(std::move(page));
    }
    sort_pages(pages);
    return pages;
}

// An infant may be registered before anyone has written down its birth.
std::optional<base::Date> last_birth_of(const FamilyPage& page) {
    auto last = page.last_birth;
    for (const KnownPerson& infant : page.persons) {
        if (!infant.is_infant) continue;
        for (const KnownPerson& mother : page.persons) {
            const bool is_hers = mother.is_mother && !mother.is_dead && infant.mother == mother.id;
            if (is_hers) last = std::max(last, infant.birth_date);
        }
    }
    return last;
}

}  // namespace

std::optional<base::Date> own_day(const Fields& fields) {
    for (const char* name : kDays) {
        const auto day = base::local_date_of(fields.text(name));
        if (day) return day;
    }
    return std::nullopt;
}

KnownPerson known_person(std::string id, const Fields& fields) {
    KnownPerson person;
    person.id = std::move(id);
    person.name = fields.text("full_name");
    person.parts = names::take_apart(person.name);
    person.nik = fields.text("nik");
    person.phone = fields.text("phone");
    person.sex = fields.text("sex").empty() ? '\0' : fields.text("sex").front();
    person.is_mother = fields.text("is_mother") == "1";
    person.is_infant = fields.text("is_infant") == "1";
    person.is_dead = fields.text("vital_status") == "DEAD";
    person.birth_date = base::parse_date(fields.text("birth_date"));
    const std::string precision = fields.text("birth_date_precision");
    person.is_day_certain = precision.empty() || precision == "D";
    person.mother = fields.text("mother_person_id");
    person.birth_order = fields.text("birth_order");
    return person;
}

void bring_up_to(base::Date today, FamilyPage& page) {
    const auto birth = last_birth_of(page);
    const int since = birth ? base::days_between(*birth, today) : -1;
    page.row.is_nifas = since >= 0 && since <= kNifasDays;
    page.row.youngest_months.reset();
    if (page.row.youngest_born) {
        page.row.youngest_months = base::age_months(*page.row.youngest_born, today);
    }
    page.row.visited_this_month =
        page.last_contact && base::month_of(*page.last_contact) == base::month_of(today);
}

bool stands_before(const FamilyPage& a, const FamilyPage& b) {
    return std::tie(a.row.rw, a.row.rt, a.title, a.row.id) <
           std::tie(b.row.rw, b.row.rt, b.title, b.row.id);
}

void sort_pages(std::vector<FamilyPage>& pages) {
    std::sort(pages.begin(), pages.end(), stands_before);
}

base::Result<std::vector<FamilyPage>> read_pages(store::Store& store, base::Date today) {
    TRY_LET(households, store.list("household"));
    TRY_LET(persons, store.list("person"));
    TRY_LET(visits, store.list("visit"));
    TRY_LET(births, store.list("birth_event"));
    Filling filling;
    for (const auto& household : households) filling.begin(household);
    for (const auto& person : persons) filling.add_person(person);
    for (const auto& visit : visits) filling.add_visit(visit);
    for (const auto& birth : births) filling.add_birth(birth);
    return filling.finished(today);
}

std::optional<FamilyPage> page_of(const std::string& household,
                                  std::span<const records::Record> records, base::Date today) {
    Filling one;
    for (const auto& record : records) {
        const bool is_alias = record.type == "household" && record.fields.has("merged_into");
        if (is_alias || record.id.text() == household) one.begin(record);
    }
    for (const auto& record : records) {
        if (record.type == "person") one.add_person(record);
    }
    for (const auto& record : records) {
        if (record.type == "visit") one.add_visit(record);
        if (record.type == "birth_event") one.add_birth(record);
    }
    auto pages = one.finished(today);
    if (pages.empty()) return std::nullopt;
    return std::move(pages.front());
}

}  // namespace client_app
