#include "sync-server/console/pages/figures/reports.h"

#include "shared/crypto/hash.h"
#include "sync-server/console/pages/figures/figure_opening.h"
#include "sync-server/console/pages/figures/kept_months.h"
#include "sync-server/console/pages/figures/missing.h"
#include "sync-server/console/pages/figures/report_files.h"
#include "sync-server/console/words/words.h"
#include "sync-server/reports/formats/mapping.h"
#include "sync-server/reports/places.h"
#include "sync-server/reports/report_tables.h"
#include "sync-server/store/meta.h"
#include "sync-server/store/people/people.h"

namespace console {

using base::Month;
using html::all;
using html::tag;
using sheets::Period;

namespace {

// Two forms of one page that ask: neither is its search.
Html asked_in_address(std::string_view path, const Html& contents) {
    return tag("form", {{"method", "get"}, {"action", path}}, contents);
}

Html table_choice(const Visit& visit) {
    std::vector<Option> options;
    for (const reports::ReportTable& each : reports::report_tables()) {
        if (each.holds_names && !visit.may(Action::ExportPersons)) continue;
        if (each.name == kOfOneFamily) continue;
        std::string label(each.title_id);
        // A bundle of persons is made to be sent, of those who consented.
        const bool stays = each.holds_names && each.name != "persons";
        if (stays) label += " – " + std::string(tr("with names: stays here"));
        options.push_back({std::string(each.name), label, each.name == "sigizi"});
    }
    return checkboxes({.name = "table",
                       .label = tr("Which tables"),
                       .hint = tr("The offices' own names for them.")},
                      options);
}

Html format_choice(const Visit& visit) {
    std::vector<Option> options = {{"xlsx", tr("Spreadsheet (XLSX)"), true},
                                   {"html", tr("To print, with charts (HTML)"), false},
                                   {"csv", tr("One table as CSV"), false},
                                   {"dhis2", "DHIS2 (JSON)", false},
                                   {"adx", "ADX (XML)", false},
                                   {"fhir", "FHIR (JSON)", false}};
    if (!visit.may(Action::SeePersons) || visit.may(Action::CloseMonths)) {
        options.push_back({"month", tr("Month file for the district"), false});
    }
    return choice({.name = "format", .label = tr("In which form")}, options);
}

// The month, and what it is a part of: quarter, year. Not before their last month has begun.
Html period_choice(const Visit& visit, Month month) {
    const int number = static_cast<int>(static_cast<unsigned>(month.month()));
    const std::string year = std::to_string(static_cast<int>(month.year()));
    const std::string quarter = year + "-Q" + std::to_string((number + 2) / 3);
    std::vector<Option> options = {{base::to_text(month), month_words(month), true}};
    const auto offer = [&](const std::string& text, const std::string& label) {
        const auto period = sheets::parse_period(text);
        if (!period || !sheets::has_begun(*period, base::month_of(visit.today))) return;
        options.push_back({text, label, false});
    };
    offer(quarter, tr("Quarter {0}, from January on", {quarter}));
    offer(year, tr("The whole year {0}", {year}));
    return choice({.name = "period", .label = tr("Of which time")}, options);
}

Result<Html> unit_choice(const Visit& visit) {
    TRY_LET(units, server_store::units(visit.connection));
    std::vector<Option> options;
    if (reach(visit.who.role, Action::ExportFigures) == Reach::Centre) {
        options.push_back({"", visit.centre.name, true});
    }
    for (const protocol::Unit& unit : units) {
        if (!visit.may_in(Action::ExportFigures, unit.code)) continue;
        options.push_back({unit.code, tr("Posyandu {0}", {unit.name}), false});
    }
    return choice({.name = "unit", .label = tr("Of whom"), .is_required = false}, options);
}

Result<Html> asking(const Visit& visit, Month month, const overview::Missing& missing) {
    TRY_LET(units, unit_choice(visit));
    Html go_on;
    if (!missing.is_complete()) {
        go_on =
            checkboxes({.name = "incomplete", .label = tr("Not complete yet")},
                       {{"1", tr("Make the file all the same; it says what is missing"), false}});
    }
    return asked_in_address("/reports/file",
                            all(period_choice(visit, month), units, table_choice(visit),
                                format_choice(visit), go_on, submit(tr("Make the file"))));
}

Html mapping_card(const Visit& visit, const std::string& mapping) {
    if (!visit.may(Action::CloseMonths)) return {};
    const Html state = mapping.empty()
                           ? paragraph(tr("For DHIS2 and ADX a file says what the other system "
                                          "calls our places and figures. There is none yet."))
                           : paragraph(tr("The file that says what DHIS2 and ADX call our places "
                                          "and figures is here."));
    const Html to_fill =
        all(paragraph(tr("The district's DHIS2 administrator knows their names: send him this "
                         "file. He fills in the column \"theirs\"; then bring it in here.")),
            tag("p", button_link("/reports/mapping", tr("The file to fill in (CSV)"))));
    return card(tr("Names of the other system"),
                all(state, to_fill,
                    form(visit, "/reports/mapping",
                         all(carried("shown", crypto::hash128_hex(mapping)),
                             file_field({.name = "mapping", .label = tr("Its file (CSV)")}, ".csv"),
                             submit(tr("Keep this file"), Button::Plain)),
                         true)));
}

Answer show(const Visit& visit) {
    const auto asked = visit.value("month").empty()
                           ? std::optional(base::add_months(base::month_of(visit.today), -1))
                           : asked_month(visit);
    if (!asked) return refusal(visit, Refusal::NotFound, "/reports");
    TRY_LET(kept, kept_or_asked(visit, *asked, {sigizi_codes(), false}));
    const Html choose = asked_in_address(
        "/reports",
        tag("div", {{"class", "actions"}},
            choice({.name = "month", .label = tr("Month")}, month_options(visit, *asked)),
            submit(tr("Show"), Button::Plain)));
    const std::string title = tr("Reports of {0}", {month_words(*asked)});
    if (!kept) return page(visit, title, all(choose, being_counted(visit)));
    TRY_LET(form_of_it, asking(visit, *asked, kept->missing));
    TRY_LET(mapping, server_store::meta(visit.connection, kReportMapping));
    TRY_LET(columns, sigizi_card(visit, *asked, *kept));
    Html closing;
    if (visit.may(Action::CloseMonths)) {
        closing = tag("p", link("/months/" + base::to_text(*asked),
                                kept->is_closed ? tr("This month is closed: what differs since")
                                                : tr("Close this month")));
    }
    return page(visit, title,
                all(choose, missing_note(visit, *asked, kept->missing), closing, form_of_it,
                    columns, opening_card(visit), mapping_card(visit, mapping)));
}

Answer mapping_to_fill(const Visit& visit) {
    TRY_LET(centre, reports::places_of(visit.connection, ""));
    return file("padanan-dhis2.csv", "text/csv; charset=utf-8", formats::mapping_to_fill(centre));
}

constexpr std::size_t kMappingBytesMax = 1024 * 1024;

Answer keep_mapping(const Visit& visit) {
    const PostedFile* const file = visit.posted.file("mapping");
    if (file == nullptr || file->bytes.empty()) return cannot(visit, tr("Choose a file."));
    if (file->bytes.size() > kMappingBytesMax) return refusal(visit, Refusal::TooLarge, "/reports");
    TRY_LET(problem, mapping_problem(visit, file->bytes));
    if (!problem.empty()) return cannot(visit, tr("This file cannot be used: {0}", {problem}));
    bool is_stale = false;
    const auto work = [&](const accept::Desk& desk) -> Status {
        TRY_LET(standing, server_store::meta(desk.connection, kReportMapping));
        is_stale = visit.value("shown") != crypto::hash128_hex(standing);
        if (is_stale) return base::Done{};
        TRY(server_store::set_meta(desk.connection, kReportMapping, file->bytes));
        return visit.note(desk.connection, "report_mapping", "");
    };
    TRY(visit.write(work));
    if (is_stale) return refusal(visit, Refusal::Stale, "/reports");
    return go_to("/reports", tr("The file is kept."));
}

}  // namespace

Routes report_routes() {
    return {{"GET", "/reports", Action::ExportFigures, show},
            {"GET", "/reports/file", Action::ExportFigures, report_file},
            {"GET", "/reports/missing", Action::CloseMonths, what_is_missing},
            {"GET", "/reports/mapping", Action::CloseMonths, mapping_to_fill},
            {"POST", "/reports/mapping", Action::CloseMonths, keep_mapping}};
}

}  // namespace console
