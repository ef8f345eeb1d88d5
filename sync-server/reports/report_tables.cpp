#include "sync-server/reports/report_tables.h"

#include "shared/indicators/sigizi.h"
#include "shared/sheets/f1_sheet.h"
#include "shared/sheets/ilp_recap_sheets.h"
#include "shared/sheets/sigizi_sheet.h"
#include "shared/sheets/village_sheets.h"
#include "shared/sheets/who_sheets.h"
#include "sync-server/reports/completeness.h"
#include "sync-server/reports/counting.h"
#include "sync-server/reports/person_tables.h"
#include "sync-server/reports/places.h"
#include "sync-server/reports/programme_report.h"
#include "sync-server/reports/since_closing.h"

#include <algorithm>
#include <array>

namespace reports {

using base::Done;
using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;

namespace {

constexpr std::array kTables = {
    ReportTable{"sigizi", "SIGIZI KESGA – Balita Gizi", false, false, false},
    ReportTable{"indicators", "Indikator ASI dan IMD per desa", false, false, false},
    ReportTable{"f1", "F1 – laporan bulanan posyandu", false, false, false},
    ReportTable{"ilp", "Rekap ILP – ibu dan bayi", false, false, false},
    ReportTable{"lb3", "LB3 KIA dan Gizi, KN", false, false, false},
    ReportTable{"profile", "Profil kesehatan – IMD dan ASI", false, false, false},
    ReportTable{"jatim", "Pelayanan nifas (Jawa Timur)", false, false, false},
    ReportTable{"who", "Indikator WHO/UNICEF dan grafik area", false, false, false},
    ReportTable{"programme", "Program pijat oksitosin", false, false, true},
    ReportTable{"persons", "Orang yang setuju dibagikan (FHIR saja)", true, false, false},
    ReportTable{"register", "Register ASI eksklusif (√/X/A)", true, false, true},
    ReportTable{"cohort", "Register kohort bayi", true, false, true},
    ReportTable{"ppgbm", "e-PPGBM – hasil pengukuran", true, false, true},
    ReportTable{"weekly", "Rekapitulasi mingguan dan tindak lanjut", false, false, true},
    ReportTable{"family", "ILP lembar 3 dan 4 satu keluarga (--household)", true, false, true},
    ReportTable{"families", "Keluarga yang memijat dan yang perlu didatangi lagi", true, false,
                true},
};

// The forms that are made of counts alone.
bool add_counted(std::string_view table, const sheets::Centre& centre, const sheets::Counts& counts,
                 std::vector<sheets::Sheet>& into) {
    if (table == "sigizi") {
        into.push_back(sheets::sigizi_sheet(centre, counts));
    } else if (table == "indicators") {
        into.push_back(sheets::indicators_sheet(centre, counts));
    } else if (table == "f1") {
        for (const sheets::Place& each : centre.posyandu) {
            into.push_back(sheets::f1_sheet(centre, counts, each));
        }
    } else if (table == "ilp") {
        into.push_back(sheets::ilp_mothers_sheet(centre, counts));
        into.push_back(sheets::ilp_infants_sheet(centre, counts));
    } else if (table == "lb3") {
        into.push_back(sheets::lb3_sheet(centre, counts));
        into.push_back(sheets::lb3_breastfeeding_sheet(centre, counts));
        into.push_back(sheets::newborn_contacts_sheet(centre, counts));
    } else if (table == "profile") {
        into.push_back(sheets::profile_sheet(centre, counts));
    } else if (table == "jatim") {
        into.push_back(sheets::jatim_sheet(centre, counts));
    } else if (table == "who") {
        into.push_back(sheets::area_graph_sheet(centre, counts));
        into.push_back(sheets::who_sheet(centre, counts));
        into.push_back(sheets::postnatal_sheet(centre, counts));
    } else {
        return false;
    }
    return true;
}

class BookMaking {
public:
    BookMaking(db::Connection& connection, const Asked& asked, Ground ground)
        : connection_(connection),
          asked_(asked),
          today_(ground.book.made_on),
          centre_(std::move(ground.centre)),
          counts_(std::move(ground.counts)),
          book_(std::move(ground.book)) {}

    Status say_closing() {
        for (const base::Month month : sheets::months_of(asked_.period)) {
            TRY_LET(words, closing_words(connection_, month, asked_.zone, {.unit = asked_.unit}));
            book_.closing.insert(book_.closing.end(), words.begin(), words.end());
        }
        return Done{};
    }

