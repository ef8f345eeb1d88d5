// Who may do what in the health centre's pages: one table, asked in one place (DESIGN 8).
// What is not in it is refused. Every route names its action.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace console {

enum class Role { Cadre, Midwife, Coordinator, District, Admin };
std::optional<Role> role_of(std::string_view code);  // "KOORD"; nullopt: no role of ours

// How far an action reaches for a role.
enum class Reach {
    None,
    OwnUnits,  // the units that she is assigned to
    Centre,    // every unit of the health centre
};

enum class Action {
    SeeHome,        // the first page, her own account
    SeeArrivals,    // expected and arrived, with the cadres' names
    SeeFigures,     // counts only, no person
    ExportFigures,  // reports as files, counts only
    CloseMonths,    // freeze what was reported, open it again
    SeePersons,     // mothers, babies, households by name; lists behind figures
    ExportPersons,  // the register and other files with names
    DecideDuplicates,
    DecideConflicts,          // what is not clinical
    DecideClinicalConflicts,  // what a midwife may decide (danger signs, weights, births)
    MendQuarantine,
    ImportPersons,
    SetResidence,  // where somebody counts who only stays for a while
    MoveFamilies,  // to another health centre, and from one
    ManageTargets,
    ManageChoices,  // how the district's forms are counted
    SeeUsers,
    ManageUsers,  // add, codes, roles, moving a cadre
    ShutOut,      // disable a user, revoke or pause a laptop
    ManageUnits,  // add, rename, hand an area over
    SeeLaptops,
    ResetPins,  // gives access to what a laptop holds
    SeeForms,
    PublishForms,
    ErasePersons,
    SearchAudit,
    SeeBackups,
};

struct Right {
    Action action;
    Reach cadre, midwife, coordinator, district, admin;
};
std::span<const Right> rights();  // each action once

Reach reach(Role role, Action action);

}  // namespace console
