#include "sync-server/console/pages/arrived/imports.h"

#include "sync-server/console/pages/arrived/import_words.h"
#include "sync-server/console/parts.h"
#include "sync-server/console/words/words.h"
#include "sync-server/importing/previews.h"
#include "sync-server/importing/taking.h"
#include "sync-server/store/records/imports.h"

namespace console {

using html::all;
using html::tag;

namespace {

Html upload_form(const Visit& visit, const std::string& problem) {
    return form(visit, "/imports",
                all(file_field({.name = "table",
                                .label = tr("Spreadsheet (.xlsx or .csv)"),
                                .hint = tr("e-PPGBM, cohort register or a list of your own: one "
                                           "infant in each row, at least with name and birth "
                                           "date. Nothing is written yet."),
                                .problem = problem},
                               ".xlsx,.csv,.tsv,.txt"),
                    submit(tr("Look at it"))),
                true);
}

Html undo_form(const Visit& visit, const server_store::Import& import) {
    const Html open =
        import.is_undo_open ? badge(Tone::Warn, tr("taking back is not finished")) : Html();
    if (import.undone_at && import.is_undo_open) return open;  // the server goes on by itself
    if (import.undone_at) return badge(Tone::Info, tr("taken back"));
    if (import.is_being_written) return badge(Tone::Warn, tr("is being brought in"));
    return all(open,
               tag("details", tag("summary", tr("Take back")),
                   form(visit, "/imports/" + import.id + "/undo",
                        all(field({.name = "reason",
                                   .label = tr("Reason"),
                                   .hint = tr("Records that somebody worked on since stay.")}),
                            submit(tr("Take it back"), Button::Danger)))));
}

Result<Html> history(const Visit& visit) {
    TRY_LET(imports, server_store::imports(visit.connection));
    Table list;
    list.caption = tr("Brought in so far");
    list.columns = {tr("When"), tr("File"), tr("Infants"), tr("By"), tr("Take back")};
    list.empty_text = tr("Nothing was brought in yet.");
    for (const server_store::Import& each : imports) {
        TRY_LET(user, server_store::find_user(visit.connection, base::UserId(each.actor)));
        list.rows.push_back(
            {time_text(visit, each.at), html::name(each.file_name), std::to_string(each.infants),
             user ? html::name(user->name) : Html(tr("command line")), undo_form(visit, each)});
    }
    return table(list);
}

Answer imports_page(const Visit& visit, const std::string& problem) {
    TRY_LET(draft, server_store::import_draft_of(visit.connection, visit.who.id.text()));
    TRY_LET(list, history(visit));
    Html open;
    if (draft) {
        open =
            note(Tone::Info, all(tr("You were looking at a file: "), html::name(draft->file_name),
                                 " ", link("/imports/draft", tr("Go on"))));
    }
    return page(visit, tr("Bring in a list"),
                all(open, card(tr("A new list"), upload_form(visit, problem)), list),
                problem.empty() ? 200 : 422);
}

Answer show_imports(const Visit& visit) {
    return imports_page(visit, "");
}

Answer upload(const Visit& visit) {
    const PostedFile* file = visit.posted.file("table");
    if (file == nullptr) return imports_page(visit, tr("Choose a file."));
    const auto table = importing::read_table(file->bytes);
    if (!table.ok()) return imports_page(visit, import_refusal_words(table.error()));
    const auto work = [&](const accept::Desk& desk) -> Status {
        TRY(server_store::drop_old_import_drafts(desk.connection, visit.now));
        return server_store::put_import_draft(
            desk.connection, {visit.who.id.text(), visit.now, file->name, file->bytes, "{}"});
    };
    TRY(visit.write(work));
    visit.previews.forget(visit.who.id.text());
    return go_to("/imports/draft");
}

Answer undo(const Visit& visit) {
    const std::string reason = visit.value("reason");
    const auto undone =
        importing::undo(alone_in(visit), visit.in_path("id"), visit.who.id.text(), reason);
    if (!undone.ok()) return cannot(visit, import_refusal_words(undone.error()));
    return go_to(
        "/imports",
        tr("{0} records were withdrawn; {1} that somebody worked on since stay.",
           {std::to_string(undone.value().withdrawn), std::to_string(undone.value().kept.size())}));
}

}  // namespace

importing::Alone alone_in(const Visit& visit) {
    return [&visit](const std::function<Status(const accept::Desk&)>& work) {
        return visit.write(work);
    };
}

Routes import_routes() {
    constexpr Action kImport = Action::ImportPersons;
    return {{"GET", "/imports", kImport, show_imports},
            {"POST", "/imports", kImport, upload},
            {"POST", "/imports/{id}/undo", kImport, undo}};
}

}  // namespace console