    Status add(const ReportTable& table) {
        const bool is_month = asked_.period.kind == sheets::Period::Kind::OneMonth;
        if (table.of_one_month && !is_month) {
            return Error{ErrorCode::Usage, std::string(table.name) + " is of one month"};
        }
        if (table.name == "sigizi") TRY(indicators::may_export(asked_.period.last, today_));
        if (add_counted(table.name, centre_, counts_, book_.sheets)) return Done{};
        const base::Month month = asked_.period.last;
        if (table.name == "cohort") return add_cohorts(connection_, centre_, month, book_);
        if (table.name == "ppgbm") return add_measurements(connection_, centre_, month, book_);
        if (table.name == "weekly") return add_weeks(connection_, centre_, month, book_);
        if (table.name == "family") {
            return add_family(connection_, centre_, asked_.household, book_);
        }
        if (table.name == "register") {
            TRY(add_registers(connection_, centre_, asked_.period.last, today_, book_));
        } else if (table.name == "programme") {
            TRY_LET(csv, programme_table_csv(connection_, asked_.period.last, asked_.unit));
            TRY(add_csv(table, csv));
            add_figure_ids(centre_, asked_.period, book_.sheets.back());
        } else if (table.name == "persons") {
            return Error{ErrorCode::Usage, "the table persons is written as fhir only"};
        } else {
            TRY_LET(csv, families_csv(connection_, asked_.period.last, asked_.unit, today_));
            TRY(add_csv(table, csv));
        }
        return Done{};
    }

    sheets::Book& book() { return book_; }

private:
    Status add_csv(const ReportTable& table, const std::string& csv) {
        TRY_LET(sheet, sheet_of_csv(csv));
        sheet.name = table.name;
        sheet.title = table.title_id;
        sheet.holds_names = table.holds_names;
        sheet.is_wide = true;
        book_.sheets.push_back(std::move(sheet));
        return Done{};
    }

    db::Connection& connection_;
    const Asked& asked_;
    base::Date today_;
    sheets::Centre centre_;
    sheets::Counts counts_;
    sheets::Book book_;
};

}  // namespace

std::span<const ReportTable> report_tables() {
    return kTables;
}

const ReportTable* find_report_table(std::string_view name) {
    for (const ReportTable& each : kTables) {
        if (each.name == name) return &each;
    }
    return nullptr;
}

std::vector<std::string> official_tables(std::string_view unit) {
    std::vector<std::string> names;
    for (const ReportTable& each : kTables) {
        if (!unit.empty() && is_of_the_whole({std::string(each.name)}, "")) continue;
        if (!each.holds_names && !each.of_one_month) names.emplace_back(each.name);
    }
    return names;
}

bool is_exchange(std::string_view format) {
    return format == "dhis2" || format == "adx" || format == "fhir" || format == "month";
}

bool stays_here(const std::vector<std::string>& tables, std::string_view format) {
    return !is_exchange(format) && !tables.empty() &&
           std::all_of(tables.begin(), tables.end(), [](const std::string& name) {
               const ReportTable* const table = find_report_table(name);
               return table != nullptr && table->holds_names;
           });
}

bool is_of_the_whole(const std::vector<std::string>& tables, std::string_view format) {
    if (format == "dhis2" || format == "adx" || format == "month") return true;
    // FHIR takes single indicators, and says of which place.
    return format != "fhir" && std::find(tables.begin(), tables.end(), "sigizi") != tables.end();
}

Result<Ground> ground_of(db::Connection& connection, const Asked& asked) {
    const base::Date today = base::date_in(asked.now, asked.zone);
    if (!sheets::has_begun(asked.period, base::month_of(today))) {
        return Error{ErrorCode::Refused, to_text(asked.period) +
                                             " has not come to its last month yet: it would "
                                             "count months that have not been"};
    }
    TRY_LET(centre, centre_of(connection, asked.period, asked.unit));
    TRY_LET(counts, counts_of(connection, asked.period));
    TRY_LET(missing, missing_in(connection, asked.period, asked.unit, asked.now, asked.zone));
    sheets::Book book;
    book.centre = centre.name;
    book.period = sheets::words_id(asked.period);
    book.period_code = to_text(asked.period);
    book.made_on = today;
    book.missing = std::move(missing);
    return Ground{std::move(centre), std::move(counts), std::move(book)};
}

Result<sheets::Book> make_book(db::Connection& connection, const Asked& asked) {
    if (!asked.unit.empty() && is_of_the_whole(asked.tables, "")) {
        return Error{ErrorCode::Usage, std::string(kOnlyWhole)};
    }
    TRY_LET(ground, ground_of(connection, asked));
    BookMaking making(connection, asked, std::move(ground));
    TRY(making.say_closing());
    for (const std::string& name : asked.tables) {
        const ReportTable* table = find_report_table(name);
        if (table == nullptr) return Error{ErrorCode::Usage, "there is no table " + name};
        TRY(making.add(*table));
    }
    return std::move(making.book());
}

}  // namespace reports
