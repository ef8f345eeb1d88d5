#include "sync-server/console/pages/staff/laptops.h"

#include "shared/protocol/limits.h"
#include "sync-server/accept/change/scope.h"
#include "sync-server/accept/staff/laptops.h"
#include "sync-server/backup/kept_lists.h"
#include "sync-server/console/parts.h"
#include "sync-server/console/words/words.h"
#include "sync-server/store/people/pauses.h"

#include <algorithm>
#include <map>

namespace console {

using base::Error;
using base::ErrorCode;
using html::all;
using html::tag;
using server_store::Device;
using server_store::Pause;
using server_store::PauseOf;
using server_store::User;

namespace {

constexpr std::size_t kVersionShown = 40;  // of what a laptop says of itself
constexpr std::int64_t kLongUnseenMs = 14LL * 24 * 60 * 60 * 1000;

std::string address_of(const Device& device) {
    return "/laptops/" + device.id.text();
}

bool is_console(const Device& device) {
    return device.id.text() == server_store::kConsoleDevice;
}

Html name_of(const Device& device) {
    return device.name.empty() ? Html(tr("Laptop without a name")) : html::name(device.name);
}

Html clock_of(const Device& device) {
    const std::int64_t minutes = device.clock_offset_ms / 60'000;
    const std::string text = tr("{0} min", {std::to_string(minutes)});
    if (std::abs(device.clock_offset_ms) < protocol::kClockDoubtMs) return text;
    return badge(Tone::Warn, text);
}

Html seen_of(const Visit& visit, const Device& device) {
    if (!device.last_seen_at) return badge(Tone::Warn, tr("never seen"));
    const std::string text = time_text(visit, *device.last_seen_at);
    if (visit.now.unix_ms - device.last_seen_at->unix_ms < kLongUnseenMs) return text;
    return badge(Tone::Warn, text);
}

Html state_of(const Device& device, const User& user) {
    if (device.is_told_to_erase) return badge(Tone::Info, tr("told to erase itself"));
    if (accept::is_shut_out(device, user)) return badge(Tone::Warn, tr("shut out"));
    if (!device.agreed) return badge(Tone::Warn, tr("holds something else than the server"));
    return badge(Tone::Ok, tr("active"));
}

Result<std::map<std::string, User>> users_by_id(const Visit& visit) {
    TRY_LET(users, server_store::users(visit.connection));
    std::map<std::string, User> by_id;
    for (const User& user : users) by_id[user.id.text()] = user;
    return by_id;
}

// ---- sending stopped for a while

Result<std::string> whom(const Visit& visit, const Pause& pause) {
    switch (pause.whom) {
        case PauseOf::Everybody:
            return std::string(tr("all laptops"));
        case PauseOf::Unit:
            return tr("the laptops of {0}", {pause.target});
        case PauseOf::User:
            break;
    }
    TRY_LET(user, server_store::find_user(visit.connection, base::UserId(pause.target)));
    return user ? user->name : pause.target;
}

Result<Html> pauses_card(const Visit& visit) {
    TRY_LET(pauses, server_store::pauses(visit.connection));
    TRY_LET(units, server_store::units(visit.connection));
    Html content;
    for (const Pause& pause : pauses) {
        TRY_LET(name, whom(visit, pause));
        content += note(Tone::Warn, all(tr("Sending is stopped:"), " ", html::name(name), " · ",
                                        time_text(visit, pause.since), " · ", pause.reason));
        if (!visit.may(Action::ShutOut)) continue;
        content += form(visit, "/laptops/resume",
                        all(carried("whom", server_store::name_of(pause.whom)),
                            carried("target", pause.target), submit(tr("Let it go on"))));
    }
    if (!visit.may(Action::ShutOut)) return content;
    std::vector<Option> options = {{"", tr("all laptops"), false}};
    for (const protocol::Unit& unit : units) {
        options.push_back({unit.code, tr("the laptops of {0}", {unit.name}), false});
    }
    content += tag(
        "details", tag("summary", tr("Stop sending for a while")),
        form(visit, "/laptops/pause",
             all(paragraph(tr("Nothing is taken from these laptops and nothing given to them until "
                              "it goes on. They keep everything.")),
                 choice({.name = "unit", .label = tr("Which laptops"), .is_required = false},
                        options),
                 field({.name = "reason", .label = tr("Reason")}), submit(tr("Stop sending")))));
    return card(tr("Sending"), content);
}

Answer pause(const Visit& visit) {
    const std::string unit = visit.value("unit");
    Pause wanted{unit.empty() ? PauseOf::Everybody : PauseOf::Unit, unit, visit.now,
                 visit.value("reason")};
    if (wanted.reason.empty()) return cannot(visit, tr("A stop needs a reason."));
    TRY(accept::check_desk_text({}, wanted.reason));
    TRY_LET(is_ours, server_store::has_unit(visit.connection, unit));
    if (!unit.empty() && !is_ours) return Error{ErrorCode::NotFound, "no such posyandu"};
    const auto work = [&](const accept::Desk& desk) -> Status {
        TRY_LET(transaction, db::Transaction::begin(desk.connection));
        TRY(server_store::pause(desk.connection, wanted));
        TRY(visit.note(desk.connection, "sync_pause", unit.empty() ? "all" : unit, wanted.reason));
        return transaction.commit();
    };
    TRY(visit.write(work));
    return go_to("/laptops", tr("Sending is stopped."), Tone::Warn);
}

Answer resume(const Visit& visit) {
    const std::string kind = visit.value("whom");
    const std::string target = visit.value("target");
    PauseOf of = PauseOf::Everybody;
    if (kind == server_store::name_of(PauseOf::Unit)) of = PauseOf::Unit;
    if (kind == server_store::name_of(PauseOf::User)) of = PauseOf::User;
    const auto work = [&](const accept::Desk& desk) -> Status {
        TRY_LET(transaction, db::Transaction::begin(desk.connection));
        TRY_LET(was, server_store::resume(desk.connection, of, target));
        if (!was) return base::Done{};
        TRY(visit.note(desk.connection, "sync_resume", target.empty() ? "all" : target));
        return transaction.commit();
    };
    TRY(visit.write(work));
    return go_to("/laptops", tr("Sending goes on."));
}

// ---- the laptops

Answer list(const Visit& visit) {
    TRY_LET(devices, server_store::devices(visit.connection));
    TRY_LET(users, users_by_id(visit));
    TRY_LET(pauses, pauses_card(visit));
    std::erase_if(devices, is_console);
    // Who was not seen for longest comes first: that is whom to call.
    std::stable_sort(devices.begin(), devices.end(), [](const Device& a, const Device& b) {
        return a.last_seen_at.value_or(base::Instant{}) < b.last_seen_at.value_or(base::Instant{});
    });
    const auto first = static_cast<std::size_t>(page_number(visit)) * kRowsOnPage;
    Table table{tr("Laptops, those not seen for longest first"),
                {tr("User"), tr("Laptop"), tr("Last seen"), tr("Clock is off by"), tr("Version"),
                 tr("State")},
                {},
                tr("No laptop is enrolled yet.")};
    for (std::size_t i = first; i < std::min(devices.size(), first + kRowsOnPage); ++i) {
        const Device& device = devices[i];
        const User& user = users[device.user.text()];
        table.rows.push_back({html::name(user.name),
                              tag("a", {{"href", address_of(device)}}, name_of(device)),
                              seen_of(visit, device), clock_of(device),
                              html::name(device.app, kVersionShown), state_of(device, user)});
    }
    return page(
        visit, tr("Laptops"),
        all(console::table(table), pager(visit, devices.size() > first + kRowsOnPage), pauses));
}

Answer one(const Visit& visit) {
    TRY_LET(device, staff::laptop(visit.connection, visit.in_path("id")));
    TRY_LET(users, users_by_id(visit));
    const User& user = users[device.user.text()];
    Html content = facts(
        {{tr("User"), tag("a", {{"href", "/users/" + user.id.text()}}, html::name(user.name))},
         {tr("State"), state_of(device, user)},
         {tr("Last seen"), seen_of(visit, device)},
         {tr("Clock is off by"), clock_of(device)},
         {tr("Version"),
          device.app.empty() ? Html(tr("not known")) : html::name(device.app, kVersionShown)},
         {tr("Changes taken from it"), std::to_string(device.acknowledged)}});
    if (visit.may(Action::ShutOut) && !device.is_revoked) {
        content += card(
            tr("Lost or given away"),
            form(visit, address_of(device) + "/revoke",
                 all(paragraph(tr("It may send once more what it holds; that waits in quarantine "
                                  "for you. Then it erases itself. Until it is online nothing can "
                                  "reach it: its data stays sealed by the PIN.")),
                     field({.name = "reason", .label = tr("Reason")}),
                     submit(tr("Shut this laptop out"), Button::Danger))));
    }
    return page(visit, device.name.empty() ? tr("Laptop without a name") : device.name.c_str(),
                content);
}

Answer revoke(const Visit& visit) {
    const std::string id = visit.in_path("id");
    const auto work = [&](const accept::Desk& desk) -> Status {
        TRY_LET(transaction, db::Transaction::begin(desk.connection));
        TRY_LET(device, staff::revoke_laptop(desk, id, visit.who.id.text(), visit.value("reason")));
        (void)device;
        TRY(transaction.commit());
        backup::keep_lists(desk.connection, visit.centre.data);
        return base::Done{};
    };
    TRY(visit.write(work));
    return go_to("/laptops/" + id, tr("The laptop is shut out."));
}

}  // namespace

Routes laptop_routes() {
    return {{"GET", "/laptops", Action::SeeLaptops, list},
            {"POST", "/laptops/pause", Action::ShutOut, pause},
            {"POST", "/laptops/resume", Action::ShutOut, resume},
            {"GET", "/laptops/{id}", Action::SeeLaptops, one},
            {"POST", "/laptops/{id}/revoke", Action::ShutOut, revoke}};
}

}  // namespace console
