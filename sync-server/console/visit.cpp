#include "sync-server/console/visit.h"

#include "shared/base/text.h"
#include "sync-server/store/keeping/audit.h"

#include <algorithm>

namespace console {

std::string Visit::value(std::string_view name) const {
    return base::trimmed(posted.value(name));
}

bool Visit::may_in(Action action, std::string_view unit) const {
    switch (reach(who.role, action)) {
        case Reach::None:
            return false;
        case Reach::OwnUnits:
            return std::find(who.units.begin(), who.units.end(), unit) != who.units.end();
        case Reach::Centre:
            return true;
    }
    return false;
}

Result<std::vector<std::string>> Visit::units_for(Action action) const {
    switch (reach(who.role, action)) {
        case Reach::None:
            return std::vector<std::string>();
        case Reach::OwnUnits:
            return who.units;
        case Reach::Centre:
            break;
    }
    TRY_LET(units, server_store::units(connection));
    std::vector<std::string> codes;
    for (const protocol::Unit& unit : units) codes.push_back(unit.code);
    return codes;
}

Status Visit::write(const std::function<Status(const accept::Desk&)>& work) const {
    Status done = base::Done{};
    on_writer([&](db::Connection& writer) {
        const accept::Desk desk{writer, forms, clock, random};
        done = work(desk);
    });
    return done;
}

Status Visit::note(db::Connection& writer, std::string_view what, std::string_view subject,
                   std::string_view reason) const {
    return server_store::audit(
        writer, {now, who.id.text(), std::string(what), std::string(subject), std::string(reason)});
}

Status Visit::looked_at(std::string_view what, std::string_view subject) const {
    return write([&](const accept::Desk& desk) { return note(desk.connection, what, subject); });
}

}  // namespace console
