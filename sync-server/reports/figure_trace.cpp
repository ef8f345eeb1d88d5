#include "sync-server/reports/figure_trace.h"

#include "shared/indicators/facts.h"
#include "shared/sheets/evidence.h"
#include "shared/sheets/weekly_sheet.h"
#include "sync-server/reports/places.h"
#include "sync-server/reports/settling.h"
#include "sync-server/reports/since_closing.h"
#include "sync-server/reports/weekly_facts.h"
#include "sync-server/store/people/people.h"
#include "sync-server/store/records/records.h"
#include "sync-server/store/reports/closings.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>

namespace reports {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;
using server_store::CellRow;
using server_store::FactRow;

namespace {

constexpr std::array<std::string_view, 3> kParts = {"NUMERATOR", "DENOMINATOR", "EXCLUDED"};

std::size_t order_of(std::string_view part) {
    const auto found = std::find(kParts.begin(), kParts.end(), part);
    CHECK(found != kParts.end());
    return static_cast<std::size_t>(found - kParts.begin());
}

// Rows of one posyandu, month and part stand together; by name among themselves.
using Group = std::tuple<std::size_t, std::string, std::string>;
struct Pile {
    std::vector<FactRow> facts;
    std::size_t unread = 0;  // of this part and unit; counted by the database
};
// Rows from `first` on, `count` at most.
struct Range {
    std::size_t first = 0, count = std::numeric_limits<std::size_t>::max();
    std::size_t last() const { return first + std::min(count, ~first); }
};

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
        const std::string& unit = fact.unit.empty() ? fact.listed_in : fact.unit;
        const bool is_here = units_.count(fact.unit) != 0 || units_.count(fact.listed_in) != 0;
        if (!is_here || !is_shown(unit) || !is_meant(fact, fact.detail)) return;
        if (units_.count(fact.unit) != 0) count(fact.part, 1);
        Pile& pile = piles_[{order_of(fact.part), fact.month, unit}];
        pile.facts.push_back(std::move(fact));
    }

    // Of the whole health centre: of a month that is open only those who are on the page are read.
    Status count_everywhere(const std::vector<base::Month>& months, Reading reading, Range range) {
        std::vector<base::Month> open;
        for (const base::Month month : months) {
            TRY_LET(closing, server_store::closing_of(connection_, base::to_text(month)));
            const bool is_closed = closing && reading == Reading::AsReported;
            if (!is_closed) {
                open.push_back(month);
                continue;
            }
            TRY_LET(facts, server_store::closed_facts_of_cell(connection_, *closing, id_.code));
            for (FactRow& fact : facts) add(std::move(fact));
        }
        if (open.empty()) return choose(range);
        for (const base::Month month : open) TRY(settle(connection_, month));
        TRY_LET(moment, settle_and_hold(connection_, open.back()));
        for (const base::Month month : open) TRY(count_cell(base::to_text(month)));
        TRY(choose(range));
        return moment.commit();
    }

    // Everybody has been counted: who is on the page?
    Status choose(Range range) {
        for (auto& [group, pile] : piles_) {
            pile.facts = with_tallies_as_one(std::move(pile.facts));
            found_.rows_in_all += pile.facts.size() + pile.unread;
        }
        return each_within(
            range, [&](const Group& group, Pile& pile, std::size_t) { return read(group, pile); });
    }

    // Only those of the range and their neighbours are read in full.
    Result<FigureTrace> result(Range range) {
        TRY(each_within(range, [&](const Group&, Pile& pile, std::size_t from) {
            return add_group(pile.facts, from, range);
        }));
        return std::move(found_);
    }

private:
    bool is_shown(const std::string& unit) const { return !shown_ || shown_->count(unit) != 0; }

    template <class Row>
    bool is_meant(const Row& row, std::string_view detail) const {
        const char sex = row.sex.empty() ? '\0' : row.sex[0];
        const auto age = row.age_months ? std::optional(static_cast<int>(*row.age_months))
                                        : std::optional<int>();
        return speaks_of(id_, {row.indicator, detail, sex, age});
    }

    void count(std::string_view part, std::int64_t number) {
        if (part == "EXCLUDED") return;
        found_.of += static_cast<int>(number);
        if (part == "NUMERATOR") found_.value += static_cast<int>(number);
    }

    // Where all of a part and unit are plain, they are only counted; else they are read.
    Status count_cell(const std::string& month) {
        TRY_LET(rows, server_store::rows_of_cell(connection_, month, id_.code,
                                                 to_code(indicators::Reason::WithoutName)));
        for (auto first = rows.begin(); first != rows.end();) {
            const auto last = std::find_if(first, rows.end(), [&](const CellRow& each) {
                return each.row.part != first->row.part || each.row.unit != first->row.unit;
            });
            const bool is_plain =
                id_.detail.empty() &&
                std::all_of(first, last, [](const auto& each) { return each.is_plain; });
            if (is_plain) {
                for (auto each = first; each != last; ++each) count_row(month, each->row);
            } else {
                TRY(add_part(month, first->row.part, first->row.unit));
            }
            first = last;
        }
        return base::Done{};
    }

