// The file that a coordinator is looking at before she brings it in.
#include "sync-server/console/pages/arrived/imports.h"

#include "sync-server/console/errands.h"
#include "sync-server/console/pages/arrived/import_choices.h"
#include "sync-server/console/pages/arrived/import_words.h"
#include "sync-server/console/parts.h"
#include "sync-server/console/words/words.h"
#include "sync-server/importing/previews.h"
#include "sync-server/importing/taking.h"
#include "sync-server/store/records/imports.h"

#include <algorithm>
#include <chrono>
#include <memory>

namespace console {

using html::all;
using html::tag;
using importing::Baby;
using Column = importing::Field;
using Standing = Baby::Standing;

namespace {

using importing::Preview;

struct Looked {
    server_store::ImportDraft draft;
    std::shared_ptr<const Preview> preview;  // nullptr: it is being worked out
    ImportChoices choices;
};

// A table of some hundred rows is there at once; for more, or among very many, she looks again.
constexpr std::chrono::milliseconds kPatience{60};

std::string stamp_of(const Visit& visit, const server_store::ImportDraft& draft) {
    return std::to_string(draft.at.unix_ms) + " " + std::to_string(draft.bytes.size()) + " " +
           base::to_text(visit.today) + " " + draft.choices;
}

Result<Preview> work_out(db::Connection& connection, const server_store::ImportDraft& draft,
                         base::Instant now, base::Date today, base::Random& random) {
    TRY_LET(table, importing::read_table(draft.bytes));
    const ImportChoices choices = ImportChoices::of(table, draft.choices);
    auto families = importing::families_of(connection, table, choices.columns, choices.rows, now,
                                           today, random);
    if (!families.ok() && families.error().code != base::ErrorCode::Usage) {
        return std::move(families).error();
    }
    Preview preview{std::move(table), {}};
    if (families.ok()) preview.families = std::move(families).value();
    return preview;
}

void ask_for_preview(const Visit& visit, const server_store::ImportDraft& draft,
                     const std::string& stamp) {
    importing::Previews& previews = visit.previews;
    base::Random& random = visit.random;
    const std::string user = visit.who.id.text();
    visit.errands.ask("import " + user,
                      [&previews, &random, user, stamp, draft, now = visit.now,
                       today = visit.today](db::Connection& connection) -> Status {
                          TRY_LET(preview, work_out(connection, draft, now, today, random));
                          previews.put(user, stamp, std::move(preview));
                          return base::Done{};
                      });
}

Result<Looked> looked_at(const Visit& visit) {
    const std::string user = visit.who.id.text();
    TRY_LET(draft, server_store::import_draft_of(visit.connection, user));
    if (!draft) {
        visit.previews.forget(user);
        return base::Error{base::ErrorCode::NotFound, "no file is being looked at"};
    }
    const std::string stamp = stamp_of(visit, *draft);
    auto preview = visit.previews.find(user, stamp);
    if (preview == nullptr) {
        ask_for_preview(visit, *draft, stamp);
        visit.errands.is_done_within("import " + user, kPatience);
        preview = visit.previews.find(user, stamp);
    }
    ImportChoices choices;
    if (preview != nullptr) choices = ImportChoices::of(preview->table, draft->choices);
    return Looked{std::move(*draft), std::move(preview), std::move(choices)};
}

std::string column_name(Column column) {
    return std::string(tongue().language == words::Language::English ? importing::name_en(column)
                                                                     : importing::name_id(column));
}

std::string sentence(const importing::Remark& remark) {
    return tongue().language == words::Language::English ? sentence_en(remark)
                                                         : sentence_id(remark);
}

Html column_choices(const Looked& looked) {
    Html fields;
    for (const Column each : importing::all_fields()) {
        const auto chosen = looked.choices.columns.find(each);
        std::vector<Option> options = {{"", tr("(not in this list)"), false}};
        for (std::size_t i = 0; i < looked.preview->table.headings.size(); ++i) {
            const std::string& heading = looked.preview->table.headings[i];
            const bool is_chosen = chosen != looked.choices.columns.end() && chosen->second == i;
            options.push_back(
                {std::to_string(i),
                 heading.empty() ? tr("column {0}", {std::to_string(i + 1)}) : heading, is_chosen});
        }
        fields += choice({.name = "column." + std::string(to_code(each)),
                          .label = column_name(each),
                          .is_required = is_needed(each)},
                         options);
    }
    return tag("div", {{"class", "columns"}}, fields);
}

Result<Html> unit_choice(const Visit& visit, const Looked& looked) {
    TRY_LET(units, server_store::units(visit.connection));
    std::vector<Option> options = {{"", tr("(each row names its own)"), false}};
    for (const protocol::Unit& unit : units) {
        options.push_back({unit.code, unit.name, unit.code == looked.choices.rows.unit});
    }
    return choice(
        {.name = "unit", .label = tr("Posyandu of rows that name none"), .is_required = false},
        options);
}

Tone tone_of(Standing standing) {
    switch (standing) {
        case Standing::New:
            return Tone::Ok;
        case Standing::LooksLike:
            return Tone::Warn;
        case Standing::Unusable:
            return Tone::Bad;
        case Standing::Here:
        case Standing::LeftOut:
            break;
    }
    return Tone::Info;
}

const char* word_of(Standing standing) {
    switch (standing) {
        case Standing::New:
            return tr("new");
        case Standing::Here:
            return tr("written down already");
        case Standing::LooksLike:
            return tr("looks like another");
        case Standing::Unusable:
            return tr("cannot be taken");
        case Standing::LeftOut:
            return tr("left out");
    }
    return "";
}

Html tick(const char* name, const Baby& baby, const char* label, bool is_ticked) {
    const std::string id = std::string(name) + "-" + std::to_string(baby.row);
    return tag("div", {{"class", "option"}},
               tag("input", {{"type", "checkbox"},
                             {"id", id},
                             {"name", name},
                             {"value", std::to_string(baby.row)},
                             {"checked", is_ticked}}),
               tag("label", {{"for", id}}, label));
}

bool has(const Baby& baby, importing::Remark::Kind kind) {
    return std::any_of(baby.remarks.begin(), baby.remarks.end(),
                       [kind](const importing::Remark& remark) { return remark.kind == kind; });
}

Html choices_of(const Baby& baby, const Looked& looked) {
    const importing::Choices& rows = looked.choices.rows;
    Html ticks;
    const bool may_be_another = baby.standing == Standing::LooksLike ||
                                baby.standing == Standing::Here ||
                                has(baby, importing::Remark::Kind::TwiceInTable);
    if (may_be_another || rows.other.contains(baby.row)) {
        ticks += tick("other", baby, tr("another child"), rows.other.contains(baby.row));
    }
    if (baby.standing != Standing::Here && !has(baby, importing::Remark::Kind::TooOld)) {
        ticks += tick("left_out", baby, tr("leave out"), rows.left_out.contains(baby.row));
    }
    return ticks;
}

Html remarks_of(const Baby& baby) {
    Html lines;
    for (const importing::Remark& remark : baby.remarks) lines += tag("div", sentence(remark));
    return lines;
}

// What a person must look at first; of the rest only so many as one reads.
constexpr std::size_t kShownOfEach = 80;

Html rows_table(const importing::Families& families, const Looked& looked) {
    Table list;
    list.caption = tr("What each row becomes");
    list.columns = {tr("Row"), tr("Name"), tr("Becomes"), tr("Remarks"), tr("Your choice")};
    std::size_t hidden = 0;
    std::string rows;
    for (const Standing standing : {Standing::Unusable, Standing::LooksLike, Standing::LeftOut,
                                    Standing::New, Standing::Here}) {
        std::size_t shown = 0;
        for (const Baby& baby : families.babies) {
            if (baby.standing != standing) continue;
            if (++shown > kShownOfEach) {
                ++hidden;
                continue;
            }
            rows += (rows.empty() ? "" : " ") + std::to_string(baby.row);
            list.rows.push_back({std::to_string(baby.row), html::name(baby.name),
                                 badge(tone_of(standing), word_of(standing)), remarks_of(baby),
                                 choices_of(baby, looked)});
        }
    }
    Html more;
    if (hidden > 0) {
        more = paragraph(tr("{0} more rows are not shown.", {std::to_string(hidden)}));
    }
    return all(carried("rows", rows), table(list), more);
}

Html counts_of(const importing::Families& families) {
    std::vector<std::pair<std::string, Html>> lines;
    for (const Standing standing : {Standing::New, Standing::Here, Standing::LooksLike,
                                    Standing::Unusable, Standing::LeftOut}) {
        lines.emplace_back(word_of(standing), std::to_string(families.count(standing)));
    }
    return facts(lines);
}

Html take_part(const Visit& visit, const importing::Families& families) {
    const std::size_t open =
        families.count(Standing::Unusable) + families.count(Standing::LooksLike);
    const std::string infants = std::to_string(families.count(Standing::New));
    if (open > 0) {
        return note(Tone::Warn, tr("Say of each row that cannot be taken or looks like another "
                                   "what is to become of it, then look again. Or mend the file."));
    }
    if (infants == "0") return note(Tone::Info, tr("There is nobody new in this list."));
    return form(visit, "/imports/draft/take",
                all(carried("expected", importing::stamp_of(families)),
                    submit(tr("Bring in {0} infants with their families", {infants}))));
}

Answer being_worked_out(const Visit& visit, const Looked& looked) {
    return page(visit, tr("Look before bringing in"),
                all(tag("p", tr("File: "), html::name(looked.draft.file_name)),
                    note(Tone::Info, tr("Each row is being compared with everybody who is written "
                                        "down. You can leave this page meanwhile.")),
                    button_link("/imports/draft", tr("Look again"), Button::Main)));
}

Answer draft_page(const Visit& visit) {
    TRY_LET(looked, looked_at(visit));
    if (looked.preview == nullptr) return being_worked_out(visit, looked);
    TRY(visit.looked_at("see_import", visit.who.id.text()));
    TRY_LET(units, unit_choice(visit, looked));
    const auto& families = looked.preview->families;
    Html rows;
    Html take;
    Html skip;
    if (families) {
        rows = all(counts_of(*families), rows_table(*families, looked));
        take = take_part(visit, *families);
        if (families->count(Standing::Unusable) > 0) {
            skip = submit(tr("Leave out all that cannot be taken"), "skip", "all");
        }
    } else {
        rows = note(Tone::Warn, tr("Say which columns hold the infant's name and birth date."));
    }
    const Html choose = form(
        visit, "/imports/draft",
        all(tag("details", {{"open", !families}}, tag("summary", tr("Which column holds what")),
                column_choices(looked)),
            units, rows,
            tag("div", {{"class", "actions"}}, submit(tr("Look again"), Button::Plain), skip)));
    const Html drop =
        form(visit, "/imports/draft/drop", submit(tr("Drop this list"), Button::Plain));
    return page(
        visit, tr("Look before bringing in"),
        all(tag("p", tr("File: "), html::name(looked.draft.file_name)), choose, take, drop));
}

// What the page showed; a form may come after the server was started anew.
Result<std::shared_ptr<const Preview>> shown_of(const Looked& looked) {
    if (looked.preview != nullptr) return looked.preview;
    TRY_LET(table, importing::read_table(looked.draft.bytes));
    return std::make_shared<const Preview>(Preview{std::move(table), {}});
}

void leave_out_unusable(const Preview& shown, ImportChoices& choices) {
    if (!shown.families) return;  // the page asks for the columns first
    for (const Baby& baby : shown.families->babies) {
        if (baby.standing == Standing::Unusable) choices.rows.left_out.insert(baby.row);
    }
}

Answer choose(const Visit& visit) {
    TRY_LET(looked, looked_at(visit));
    TRY_LET(shown, shown_of(looked));
    const ImportChoices before = ImportChoices::of(shown->table, looked.draft.choices);
    ImportChoices choices = ImportChoices::posted(shown->table, visit, before);
    if (visit.value("skip") == "all") leave_out_unusable(*shown, choices);
    looked.draft.choices = choices.to_json();
    const auto work = [&](const accept::Desk& desk) -> Status {
        return server_store::put_import_draft(desk.connection, looked.draft);
    };
    TRY(visit.write(work));
    visit.previews.forget(visit.who.id.text());  // who arrived since is looked at, too
    return go_to("/imports/draft");
}

Answer take(const Visit& visit) {
    TRY_LET(looked, looked_at(visit));
    TRY_LET(shown, shown_of(looked));
    const ImportChoices choices = ImportChoices::of(shown->table, looked.draft.choices);
    importing::Taken taken;
    base::Status done = base::Done{};
    const importing::Source source{looked.draft.file_name, looked.draft.bytes, visit.who.id.text()};
    const std::optional<std::string> expected = visit.value("expected");
    const auto result = importing::take(alone_in(visit), shown->table, choices.columns,
                                        choices.rows, source, expected);
    if (result.ok()) {
        taken = result.value();
        TRY(visit.write([&](const accept::Desk& desk) {
            return server_store::drop_import_draft(desk.connection, visit.who.id.text());
        }));
    } else {
        done = result.error();
    }
    visit.previews.forget(visit.who.id.text());
    if (!done.ok()) return cannot(visit, import_refusal_words(done.error()));
    return go_to("/imports",
                 tr("{0} infants, {1} mothers and {2} households were brought in. The laptops get "
                    "them at their next sync.",
                    {std::to_string(taken.infants), std::to_string(taken.mothers),
                     std::to_string(taken.households)}));
}

Answer drop(const Visit& visit) {
    const auto work = [&](const accept::Desk& desk) -> Status {
        return server_store::drop_import_draft(desk.connection, visit.who.id.text());
    };
    TRY(visit.write(work));
    visit.previews.forget(visit.who.id.text());
    return go_to("/imports", tr("The list was dropped. Nothing was written."), Tone::Info);
}

}  // namespace

Routes import_draft_routes() {
    constexpr Action kImport = Action::ImportPersons;
    return {{"GET", "/imports/draft", kImport, draft_page},
            {"POST", "/imports/draft", kImport, choose},
            {"POST", "/imports/draft/take", kImport, take},
            {"POST", "/imports/draft/drop", kImport, drop}};
}

}  // namespace console
