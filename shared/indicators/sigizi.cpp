#include "shared/indicators/sigizi.h"

#include "shared/base/text.h"

#include <algorithm>
#include <set>

namespace indicators {

namespace {

constexpr std::array<std::string_view, kSigiziColumns> kHeaders = {
    "Tahun",
    "Puskesmas",
    "Kelurahan",
    "Bulan",
    "Jumlah_sasaran_balita",
    "Jumlah_balita_bulan_ini",
    "Jumlah_balita_ditimbang",
    "Jumlah_balita_ditimbang_dan_diukur",
    "Jumlah_balita_diukur_PBTB",
    "Jumlah_balita_punya_KIA",
    "Jumlah_balita_naik_berat_badannya_N",
    "Jumlah_balita_tidak_naik_berat_badannya_T",
    "Jumlah_balita_tidak_ditimbang_bulan_lalu_O",
    "Jumlah_bayi_baru_lahir_bulan_ini_B",
    "Jumlah_balita_ditimbang_terkoreksi_Daksen",
    "Jumlah_balita_stunting",
    "Jumlah_balita_wasting",
    "Jumlah_balita_overweight",
    "Jumlah_balita_underweight",
    "Jumlah_Bayi_Mendapat_IMD",
    "Jumlah_Bayi_usia_0-5_bulan",
    "Jumlah_Bayi_usia_0-5_bulan_yang_direcall",
    "Jumlah_Bayi_usia_0-5_bulan_yang_mendapat_ASI_Eksklusif_berdasarkan_recall_24_jam",
    "Jumlah_Bayi_usia_6_bulan",
    "Jumlah_Bayi_Asi_Eksklusif_sampai_6_bulan",
    "Jumlah_anak_usia_6-23_bulan",
    "Jumlah_anak_usia_6-23_bulan_yang_diwawancarai",
    "Jumlah_anak_usia_6-23_bulan_yang_mengkonsumsi_makanan_dan_minuman_setidaknya_5_dari_8_jenis_"
    "kelompok_makanan_pada_hari_kemarin_sebelum_wawancara",
    "Jumlah_anak_usia_6-23_bulan_yang_mengkonsumsi_telur_ikan_dan_atau_daging_pada_hari_kemarin_"
    "sebelum_wawancara",
    "Jumlah_anak_usia_6-23_bulan_yang_mendapat_MPASI_baik"};

// Which of the table's columns is which of ours; positions count from 1.
struct Column {
    std::size_t position;
    Indicator indicator;
    int SigiziRow::*figure;
};
constexpr std::array<Column, 7> kOurs = {{
    {14, Indicator::Sigizi14, &SigiziRow::live_births},
    {20, Indicator::Sigizi20, &SigiziRow::with_imd},
    {21, Indicator::Sigizi21, &SigiziRow::under_six_months},
    {22, Indicator::Sigizi22, &SigiziRow::recalled},
    {23, Indicator::Sigizi23, &SigiziRow::exclusive_recall},
    {24, Indicator::Sigizi24, &SigiziRow::reached_six_months},
    {25, Indicator::Sigizi25, &SigiziRow::exclusive_six_months},
}};
struct ReportCheck {
    std::string_view rule;
    std::string_view name;
};
constexpr std::array<ReportCheck, 2> kChecks = {
    {{"V051", "sums_agree"}, {"V052", "parts_within_wholes"}}};

Count of_village(const Tally& tally, const Village& village, Indicator indicator) {
    const std::set<std::string> units(village.units.begin(), village.units.end());
    Count sum;
    for (const std::string& unit : units) {
        const Count part = tally.of(unit, indicator);
        sum.numerator += part.numerator;
        sum.denominator += part.denominator;
    }
    return sum;
}

ReportFinding finding(const ReportCheck& check, const std::string& place, Indicator indicator,
                      std::string_view words_id, std::string_view words_en) {
    const auto sentence = [&](std::string_view name, std::string_view words) {
        return base::filled("{0}, {1}: {2}", {place, std::string(name), std::string(words)});
    };
    return {check.rule, check.name, sentence(name_id(indicator), words_id),
            sentence(name_en(indicator), words_en)};
}

}  // namespace

const std::array<std::string_view, kSigiziColumns>& sigizi_headers() {
    return kHeaders;
}

std::vector<SigiziRow> sigizi_rows(const Tally& tally, std::span<const Village> villages) {
    std::vector<SigiziRow> rows;
    for (const Village& village : villages) {
        SigiziRow row;
        row.village = village.name;
        for (const Column& column : kOurs) {
            row.*column.figure = of_village(tally, village, column.indicator).numerator;
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

bool is_complete_month(Month month, Date today) {
    return today >= base::last_day(month);
}

base::Status may_export(Month month, Date today) {
    if (is_complete_month(month, today)) return base::Done{};
    const std::string last = base::to_text(base::last_day(month));
    return base::Error{base::ErrorCode::Refused, "month " + base::to_text(month) +
                                                     " is not complete before " + last +
                                                     ": the upload would replace it by a part"};
}

std::vector<ReportFinding> sums_agree(const Tally& tally, std::span<const Village> villages) {
    std::vector<ReportFinding> findings;
    for (const Column& column : kOurs) {
        int of_villages = 0;
        for (const Village& village : villages) {
            of_villages += of_village(tally, village, column.indicator).numerator;
        }
        int of_sexes = 0;
        for (const std::string& unit : tally.units()) {
            of_sexes += tally.of(unit, column.indicator, 'L').numerator;
            of_sexes += tally.of(unit, column.indicator, 'P').numerator;
            of_sexes += tally.of(unit, column.indicator, kUnnamed).numerator;  // has none
        }
        const int whole = tally.everywhere(column.indicator).numerator;
        if (of_villages != whole) {
            findings.push_back(finding(kChecks[0], "Puskesmas", column.indicator,
                                       "jumlah desa tidak sama dengan jumlah puskesmas",
                                       "the villages do not add up to the health centre"));
        }
        if (of_sexes != whole) {
            findings.push_back(finding(kChecks[0], "Puskesmas", column.indicator,
                                       "jumlah L+P tidak sama dengan jumlah puskesmas",
                                       "the sexes do not add up to the health centre"));
        }
    }
    return findings;
}

std::vector<ReportFinding> parts_within_wholes(std::span<const SigiziRow> rows) {
    std::vector<ReportFinding> findings;
    const auto check = [&](const SigiziRow& row, int part, int whole, Indicator indicator) {
        if (part <= whole) return;
        findings.push_back(finding(kChecks[1], row.village, indicator,
                                   "pembilang melebihi penyebut",
                                   "the numerator is larger than the denominator"));
    };
    for (const SigiziRow& row : rows) {
        check(row, row.with_imd, row.live_births, Indicator::Sigizi20);
        check(row, row.recalled, row.under_six_months, Indicator::Sigizi22);
        check(row, row.exclusive_recall, row.recalled, Indicator::Sigizi23);
        check(row, row.exclusive_six_months, row.reached_six_months, Indicator::Sigizi25);
    }
    return findings;
}

}  // namespace indicators
