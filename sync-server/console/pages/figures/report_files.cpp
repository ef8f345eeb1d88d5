#include "sync-server/console/pages/figures/report_files.h"

#include "shared/base/characters.h"
#include "shared/base/text.h"
#include "shared/sheets/formats/csv_file.h"
#include "shared/sheets/formats/html_file.h"
#include "shared/sheets/formats/xlsx_file.h"
#include "sync-server/console/errands.h"
#include "sync-server/console/pages/figures/kept_months.h"
#include "sync-server/console/parts.h"
#include "sync-server/console/words/words.h"
#include "sync-server/reports/completeness.h"
#include "sync-server/reports/exchange_report.h"
#include "sync-server/reports/formats/mapping.h"
#include "sync-server/reports/places.h"
#include "sync-server/store/meta.h"
#include "sync-server/store/people/people.h"

#include <algorithm>
#include <array>

namespace console {

using html::all;
using html::tag;
using reports::Asked;
using reports::ReportTable;

namespace {

struct Format {
    std::string_view name, ending, type;
    bool is_exchange = false;
};
constexpr std::array kFormats = {
    Format{"xlsx", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
           false},
    Format{"html", "html", "text/html; charset=utf-8", false},
    Format{"csv", "csv", "text/csv; charset=utf-8", false},
    Format{"dhis2", "json", "application/json", true},
    Format{"adx", "xml", "application/xml", true},
    Format{"fhir", "json", "application/fhir+json", true},
    Format{"month", "json", "application/json", true},
};

struct Wanted {
    Asked asked;
    const Format* format = nullptr;
    bool holds_names = false, goes_on = false, wants_note = false;
    std::string problem;  // why it cannot be, as a sentence
};

// What does not fit together is said before anything is counted.
std::string problem_of(const Visit& visit, const Wanted& wanted) {
    const Asked& asked = wanted.asked;
    if (asked.tables.empty()) return tr("Choose at least one table.");
    if (wanted.format->name == "csv" && asked.tables.size() != 1) {
        return tr("A CSV file holds one table. Choose one, or take the spreadsheet.");
    }
    if (!sheets::has_begun(asked.period, base::month_of(visit.today))) {
        return tr(
            "This time has not come to its last month yet: it would count months that have "
            "not been.");
    }
    const bool is_month = asked.period.kind == sheets::Period::Kind::OneMonth;
    for (const std::string& name : asked.tables) {
        const ReportTable* const table = reports::find_report_table(name);
        if (table->of_one_month && !is_month) {
            return tr("“{0}” is of one month.", {std::string(table->title_id)});
        }
        if (name == "persons" && wanted.format->name != "fhir") {
            return tr("“{0}” is made as FHIR only.", {std::string(table->title_id)});
        }
        if (table->of_one_unit && asked.unit.empty()) {
            return tr("“{0}” is of one posyandu. Choose it.", {std::string(table->title_id)});
        }
    }
    if (!asked.unit.empty() && reports::is_of_the_whole(asked.tables, wanted.format->name)) {
        return tr(
            "SIGIZI, DHIS2, ADX and the month file are of the whole health centre: one "
            "posyandu's numbers would replace everybody's there.");
    }
    const bool is_over = visit.today >= base::last_day(asked.period.last);
    const bool has_sigizi =
        std::find(asked.tables.begin(), asked.tables.end(), "sigizi") != asked.tables.end();
    if (!is_over && (has_sigizi || wanted.format->is_exchange)) {
        return tr("This month is not over: sending it would replace the whole month by a part.");
    }
    return "";
}

// NotFound for what no form of ours asks: another's unit, a table that is not.
Result<Wanted> wanted_of(const Visit& visit) {
    const base::Error forged{base::ErrorCode::NotFound, "no such report"};
    Wanted wanted;
    const auto period = sheets::parse_period(visit.value("period"));
    const std::string format = visit.value("format");
    for (const Format& each : kFormats) {
        if (each.name == format) wanted.format = &each;
    }
    if (!period || wanted.format == nullptr) return forged;
    if (!sheets::is_within_reach(*period, base::month_of(visit.today))) return forged;
    wanted.asked = {*period, visit.value("unit"), visit.posted.values("table"), visit.now,
                    visit.centre.zone};
    const std::vector<std::string>& names = wanted.asked.tables;
    for (const std::string& name : names) {
        const ReportTable* const table = reports::find_report_table(name);
        const bool is_twice = std::count(names.begin(), names.end(), name) > 1;
        if (table == nullptr || name == kOfOneFamily || is_twice) return forged;
        wanted.holds_names = wanted.holds_names || table->holds_names;
    }
    const Action action = wanted.holds_names ? Action::ExportPersons : Action::ExportFigures;
    const std::string& unit = wanted.asked.unit;
    const bool is_hers =
        unit.empty() ? reach(visit.who.role, action) == Reach::Centre : visit.may_in(action, unit);
    TRY_LET(is_known, server_store::has_unit(visit.connection, unit));
    if (!is_hers || (!unit.empty() && !is_known)) return forged;
    // Of a CSV, only who saw that its note is a file of its own.
    const std::string_view said = format == "csv" ? "csv" : "1";
    const auto words = visit.posted.values("incomplete");
    wanted.goes_on = std::find(words.begin(), words.end(), said) != words.end();
    wanted.wants_note = format == "csv" && visit.value("note") == "1";
    wanted.problem = problem_of(visit, wanted);
    return wanted;
}

struct Made {
    std::string bytes;
    std::vector<std::string> missing;     // as the file says it, in Indonesian
    std::vector<std::string> unmapped;    // of it: what the other system has no name for
    std::vector<std::string> in_english;  // the rest of it, for who reads English
};

Result<Made> make_book(db::Connection& connection, const Wanted& wanted) {
    TRY_LET(book, reports::make_book(connection, wanted.asked));
    Made made;
    made.missing = book.missing;
    if (wanted.format->name == "xlsx") {
        TRY_LET(bytes, formats::xlsx_file(book));
        made.bytes = std::move(bytes);
    } else if (wanted.format->name == "html") {
        made.bytes = formats::html_file(book);
    } else if (book.sheets.size() == 1) {
        made.bytes =
            wanted.wants_note ? formats::notes_text(book) : formats::csv_file(book.sheets.front());
    } else {
        return base::Error{base::ErrorCode::Usage, "a csv file holds one table"};
    }
    return made;
}

Result<Made> make(db::Connection& connection, const Wanted& wanted) {
    if (!wanted.format->is_exchange) return make_book(connection, wanted);
    TRY_LET(mapping, server_store::meta(connection, kReportMapping));
    TRY_LET(exchange, reports::make_exchange(connection, wanted.asked,
                                             std::string(wanted.format->name), mapping));
    // A place or figure without its name there is missing as much as a laptop that was not heard.
    Made made{std::move(exchange.bytes), std::move(exchange.missing), exchange.unmapped, {}};
    made.missing.insert(made.missing.end(), exchange.unmapped.begin(), exchange.unmapped.end());
    return made;
}

bool reads_english() {
    return tongue().language == words::Language::English;
}

// In her language; what the other system has no name for is said as the file says it.
Html missing_items(const Made& made) {
    Html items;
    const auto add = [&](const std::vector<std::string>& lines, const char* language) {
        for (const std::string& each : lines) items += tag("li", {{"lang", language}}, each);
    };
    if (!reads_english()) {
        add(made.missing, "id");
        return items;
    }
    add(made.in_english, "en");
    add(made.unmapped, "id");
    return items;
}

// Somebody must say that she goes on.
Reply not_complete(const Visit& visit, const Wanted& wanted, const Made& made) {
    const std::string here = visit.request.path + "?" + visit.request.query + "&incomplete=";
    const bool is_csv = wanted.format->name == "csv";
    Html why =
        paragraph(tr("This is missing. You can wait for it, or make the file all the "
                     "same: it says what is missing."));
    if (is_csv) {
        why =
            paragraph(tr("This is missing. A CSV file has no room to say so: send its note "
                         "along, a file of its own."));
    }
    Html actions =
        button_link(here + (is_csv ? "csv" : "1"), tr("Make the file all the same"), Button::Main);
    if (is_csv) actions += all(" ", button_link(here + "csv&note=1", tr("Its note")));
    actions += all(" ", button_link("/reports", tr("Back")));
    return page(visit, tr("Not complete yet"),
                all(why, tag("ul", missing_items(made)), tag("p", {{"class", "actions"}}, actions)),
                422);
}

std::string file_name(const Wanted& wanted, bool is_complete) {
    const std::string tables =
        wanted.asked.tables.size() == 1 ? wanted.asked.tables.front() : "laporan";
    const std::string unit = wanted.asked.unit.empty() ? "" : "-" + wanted.asked.unit;
    std::string name = "kawan-" + tables + "-" + to_text(wanted.asked.period) + unit;
    for (char& c : name) {
        const bool is_plain = base::is_letter(c) || base::is_digit(c) || c == '-';
        if (!is_plain) c = '_';
    }
    // The only place of a CSV where it can be said.
    const bool is_csv = wanted.format->name == "csv";
    if (is_csv && !is_complete) name += "-belum-lengkap";
    return name + (wanted.wants_note ? ".catatan.txt" : "." + std::string(wanted.format->ending));
}

// A month that nobody has counted yet takes longer than a page may: it holds a worker that laptops
// need.
Result<bool> is_counted(const Visit& visit, const sheets::Period& period) {
    bool is_all = true;
    for (const base::Month month : sheets::months_of(period)) {
        TRY_LET(kept, kept_at_or_asked(visit, month));
        const bool is_under_way = visit.errands.of("month " + base::to_text(month)).is_under_way;
        is_all = is_all && (kept || !is_under_way);
    }
    return is_all;
}

std::string subject_of(const Wanted& wanted) {
    return to_text(wanted.asked.period) + " " + wanted.asked.unit + " " +
           base::joined(wanted.asked.tables, ",") + " " + std::string(wanted.format->name);
}

}  // namespace

Result<std::string> mapping_problem(const Visit& visit, std::string_view csv) {
    TRY_LET(centre, reports::centre_of(visit.connection,
                                       sheets::period_of(base::month_of(visit.today)), ""));
    const auto mapping = formats::parse_mapping(csv, centre);
    return mapping.ok() ? std::string() : mapping.error().message;
}

Answer report_file(const Visit& visit) {
    TRY_LET(wanted, wanted_of(visit));
    if (!wanted.problem.empty()) return cannot(visit, wanted.problem, "/reports");
    const bool needs_mapping = wanted.format->name == "dhis2" || wanted.format->name == "adx";
    TRY_LET(mapping, server_store::meta(visit.connection, kReportMapping));
    if (needs_mapping && mapping.empty()) {
        return cannot(visit,
                      tr("For DHIS2 and ADX a file says what the other system calls our places "
                         "and figures. There is none yet."),
                      "/reports?month=" + base::to_text(wanted.asked.period.last));
    }
    TRY_LET(is_ready, is_counted(visit, wanted.asked.period));
    if (!is_ready) return page(visit, tr("Reports"), being_counted(visit));
    Made made;
    const bool is_english = reads_english();  // `work` is done on another thread
    const auto work = [&](db::Connection& connection) -> Status {
        TRY_LET(bytes, make(connection, wanted));
        made = std::move(bytes);
        if (!is_english) return base::Done{};
        const Asked& asked = wanted.asked;
        TRY_LET(lines, reports::missing_in(connection, asked.period, asked.unit, asked.now,
                                           asked.zone, reports::Wording::English));
        made.in_english = std::move(lines);
        return base::Done{};
    };
    TRY(visit.errands.beside(work));
    const bool is_given = made.missing.empty() || wanted.goes_on ||
                          reports::stays_here(wanted.asked.tables, wanted.format->name);
    if (!is_given) return not_complete(visit, wanted, made);
    TRY(visit.looked_at(wanted.holds_names ? "export_persons" : "export_figures",
                        subject_of(wanted)));
    const std::string_view type =
        wanted.wants_note ? "text/plain; charset=utf-8" : wanted.format->type;
    return file(file_name(wanted, made.missing.empty()), type, std::move(made.bytes));
}

}  // namespace console
