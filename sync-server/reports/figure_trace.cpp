#include "sync-server/reports/figure_trace.h"

#include "shared/indicators/facts.h"
#include "shared/sheets/evidence.h"
#include "shared/sheets/weekly_sheet.h"
#include "sync-server/reports/month_closing.h"
#include "sync-server/reports/places.h"
#include "sync-server/reports/weekly_facts.h"
#include "sync-server/store/people.h"
#include "sync-server/store/records.h"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>

namespace reports {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;
using server_store::FactRow;

namespace {

int order_of(const std::string& part) {
    return part == "NUMERATOR" ? 0 : part == "DENOMINATOR" ? 1 : 2;
}

// Rows of one posyandu, month and part stand together; by name among themselves.
using Group = std::tuple<int, std::string_view, std::string_view>;
Group group_of(const FactRow& fact) {
    return {order_of(fact.part), fact.month, fact.unit.empty() ? fact.listed_in : fact.unit};
}

auto in_order(const Behind& row) {
    return std::make_tuple(row.name, row.person, row.evidence);
}

class Tracing {
public:
    Tracing(db::Connection& connection, const sheets::Place& place, const sheets::FigureId& id)
        : connection_(connection), units_(place.units.begin(), place.units.end()), id_(id) {}

    // Only rows of these posyandu.
    void show_only(const std::vector<std::string>& units) {
        shown_ = std::set<std::string>(units.begin(), units.end());
    }

    void add(FactRow&& fact) {
        const bool is_here = units_.count(fact.unit) != 0 || units_.count(fact.listed_in) != 0;
        const char sex = fact.sex.empty() ? '\0' : fact.sex[0];
        const auto age = fact.age_months ? std::optional(static_cast<int>(*fact.age_months))
                                         : std::optional<int>();
        const bool is_meant = speaks_of(id_, {fact.indicator, fact.detail, sex, age});
        const std::string& unit = fact.unit.empty() ? fact.listed_in : fact.unit;
        const bool is_shown = !shown_ || shown_->count(unit) != 0;
        if (!is_here || !is_meant || !is_shown) return;
        if (units_.count(fact.unit) != 0) count(fact.part);
        facts_.push_back(std::move(fact));
    }

    // Rows from `first` on, `count` at most: only those and their neighbours are read in full.
    Result<FigureTrace> result(std::size_t first, std::size_t count) {
        facts_ = with_tallies_as_one(std::move(facts_));
        // A fact is many words: they are put in order where they stand.
        std::map<Group, std::vector<std::size_t>> groups;
        for (std::size_t i = 0; i < facts_.size(); ++i) groups[group_of(facts_[i])].push_back(i);
        found_.rows_in_all = facts_.size();
        const std::size_t last = count > facts_.size() ? facts_.size() : first + count;
        std::size_t from = 0;
        for (const auto& [group, places] : groups) {
            const std::size_t to = from + places.size();
            if (from < last && to > first) TRY(add_group(places, from, first, last));
            from = to;
        }
        return std::move(found_);
    }

private:
    Status add_group(const std::vector<std::size_t>& places, std::size_t from, std::size_t first,
                     std::size_t last) {
        std::vector<Behind> rows;
        for (const std::size_t place : places) {
            TRY_LET(row, row_of(facts_[place]));
            row.is_counted_here = units_.count(facts_[place].unit) != 0;
            rows.push_back(std::move(row));
        }
        std::sort(rows.begin(), rows.end(),
                  [](const Behind& a, const Behind& b) { return in_order(a) < in_order(b); });
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (from + i < first || from + i >= last) continue;
            TRY(add_evidence(rows[i]));
            found_.rows.push_back(std::move(rows[i]));
        }
        return base::Done{};
    }

    void count(const std::string& part) {
        if (part == "EXCLUDED") return;
        ++found_.of;
        if (part == "NUMERATOR") ++found_.value;
    }

    Result<const records::Record*> find(const std::string& id) {
        const auto known = known_.find(id);
        if (known != known_.end()) return known->second ? &*known->second : nullptr;
        auto& slot = known_[id];
        if (id.empty()) return nullptr;
        TRY_LET(stored, server_store::find_record(connection_, id));
        if (stored) slot = std::move(stored->record);
        return slot ? &*slot : nullptr;
    }

    Result<Behind> row_of(const FactRow& fact) {
        Behind row;
        row.month = fact.month;
        row.person = fact.person;
        row.unit = fact.unit.empty() ? fact.listed_in : fact.unit;
        row.part = fact.part;
        const auto reason = indicators::parse_reason(fact.reason);
        if (reason && *reason != indicators::Reason::None) {
            row.reason = indicators::reason_id(*reason, fact.detail);
            row.reason_code = fact.reason;
            row.detail = fact.detail;
        }
        TRY(add_person(row));
        row.evidence = fact.evidence;
        return row;
    }

