#include "sync-server/reports/exchange_report.h"

#include "shared/indicators/sigizi.h"
#include "shared/sheets/formats/csv_file.h"
#include "sync-server/reports/completeness.h"
#include "sync-server/reports/counting.h"
#include "sync-server/reports/formats/exchange.h"
#include "sync-server/reports/formats/fhir_measures.h"
#include "sync-server/reports/formats/fhir_persons.h"
#include "sync-server/reports/formats/month_file.h"
#include "sync-server/reports/homes.h"
#include "sync-server/reports/places.h"
#include "sync-server/store/records/records.h"
#include "sync-server/store/reports/closings.h"

#include <algorithm>
#include <set>

namespace reports {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

// Of the tables asked for: what the other system is expected to take.
std::vector<std::string> codes_of(const std::vector<std::string>& tables) {
    std::vector<std::string> codes;
    for (const std::string& table : tables) {
        if (table == "sigizi") {
            codes.insert(codes.end(), {"SIGIZI_14", "SIGIZI_20", "SIGIZI_21", "SIGIZI_22",
                                       "SIGIZI_23", "SIGIZI_24", "SIGIZI_25"});
        } else if (table == "indicators") {
            codes.insert(codes.end(), {"ID_IMD", "ID_RECALL", "ID_ASI05", "ID_ASI6"});
        }
    }
    return codes;
}

std::vector<std::string> all_codes() {
    std::vector<std::string> codes;
    for (const auto indicator : indicators::all_indicators()) {
        const auto kind = indicators::kind(indicator);
        const bool is_measure = kind == indicators::Kind::Mean || kind == indicators::Kind::Median;
        if (!is_measure) codes.emplace_back(to_code(indicator));
    }
    return codes;
}

std::vector<std::string> percentages() {
    std::vector<std::string> codes = all_codes();
    codes.erase(
        std::remove_if(codes.begin(), codes.end(),
                       [](const std::string& code) {
                           return !indicators::is_percentage(*indicators::parse_indicator(code));
                       }),
        codes.end());
    return codes;
}

// ISO 8601 in UTC, to the second.
std::string utc_text(base::Instant now) {
    std::string text = base::to_date_time_text(now, {"UTC", 0});
    return text.substr(0, 19) + "Z";
}

class Making {
public:
    Making(db::Connection& connection, const Asked& asked)
        : connection_(connection), asked_(asked), counts_(asked.period) {}

    base::Status start() {
        TRY(indicators::may_export(asked_.period.last, base::date_in(asked_.now, asked_.zone)));
        TRY_LET(centre, centre_of(connection_, asked_.period, asked_.unit));
        centre_ = std::move(centre);
        TRY_LET(counts, counts_of(connection_, asked_.period));
        counts_ = std::move(counts);
        TRY_LET(missing,
                missing_in(connection_, asked_.period, asked_.unit, asked_.now, asked_.zone));
        made_.missing = std::move(missing);
        return base::Done{};
    }

    Result<ExchangeReport> mapped(const std::string& format, std::string_view text) {
        TRY_LET(mapping, formats::parse_mapping(text, centre_));
        made_.unmapped = formats::unmapped(mapping, centre_, codes_of(asked_.tables));
        const formats::Exchange exchange{mapping,        counts_, made_.missing,
                                         made_.unmapped, today(), utc_text(asked_.now)};
        auto bytes =
            format == "dhis2" ? formats::dhis2_file(exchange) : formats::adx_file(exchange);
        TRY_LET(written, std::move(bytes));
        made_.bytes = std::move(written);
        return std::move(made_);
    }

    Result<ExchangeReport> fhir() {
        auto codes = asked_.tables == std::vector<std::string>{"indicators"}
                         ? codes_of(asked_.tables)
                         : percentages();
        made_.bytes = formats::fhir_measures({centre_, counts_, std::move(codes), made_.missing,
                                              base::to_date_time_text(asked_.now, asked_.zone)});
        return std::move(made_);
    }

    // Persons, of one month at most: whoever asks for them gets nobody who did not consent.
    Result<ExchangeReport> persons() {
        TRY_LET(likely, likely_bytes());
        formats::FhirTransaction transaction(base::to_date_time_text(asked_.now, asked_.zone),
                                             likely);
        const auto months = sheets::months_of(asked_.period);
        TRY(each_home(
            connection_, asked_.unit, base::last_day(months.back()), [&](const Home& home) {
                const formats::FhirOptions options{base::first_day(months.front()),
                                                   base::last_day(months.back()), &home.household};
                for (std::string& each : formats::fhir_entries(home.family, options)) {
                    const std::string url = each.substr(0, each.find(','));
                    if (seen_.insert(url).second) transaction.add(each);
                }
            }));
        made_.bytes = std::move(transaction).text();
        made_.holds_names = true;
        return std::move(made_);
    }

    Result<ExchangeReport> month() {
        if (asked_.period.kind != sheets::Period::Kind::OneMonth) {
            return Error{ErrorCode::Usage, "a month file is of one month (--month)"};
        }
        auto file = formats::month_file_of(centre_, counts_, all_codes());
        TRY_LET(closing, server_store::closing_of(connection_, base::to_text(asked_.period.last)));
        file.is_closed = closing.has_value();
        file.missing = made_.missing;
        file.made_at = base::to_date_time_text(asked_.now, asked_.zone);
        made_.bytes = formats::to_json(file);
        return std::move(made_);
    }

private:
    // Room that is not written on costs nothing.
    Result<std::size_t> likely_bytes() {
        constexpr std::size_t kOfPerson = 2048;
        if (!asked_.unit.empty()) return std::size_t{0};
        TRY_LET(persons, server_store::ids_of_type(connection_, "person"));
        return persons.size() * kOfPerson;
    }

    base::Date today() const { return base::date_in(asked_.now, asked_.zone); }

    db::Connection& connection_;
    const Asked& asked_;
    sheets::Centre centre_;
    sheets::Counts counts_;
    ExchangeReport made_;
    std::set<std::string> seen_;  // a family may mention who lives in another
};

}  // namespace

Result<ExchangeReport> make_exchange(db::Connection& connection, const Asked& asked,
                                     const std::string& format, std::string_view mapping) {
    if (!asked.unit.empty() && is_of_the_whole(asked.tables, format)) {
        return Error{ErrorCode::Usage, std::string(kOnlyWhole)};
    }
    Making making(connection, asked);
    TRY(making.start());
    const bool wants_persons = asked.tables == std::vector<std::string>{"persons"};
    if (wants_persons && format != "fhir") {
        return Error{ErrorCode::Usage, "the table persons is written as fhir only"};
    }
    if (wants_persons) return making.persons();
    if (format == "fhir") return making.fhir();
    if (format == "month") return making.month();
    return making.mapped(format, mapping);
}

std::string notes_of(const sheets::Book& book) {
    return formats::notes_text(book);
}

}  // namespace reports
