#include "client/app/window/family_pages.h"

#include "shared/base/text.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace client_app {

using base::Fields;

namespace {

// On which day a record happened, by the first of these that it answers.
constexpr std::array<const char*, 9> kDays = {"started_at",   "performed_at",  "raised_at",
                                              "contact_date", "delivery_date", "expected_date",
                                              "given_at",     "taken_at",      "recall_date"};

using PagesById = std::map<std::string, FamilyPage>;

FamilyPage begin_page(const records::Record& household) {
    FamilyPage page;
    page.row.id = household.id.text();
    page.row.head = household.fields.text("head_name");
    page.row.rt = household.fields.text("rt");
    page.row.rw = household.fields.text("rw");
    page.folded =
        base::folded(page.row.head + " rt " + page.row.rt + " rw " + page.row.rw + " " +
                     household.fields.text("phone") + " " + household.fields.text("address_line"));
    return page;
}

FamilyPage* page_at(PagesById& pages, const records::Record& record) {
    if (records::is_retracted(record)) return nullptr;
    const auto found = pages.find(record.fields.text("household_id"));
    return found == pages.end() ? nullptr : &found->second;
}

// Mothers first, then infants; others are only searched for.
void add_person(PagesById& pages, const records::Record& record) {
    FamilyPage* page = page_at(pages, record);
    if (page == nullptr || record.fields.has("merged_into")) return;
    const Fields& person = record.fields;
    const std::string name = person.text("full_name");
    page->folded +=
        " " + base::folded(name + " " + person.text("phone") + " " + person.text("nik"));
    const bool is_mother = person.text("is_mother") == "1";
    if (!is_mother && person.text("is_infant") != "1") return;
    auto& people = page->row.people;
    people.insert(is_mother ? people.begin() : people.end(), name);
}

void add_visit(PagesById& pages, const records::Record& record) {
    FamilyPage* page = page_at(pages, record);
    const auto day = own_day(record.fields);
    if (page == nullptr || !day) return;
    auto& last = page->row.last_visit;
    if (!last || *last < *day) last = day;
}

}  // namespace

std::optional<base::Date> own_day(const Fields& fields) {
    for (const char* name : kDays) {
        const auto day = base::local_date_of(fields.text(name));
        if (day) return day;
    }
    return std::nullopt;
}

void sort_pages(std::vector<FamilyPage>& pages) {
    std::stable_sort(pages.begin(), pages.end(), [](const FamilyPage& a, const FamilyPage& b) {
        return std::tie(a.row.rw, a.row.rt, a.folded) < std::tie(b.row.rw, b.row.rt, b.folded);
    });
}

base::Result<std::vector<FamilyPage>> read_pages(store::Store& store) {
    TRY_LET(households, store.list("household"));
    TRY_LET(persons, store.list("person"));
    TRY_LET(visits, store.list("visit"));
    PagesById by_id;
    for (const auto& household : households) {
        if (records::is_retracted(household)) continue;
        by_id.emplace(household.id.text(), begin_page(household));
    }
    for (const auto& person : persons) add_person(by_id, person);
    for (const auto& visit : visits) add_visit(by_id, visit);
    std::vector<FamilyPage> pages;
    pages.reserve(by_id.size());
    for (auto& [id, page] : by_id) pages.push_back(std::move(page));
    sort_pages(pages);
    return pages;
}

std::optional<FamilyPage> page_of(const std::string& household,
                                  std::span<const records::Record> records) {
    PagesById one;
    for (const records::Record& record : records) {
        const bool is_it = record.id.text() == household && !records::is_retracted(record);
        if (is_it) one.emplace(household, begin_page(record));
    }
    if (one.empty()) return std::nullopt;
    for (const records::Record& record : records) {
        if (record.type == "person") add_person(one, record);
        if (record.type == "visit") add_visit(one, record);
    }
    return std::move(one.begin()->second);
}

}  // namespace client_app
