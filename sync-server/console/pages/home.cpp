#include "sync-server/console/pages/home.h"

#include "sync-server/console/parts.h"
#include "sync-server/console/words/words.h"

namespace console {

using html::all;
using html::tag;

namespace {

Html links_of(const Visit& visit) {
    Html links;
    for (const NavItem& item : navigation()) {
        if (item.path == std::string_view("/") || !visit.may(item.action)) continue;
        links += tag("li", tag("a", {{"class", "tile"}, {"href", item.path}}, tr(item.label)));
    }
    return tag("ul", {{"class", "tiles"}}, links);
}

Answer home(const Visit& visit) {
    const Html content = all(tag("p", {{"class", "lead"}}, words::long_date(visit.today, tongue())),
                             links_of(visit));
    return page(visit, tr("Today"), content);
}

}  // namespace

Routes home_routes() {
    return {{"GET", "/", Action::SeeHome, home}};
}

}  // namespace console
