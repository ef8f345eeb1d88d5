#include "sync-server/console/routes.h"

#include "sync-server/console/pages/account.h"
#include "sync-server/console/pages/home.h"
#include "sync-server/console/pages/imports.h"
#include "sync-server/console/words/words.h"

namespace console {

Routes all_routes() {
    Routes together;
    for (const Routes& some : {home_routes(), account_routes(), import_routes()}) {
        together.insert(together.end(), some.begin(), some.end());
    }
    return together;
}

const std::vector<NavItem>& navigation() {
    static const std::vector<NavItem> kItems = {
        {"/", later("Today"), Action::SeeHome, later("Work")},
        {"/imports", later("Bring in a list"), Action::ImportPersons, later("Records")},
    };
    return kItems;
}

}  // namespace console