    void count_row(const std::string& month, const server_store::FigureRow& row) {
        if (units_.count(row.unit) == 0 || !is_shown(row.unit) || !is_meant(row, "")) return;
        count(row.part, row.count);
        piles_[{order_of(row.part), month, row.unit}].unread += static_cast<std::size_t>(row.count);
    }

    Status add_part(const std::string& month, std::string_view part, const std::string& unit) {
        TRY_LET(facts, server_store::facts_of_part(connection_, month, id_.code, part, unit));
        for (FactRow& fact : facts) add(std::move(fact));
        return base::Done{};
    }

    // What was only counted before.
    Status read(const Group& group, Pile& pile) {
        if (pile.unread == 0) return base::Done{};
        const auto& [part, month, unit] = group;
        TRY_LET(facts,
                server_store::facts_of_part(connection_, month, id_.code, kParts[part], unit));
        for (FactRow& fact : facts) {
            if (is_meant(fact, fact.detail)) pile.facts.push_back(std::move(fact));
        }
        pile.unread = 0;
        return base::Done{};
    }

    // Those of which a row is in the range; `act` also takes how many rows stand before them.
    template <class Act>
    Status each_within(Range range, Act act) {
        std::size_t from = 0;
        for (auto& [group, pile] : piles_) {
            const std::size_t to = from + pile.facts.size() + pile.unread;
            if (from < range.last() && to > range.first) TRY(act(group, pile, from));
            from = to;
        }
        return base::Done{};
    }

    Status add_group(const std::vector<FactRow>& facts, std::size_t from, Range range) {
        std::vector<Behind> rows;
        for (const FactRow& fact : facts) {
            TRY_LET(row, row_of(fact));
            row.is_counted_here = units_.count(fact.unit) != 0;
            rows.push_back(std::move(row));
        }
        std::sort(rows.begin(), rows.end(),
                  [](const Behind& a, const Behind& b) { return in_order(a) < in_order(b); });
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (from + i < range.first || from + i >= range.last()) continue;
            TRY(add_evidence(rows[i]));
            found_.rows.push_back(std::move(rows[i]));
        }
        return base::Done{};
    }

    Result<const records::Record*> find(const std::string& id) {
        const auto known = known_.find(id);
        if (known != known_.end()) return known->second ? &*known->second : nullptr;
        auto& slot = known_[id];
        if (id.empty()) return nullptr;
        TRY_LET(stored, server_store::find_plain_record(connection_, id));
        slot = std::move(stored);
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
    std::map<Group, Pile> piles_;
    std::unordered_map<std::string, std::optional<records::Record>> known_;
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
                                      Reading reading) {
    if (id.code == sheets::kWeekly) return weekly_facts(connection, month, place);
    return facts_behind_in(connection, month, id.code, place.units, reading);
}

// Everybody that the figure speaks of, in the months of its period.
Result<FigureTrace> traced(db::Connection& connection, const sheets::FigureId& id, Reading reading,
                           const std::vector<std::string>* shown, Range range) {
    TRY_LET(name, name_of(id));
    TRY_LET(centre, places_of(connection, ""));
    TRY_LET(place, find_place(centre, id.place));
    Tracing tracing(connection, place, id);
    if (shown != nullptr) tracing.show_only(*shown);
    const bool is_all = place.units.size() == centre.whole.units.size();
    if (is_all && id.code != sheets::kWeekly) {
        TRY(tracing.count_everywhere(sheets::months_of(id), reading, range));
    } else {
        for (const base::Month month : sheets::months_of(id)) {
            TRY_LET(facts, facts_of(connection, month, id, place, reading));
            for (FactRow& fact : facts) tracing.add(std::move(fact));
        }
        TRY(tracing.choose(range));
    }
    TRY_LET(found, tracing.result(range));
    found.id = id;
    found.name = name;
    return std::move(found);
}

}  // namespace

Result<FigureTrace> trace_figure(db::Connection& connection, const std::string& text,
                                 const base::Zone& zone, Reading reading) {
    const auto id = sheets::parse_figure_id(text);
    if (!id) return no_figure(text);
    TRY_LET(found, traced(connection, *id, reading, nullptr, Range()));
    // The weekly recap is no part of what a closing keeps.
    if (reading == Reading::AsNow || id->code == sheets::kWeekly) return std::move(found);
    for (const base::Month month : sheets::months_of(*id)) {
        TRY_LET(words, closing_words(connection, month, zone, {.indicator = id->code}));
        found.closing.insert(found.closing.end(), words.begin(), words.end());
    }
    return std::move(found);
}

Result<FigureTrace> trace_page(db::Connection& connection, const std::string& text,
                               const TracePage& page) {
    const auto id = sheets::parse_figure_id(text);
    if (!id) return no_figure(text);
    return traced(connection, *id, Reading::AsReported, &page.units, {page.first, page.count});
}

}  // namespace reports
