#include "sync-server/reports/published.h"

#include "sync-server/reports/counting.h"
#include "sync-server/reports/places.h"
#include "sync-server/reports/suppression.h"

#include <algorithm>
#include <functional>

namespace reports {

namespace {

using indicators::Count;
using sheets::Cell;
using sheets::Place;

constexpr std::string_view kHidden = "*";

// Columns of one table, `first` + `count` of them, as a share of columns `of_first` + `of_count`.
struct Shared {
    const char* header;
    std::size_t first, count, of_first, of_count;
};

struct Published {
    const char* name;
    const char* title;
    std::vector<const char*> parts;  // whoever is in one is in no other
    const char* whole;
    std::vector<Shared> shares;
    std::function<std::vector<int>(const sheets::Counts&, const Place&)> count;
};

int rest_of(const Count& count) {
    return std::max(0, count.denominator - count.numerator);
}

std::vector<int> in_or_not(const Count& count) {
    return {count.numerator, rest_of(count)};
}

// Asked and breast milk only, asked and something else, not asked: the last two clocks of nobody.
std::vector<int> asked_or_not(const sheets::Counts& counts, const Place& place) {
    const Count only_milk = counts.of(place, {"ID_ASI05"});
    const Count asked = counts.of(place, {"ID_RECALL"});
    return {only_milk.numerator, rest_of(only_milk),
            std::max(0, asked.denominator - only_milk.denominator)};
}

std::vector<Published> all_published() {
    return {
        {"Bayi 0-5 bulan",
         "Bayi 0–5 bulan: ASI saja menurut recall 24 jam",
         {"Ditanya, ASI saja", "Ditanya, diberi lainnya", "Belum ditanya"},
         "Bayi 0–5 bulan",
         {{"% ditanya", 0, 2, 0, 3}, {"% ASI saja dari yang ditanya", 0, 1, 0, 2}},
         asked_or_not},
        {"Inisiasi menyusu dini",
         "Bayi lahir hidup yang mendapat IMD",
         {"Mendapat IMD", "Tidak atau tidak diketahui"},
         "Bayi lahir hidup",
         {{"% mendapat IMD", 0, 1, 0, 2}},
         [](const auto& counts, const Place& at) { return in_or_not(counts.of(at, {"ID_IMD"})); }},
        {"Lulus ASI eksklusif",
         "Bayi yang mencapai 6 bulan: lulus ASI eksklusif",
         {"Lulus", "Tidak atau tidak diketahui"},
         "Mencapai 6 bulan",
         {{"% lulus ASI eksklusif", 0, 1, 0, 2}},
         [](const auto& counts, const Place& at) { return in_or_not(counts.of(at, {"ID_ASI6"})); }},
    };
}

using ShownRow = std::vector<std::optional<int>>;

std::optional<int> sum_of(const ShownRow& row, std::size_t first, std::size_t count) {
    int sum = 0;
    for (std::size_t i = first; i < first + count; ++i) {
        if (!row[i]) return std::nullopt;
        sum += *row[i];
    }
    return sum;
}

Cell count_cell(const std::optional<int>& count) {
    return count ? sheets::integer_cell(*count) : sheets::text_cell(kHidden);
}

// A share of hidden cells would tell them.
Cell share_cell(const ShownRow& row, const Shared& share) {
    const auto in = sum_of(row, share.first, share.count);
    const auto of = sum_of(row, share.of_first, share.of_count);
    if (of && *of == 0) return sheets::percent_cell(0, 0);
    if (!in || !of) return sheets::text_cell(kHidden);
    const PercentShown shown = percent_shown(*in, *of);
    if (shown == PercentShown::Hidden) return sheets::text_cell(kHidden);
    const Cell percent = sheets::percent_cell(*in, *of);
    if (shown == PercentShown::Plain) return percent;
    return sheets::text_cell("(" + to_text(percent) + ")");
}

std::vector<Cell> row_of(const std::string& name, const ShownRow& row, const Published& table) {
    std::vector<Cell> cells = {sheets::text_cell(name)};
    for (const auto& each : row) cells.push_back(count_cell(each));
    for (const Shared& each : table.shares) cells.push_back(share_cell(row, each));
    return cells;
}

sheets::Sheet sheet_of(const Published& table, const std::vector<Place>& places,
                       const sheets::Counts& counts) {
    sheets::Sheet sheet;
    sheet.name = table.name;
    sheet.title = table.title;
    sheet.headers = {"Wilayah"};
    sheet.headers.insert(sheet.headers.end(), table.parts.begin(), table.parts.end());
    sheet.headers.emplace_back(table.whole);
    for (const Shared& each : table.shares) sheet.headers.emplace_back(each.header);
    CountTable numbers;
    for (const Place& place : places) numbers.push_back(table.count(counts, place));
    const ShownTable shown = suppressed(numbers);
    for (std::size_t i = 0; i < places.size(); ++i) {
        sheet.rows.push_back(row_of(places[i].name, shown[i], table));
    }
    sheet.rows.push_back(row_of("Semua", shown.back(), table));
    sheet.notes = {
        "* disembunyikan: 1 sampai 4 orang, atau angka yang dapat membuka angka seperti itu. "
        "Persen "
        "dari kurang dari 25 disembunyikan; dari 25 sampai 49 dalam kurung.",
        "Terbitkan tiap periode sekali saja: selisih dua periode yang berhimpit dapat membuka "
        "angka "
        "kecil."};
    return sheet;
}

}  // namespace

std::vector<sheets::Sheet> published_sheets(const std::vector<Place>& places,
                                            const sheets::Counts& counts) {
    std::vector<sheets::Sheet> found;
    for (const Published& each : all_published()) found.push_back(sheet_of(each, places, counts));
    return found;
}

base::Result<sheets::Book> published_book(db::Connection& connection, const Asked& asked) {
    if (!asked.unit.empty()) {
        return base::Error{base::ErrorCode::Usage,
                           "what is published is of the whole health centre, not of one posyandu"};
    }
    Asked plain = asked;
    plain.tables.clear();
    TRY_LET(book, make_book(connection, plain));
    TRY_LET(centre, centre_of(connection, asked.period, ""));
    TRY_LET(counts, counts_of(connection, asked.period));
    if (!book.missing.empty()) book.missing = {"Data belum lengkap ketika tabel ini dibuat."};
    book.closing.clear();
    book.sheets = published_sheets(centre.villages, counts);
    return std::move(book);
}

}  // namespace reports
