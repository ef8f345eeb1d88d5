#include "sync-server/reports/month_closing.h"

#include "shared/base/text.h"
#include "shared/indicators/facts.h"
#include "shared/sheets/period.h"
#include "sync-server/reports/completeness.h"
#include "sync-server/reports/settling.h"
#include "sync-server/store/keeping/audit.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace reports {

using base::Done;
using base::Error;
using base::ErrorCode;
using server_store::Closing;
using server_store::FactRow;

namespace {

using FigureKey = std::pair<std::string, std::string>;                // indicator, unit
using PersonKey = std::tuple<std::string, std::string, std::string>;  // indicator, person, event

bool is_counted(const FactRow& fact) {
    return fact.part != "EXCLUDED";
}

// A massage or learner is told apart by its evidence; of anything else, the newer evidence of the
// same person is no difference.
std::string event_of(const FactRow& fact) {
    const auto indicator = indicators::parse_indicator(fact.indicator);
    return indicator && indicators::counts_events(*indicator) ? fact.evidence : "";
}

class Comparing {
public:
    void add_then(const FactRow& fact) {
        if (is_counted(fact)) {
            FigureDifference& figure = figures_[{fact.indicator, fact.unit}];
            ++figure.denominator_then;
            if (fact.part == "NUMERATOR") ++figure.numerator_then;
        }
        if (fact.person.empty()) {
            ++erased_;
            return;
        }
        PersonDifference& person = persons_[{fact.indicator, fact.person, event_of(fact)}];
        if (person.part_then == "NUMERATOR") return;
        person.part_then = fact.part;
        person.unit_then = fact.unit;
    }

    void add_now(const FactRow& fact) {
        if (is_counted(fact)) {
            FigureDifference& figure = figures_[{fact.indicator, fact.unit}];
            ++figure.denominator_now;
            if (fact.part == "NUMERATOR") ++figure.numerator_now;
        }
        PersonDifference& person = persons_[{fact.indicator, fact.person, event_of(fact)}];
        if (person.part_now == "NUMERATOR") return;
        person.part_now = fact.part;
        person.unit_now = fact.unit;
        const auto reason = indicators::parse_reason(fact.reason);
        if (reason && *reason != indicators::Reason::None) {
            person.reason = fact.reason;
            person.detail = fact.detail;
            person.reason_now = indicators::reason_id(*reason, fact.detail);
        }
    }

    void add_to(Differences& found) {
        found.erased += erased_;
        for (auto& [key, figure] : figures_) {
            const bool is_same = figure.numerator_then == figure.numerator_now &&
                                 figure.denominator_then == figure.denominator_now;
            if (is_same) continue;
            std::tie(figure.indicator, figure.unit) = key;
            found.figures.push_back(figure);
        }
        for (auto& [key, person] : persons_) {
            if (is_same(person)) continue;
            person.indicator = std::get<0>(key);
            person.person = std::get<1>(key);
            found.persons.push_back(person);
        }
    }

private:
    // Excluded and not spoken of come to the same: she is in no figure.
    static bool is_same(const PersonDifference& person) {
        const auto counted = [](const std::string& part) {
            return part == "EXCLUDED" ? std::string() : part;
        };
        if (counted(person.part_then) != counted(person.part_now)) return false;
        return counted(person.part_now).empty() || person.unit_then == person.unit_now;
    }

    std::map<FigureKey, FigureDifference> figures_;
    std::map<PersonKey, PersonDifference> persons_;
    int erased_ = 0;
};

std::string figure_words(const FigureDifference& each) {
    std::string words =
        each.indicator + " " + each.unit + ": dilaporkan " + std::to_string(each.numerator_then);
    const bool is_share =
        each.denominator_then != each.numerator_then || each.denominator_now != each.numerator_now;
    if (is_share) words += " dari " + std::to_string(each.denominator_then);
    words += ", sekarang " + std::to_string(each.numerator_now);
    if (is_share) words += " dari " + std::to_string(each.denominator_now);
    return words + ".";
}

void keep_of_unit(Differences& since, std::string_view unit) {
    if (unit.empty()) return;
    std::erase_if(since.figures,
                  [unit](const FigureDifference& each) { return each.unit != unit; });
    std::erase_if(since.persons, [unit](const PersonDifference& each) {
        return each.unit_then != unit && each.unit_now != unit;
    });
}

}  // namespace

