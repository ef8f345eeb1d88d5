#include "shared/crypto/encoding.h"
#include "sync-server/accept/crossing/arriving.h"
#include "sync-server/console/pages/families/moves.h"
#include "sync-server/console/parts.h"
#include "sync-server/console/refusals.h"
#include "sync-server/console/words/words.h"
#include "sync-server/importing/known.h"
#include "sync-server/store/people/people.h"

namespace console {

using html::all;
using html::tag;

namespace {

Html file_form(const Visit& visit, const std::string& problem) {
    return form(visit, "/moves/in",
                all(file_field({.name = "file",
                                .label = tr("The sealed file"),
                                .hint = tr("Nothing is written yet."),
                                .problem = problem},
                               crossing::kFileEnding),
                    field({.name = "code",
                           .label = tr("Code, 24 letters"),
                           .value = visit.value("code"),
                           .hint = tr("As the other health centre told it"),
                           .characters_max = 40}),
                    submit(tr("Look at it"))),
                true);
}

Answer file_page(const Visit& visit, const std::string& problem) {
    return page(visit, tr("A family comes"), card(tr("A file"), file_form(visit, problem)),
                problem.empty() ? 200 : 422);
}

Answer show(const Visit& visit) {
    return file_page(visit, "");
}

crossing::InRequest request_of(const Visit& visit, std::string bytes) {
    crossing::InRequest request;
    request.bytes = std::move(bytes);
    request.code = visit.value("code");
    request.unit = visit.value("unit");
    request.is_for_us = visit.value("for_us") == "1";
    request.actor = visit.who.id.text();
    return request;
}

// Who it may be among those who are written down here.
Result<Html> persons_table(const Visit& visit, const crossing::InPlan& plan) {
    TRY_LET(known, importing::Known::read(visit.connection));
    Table persons;
    persons.caption = tr("Who comes");
    persons.columns = {tr("Name"), tr("Born"), tr("Here already?")};
    persons.empty_text = tr("Nobody new: only what was written of them since.");
    for (const crossing::Person& each : plan.persons) {
        const base::Fields& fields = each.fields;
        const std::string name = fields.text("full_name");
        const auto alike = known.find({names::take_apart(name), fields.text("birth_date"),
                                       fields.text("nik"), "", fields.text("is_infant") == "1"});
        Html here = tr("no");
        if (each.is_here) {
            here = badge(Tone::Info, tr("yes, the same record"));
        } else if (alike) {
            here =
                all(badge(Tone::Warn, tr("maybe")), " ", html::name(alike->name), " ", alike->unit);
        }
        persons.rows.push_back({html::name(name), fields.text("birth_date"), here});
    }
    return table(persons);
}

Html counts_table(const Visit& visit, const crossing::InPlan& plan) {
    Table table{tr("What the file holds"), {tr("What"), tr("How many")}, {}, tr("Nothing.")};
    for (const auto& [type, count] : plan.counts) {
        const forms::Form* form = visit.forms.find(type);
        table.rows.push_back(
            {form == nullptr ? type : form->title.in(words::code(tongue().language)),
             std::to_string(count)});
    }
    return figures_table(table);
}

Html about(const crossing::InPlan& plan) {
    return facts(
        {{tr("From"), html::name(plan.file.label.from)},
         {tr("To"), html::name(plan.file.label.to)},
         {tr("Since"), plan.file.since},
         {tr("Records that are here already"), std::to_string(plan.here)},
         {tr("Records that come back"), std::to_string(plan.back)},
         {tr("Erased here: they stay out"), std::to_string(plan.erased)},
         {tr("Cannot stand here yet: kept as waiting changes"), std::to_string(plan.waiting)}});
}

Result<Html> take_form(const Visit& visit, const crossing::InPlan& plan, const std::string& bytes) {
    TRY_LET(units, server_store::units(visit.connection));
    std::vector<Option> options;
    for (const protocol::Unit& each : units) {
        options.push_back({each.code, each.name, each.code == visit.value("unit")});
    }
    Html for_us;
    if (plan.is_for_another) {
        for_us = all(note(Tone::Warn, tr("The file names another health centre than this one.")),
                     checkboxes({.name = "for_us", .label = tr("Look twice")},
                                {{"1", tr("It is for us nevertheless"), false}}));
    }
    const Html where =
        plan.file.is_whole
            ? choice({.name = "unit", .label = tr("Posyandu that they come to")}, options)
            : Html();
    return form(
        visit, "/moves/in/take",
        all(carried("file", crypto::to_base64url(bytes)), carried("code", visit.value("code")),
            where, for_us, submit(tr("Take all of it"))));
}

Reply receipt_page(const Visit& visit, const std::string& receipt, bool was_taken) {
    return page(
        visit, tr("The receipt"),
        all(was_taken ? note(Tone::Info, tr("This file was taken before; nothing was done now."))
                      : note(Tone::Ok, tr("All of it is here.")),
            facts({{tr("Receipt"), tag("span", {{"class", "code large"}}, receipt)}}),
            paragraph(tr("Tell it to the health centre that they come from: with it that one "
                         "closes the move. Open the same file again to see it once more.")),
            tag("p", link("/moves", tr("Go on")))));
}

// What is wrong is the file that somebody chose.
bool is_of_file(const base::Error& error) {
    return error.code == base::ErrorCode::Malformed || error.code == base::ErrorCode::Unsupported;
}

Answer look(const Visit& visit) {
    const PostedFile* file = visit.posted.file("file");
    if (file == nullptr) return file_page(visit, tr("Choose a file."));
    const accept::Desk desk{visit.connection, visit.forms, visit.clock, visit.random};
    auto plan = crossing::plan_in(desk, request_of(visit, file->bytes));
    if (!plan.ok()) {
        const bool is_hers = is_refusal(plan.error()) || is_of_file(plan.error());
        if (!is_hers) return std::move(plan).error();
        return file_page(visit, in_words(plan.error()));
    }
    TRY(visit.looked_at("move_in_preview", plan.value().file.record));
    if (plan.value().taken) {
        return receipt_page(visit, crypto::grouped_code(plan.value().taken->receipt), true);
    }
    TRY_LET(persons, persons_table(visit, plan.value()));
    TRY_LET(take, take_form(visit, plan.value(), file->bytes));
    return page(visit, tr("A family comes"),
                all(about(plan.value()), persons, counts_table(visit, plan.value()), take));
}

Answer take(const Visit& visit) {
    auto bytes = crypto::from_base64url(visit.value("file"));
    if (!bytes.ok()) return refusal(visit, Refusal::BadForm, "/moves/in");
    crossing::Arrived arrived;
    TRY(visit.write([&](const accept::Desk& desk) -> Status {
        auto done = crossing::take_in(desk, request_of(visit, std::move(bytes).value()));
        if (!done.ok() && is_of_file(done.error())) {
            return base::Error{base::ErrorCode::Refused, done.error().message};
        }
        if (!done.ok()) return done.error();
        arrived = std::move(done).value();
        return base::Done{};
    }));
    return receipt_page(visit, arrived.receipt, arrived.was_taken);
}

}  // namespace

Routes move_in_routes() {
    constexpr Action kMove = Action::MoveFamilies;
    return {{"GET", "/moves/in", kMove, show},
            {"POST", "/moves/in", kMove, look},
            {"POST", "/moves/in/take", kMove, take}};
}

}  // namespace console
