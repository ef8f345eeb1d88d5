#include "sync-server/reports/since_closing.h"

#include "shared/indicators/facts.h"
#include "shared/sheets/period.h"
#include "sync-server/reports/settling.h"
#include "sync-server/store/reports/closings.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <utility>

namespace reports {

using base::Done;
using base::Result;
using base::Status;
using server_store::Closing;
using server_store::FactView;

namespace {

bool is_counted(const FactView& fact) {
    return fact.part != "EXCLUDED";
}

// One indicator's figures, then and now, without keeping anybody. Each person adds then and takes
// away now from one of many sums, by a hash of how she is counted: a sum that is not nought says
// that one of its persons differs. (Two different counts give the same sum once in 2^64.)
class Sums {
public:
    explicit Sums(bool counts_events) : counts_events_(counts_events), shares_(kShares) {}

    void add_then(const FactView& fact) {
        if (!is_counted(fact)) return;
        FigureDifference& figure = figure_of(fact.unit);
        ++figure.denominator_then;
        if (fact.part == "NUMERATOR") ++figure.numerator_then;
        if (fact.person.empty()) {
            ++erased_[std::string(fact.unit)];
        } else {
            share_of(fact.person) += told(fact);
        }
    }
    void add_now(const FactView& fact) {
        if (!is_counted(fact)) return;
        FigureDifference& figure = figure_of(fact.unit);
        ++figure.denominator_now;
        if (fact.part == "NUMERATOR") ++figure.numerator_now;
        share_of(fact.person) -= told(fact);
    }

    bool may_differ(std::string_view person) { return share_of(person) != 0; }
    bool is_anybody_different() const {
        return std::any_of(shares_.begin(), shares_.end(), [](auto sum) { return sum != 0; });
    }
    const std::map<std::string, FigureDifference, std::less<>>& figures() const { return figures_; }
    const std::map<std::string, int>& erased() const { return erased_; }  // by unit

private:
    static constexpr std::size_t kShares = 1 << 16;

    FigureDifference& figure_of(std::string_view unit) {
        const auto standing = figures_.find(unit);
        if (standing != figures_.end()) return standing->second;
        return figures_[std::string(unit)];
    }
    std::uint64_t& share_of(std::string_view person) {
        return shares_[std::hash<std::string_view>()(person) % kShares];
    }
    std::uint64_t told(const FactView& fact) const {
        const std::hash<std::string_view> hash;
        std::uint64_t sum = hash(fact.person);
        const auto mix = [&sum](std::uint64_t next) { sum = (sum ^ next) * 0x9e3779b97f4a7c15; };
        mix(hash(fact.unit));
        mix(hash(fact.part));
        if (counts_events_) mix(hash(fact.evidence));
        return sum ^ (sum >> 32);
    }

    bool counts_events_;
    std::map<std::string, FigureDifference, std::less<>> figures_;  // by unit
    std::map<std::string, int> erased_;
    std::vector<std::uint64_t> shares_;
};

// One indicator's persons, of those who may differ.
class Persons {
public:
    explicit Persons(bool counts_events) : counts_events_(counts_events) {}

    void add_then(const FactView& fact) {
        if (fact.person.empty()) return;
        PersonDifference& person = person_of(fact);
        if (!says_more(fact.part, person.part_then)) return;
        person.part_then = fact.part;
        person.unit_then = fact.unit;
    }
    void add_now(const FactView& fact) {
        PersonDifference& person = person_of(fact);
        if (!says_more(fact.part, person.part_now)) return;
        person.part_now = fact.part;
        person.unit_now = fact.unit;
        const auto reason = indicators::parse_reason(fact.reason);
        if (!reason || *reason == indicators::Reason::None) return;
        person.reason = fact.reason;
        person.detail = fact.detail;
        person.reason_now = indicators::reason_id(*reason, person.detail);
    }

    void add_to(const std::string& indicator, const std::string& unit,
                std::vector<PersonDifference>& found) {
        for (auto& [key, person] : persons_) {
            if (is_same(person) || !is_of(person, unit)) continue;
            person.indicator = indicator;
            person.person = key.first;
            found.push_back(std::move(person));
        }
    }

private:
    // Who is in the figure twice is there by what counts most.
    static bool says_more(std::string_view part, std::string_view standing) {
        const auto rank = [](std::string_view each) {
            if (each == "NUMERATOR") return 3;
            if (each == "DENOMINATOR") return 2;
            return each == "EXCLUDED" ? 1 : 0;
        };
        return rank(part) > rank(standing);
    }
    // Excluded and not spoken of come to the same: she is in no figure.
    static bool is_same(const PersonDifference& person) {
        const auto counted = [](const std::string& part) {
            return part == "EXCLUDED" ? std::string() : part;
        };
        if (counted(person.part_then) != counted(person.part_now)) return false;
        return counted(person.part_now).empty() || person.unit_then == person.unit_now;
    }
    static bool is_of(const PersonDifference& person, const std::string& unit) {
        return unit.empty() || person.unit_then == unit || person.unit_now == unit;
    }
    // A massage or learner is told apart by its evidence; of anything else, the newer evidence of
    // the same person is no difference.
    PersonDifference& person_of(const FactView& fact) {
        const std::string_view event = counts_events_ ? fact.evidence : std::string_view();
        return persons_[{std::string(fact.person), std::string(event)}];
    }

