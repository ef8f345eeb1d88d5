#include "sync-server/console/routes.h"

#include "sync-server/console/pages/arrived/arrivals.h"
#include "sync-server/console/pages/arrived/conflicts.h"
#include "sync-server/console/pages/arrived/imports.h"
#include "sync-server/console/pages/arrived/quarantine.h"
#include "sync-server/console/pages/decisions.h"
#include "sync-server/console/pages/families/duplicates.h"
#include "sync-server/console/pages/families/erasures.h"
#include "sync-server/console/pages/families/moves.h"
#include "sync-server/console/pages/families/referrals.h"
#include "sync-server/console/pages/families/residents.h"
#include "sync-server/console/pages/figures/choices.h"
#include "sync-server/console/pages/figures/figures.h"
#include "sync-server/console/pages/figures/month_closings.h"
#include "sync-server/console/pages/figures/reports.h"
#include "sync-server/console/pages/figures/targets.h"
#include "sync-server/console/pages/home.h"
#include "sync-server/console/pages/running/audit.h"
#include "sync-server/console/pages/running/backups.h"
#include "sync-server/console/pages/running/forms.h"
#include "sync-server/console/pages/staff/account.h"
#include "sync-server/console/pages/staff/laptops.h"
#include "sync-server/console/pages/staff/pins.h"
#include "sync-server/console/pages/staff/units.h"
#include "sync-server/console/pages/staff/users.h"
#include "sync-server/console/words/words.h"

namespace console {

Routes all_routes() {
    Routes together;
    const Routes each[] = {
        form_routes(),         home_routes(),     account_routes(),    import_routes(),
        import_draft_routes(), conflict_routes(), duplicate_routes(),  merge_routes(),
        late_word_routes(),    pair_routes(),     quarantine_routes(), user_routes(),
        unit_routes(),         laptop_routes(),   pin_routes(),        erasure_routes(),
        audit_routes(),        decision_routes(),
    };
    const Routes figures[] = {arrival_routes(), figure_routes(),   report_routes(),
                              month_routes(),   referral_routes(), target_routes(),
                              backup_routes(),  resident_routes(), choice_routes()};
    for (const Routes& some : {move_within_routes(), move_out_routes(), move_in_routes()}) {
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
        {"/decided", later("What was decided"), Action::DecideClinicalConflicts, later("Work")},
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
