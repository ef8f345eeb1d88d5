// The names of all families as one list, and the days of their births and visits: read once from
// the store, kept up to date family by family.
#pragma once

#include "client/screens/ports/families.h"
#include "client/store/store.h"
#include "shared/names/search_text.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace client_app {

// Somebody of a family, as far as the duplicate warning asks about her.
struct KnownPerson {
    std::string id, name, nik, phone;
    names::Name parts;  // of the name
    char sex = 0;       // 'L', 'P', or 0
    bool is_mother = false, is_infant = false, is_dead = false;
    std::optional<base::Date> birth_date;
    bool is_day_certain = true;
    std::string mother;       // of an infant: her id
    std::string birth_order;  // among twins; empty: not said
};
KnownPerson known_person(std::string id, const base::Fields& fields);

struct FamilyPage {
    screens::FamilyRow row;
    std::string title;         // folded; what the list is sorted by
    names::SearchText search;  // all that the family is found by
    names::Name head;
    std::string phone;
    std::vector<KnownPerson> persons;
    std::optional<base::Date> last_birth;    // of a mother who lives
    std::optional<base::Date> last_contact;  // somebody was seen, unlike at last_visit
};

// Sorted by RW, RT and head. What the filters ask is as of `today`.
base::Result<std::vector<FamilyPage>> read_pages(store::Store& store, base::Date today);
bool stands_before(const FamilyPage& a, const FamilyPage& b);  // the order they are sorted in
void sort_pages(std::vector<FamilyPage>& pages);
// Of one household out of its own records; nullopt if it was retracted.
std::optional<FamilyPage> page_of(const std::string& household,
                                  std::span<const records::Record> records, base::Date today);
void bring_up_to(base::Date today, FamilyPage& page);

// The day a record happened on, from its own answers.
std::optional<base::Date> own_day(const base::Fields& fields);

}  // namespace client_app
