// The people of a family as its page shows them: role, age, twins side by side, a death gently.
#pragma once

#include "client/screens/family/family_context.h"

#include <string>
#include <vector>

namespace screens {

enum class PersonKind { Mother, Infant, Other, Stillborn };

struct PersonCard {
    std::string id;  // of the person; of the birth's outcome for a stillborn child
    PersonKind kind = PersonKind::Other;
    bool is_dead = false;
    std::string name;
    std::string detail;              // "Ibu · 27 tahun", "Bayi · meninggal pada 3 Mar 2026"
    std::vector<std::string> notes;  // twin, pregnant, staying for a while, joined from
};
// Mothers, then infants (twins in their order), then the others.
std::vector<PersonCard> people_of(const FamilyContext& context);

// The household itself has left: said above everything else. Empty: it lives here.
std::string household_note(const FamilyContext& context);

// What can be done about a person: the form, at its question.
FormStart start_details(const FamilyContext& context, const PersonCard& person);
FormStart start_died(const FamilyContext& context, const PersonCard& person);
FormStart start_moved(const FamilyContext& context, const PersonCard& person);
FormStart start_family_moved(const FamilyContext& context);

}  // namespace screens