base::Status close_month(db::Connection& connection, base::Month month, base::Instant now,
                         const base::Zone& zone, std::string_view actor) {
    const std::string text = base::to_text(month);
    if (base::date_in(now, zone) < base::last_day(month)) {
        return Error{ErrorCode::Refused, "month " + text + " is not over before " +
                                             base::to_text(base::last_day(month))};
    }
    TRY_LET(missing, completeness(connection, month, "", now, zone));
    TRY_LET(moment, settle_and_hold(connection, month));
    TRY_LET(standing, server_store::closing_of(connection, text));
    if (standing) {
        return Error{ErrorCode::Refused,
                     "month " + text + " was closed on " +
                         base::to_text(base::date_in(standing->closed_at, zone)) + " already"};
    }
    Closing closing;
    closing.month = text;
    closing.closed_at = now;
    closing.closed_by = actor;
    closing.missing = sentences(missing, zone);
    TRY(server_store::close_month(connection, closing));
    TRY(server_store::audit(connection, {now, std::string(actor), "month_close", text}));
    return moment.commit();
}

base::Status reopen_month(db::Connection& connection, base::Month month, base::Instant now,
                          std::string_view actor, std::string_view reason) {
    const std::string text = base::to_text(month);
    if (base::trimmed(reason).empty()) {
        return Error{ErrorCode::Refused, "a closed month is opened again only with a reason"};
    }
    TRY_LET(transaction, db::Transaction::begin(connection));
    TRY_LET(standing, server_store::closing_of(connection, text));
    if (!standing) return Error{ErrorCode::Refused, "month " + text + " is not closed"};
    TRY(server_store::reopen_month(connection, standing->no, now, actor, reason));
    TRY(server_store::audit(connection,
                            {now, std::string(actor), "month_reopen", text, std::string(reason)}));
    return transaction.commit();
}

Result<Differences> differences_since(db::Connection& connection, base::Month month) {
    const std::string text = base::to_text(month);
    TRY_LET(standing, server_store::closing_of(connection, text));
    if (!standing) return Differences{};  // nothing to compare: not even settled
    TRY(settle(connection, month));
    // One view of both, while laptops go on sending. All facts of a month, twice, are too many to
    // hold: indicator by indicator.
    TRY_LET(moment, db::Transaction::begin_reading(connection));
    TRY_LET(closing, server_store::closing_of(connection, text));
    Differences found;
    if (!closing) return found;
    TRY_LET(indicators, server_store::indicators_then_and_now(connection, *closing));
    for (const std::string& indicator : indicators) {
        Comparing comparing;
        TRY_LET(then, server_store::closed_facts_of_cell(connection, *closing, indicator));
        for (const FactRow& fact : then) comparing.add_then(fact);
        TRY_LET(now, server_store::facts_of_cell(connection, text, indicator));
        for (const FactRow& fact : now) comparing.add_now(fact);
        comparing.add_to(found);
    }
    TRY(moment.commit());
    return found;
}

Result<std::vector<std::string>> closing_words(db::Connection& connection, base::Month month,
                                               const base::Zone& zone, std::string_view unit) {
    std::vector<std::string> lines;
    TRY_LET(closing, server_store::closing_of(connection, base::to_text(month)));
    if (!closing) return lines;
    const std::string name = sheets::words_id(month);
    lines.push_back(name + " ditutup " + base::to_text(base::date_in(closing->closed_at, zone)) +
                    ": angkanya seperti saat itu.");
    TRY_LET(since, differences_since(connection, month));
    keep_of_unit(since, unit);
    if (since.figures.empty() && since.persons.empty()) {
        lines.push_back(name + ": sejak itu tidak ada yang berubah.");
        return lines;
    }
    for (const FigureDifference& each : since.figures) {
        lines.push_back(name + ", " + figure_words(each));
    }
    if (since.figures.empty()) {
        lines.push_back(name + ": jumlahnya sama, tetapi orangnya berbeda pada " +
                        std::to_string(since.persons.size()) + " hitungan.");
    }
    return lines;
}

}  // namespace reports
