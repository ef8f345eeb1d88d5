#include "sync-server/console/routes.h"

#include "sync-server/console/pages/account.h"
#include "sync-server/console/pages/audit.h"
#include "sync-server/console/pages/erasures.h"
#include "sync-server/console/pages/home.h"
#include "sync-server/console/pages/imports.h"
#include "sync-server/console/pages/laptops.h"
#include "sync-server/console/pages/pins.h"
#include "sync-server/console/pages/units.h"
#include "sync-server/console/pages/users.h"
#include "sync-server/console/words/words.h"

namespace console {

Routes all_routes() {
    Routes together;
    const Routes each[] = {
        pin_routes(),        erasure_routes(), audit_routes(),
    };
    for (const Routes& some : each) {
        together.insert(together.end(), some.begin(), some.end());
    }
    return together;
}

const std::vector<NavItem>& navigation() {
    static const std::vector<NavItem> kItems = {
        {"/", later("Today"), Action::SeeHome, later("Work")},
        {"/imports", later("Bring in a list"), Action::ImportPersons, later("Records")},
        {"/users", later("Users"), Action::SeeUsers, later("People and laptops")},
        {"/units", later("Posyandu"), Action::ManageUnits, later("People and laptops")},
        {"/laptops", later("Laptops"), Action::SeeLaptops, later("People and laptops")},
        {"/pin", later("Forgotten PIN"), Action::ResetPins, later("People and laptops")},
        {"/erasure", later("Erasure"), Action::ErasePersons, later("Keeping")},
        {"/audit", later("Who did what"), Action::SearchAudit, later("Keeping")},
    };
    return kItems;
}

}  // namespace console
