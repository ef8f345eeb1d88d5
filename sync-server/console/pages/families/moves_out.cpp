#include "sync-server/accept/crossing/further.h"
#include "sync-server/accept/crossing/leaving.h"
#include "sync-server/console/pages/families/going.h"
#include "sync-server/console/pages/families/moves.h"
#include "sync-server/console/pages/families/moves_made.h"
#include "sync-server/console/parts.h"
#include "sync-server/console/records/record_words.h"
#include "sync-server/console/refusals.h"
#include "sync-server/console/words/words.h"
#include "sync-server/store/records/moves.h"
#include "sync-server/store/records/records.h"

namespace console {

using html::all;
using html::tag;
using server_store::Crossing;
using server_store::CrossingState;

namespace {

std::string address_of(const Crossing& crossing) {
    return "/moves/" + crossing.id;
}

// A household by its head, a person by her name.
Result<std::string> name_of(const Visit& visit, const std::string& record) {
    TRY_LET(stored, server_store::find_record(visit.connection, record));
    if (!stored) return std::string(tr("erased"));
    const bool is_household = stored->record.type == "household";
    return stored->record.fields.text(is_household ? "head_name" : "full_name");
}

// ---- the list

Html state_of(const Crossing& crossing, std::size_t to_follow) {
    switch (crossing.state) {
        case CrossingState::Open:
            return badge(Tone::Warn,
                         crossing.is_further()
                             ? tr("further file: waits for its receipt")
                             : tr("moving to {0}: waits for the receipt", {crossing.centre}));
        case CrossingState::Closed:
            if (to_follow != 0) {
                return badge(Tone::Warn,
                             tr("gone; {0} changes are to follow", {std::to_string(to_follow)}));
            }
            return badge(Tone::Ok, tr("gone"));
        case CrossingState::Cancelled:
            return badge(Tone::Info, tr("cancelled"));
        case CrossingState::Taken:
            return badge(Tone::Ok, tr("came here"));
    }
    return {};
}

Html cancel_form(const Visit& visit, const Crossing& crossing) {
    const bool is_gone = crossing.state == CrossingState::Closed;
    const Html why = is_gone ? note(Tone::Bad, tr("Only if they never arrived: ask the other "
                                                  "health centre first."))
                             : Html();
    return tag("details", tag("summary", is_gone ? tr("Take back") : tr("Cancel")), why,
               form(visit, address_of(crossing) + "/cancel",
                    all(field({.name = "reason", .label = tr("Reason")}),
                        submit(is_gone ? tr("Take them back") : tr("They stay"), Button::Danger))));
}

Html acts_of(const Visit& visit, const Crossing& crossing, std::size_t to_follow) {
    if (!crossing.is_out) return {};
    if (crossing.state == CrossingState::Open) {
        return all(tag("p", link(address_of(crossing) + "/file", tr("The file again"))),
                   cancel_form(visit, crossing));
    }
    if (crossing.state != CrossingState::Closed || crossing.is_further()) return {};
    Html follow;
    if (to_follow != 0) {
        follow = form(visit, address_of(crossing) + "/further",
                      submit(tr("Make a further file"), Button::Main));
    }
    return all(follow, cancel_form(visit, crossing));
}

Result<Html> list(const Visit& visit) {
    TRY_LET(all_moves, server_store::crossings(visit.connection));
    Table moves;
    moves.caption = tr("Moves so far");
    moves.columns = {tr("When"), tr("Who"), tr("Other health centre"), tr("State"), tr("More")};
    moves.empty_text = tr("Nobody has moved to another health centre or from one yet.");
    for (const Crossing& each : all_moves) {
        std::size_t to_follow = 0;
        if (each.state == CrossingState::Closed && !each.is_further()) {
            TRY_LET(further, crossing::further_of(visit.connection, visit.forms, each.family));
            to_follow = further.lines.size();
        }
        TRY_LET(name, name_of(visit, each.record));
        moves.rows.push_back({time_text(visit, each.began_at), html::name(name),
                              html::name(each.centre), state_of(each, to_follow),
                              acts_of(visit, each, to_follow)});
    }
    return table(moves);
}

Html leaving_form(const Visit& visit, const std::string& problem) {
    return search_form(
        "/moves/out",
        all(field({.name = "person",
                   .label = tr("Id of the person or household"),
                   .value = visit.value("person"),
                   .hint = where_her_id_stands(),
                   .problem = problem,
                   .characters_max = 36}),
            field({.name = "to",
                   .label = tr("Health centre that they go to"),
                   .value = visit.value("to"),
                   .hint = tr("By its name: that one compares it with its own")}),
            checkboxes({.name = "alone", .label = tr("Who goes"), .is_required = false},
                       {{"1", tr("Only she and her children; the household stays"),
                         visit.value("alone") == "1"}}),
            submit(tr("Show who would go"))));
}

Html receipt_form(const Visit& visit, const std::string& problem) {
    return form(visit, "/moves/confirm",
                all(field({.name = "receipt",
                           .label = tr("Receipt, 16 letters"),
                           .hint = tr("The other health centre got it when it took them in"),
                           .problem = problem,
                           .characters_max = 40}),
                    submit(tr("They have arrived"))));
}

Answer moves_page(const Visit& visit, const std::string& problem_of_receipt) {
    TRY(visit.looked_at("see_moves", ""));
    TRY_LET(all_moves, list(visit));
    TRY_LET(within, moves_made(visit));
    const Html content =
        all(tag("h2", tr("To another posyandu of ours")),
            tag("p", button_link("/moves/within", tr("Move a family here"))), within,
            tag("h2", tr("Moves between health centres")),
            paragraph(tr("A family goes to another health centre in two steps. First you write a "
                         "sealed file; here all stays as it is. When the other health centre has "
                         "taken it in, it tells you a receipt, and only then they leave your "
                         "cadres' laptops. Your past reports keep them.")),
            card(tr("A family goes"), leaving_form(visit, "")),
            card(tr("A receipt came"), receipt_form(visit, problem_of_receipt)),
            card(tr("A family comes"), tag("p", button_link("/moves/in", tr("Open a file")))),
            all_moves);
    return page(visit, tr("Moves"), content, problem_of_receipt.empty() ? 200 : 422);
}

Answer show(const Visit& visit) {
    return moves_page(visit, "");
}

// ---- a family goes

crossing::OutRequest wanted_of(const Visit& visit) {
    crossing::OutRequest request;
    request.record = visit.value("person");
    request.to = visit.value("to");
    request.is_alone = visit.value("alone") == "1";
    request.reason = visit.value("reason");
    request.actor = visit.who.id.text();
    return request;
}

Html plan_card(const Visit& visit, const crossing::OutPlan& plan) {
    Html warnings;
    if (plan.waiting + plan.contested > 0) {
        warnings = note(Tone::Warn,
                        tr("{0} changes wait and {1} conflicts are open: decide them first, or "
                           "they stay behind.",
                           {std::to_string(plan.waiting), std::to_string(plan.contested)}));
    }
    return card(
        tr("Who would go"),
        all(persons_of(plan.going), counted(visit, tr("What goes along"), plan.going),
            counted(visit, tr("This stays, because it is about others too"), plan.staying),
            warnings,
            form(visit, "/moves/out",
                 all(carried("person", visit.value("person")), carried("to", visit.value("to")),
                     carried("alone", visit.value("alone")), carried("shown", stamp_of(plan.going)),
                     field({.name = "on",
                            .label = tr("Since when they live there"),
                            .value = base::to_text(visit.today),
                            .hint = tr("From the month with this day on, the other health centre "
                                       "counts them"),
                            .type = "date"}),
                     field({.name = "reason",
                            .label = tr("Reason"),
                            .hint = tr("It is kept: write no name.")}),
                     submit(tr("Write the sealed file"))))));
}

Answer plan_page(const Visit& visit) {
    if (visit.value("person").empty()) return go_to("/moves");
    const std::string title = tr("A family goes");
    const auto asking = [&](const std::string& problem) {
        return page(visit, title, card(title, leaving_form(visit, problem)),
                    problem.empty() ? 200 : 422);
    };
    if (!base::is_uuid(visit.value("person"))) return asking(no_id_words());
    if (visit.value("to").empty()) return asking("");
    const auto work = accept::Desk{visit.connection, visit.forms, visit.clock, visit.random};
    auto plan = crossing::plan_out(work, wanted_of(visit));
    if (!plan.ok()) {
        const bool is_hers =
            is_refusal(plan.error()) || plan.error().code == base::ErrorCode::NotFound;
        if (!is_hers) return std::move(plan).error();
        return asking(in_words(plan.error()));
    }
    TRY(visit.looked_at("move_out_preview", visit.value("person")));
    return page(visit, title,
                all(card(title, leaving_form(visit, "")), plan_card(visit, plan.value())));
}

Reply code_page(const Visit& visit, const crossing::Sealed& sealed) {
    return page(
        visit, tr("The sealed file is written"),
        all(note(Tone::Warn, tr("This code is shown only now. Write it down before you go on.")),
            facts({{tr("Code"), tag("span", {{"class", "code large"}}, sealed.code)},
                   {tr("Records"), std::to_string(sealed.records)}}),
            paragraph(tr("Give the file and the code to the other health centre by two ways: the "
                         "file on a stick or by mail, the code by telephone.")),
            tag("p",
                button_link("/moves/" + sealed.id + "/file", tr("Keep the file"), Button::Main)),
            tag("p", link("/moves", tr("Go on")))));
}

Answer write(const Visit& visit) {
    crossing::OutRequest request = wanted_of(visit);
    request.on = base::parse_date(visit.value("on"));  // left empty: today
    crossing::Sealed sealed;
    bool is_stale = false;
    TRY(visit.write([&](const accept::Desk& desk) -> Status {
        TRY_LET(plan, crossing::plan_out(desk, request));
        is_stale = stamp_of(plan.going) != visit.value("shown");
        if (is_stale) return base::Done{};
        TRY_LET(written, crossing::write_out(desk, request, {}));
        sealed = std::move(written);
        return base::Done{};
    }));
    if (is_stale) return refusal(visit, Refusal::Stale, "/moves");
    return code_page(visit, sealed);
}

Answer further(const Visit& visit) {
    crossing::Sealed sealed;
    TRY(visit.write([&](const accept::Desk& desk) -> Status {
        TRY_LET(written,
                crossing::write_further(desk, visit.in_path("id"), visit.who.id.text(), {}));
        sealed = std::move(written);
        return base::Done{};
    }));
    return code_page(visit, sealed);
}

Answer file_again(const Visit& visit) {
    const std::string id = visit.in_path("id");
    TRY_LET(bytes, server_store::crossing_file(visit.connection, id));
    if (bytes.empty()) return refusal(visit, Refusal::NotFound, "/moves");
    TRY(visit.looked_at("move_out_file", id));
    return file("pindah-" + id.substr(0, 8) + crossing::kFileEnding, "application/octet-stream",
                std::move(bytes));
}

// ---- its end

Answer confirm(const Visit& visit) {
    crossing::Closed closed;
    std::optional<base::Error> error;
    TRY(visit.write([&](const accept::Desk& desk) -> Status {
        auto done = crossing::confirm(desk, visit.value("receipt"), visit.who.id.text());
        if (!done.ok() && done.error().code == base::ErrorCode::NotFound) {
            error = done.error();
            return base::Done{};
        }
        if (!done.ok()) return done.error();
        closed = std::move(done).value();
        return base::Done{};
    }));
    if (error) return moves_page(visit, in_words(*error));
    if (closed.to_follow != 0) {
        return go_to("/moves",
                     tr("They are gone. Some was written here since the file: make a "
                        "further file of it."),
                     Tone::Warn);
    }
    return go_to("/moves", tr("They are gone. Each laptop follows at its next sync."));
}

Answer cancel(const Visit& visit) {
    TRY(visit.write([&](const accept::Desk& desk) {
        return crossing::cancel(desk, visit.in_path("id"), visit.value("reason"),
                                visit.who.id.text());
    }));
    return go_to("/moves", tr("Cancelled: they are here."));
}

}  // namespace

Result<Html> moving_note(const Visit& visit, const std::string& record) {
    TRY_LET(crossing, server_store::last_way_out(visit.connection, record));
    if (!crossing) return Html();
    if (crossing->state == CrossingState::Open && !crossing->is_further()) {
        return note(Tone::Warn, tr("moving to {0}: waits for the receipt", {crossing->centre}));
    }
    TRY_LET(stored, server_store::find_record(visit.connection, record));
    const bool is_gone = stored && stored->record.unit == server_store::kOutside;
    if (!is_gone) return Html();
    return note(Tone::Info, tr("went to {0} on {1}", {crossing->centre, crossing->since}));
}

Routes move_out_routes() {
    constexpr Action kMove = Action::MoveFamilies;
    return {{"GET", "/moves", kMove, show},
            {"GET", "/moves/out", kMove, plan_page},
            {"POST", "/moves/out", kMove, write},
            {"POST", "/moves/confirm", kMove, confirm},
            {"GET", "/moves/{id}/file", kMove, file_again},
            {"POST", "/moves/{id}/further", kMove, further},
            {"POST", "/moves/{id}/cancel", kMove, cancel}};
}

}  // namespace console
