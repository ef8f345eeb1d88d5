#include "sync-server/console/pages/staff/users.h"

#include "shared/base/text.h"
#include "sync-server/accept/joining/units.h"
#include "sync-server/accept/staff/users.h"
#include "sync-server/backup/kept_lists.h"
#include "sync-server/console/pages/staff/role_words.h"
#include "sync-server/console/pages/staff/slip.h"
#include "sync-server/console/parts.h"
#include "sync-server/console/refusals.h"
#include "sync-server/console/words/words.h"
#include "sync-server/store/people/devices.h"

#include <algorithm>
#include <array>

namespace console {

using base::Error;
using base::ErrorCode;
using html::all;
using html::tag;
using server_store::User;

namespace {

constexpr std::array<const char*, 5> kRoleCodes = {"KADER", "BIDAN", "KOORD", "DINKES", "ADMIN"};

std::vector<Option> role_options(std::string_view chosen) {
    std::vector<Option> options;
    for (const char* code : kRoleCodes) {
        options.push_back({code, role_word(std::string_view(code)), code == chosen});
    }
    return options;
}

std::string unit_label(const protocol::Unit& unit) {
    return unit.name + " (" + unit.village + ")";
}

// What a page showed of a user: if it differs when her form comes, somebody was faster.
std::string shown(const User& user, const std::vector<protocol::Unit>& units) {
    std::vector<std::string> all = {user.name, user.role, user.is_disabled ? "1" : "0"};
    for (const protocol::Unit& unit : units) all.push_back(unit.code);
    return stamp(all);
}

struct Her {
    User user;
    std::vector<protocol::Unit> units;
};

Result<Her> her(const Visit& visit, db::Connection& connection) {
    TRY_LET(user, server_store::find_user(connection, base::UserId(visit.in_path("id"))));
    if (!user) return Error{ErrorCode::NotFound, "no such user"};
    TRY_LET(units, server_store::units_of(connection, user->id));
    return Her{*user, units};
}

std::string address_of(const User& user) {
    return "/users/" + user.id.text();
}

// ---- the list

Answer list(const Visit& visit) {
    TRY_LET(users, server_store::users(visit.connection));
    TRY_LET(units, server_store::unit_codes_by_user(visit.connection));
    const auto first = static_cast<std::size_t>(page_number(visit)) * kRowsOnPage;
    Table table{tr("Users"), {tr("Name"), tr("Role"), tr("Posyandu"), tr("State")}, {}, {}};
    for (std::size_t i = first; i < std::min(users.size(), first + kRowsOnPage); ++i) {
        const User& user = users[i];
        table.rows.push_back(
            {tag("a", {{"href", address_of(user)}}, html::name(user.name)), role_word(user.role),
             base::joined(units[user.id.text()], ", "),
             user.is_disabled ? badge(Tone::Warn, tr("shut out")) : badge(Tone::Ok, tr("active"))});
    }
    Html content;
    if (visit.may(Action::ManageUsers)) {
        content += tag("p", button_link("/users/new", tr("Add a user"), Button::Main));
    }
    content += all(console::table(table), pager(visit, users.size() > first + kRowsOnPage));
    return page(visit, tr("Users"), content);
}

// ---- a new one

Answer new_page(const Visit& visit, const std::string& problem_of_name) {
    TRY_LET(units, server_store::units(visit.connection));
    const std::vector<std::string> chosen = visit.posted.values("unit");
    std::vector<Option> options;
    for (const protocol::Unit& unit : units) {
        const bool is_chosen = std::find(chosen.begin(), chosen.end(), unit.code) != chosen.end();
        options.push_back({unit.code, unit_label(unit), is_chosen});
    }
    const std::string role = visit.posted.has("role") ? visit.value("role") : "KADER";
    const Html content = form(
        visit, "/users",
        all(field({.name = "name",
                   .label = tr("Name"),
                   .value = visit.value("name"),
                   .hint = tr("As everybody calls her, and unlike any other name here"),
                   .problem = problem_of_name}),
            choice({.name = "role", .label = tr("Role")}, role_options(role)),
            checkboxes(
                {.name = "unit", .label = tr("Posyandu that she works in"), .is_required = false},
                options),
            submit(tr("Add and make the slip"))));
    return page(visit, tr("Add a user"), content, problem_of_name.empty() ? 200 : 422);
}

Answer new_user(const Visit& visit) {
    return new_page(visit, "");
}

Answer add(const Visit& visit) {
    const staff::NewUser wanted{visit.value("name"), visit.value("role"),
                                visit.posted.values("unit")};
    Result<User> user = Error{ErrorCode::Usage, ""};
    staff::Slip slip;
    const auto work = [&](const accept::Desk& desk) -> Status {
        TRY_LET(transaction, db::Transaction::begin(desk.connection));
        user = staff::add_user(desk, wanted, visit.who.id.text());
        if (!user.ok()) return base::Done{};
        TRY_LET(made, staff::new_code(desk, user.value(), visit.who.id.text()));
        slip = made;
        return transaction.commit();
    };
    TRY(visit.write(work));
    if (user.ok()) return slip_page(visit, user.value(), slip);
    const Error& error = user.error();
    if (error.code != ErrorCode::Refused && error.code != ErrorCode::Usage) return error;
    return new_page(visit, in_words(error));
}

// ---- one of them

Html take_form(const Visit& visit, const Her& her, const protocol::Unit& unit) {
    return form(visit, address_of(her.user) + "/units/remove",
                all(carried("unit", unit.code), carried("shown", shown(her.user, her.units)),
                    paragraph(tr("She sends what she still has; then her laptop lets the families "
                                 "of this posyandu go.")),
                    submit(tr("Take it from her"), Button::Plain)));
}

// To whoever works in posyandu here.
Html hand_over_form(const Visit& visit, const Her& her, const protocol::Unit& unit,
                    const std::vector<User>& users) {
    Html others;
    for (const User& other : users) {
        const bool fits = !other.is_disabled && other.id != her.user.id &&
                          (other.role == "KADER" || other.role == "BIDAN");
        if (fits) others += tag("option", {{"value", other.id.text()}}, other.name);
    }
    if (others.empty()) return {};
    const std::string id = "to-" + unit.code;
    return form(
        visit, address_of(her.user) + "/hand-over",
        all(carried("unit", unit.code), carried("shown", shown(her.user, her.units)),
            tag("div", {{"class", "field"}}, tag("label", {{"for", id}}, tr("Hand it over to")),
                tag("select", {{"id", id}, {"name", "to"}}, others)),
            submit(tr("Hand over"), Button::Plain)));
}

Html give_form(const Visit& visit, const Her& her, const std::vector<protocol::Unit>& all_units) {
    std::vector<Option> free;
    for (const protocol::Unit& unit : all_units) {
        const bool is_hers = std::any_of(her.units.begin(), her.units.end(),
                                         [&](const auto& each) { return each.code == unit.code; });
        if (!is_hers) free.push_back({unit.code, unit_label(unit), false});
    }
    if (free.empty()) return {};
    return form(visit, address_of(her.user) + "/units",
                all(carried("shown", shown(her.user, her.units)),
                    choice({.name = "unit", .label = tr("One more posyandu")}, free),
                    submit(tr("Give it to her"), Button::Plain)));
}

Html units_card(const Visit& visit, const Her& her, const std::vector<protocol::Unit>& all_units,
                const std::vector<User>& users) {
    Html content;
    for (const protocol::Unit& unit : her.units) {
        content += tag("details", tag("summary", unit_label(unit)), take_form(visit, her, unit),
                       hand_over_form(visit, her, unit, users));
    }
    if (her.units.empty()) content += paragraph(tr("None."));
    return card(tr("Posyandu"), all(content, give_form(visit, her, all_units)));
}

Html role_card(const Visit& visit, const Her& her) {
    return card(tr("Role"),
                form(visit, address_of(her.user) + "/role",
                     all(carried("shown", shown(her.user, her.units)),
                         choice({.name = "role", .label = tr("Role")}, role_options(her.user.role)),
                         field({.name = "reason", .label = tr("Reason")}),
                         submit(tr("Change the role"), Button::Plain))));
}

Result<Html> code_card(const Visit& visit, const User& user) {
    TRY_LET(open, server_store::count_open_codes(visit.connection, user.id, visit.now));
    Html content = form(visit, address_of(user) + "/code",
                        all(paragraph(tr("For one more laptop, or when she forgot her password "
                                         "for these pages.")),
                            submit(tr("Make a slip"), Button::Plain)));
    if (open > 0) {
        content +=
            form(visit, address_of(user) + "/code/end",
                 all(paragraph(tr("Slips that nobody used yet: {0}. Is one lost? Then make them "
                                  "worthless.",
                                  {std::to_string(open)})),
                     submit(tr("Make unused slips worthless"), Button::Plain)));
    }
    return card(tr("New code"), content);
}

Html shut_out_card(const Visit& visit, const Her& her) {
    return card(
        tr("Shut out"),
        form(visit, address_of(her.user) + "/disable",
             all(carried("shown", shown(her.user, her.units)),
                 paragraph(tr("Her laptops may send once more what they hold; that waits in "
                              "quarantine for you. Then they erase themselves. She is signed out "
                              "here at once. Her records stay.")),
                 field({.name = "out-reason", .label = tr("Reason")}),
                 submit(tr("Shut her out"), Button::Danger))));
}

Result<Html> laptops_card(const Visit& visit, const User& user) {
    TRY_LET(devices, server_store::devices(visit.connection));
    Html lines;
    for (const server_store::Device& device : devices) {
        if (device.user != user.id) continue;
        lines +=
            tag("li",
                tag("a", {{"href", "/laptops/" + device.id.text()}},
                    html::name(device.name.empty() ? tr("Laptop without a name") : device.name)),
                ": ",
                device.last_seen_at ? tr("last seen {0}", {time_text(visit, *device.last_seen_at)})
                                    : std::string(tr("never seen")));
    }
    if (lines.empty()) return card(tr("Laptops"), paragraph(tr("None.")));
    return card(tr("Laptops"), tag("ul", lines));
}

Answer one(const Visit& visit) {
    TRY_LET(her_now, her(visit, visit.connection));
    TRY_LET(units, server_store::units(visit.connection));
    TRY_LET(users, server_store::users(visit.connection));
    TRY_LET(laptops, laptops_card(visit, her_now.user));
    const User& user = her_now.user;
    std::vector<std::string> names;
    for (const protocol::Unit& unit : her_now.units) names.push_back(unit_label(unit));
    Html content = facts(
        {{tr("Role"), role_word(user.role)},
         {tr("State"),
          user.is_disabled ? badge(Tone::Warn, tr("shut out")) : badge(Tone::Ok, tr("active"))},
         {tr("Posyandu"), names.empty() ? Html(tr("None.")) : Html(base::joined(names, ", "))}});
    const bool is_herself = user.id == visit.who.id;
    if (visit.may(Action::ManageUsers) && !user.is_disabled) {
        TRY_LET(codes, code_card(visit, user));
        content += codes;
        content += units_card(visit, her_now, units, users);
        if (!is_herself) content += role_card(visit, her_now);
    }
    content += laptops;
    if (visit.may(Action::ShutOut) && !user.is_disabled && !is_herself) {
        content += shut_out_card(visit, her_now);
    }
    return page(visit, user.name, content);
}

// ---- what can be done to her

// Runs `act`, which begins its own transaction, unless her page is stale.
template <typename Act>
Answer unless_stale(const Visit& visit, std::string_view said, Act act) {
    bool is_stale = false;
    const auto work = [&](const accept::Desk& desk) -> Status {
        TRY_LET(her_now, her(visit, desk.connection));
        is_stale = visit.value("shown") != shown(her_now.user, her_now.units);
        return is_stale ? base::Done{} : act(desk, her_now.user);
    };
    TRY(visit.write(work));
    const std::string path = "/users/" + visit.in_path("id");
    if (is_stale) return refusal(visit, Refusal::Stale, path);
    return go_to(path, said);
}

Answer code(const Visit& visit) {
    TRY_LET(her_now, her(visit, visit.connection));
    staff::Slip slip;
    const auto work = [&](const accept::Desk& desk) -> Status {
        TRY_LET(transaction, db::Transaction::begin(desk.connection));
        TRY_LET(made, staff::new_code(desk, her_now.user, visit.who.id.text()));
        slip = made;
        return transaction.commit();
    };
    TRY(visit.write(work));
    return slip_page(visit, her_now.user, slip);
}

Answer end_codes(const Visit& visit) {
    TRY_LET(her_now, her(visit, visit.connection));
    const auto work = [&](const accept::Desk& desk) -> Status {
        TRY_LET(transaction, db::Transaction::begin(desk.connection));
        TRY(staff::end_codes(desk, her_now.user, visit.who.id.text()));
        return transaction.commit();
    };
    TRY(visit.write(work));
    return go_to(address_of(her_now.user), tr("Her unused slips are worthless now."));
}

Answer change_role(const Visit& visit) {
    return unless_stale(visit, tr("The role was changed. She signs in anew."),
                        [&](const accept::Desk& desk, const User& user) -> Status {
                            if (user.id == visit.who.id) {
                                return Error{ErrorCode::Refused, "nobody changes her own role"};
                            }
                            TRY_LET(transaction, db::Transaction::begin(desk.connection));
                            TRY(staff::change_role(desk, user, visit.value("role"),
                                                   visit.who.id.text(), visit.value("reason")));
                            return transaction.commit();
                        });
}

Answer disable(const Visit& visit) {
    return unless_stale(
        visit,
        tr("She is shut out. Her laptops erase themselves after sending "
           "once more."),
        [&](const accept::Desk& desk, const User& user) -> Status {
            if (user.id == visit.who.id) {
                return Error{ErrorCode::Refused, "nobody shuts herself out"};
            }
            TRY_LET(transaction, db::Transaction::begin(desk.connection));
            TRY(staff::disable_user(desk, user, visit.who.id.text(), visit.value("out-reason")));
            TRY(transaction.commit());
            backup::keep_lists(desk.connection, visit.centre.data);
            return base::Done{};
        });
}

joining::UnitRequest unit_request(const Visit& visit, const User& user) {
    return {user.id.text(), visit.value("unit"), visit.who.id.text(), ""};
}

Answer give_unit(const Visit& visit) {
    return unless_stale(visit, tr("The posyandu is hers. Its families come with her next sync."),
                        [&](const accept::Desk& desk, const User& user) {
                            return joining::give_unit(desk, unit_request(visit, user));
                        });
}

Answer take_unit(const Visit& visit) {
    return unless_stale(visit, tr("The posyandu is no longer hers."),
                        [&](const accept::Desk& desk, const User& user) {
                            return joining::take_unit(desk, unit_request(visit, user));
                        });
}

Answer hand_over(const Visit& visit) {
    return unless_stale(visit, tr("The posyandu was handed over."),
                        [&](const accept::Desk& desk, const User& user) {
                            return joining::hand_over(desk, unit_request(visit, user),
                                                      visit.value("to"));
                        });
}

}  // namespace

Routes user_routes() {
    return {{"GET", "/users", Action::SeeUsers, list},
            {"GET", "/users/new", Action::ManageUsers, new_user},
            {"POST", "/users", Action::ManageUsers, add},
            {"GET", "/users/{id}", Action::SeeUsers, one},
            {"POST", "/users/{id}/code", Action::ManageUsers, code},
            {"POST", "/users/{id}/code/end", Action::ManageUsers, end_codes},
            {"POST", "/users/{id}/role", Action::ManageUsers, change_role},
            {"POST", "/users/{id}/units", Action::ManageUsers, give_unit},
            {"POST", "/users/{id}/units/remove", Action::ManageUsers, take_unit},
            {"POST", "/users/{id}/hand-over", Action::ManageUsers, hand_over},
            {"POST", "/users/{id}/disable", Action::ShutOut, disable}};
}

}  // namespace console
