#include "shared/sheets/sigizi_sheet.h"

#include "shared/indicators/sigizi.h"

#include <array>
#include <cmath>

namespace sheets {

namespace {

struct Column {
    std::size_t position;  // counts from 1
    const char* code;
};
constexpr std::array<Column, 7> kOurs = {{{14, "SIGIZI_14"},
                                          {20, "SIGIZI_20"},
                                          {21, "SIGIZI_21"},
                                          {22, "SIGIZI_22"},
                                          {23, "SIGIZI_23"},
                                          {24, "SIGIZI_24"},
                                          {25, "SIGIZI_25"}}};

// How each is counted; the name is the form's own header.
constexpr std::array<const char*, 7> kWords = {
    "Bayi lahir hidup yang lahir dalam bulan ini. Lahir mati tidak dihitung.",
    "Dari kolom 14: segera setelah lahir diletakkan di dada ibu, kulit menempel kulit, paling "
    "sedikit satu jam (IMD). Bukan jam pertama menyusu.",
    "Bayi yang pada hari terakhir bulan ini berumur 0 bulan sampai 5 bulan 29 hari.",
    "Dari kolom 21: ditanya dalam bulan ini dan jawabannya lengkap (recall 24 jam).",
    "Dari kolom 22: kemarin hanya mendapat ASI. Obat, vitamin dan oralit tidak membatalkan.",
    "Bayi yang genap berumur 6 bulan dalam bulan ini.",
    "Dari kolom 24: dilihat pada atau setelah genap 6 bulan, dan sejak lahir hanya diberi ASI."};

Cell month_cell(const Period& period) {
    if (period.kind != Period::Kind::OneMonth) return text_cell(to_text(period));
    return integer_cell(static_cast<unsigned>(period.last.month()));
}

std::vector<Cell> row_of(const Centre& centre, const Counts& counts, const Place& village) {
    std::vector<Cell> cells(indicators::kSigiziColumns);
    const Month month = counts.period().last;
    cells[0] = integer_cell(static_cast<int>(month.year()));
    cells[1] = text_cell(centre.name);
    cells[2] = text_cell(village.name);
    cells[3] = month_cell(counts.period());
    const auto target = target_of(centre, village, counts.period(), "UNDER_FIVES");
    if (target) cells[4] = integer_cell(*target);
    for (const Column& column : kOurs) {
        cells[column.position - 1] = counts.cell(village, {column.code});
    }
    return cells;
}

constexpr std::array<const char*, 4> kPercentages = {"ID_IMD", "ID_RECALL", "ID_ASI05", "ID_ASI6"};
constexpr const char* kAveraged = "WHO_ISSSF";

bool is_averaged(const Period& period) {
    return period.kind == Period::Kind::Quarter || period.kind == Period::Kind::Year;
}

// Complementary feeding is averaged over the months that end a quarter, never summed.
void add_averaged(const Counts& counts, const Place& place, std::vector<Cell>& cells) {
    const Counts::Averaged found = counts.of_quarter_ends(place, kAveraged);
    const auto id = [&](Share share) {
        FigureId averaged = counts.id_of(place, {kAveraged, share});
        averaged.is_averaged = true;
        return to_text(averaged);
    };
    const auto mean = [&](int sum, Share share) {
        Cell cell = found.months == 0 ? sheets::percent_cell(0, 0)
                                      : decimal_cell(std::round(10.0 * sum / found.months) / 10);
        cell.figure = id(share);
        return cell;
    };
    cells.push_back(mean(found.sum.numerator, Share::Counted));
    cells.push_back(mean(found.sum.denominator, Share::Whole));
    cells.push_back(
        sheets::percent_cell(found.sum.numerator, found.sum.denominator, id(Share::Counted)));
}

std::vector<Cell> percentages_of(const Centre& centre, const Counts& counts, const Place& place) {
    std::vector<Cell> cells = {integer_cell(static_cast<int>(counts.period().last.year())),
                               text_cell(centre.name), text_cell(place.name),
                               month_cell(counts.period())};
    for (const char* code : kPercentages) {
        cells.push_back(counts.cell(place, {code}));
        cells.push_back(counts.cell(place, {code, Share::Whole}));
        cells.push_back(counts.percent_cell(place, {code}));
    }
    if (is_averaged(counts.period())) add_averaged(counts, place, cells);
    return cells;
}

}  // namespace

Sheet sigizi_sheet(const Centre& centre, const Counts& counts) {
    Sheet sheet;
    sheet.name = "Balita Gizi";
    sheet.title = "SIGIZI KESGA – Balita Gizi";
    sheet.is_wide = true;
    for (const std::string_view header : indicators::sigizi_headers()) {
        sheet.headers.emplace_back(header);
    }
    for (const Place& village : centre.villages) {
        sheet.rows.push_back(row_of(centre, counts, village));
    }
    for (std::size_t i = 0; i < kOurs.size(); ++i) {
        sheet.definitions.push_back(
            {kOurs[i].code, sheet.headers[kOurs[i].position - 1], kWords[i]});
    }
    sheet.notes = {
        "Aplikasi ini mengisi kolom 1–4, 14 dan 20–25, dan kolom 5 bila sasarannya sudah "
        "dimasukkan. Kolom lain sengaja dikosongkan: datanya tidak ada di aplikasi ini.",
        "Setiap desa ada barisnya, juga bila nol, karena unggahan mengganti seluruh bulan itu."};
    return sheet;
}

Sheet indicators_sheet(const Centre& centre, const Counts& counts) {
    Sheet sheet;
    sheet.name = "Indikator ASI";
    sheet.title = "Indikator ASI dan IMD per desa";
    sheet.is_wide = true;
    sheet.chart = Chart::Bars;
    sheet.headers = {"Tahun", "Puskesmas", "Kelurahan", "Bulan"};
    std::vector<std::string> codes(kPercentages.begin(), kPercentages.end());
    if (is_averaged(counts.period())) codes.emplace_back(kAveraged);
    for (const std::string& code : codes) {
        for (const char* part : {"_pembilang", "_penyebut", "_persen"}) {
            sheet.headers.push_back(code + part);
        }
        sheet.definitions.push_back(definition_of(code));
    }
    for (const Place& village : centre.villages) {
        sheet.rows.push_back(percentages_of(centre, counts, village));
    }
    if (centre.villages.size() > 1) {
        sheet.rows.push_back(percentages_of(centre, counts, centre.whole));
    }
    sheet.notes = {
        "ID_ASI05 dibagi bayi yang ditanya (direcall), bukan bayi terdaftar: baca "
        "selalu bersama ID_RECALL."};
    return sheet;
}

}  // namespace sheets