    bool counts_events_;
    std::map<std::pair<std::string, std::string>, PersonDifference> persons_;
};

// Of a closed month. Both sides are of one view, while laptops go on sending.
class Comparing {
public:
    static Result<std::optional<Comparing>> begin(db::Connection& connection, base::Month month,
                                                  const Scope& scope) {
        const std::string text = base::to_text(month);
        TRY_LET(standing, server_store::closing_of(connection, text));
        if (!standing) return std::optional<Comparing>();  // nothing to compare: not even settled
        TRY(settle(connection, month));
        TRY_LET(moment, db::Transaction::begin_reading(connection));
        TRY_LET(closing, server_store::closing_of(connection, text));
        if (!closing) return std::optional<Comparing>();
        TRY_LET(codes, server_store::indicators_then_and_now(connection, *closing));
        Comparing comparing(connection, std::move(moment), std::move(*closing), scope);
        for (std::string& code : codes) {
            if (scope.indicator.empty() || scope.indicator == code) {
                comparing.codes_.push_back(std::move(code));
            }
        }
        return std::optional(std::move(comparing));
    }

    const Closing& closing() const { return closing_; }

    // Without persons, which most readers do not ask for.
    Result<Differences> figures() {
        Differences found;
        for (const std::string& code : codes_) {
            TRY_LET(sums, sums_of(code));
            add_figures(sums, code, found);
            if (sums.is_anybody_different()) different_.push_back(code);
        }
        return found;
    }
    // After figures().
    Result<std::vector<PersonDifference>> persons() {
        std::vector<PersonDifference> found;
        for (const std::string& code : different_) {
            TRY_LET(sums, sums_of(code));
            TRY(add_persons(sums, code, found));
        }
        return found;
    }

private:
    Comparing(db::Connection& connection, db::Transaction moment, Closing closing,
              const Scope& scope)
        : connection_(connection),
          moment_(std::move(moment)),
          closing_(std::move(closing)),
          unit_(scope.unit) {}

    template <typename Side>
    Status each_then(const std::string& code, Side&& side) {
        return server_store::each_closed_fact_of_cell(connection_, closing_, code, side);
    }
    template <typename Side>
    Status each_now(const std::string& code, Side&& side) {
        return server_store::each_fact_of_cell(connection_, closing_.month, code, side);
    }

    Result<Sums> sums_of(const std::string& code) {
        Sums sums(counts_events(code));
        TRY(each_then(code, [&sums](const FactView& fact) { sums.add_then(fact); }));
        TRY(each_now(code, [&sums](const FactView& fact) { sums.add_now(fact); }));
        return sums;
    }
    void add_figures(const Sums& sums, const std::string& code, Differences& found) const {
        for (const auto& [unit, figure] : sums.figures()) {
            const bool is_same = figure.numerator_then == figure.numerator_now &&
                                 figure.denominator_then == figure.denominator_now;
            if (is_same || !is_asked(unit)) continue;
            found.figures.push_back(figure);
            found.figures.back().indicator = code;
            found.figures.back().unit = unit;
        }
        for (const auto& [unit, count] : sums.erased()) {
            if (is_asked(unit)) found.erased += count;
        }
    }
    Status add_persons(Sums& sums, const std::string& code, std::vector<PersonDifference>& found) {
        Persons persons(counts_events(code));
        TRY(each_then(code, [&](const FactView& fact) {
            if (sums.may_differ(fact.person)) persons.add_then(fact);
        }));
        TRY(each_now(code, [&](const FactView& fact) {
            if (sums.may_differ(fact.person)) persons.add_now(fact);
        }));
        persons.add_to(code, unit_, found);
        return Done{};
    }

    bool is_asked(const std::string& unit) const { return unit_.empty() || unit_ == unit; }
    static bool counts_events(const std::string& code) {
        const auto indicator = indicators::parse_indicator(code);
        return indicator && indicators::counts_events(*indicator);
    }

    db::Connection& connection_;
    db::Transaction moment_;
    Closing closing_;
    std::string unit_;
    std::vector<std::string> codes_;
    std::vector<std::string> different_;  // of codes_: those of which some person differs
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

}  // namespace

Result<Differences> differences_since(db::Connection& connection, base::Month month,
                                      const Scope& scope) {
    TRY_LET(comparing, Comparing::begin(connection, month, scope));
    if (!comparing) return Differences{};
    TRY_LET(found, comparing->figures());
    TRY_LET(persons, comparing->persons());
    found.persons = std::move(persons);
    return found;
}

Result<std::vector<std::string>> closing_words(db::Connection& connection, base::Month month,
                                               const base::Zone& zone, const Scope& scope) {
    std::vector<std::string> lines;
    TRY_LET(comparing, Comparing::begin(connection, month, scope));
    if (!comparing) return lines;
    const std::string name = sheets::words_id(month);
    const base::Date day = base::date_in(comparing->closing().closed_at, zone);
    lines.push_back(name + " ditutup " + base::to_text(day) + ": angkanya seperti saat itu.");
    TRY_LET(since, comparing->figures());
    for (const FigureDifference& each : since.figures) {
        lines.push_back(name + ", " + figure_words(each));
    }
    if (since.figures.empty()) {
        TRY_LET(persons, comparing->persons());
        lines.push_back(name + (persons.empty()
                                    ? ": sejak itu tidak ada yang berubah."
                                    : ": jumlahnya sama, tetapi orangnya berbeda pada " +
                                          std::to_string(persons.size()) + " hitungan."));
    }
    if (since.erased > 0) {
        lines.push_back(name + ": " + std::to_string(since.erased) +
                        " hitungan dari orang yang datanya dihapus sejak itu.");
    }
    return lines;
}

}  // namespace reports
