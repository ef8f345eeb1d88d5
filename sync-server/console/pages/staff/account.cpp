#include "sync-server/console/pages/staff/account.h"

#include "shared/base/text.h"
#include "sync-server/console/pages/staff/role_words.h"
#include "sync-server/console/parts.h"
#include "sync-server/console/sign_in.h"
#include "sync-server/console/words/words.h"

namespace console {

using html::all;
using html::tag;

namespace {

Reply account_page(const Visit& visit, const std::string& problem_of_old,
                   const std::string& problem_of_new) {
    const Html change = form(
        visit, "/account/password",
        all(field({.name = "old",
                   .label = tr("Password until now"),
                   .problem = problem_of_old,
                   .type = "password",
                   .autocomplete = "current-password"}),
            field(
                {.name = "password",
                 .label = tr("New password"),
                 .hint = tr("At least 10 characters; three words that only you would put together "
                            "are good"),
                 .problem = problem_of_new,
                 .type = "password",
                 .autocomplete = "new-password"}),
            field({.name = "again",
                   .label = tr("The same once more"),
                   .type = "password",
                   .autocomplete = "new-password"}),
            submit(tr("Change the password"))));
    const bool has_problem = !problem_of_old.empty() || !problem_of_new.empty();
    return page(visit, tr("My account"),
                all(facts({{tr("Name"), html::name(visit.who.name)},
                           {tr("Role"), role_word(visit.who.role)}}),
                    card(tr("Password"), change)),
                has_problem ? 422 : 200);
}

Answer account(const Visit& visit) {
    return account_page(visit, "", "");
}

Answer change(const Visit& visit) {
    const std::string wanted = visit.posted.value("password");
    if (!base::is_valid_utf8(wanted) || base::character_count(wanted) < kPasswordCharactersMin) {
        return account_page(visit, "", tr("A password has at least 10 characters."));
    }
    if (wanted != visit.posted.value("again")) {
        return account_page(visit, "", tr("The two passwords are not the same."));
    }
    TRY_LET(is_changed, visit.sign_in.change_password(visit, visit.posted.value("old"), wanted));
    if (!is_changed) return account_page(visit, tr("This is not the password until now."), "");
    return go_to("/account", tr("The password was changed. Other browsers were signed out."));
}

Answer sign_out(const Visit& visit) {
    TRY(visit.write([&](const accept::Desk& desk) {
        return server_store::end_session(desk.connection, visit.session.token_hash);
    }));
    Reply reply = go_to("/sign-in");
    reply.response.headers.push_back(cookie(kSessionCookie, "", 0));
    return reply;
}

}  // namespace

Routes account_routes() {
    return {{"GET", "/account", Action::SeeHome, account},
            {"POST", "/account/password", Action::SeeHome, change},
            {"POST", "/sign-out", Action::SeeHome, sign_out}};
}

}  // namespace console
