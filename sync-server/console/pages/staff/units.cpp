#include "sync-server/console/pages/staff/units.h"

#include "shared/base/markup.h"
#include "sync-server/accept/staff/users.h"
#include "sync-server/console/parts.h"
#include "sync-server/console/refusals.h"
#include "sync-server/console/words/words.h"

#include <algorithm>

namespace console {

using base::Error;
using base::ErrorCode;
using html::all;
using html::tag;
using protocol::Unit;

namespace {

std::string address_of(const std::string& code) {
    return "/units/" + base::percent_encoded(code);
}

std::string shown(const Unit& unit) {
    return stamp({unit.name, unit.village, unit.village_code});
}

Result<Unit> unit_in_path(const Visit& visit, db::Connection& connection) {
    TRY_LET(units, server_store::units(connection));
    const std::string code = visit.in_path("code");
    const auto at = std::find_if(units.begin(), units.end(),
                                 [&](const Unit& each) { return each.code == code; });
    if (at == units.end()) return Error{ErrorCode::NotFound, "no such posyandu"};
    return *at;
}

Html fields(const Unit& unit) {
    return all(field({.name = "name", .label = tr("Name of the posyandu"), .value = unit.name}),
               field({.name = "village", .label = tr("Village"), .value = unit.village}),
               field({.name = "village_code",
                      .label = tr("Code of the village (Kemendagri)"),
                      .value = unit.village_code,
                      .hint = tr("Ten digits; reports to the district need it"),
                      .is_required = false,
                      .characters_max = 20}));
}

Answer list_page(const Visit& visit, const Unit& wanted, const std::string& problem) {
    TRY_LET(units, server_store::units(visit.connection));
    Table table{tr("Posyandu of this health centre"),
                {tr("Code"), tr("Name"), tr("Village"), tr("Code of the village")},
                {},
                {}};
    for (const Unit& unit : units) {
        table.rows.push_back({unit.code,
                              tag("a", {{"href", address_of(unit.code)}}, html::name(unit.name)),
                              html::name(unit.village), unit.village_code});
    }
    const Html add =
        form(visit, "/units",
             all(field({.name = "code",
                        .label = tr("Code"),
                        .value = wanted.code,
                        .hint = tr("Short and for ever: it stands in reports and never changes"),
                        .problem = problem,
                        .characters_max = static_cast<int>(staff::kUnitCodeCharactersMax)}),
                 fields(wanted), submit(tr("Add"))));
    return page(visit, tr("Posyandu"),
                all(console::table(table), card(tr("One more posyandu"), add)),
                problem.empty() ? 200 : 422);
}

Answer list(const Visit& visit) {
    return list_page(visit, {}, "");
}

Status put_new(const Visit& visit, const Unit& unit) {
    const auto work = [&](const accept::Desk& desk) -> Status {
        TRY_LET(transaction, db::Transaction::begin(desk.connection));
        TRY_LET(is_known, server_store::has_unit(desk.connection, unit.code));
        if (is_known) {
            return Error{ErrorCode::Refused, "there is a posyandu with this code already"};
        }
        TRY(staff::put_unit(desk, unit, visit.who.id.text()));
        return transaction.commit();
    };
    return visit.write(work);
}

Unit given(const Visit& visit, const std::string& code) {
    return {code, visit.value("name"), visit.value("village"), visit.value("village_code")};
}

Answer add(const Visit& visit) {
    const Unit unit = given(visit, visit.value("code"));
    if (!staff::is_unit_code(unit.code)) {
        return list_page(
            visit, unit,
            tr("A code begins with a letter or digit and has letters, digits and - _ . only."));
    }
    const Status done = put_new(visit, unit);
    if (done.ok()) return go_to("/units", tr("The posyandu was added."));
    const Error& error = done.error();
    if (error.code != ErrorCode::Refused && error.code != ErrorCode::Usage) return error;
    return list_page(visit, unit, in_words(error));
}

Answer one(const Visit& visit) {
    TRY_LET(unit, unit_in_path(visit, visit.connection));
    TRY_LET(users, server_store::users(visit.connection));
    TRY_LET(units, server_store::unit_codes_by_user(visit.connection));
    Html people;
    for (const server_store::User& user : users) {
        const auto& hers = units[user.id.text()];
        if (user.is_disabled || std::find(hers.begin(), hers.end(), unit.code) == hers.end()) {
            continue;
        }
        people +=
            tag("li", tag("a", {{"href", "/users/" + user.id.text()}}, html::name(user.name)));
    }
    const Html change = form(visit, address_of(unit.code),
                             all(carried("shown", shown(unit)), fields(unit), submit(tr("Save"))));
    return page(visit, unit.name,
                all(facts({{tr("Code"), unit.code}}),
                    card(tr("Who works here"),
                         people.empty() ? paragraph(tr("Nobody yet.")) : tag("ul", people)),
                    card(tr("Name and village"), change)));
}

Answer change(const Visit& visit) {
    bool is_stale = false;
    const auto work = [&](const accept::Desk& desk) -> Status {
        TRY_LET(transaction, db::Transaction::begin(desk.connection));
        TRY_LET(unit, unit_in_path(visit, desk.connection));
        is_stale = visit.value("shown") != shown(unit);
        if (is_stale) return base::Done{};
        TRY(staff::put_unit(desk, given(visit, unit.code), visit.who.id.text()));
        return transaction.commit();
    };
    TRY(visit.write(work));
    if (is_stale) return refusal(visit, Refusal::Stale, address_of(visit.in_path("code")));
    return go_to("/units", tr("Saved. Laptops show it after their next sync."));
}

}  // namespace

Routes unit_routes() {
    return {{"GET", "/units", Action::ManageUnits, list},
            {"POST", "/units", Action::ManageUnits, add},
            {"GET", "/units/{code}", Action::ManageUnits, one},
            {"POST", "/units/{code}", Action::ManageUnits, change}};
}

}  // namespace console
