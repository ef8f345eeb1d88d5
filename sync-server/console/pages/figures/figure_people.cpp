#include "sync-server/console/pages/figures/figure_people.h"

#include "shared/indicators/indicator.h"
#include "sync-server/console/errands.h"
#include "sync-server/console/pages/families/moves.h"
#include "sync-server/console/pages/figures/figure_opening.h"
#include "sync-server/console/pages/figures/figure_words.h"
#include "sync-server/console/pages/figures/kept_months.h"
#include "sync-server/console/records/answer_fields.h"
#include "sync-server/console/records/record_words.h"
#include "sync-server/console/words/words.h"
#include "sync-server/reports/figure_trace.h"
#include "sync-server/store/records/records.h"
#include "sync-server/store/reports/closings.h"
#include "sync-server/store/reports/kept_differences.h"

#include <map>

namespace console {

using html::all;
using html::tag;
using reports::Behind;
using reports::FigureTrace;

namespace {

Html part_of(const Visit& visit, const Behind& row, bool is_share) {
    if (!row.is_counted_here && row.part != "EXCLUDED") {
        return badge(Tone::Info,
                     tr("registered here, counted in {0}", {unit_words(visit, row.unit)}));
    }
    if (row.part == "NUMERATOR") return badge(Tone::Ok, tr("counted"));
    if (row.part == "DENOMINATOR" && is_share) {
        return badge(Tone::Warn, tr("in the whole, not in the part"));
    }
    return badge(Tone::Info, tr("not counted"));
}

Html whom(const Behind& row) {
    if (row.person.empty()) return tr("erased since");
    Html words = row.name.empty() ? Html(tr("without a name")) : html::name(row.name);
    if (!row.household_head.empty()) {
        words += all(", ", tr("family of"), " ", html::name(row.household_head));
    }
    const Html where = rt_rw_words(row.rt, row.rw);
    if (!where.empty()) words += all(tag("br"), where);
    return words;
}

Html decided_by(const Visit& visit, const Behind& row) {
    if (row.evidence_type.empty()) return "–";
    Html words = tag("a", {{"href", "/figures/record/" + row.evidence}},
                     type_words(visit, row.evidence_type));
    if (const auto day = base::parse_date(row.on)) {
        words += all(", ", words::short_date(*day, tongue()));
    }
    if (!row.visited_by.empty()) words += all(tag("br"), tr("by"), " ", html::name(row.visited_by));
    return words;
}

Html people_table(const Visit& visit, const FigureTrace& found, bool is_share) {
    Table table;
    table.caption = tr("Who is behind it");
    table.columns = {tr("Who"), tr("Posyandu"), tr("Counted?"), tr("Why not"), tr("By what")};
    table.empty_text = tr("Nobody is spoken of in this figure.");
    std::map<std::string, std::string> names;
    for (const Behind& row : found.rows) {
        auto& unit = names[row.unit];
        if (unit.empty()) unit = unit_words(visit, row.unit);
        const std::string why = reason_words(row.reason_code, row.detail);
        table.rows.push_back({whom(row), html::name(unit), part_of(visit, row, is_share),
                              why.empty() ? "–" : why, decided_by(visit, row)});
    }
    const auto shown = (static_cast<std::size_t>(page_number(visit)) + 1) * kRowsOnPage;
    return all(console::table(table), pager(visit, found.rows_in_all > shown));
}

// A closed month's figure is as it was reported; where it differs since is said for who sees all.
Result<Html> closing_lines(const Visit& visit, const FigureTrace& found) {
    Html lines;
    const bool sees_all = reach(visit.who.role, Action::SeePersons) == Reach::Centre;
    for (const base::Month month : sheets::months_of(found.id.period)) {
        const std::string text = base::to_text(month);
        TRY_LET(closing, server_store::closing_of(visit.connection, text));
        if (!closing) continue;
        lines += tag("p", tr("{0} was closed on {1}: its figures are as they were then.",
                             {month_words(month), day_text(visit, closing->closed_at)}));
        TRY_LET(since, server_store::differences_of_figure(visit.connection, text, found.id.code));
        if (!sees_all || since.empty()) continue;
        lines += tag("p",
                     tr("Posyandu in which this figure is another by now: {0}.",
                        {std::to_string(since.size())}),
                     " ", link("/months/" + text, tr("What differs since")));
    }
    return lines;
}

Result<Html> heading(const Visit& visit, const FigureTrace& found, bool is_share) {
    const std::string month = base::to_text(found.id.period.last);
    Html lines =
        tag("p", {{"class", "lead"}},
            is_share ? tr("{0} of {1}", {std::to_string(found.value), std::to_string(found.of)})
                     : std::to_string(found.value));
    lines += tag("p", meaning_words(found.id.code));
    TRY_LET(closing, closing_lines(visit, found));
    lines += closing;
    lines += tag("p", link("/figures?month=" + month, tr("Back to the month")));
    return lines;
}

// Only months that were counted before: counting one takes longer than a page may.
Result<bool> is_counted(const Visit& visit, const sheets::FigureId& id) {
    bool is_all = true;
    for (const base::Month month : sheets::months_of(id.period)) {
        TRY_LET(kept, kept_at_or_asked(visit, month));
        is_all = is_all && kept.has_value();
    }
    return is_all;
}

// Typed or copied from a file: what cannot be is said beside the field.
Reply no_such_figure(const Visit& visit, const std::string& typed) {
    return page(visit, tr("Who is behind it"),
                opening_card(visit, typed,
                             tr("There is no such figure here. Copy its whole id from the file.")),
                404);
}

}  // namespace

Answer figure_people(const Visit& visit) {
    const std::string text = id_in(visit.value("id"));
    const auto id = sheets::parse_figure_id(text);
    const base::Month present = base::month_of(visit.today);
    const bool is_real = id && sheets::has_begun(id->period, present) &&
                         sheets::is_within_reach(id->period, present);
    if (!is_real) return no_such_figure(visit, text);
    TRY_LET(is_ready, is_counted(visit, *id));
    if (!is_ready) return page(visit, tr("Who is behind it"), being_counted(visit));
    reports::TracePage asked;
    asked.first = static_cast<std::size_t>(page_number(visit)) * kRowsOnPage;
    asked.count = kRowsOnPage;
    TRY_LET(units, visit.units_for(Action::SeePersons));
    asked.units = std::move(units);
    FigureTrace found;
    const auto work = [&](db::Connection& connection) -> Status {
        TRY_LET(traced, reports::trace_page(connection, text, asked));
        found = std::move(traced);
        return base::Done{};
    };
    TRY(visit.errands.beside(work));
    TRY(visit.looked_at("see_figure", text));
    const auto indicator = indicators::parse_indicator(found.id.code);
    const bool is_share = indicator && indicators::is_percentage(*indicator);
    TRY_LET(head, heading(visit, found, is_share));
    return page(visit, figure_words(found.id.code),
                all(head, people_table(visit, found, is_share)));
}

namespace {

// Who could go from here: whom the record is about, or the household that it is.
Result<std::optional<records::Record>> mover_of(const Visit& visit, const records::Record& record,
                                                const About& whom) {
    if (record.type == "household") return std::optional(record);
    if (whom.person.empty()) return std::optional<records::Record>();
    TRY_LET(stored, server_store::find_record(visit.connection, whom.person));
    if (!stored) return std::optional<records::Record>();
    return std::optional(std::move(stored->record));
}

}  // namespace

Answer figure_record(const Visit& visit) {
    TRY_LET(stored, server_store::find_record(visit.connection, visit.in_path("id")));
    if (!stored || !visit.may_in(Action::SeePersons, stored->record.unit)) {
        return refusal(visit, Refusal::NotFound, "/figures");
    }
    const records::Record& record = stored->record;
    TRY_LET(whom, about(visit, record));
    TRY(visit.looked_at("see_record", looked_at_of(whom, record)));
    std::vector<std::pair<std::string, Html>> lines = {
        {tr("About"), whom.words}, {tr("Posyandu"), html::name(unit_words(visit, record.unit))}};
    for (const std::string& name : question_names(visit, record.type)) {
        const std::string* const token = record.fields.token(name);
        if (token == nullptr || *token == "null") continue;
        lines.emplace_back(field_words(visit, record.type, name),
                           value_words(visit, record.type, name, token));
    }
    TRY_LET(moving, moving_note(visit, record.id.text()));
    TRY_LET(mover, mover_of(visit, record, whom));
    Html content = all(moving, facts(lines), mover ? number_and_moves(visit, *mover) : Html());
    const std::string its_visit = record.fields.text("visit_id");
    if (!its_visit.empty()) {
        content += tag("p", link("/figures/record/" + its_visit, tr("The visit it was made at")));
    }
    return page(visit, type_words(visit, record.type), content);
}

}  // namespace console
