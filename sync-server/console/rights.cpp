#include "sync-server/console/rights.h"

#include <array>

namespace console {

namespace {

constexpr Reach no = Reach::None;
constexpr Reach own = Reach::OwnUnits;
constexpr Reach all = Reach::Centre;

// A cadre works on her laptop and has no page here. A district sees figures without persons. An
// admin keeps the settings and sees no person; whoever could give himself a cadre's code could read
// her families, so adding users is the coordinator's alone, and shutting out is both's.
constexpr std::array<Right, 27> kRights = {{
    //                                cadre mid- coordi- district admin
    //                                      wife nator
    {Action::SeeHome, no, all, all, all, all},
    {Action::SeeArrivals, no, own, all, no, no},
    {Action::SeeFigures, no, own, all, all, no},
    {Action::ExportFigures, no, own, all, all, no},
    {Action::CloseMonths, no, no, all, no, no},
    {Action::SeePersons, no, own, all, no, no},
    {Action::ExportPersons, no, own, all, no, no},
    {Action::DecideDuplicates, no, no, all, no, no},
    {Action::DecideConflicts, no, no, all, no, no},
    {Action::DecideClinicalConflicts, no, own, all, no, no},
    {Action::MendQuarantine, no, no, all, no, no},
    {Action::ImportPersons, no, no, all, no, no},
    {Action::MoveFamilies, no, no, all, no, no},
    {Action::SetResidence, no, no, all, no, no},
    {Action::ManageTargets, no, no, all, no, no},
    {Action::ManageChoices, no, no, all, no, all},
    {Action::SeeUsers, no, no, all, no, all},
    {Action::ManageUsers, no, no, all, no, no},
    {Action::ShutOut, no, no, all, no, all},
    {Action::ManageUnits, no, no, all, no, no},
    {Action::SeeLaptops, no, no, all, no, all},
    {Action::ResetPins, no, no, all, no, no},
    {Action::SeeForms, no, all, all, no, all},
    {Action::PublishForms, no, no, all, no, all},
    {Action::ErasePersons, no, no, all, no, no},
    {Action::SearchAudit, no, no, all, no, all},
    {Action::SeeBackups, no, no, all, no, all},
}};

}  // namespace

std::span<const Right> rights() {
    return kRights;
}

std::optional<Role> role_of(std::string_view code) {
    if (code == "KADER") return Role::Cadre;
    if (code == "BIDAN") return Role::Midwife;
    if (code == "KOORD") return Role::Coordinator;
    if (code == "DINKES") return Role::District;
    if (code == "ADMIN") return Role::Admin;
    return std::nullopt;
}

Reach reach(Role role, Action action) {
    for (const Right& right : kRights) {
        if (right.action != action) continue;
        switch (role) {
            case Role::Cadre:
                return right.cadre;
            case Role::Midwife:
                return right.midwife;
            case Role::Coordinator:
                return right.coordinator;
            case Role::District:
                return right.district;
            case Role::Admin:
                return right.admin;
        }
    }
    return Reach::None;
}

}  // namespace console
