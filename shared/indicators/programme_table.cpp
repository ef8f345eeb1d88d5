#include "shared/indicators/programme_table.h"

#include "shared/base/csv.h"
#include "shared/base/json.h"
#include "shared/indicators/measured.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace indicators {

namespace {

constexpr int kWeeks = 2;  // the first 14 days
constexpr std::string_view kNobody = "–";

bool is_here(const Fact& fact, std::span<const std::string> units) {
    if (fact.unit.empty()) return false;
    return units.empty() || std::find(units.begin(), units.end(), fact.unit) != units.end();
}

std::string one_decimal(int tenths) {
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

// Half up, in tenths: 2.25 is "2.3".
std::string ratio(int numerator, int denominator) {
    return one_decimal((20 * numerator + denominator) / (2 * denominator));
}

std::string median_per_week(std::vector<int> sessions) {
    if (sessions.empty()) return std::string(kNobody);
    std::sort(sessions.begin(), sessions.end());
    const std::size_t middle = sessions.size() / 2;
    const int twice =
        sessions.size() % 2 == 1 ? 2 * sessions[middle] : sessions[middle - 1] + sessions[middle];
    return ratio(twice, 2 * kWeeks);
}

// Of every mother of PR_FREQ_MOTHERS, also of one of whom no massage is known.
ProgrammeValue rate_of(std::span<const Fact> facts, std::span<const std::string> units,
                       Indicator indicator) {
    std::map<RecordId, int> sessions;
    for (const Fact& fact : facts) {
        if (fact.part != Part::Numerator || !is_here(fact, units)) continue;
        if (fact.indicator == Indicator::PrFirstDaysMothers) sessions.try_emplace(fact.person, 0);
        if (fact.indicator == indicator) ++sessions[fact.person];
    }
    std::vector<int> counts;
    int sum = 0;
    for (const auto& [mother, count] : sessions) {
        counts.push_back(count);
        sum += count;
    }
    const int weeks = kWeeks * static_cast<int>(counts.size());
    return {sum, weeks, weeks == 0 ? std::string(kNobody) : ratio(sum, weeks),
            median_per_week(std::move(counts)), true};
}

// The numerator says of how many.
ProgrammeValue measured_of(std::span<const Fact> facts, std::span<const std::string> units,
                           Indicator indicator) {
    std::vector<Fact> here;
    for (const Fact& fact : facts) {
        if (fact.indicator == indicator && is_here(fact, units)) here.push_back(fact);
    }
    const auto measure = measure_of(here, indicator);
    const int of = static_cast<int>(numbers_of(here, indicator).size());
    const std::string text =
        measure ? base::json::decimal(std::round(*measure * 100) / 100) : std::string(kNobody);
    return {of, std::nullopt, text, "", false};
}

std::string unit_of_value(Indicator indicator, const ProgrammeValue& value) {
    if (kind(indicator) == Kind::Mean) return "rata-rata selisih";
    if (indicator == Indicator::PrColostrum) return "jam (median)";
    if (kind(indicator) == Kind::Median) return "kali per hari (median)";
    if (!value.denominator) return "";
    return value.is_per_week ? "kali per ibu per minggu" : "%";
}

void add_rows(std::string& text, const std::vector<std::string>& place, std::span<const Fact> facts,
              std::span<const std::string> units) {
    for (const ProgrammeFigure& figure : programme_figures()) {
        const ProgrammeValue value = value_of(facts, units, figure.indicator);
        std::vector<std::string> cells = place;
        cells.insert(cells.end(),
                     {std::string(title_id(figure.table)), std::string(to_code(figure.indicator)),
                      std::string(name_id(figure.indicator)), std::to_string(value.numerator),
                      value.denominator ? std::to_string(*value.denominator) : std::string(),
                      value.value, unit_of_value(figure.indicator, value), value.median,
                      std::string(figure.definition_id), std::string(figure.source),
                      std::string(caveat_id())});
        text += base::csv::line(cells);
    }
}

}  // namespace

bool is_rate(Indicator indicator) {
    return indicator == Indicator::PrFirstDaysObserved ||
           indicator == Indicator::PrFirstDaysReported;
}

ProgrammeValue value_of(std::span<const Fact> facts, std::span<const std::string> units,
                        Indicator indicator) {
    if (is_rate(indicator)) return rate_of(facts, units, indicator);
    if (kind(indicator) == Kind::Mean || kind(indicator) == Kind::Median) {
        return measured_of(facts, units, indicator);
    }
    Count count;
    for (const Fact& fact : facts) {
        if (fact.indicator != indicator || fact.part == Part::Excluded) continue;
        if (!is_here(fact, units)) continue;
        ++count.denominator;
        if (fact.part == Part::Numerator) ++count.numerator;
    }
    if (!is_percentage(indicator)) return {count.numerator, std::nullopt, "", "", false};
    return {count.numerator, count.denominator, percent_text(count), "", false};
}

std::string programme_csv(const std::string& health_centre, Month month,
                          std::span<const Fact> facts, std::span<const Village> villages) {
    std::string text = base::csv::line({"Tahun", "Puskesmas", "Kelurahan", "Bulan", "Tabel", "Kode",
                                        "Indikator", "Pembilang", "Penyebut", "Nilai", "Satuan",
                                        "Median", "Definisi", "Sumber", "Catatan"});
    const std::string year = std::to_string(static_cast<int>(month.year()));
    const std::string number = std::to_string(static_cast<unsigned>(month.month()));
    std::vector<std::string> everywhere;
    for (const Village& village : villages) {
        everywhere.insert(everywhere.end(), village.units.begin(), village.units.end());
    }
    if (villages.size() > 1) {
        add_rows(text, {year, health_centre, "Semua", number}, facts, everywhere);
    }
    for (const Village& village : villages) {
        add_rows(text, {year, health_centre, village.name, number}, facts, village.units);
    }
    return text;
}

}  // namespace indicators
