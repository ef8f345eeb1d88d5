#include "sync-server/console/routes.h"

#include "sync-server/console/pages/account.h"
#include "sync-server/console/pages/arrivals.h"
#include "sync-server/console/pages/audit.h"
#include "sync-server/console/pages/backups.h"
#include "sync-server/console/pages/choices.h"
#include "sync-server/console/pages/conflicts.h"
#include "sync-server/console/pages/duplicates.h"
#include "sync-server/console/pages/erasures.h"
#include "sync-server/console/pages/figures.h"
#include "sync-server/console/pages/forms.h"
#include "sync-server/console/pages/home.h"
#include "sync-server/console/pages/imports.h"
#include "sync-server/console/pages/laptops.h"
#include "sync-server/console/pages/month_closings.h"
#include "sync-server/console/pages/moves.h"
#include "sync-server/console/pages/pins.h"
#include "sync-server/console/pages/quarantine.h"
#include "sync-server/console/pages/referrals.h"
#include "sync-server/console/pages/reports.h"
#include "sync-server/console/pages/residents.h"
#include "sync-server/console/pages/targets.h"
#include "sync-server/console/pages/units.h"
#include "sync-server/console/pages/users.h"
#include "sync-server/console/words/words.h"

namespace console {

Routes all_routes() {
    Routes together;
    const Routes each[] = {
        form_routes(),         home_routes(),       account_routes(),   import_routes(),
        import_draft_routes(), conflict_routes(),   duplicate_routes(), merge_routes(),
        pair_routes(),         quarantine_routes(), user_routes(),      unit_routes(),
        laptop_routes(),       pin_routes(),        erasure_routes(),   audit_routes(),
    };
    const Routes figures[] = {arrival_routes(), figure_routes(),   report_routes(),
                              month_routes(),   referral_routes(), target_routes(),
                              backup_routes(),  resident_routes(), choice_routes()};
    for (const Routes& some : {move_out_routes(), move_in_routes()}) {
        together.insert(together.end(), some.begin(), some.end());
    }
    for (const Routes& some : figures) {
        together.insert(together.end(), some.begin(), some.end());
    }
    for (const Routes& some : each) {
        together.insert(together.end(), some.begin(), some.end());
    }
    return together;
}

const std::vector<NavItem>& navigation() {
    static const std::vector<NavItem> kItems = {
        {"/", later("Today"), Action::SeeHome, later("Work")},
        {"/duplicates", later("Written twice"), Action::DecideDuplicates, later("Work")},
        {"/conflicts", later("Conflicts"), Action::DecideClinicalConflicts, later("Work")},
        {"/quarantine", later("Waiting changes"), Action::MendQuarantine, later("Work")},
        {"/arrivals", later("Expected and arrived"), Action::SeeFigures, later("Work")},
        {"/referrals", later("Referrals"), Action::SeePersons, later("Work")},
        {"/figures", later("Figures"), Action::SeeFigures, later("Figures and reports")},
        {"/reports", later("Reports"), Action::ExportFigures, later("Figures and reports")},
        {"/months", later("Closing months"), Action::CloseMonths, later("Figures and reports")},
        {"/targets", later("Targets"), Action::ManageTargets, later("Figures and reports")},
        {"/choices", later("How forms are counted"), Action::ManageChoices,
         later("Figures and reports")},
        {"/residents", later("Temporary residents"), Action::SeePersons, later("Records")},
        {"/imports", later("Bring in a list"), Action::ImportPersons, later("Records")},
        {"/moves", later("Moves"), Action::MoveFamilies, later("Records")},
        {"/users", later("Users"), Action::SeeUsers, later("People and laptops")},
        {"/units", later("Posyandu"), Action::ManageUnits, later("People and laptops")},
        {"/laptops", later("Laptops"), Action::SeeLaptops, later("People and laptops")},
        {"/pin", later("Forgotten PIN"), Action::ResetPins, later("People and laptops")},
        {"/backups", later("Backups"), Action::SeeBackups, later("Keeping")},
        {"/forms", later("Forms"), Action::SeeForms, later("Keeping")},
        {"/erasure", later("Erasure"), Action::ErasePersons, later("Keeping")},
        {"/audit", later("Who did what"), Action::SearchAudit, later("Keeping")},
    };
    return kItems;
}

}  // namespace console