    Status add_person(Behind& row) {
        TRY_LET(person, find(row.person));
        if (person == nullptr) return base::Done{};
        row.name = person->fields.text("full_name");
        return add_home(row, person->fields.text("household_id"));
    }

    Status add_home(Behind& row, const std::string& id) {
        TRY_LET(household, find(id));
        if (household == nullptr) return base::Done{};
        row.household_head = household->fields.text("head_name");
        row.rt = household->fields.text("rt");
        row.rw = household->fields.text("rw");
        return base::Done{};
    }

    Status add_evidence(Behind& row) {
        TRY_LET(evidence, find(row.evidence));
        if (evidence == nullptr) return base::Done{};
        row.evidence_type = evidence->type;
        row.on = sheets::day_of(*evidence);
        if (row.person.empty()) TRY(add_home(row, evidence->fields.text("household_id")));
        const std::string visit_id =
            evidence->type == "visit" ? row.evidence : evidence->fields.text("visit_id");
        TRY_LET(visit, find(visit_id));
        if (visit == nullptr) return base::Done{};
        row.visit = visit_id;
        if (row.on.empty()) row.on = sheets::day_of(*visit);
        const std::string provider = visit->fields.text("provider_id");
        if (provider.empty()) return base::Done{};
        TRY_LET(user, server_store::find_user(connection_, base::UserId(provider)));
        if (user) row.visited_by = user->name;
        return base::Done{};
    }

    db::Connection& connection_;
    std::set<std::string> units_;
    const sheets::FigureId& id_;
    std::optional<std::set<std::string>> shown_;  // absent: all
    std::vector<FactRow> facts_;
    std::map<std::string, std::optional<records::Record>> known_;
    FigureTrace found_;
};

Error no_figure(const std::string& text) {
    return Error{ErrorCode::NotFound, text +
                                          " is no figure's id; one is written like "
                                          "SIGIZI_23:2026-10:SEMUA"};
}

Result<std::string> name_of(const sheets::FigureId& id) {
    if (id.code == sheets::kWeekly) {
        const auto column = sheets::parse_weekly(id.detail);
        if (!column) return Error{ErrorCode::NotFound, "the weekly recap has no such column"};
        return "Rekapitulasi mingguan: " + std::string(name_id(*column));
    }
    const auto indicator = indicators::parse_indicator(id.code);
    if (!indicator) return Error{ErrorCode::NotFound, "there is no indicator " + id.code};
    return std::string(indicators::name_id(*indicator));
}

Result<std::vector<FactRow>> facts_of(db::Connection& connection, base::Month month,
                                      const sheets::FigureId& id, const sheets::Place& place,
                                      bool is_everywhere, Reading reading) {
    if (id.code == sheets::kWeekly) return weekly_facts(connection, month, place);
    if (is_everywhere) return facts_behind(connection, month, id.code, reading);
    return facts_behind_in(connection, month, id.code, place.units, reading);
}

// Everybody that the figure speaks of, in the months of its period.
Result<Tracing> tracing_of(db::Connection& connection, const sheets::FigureId& id, Reading reading,
                           const std::vector<std::string>* shown) {
    TRY_LET(centre, places_of(connection, ""));
    TRY_LET(place, find_place(centre, id.place));
    const bool is_all = place.units.size() == centre.whole.units.size();
    Tracing tracing(connection, place, id);
    if (shown != nullptr) tracing.show_only(*shown);
    for (const base::Month month : sheets::months_of(id)) {
        TRY_LET(facts, facts_of(connection, month, id, place, is_all, reading));
        for (FactRow& fact : facts) tracing.add(std::move(fact));
    }
    return tracing;
}

}  // namespace

Result<FigureTrace> trace_figure(db::Connection& connection, const std::string& text,
                                 const base::Zone& zone, Reading reading) {
    const auto id = sheets::parse_figure_id(text);
    if (!id) return no_figure(text);
    TRY_LET(name, name_of(*id));
    TRY_LET(tracing, tracing_of(connection, *id, reading, nullptr));
    TRY_LET(found, tracing.result(0, std::numeric_limits<std::size_t>::max()));
    found.id = *id;
    found.name = name;
    if (reading == Reading::AsNow) return found;
    for (const base::Month month : sheets::months_of(*id)) {
        TRY_LET(words, closing_words(connection, month, zone));
        found.closing.insert(found.closing.end(), words.begin(), words.end());
    }
    return found;
}

Result<FigureTrace> trace_page(db::Connection& connection, const std::string& text,
                               const TracePage& page) {
    const auto id = sheets::parse_figure_id(text);
    if (!id) return no_figure(text);
    TRY_LET(name, name_of(*id));
    TRY_LET(tracing, tracing_of(connection, *id, Reading::AsReported, &page.units));
    TRY_LET(found, tracing.result(page.first, page.count));
    found.id = *id;
    found.name = name;
    return found;
}

}  // namespace reports
