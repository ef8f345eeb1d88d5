#include "sync-server/reports/published.h"

#include "sync-server/reports/counting.h"
#include "sync-server/reports/places.h"
#include "sync-server/reports/suppression.h"

#include <algorithm>

namespace reports {

namespace {

using sheets::Cell;
using sheets::Place;
using sheets::Share;

constexpr std::string_view kHidden = "*";

using ShownRow = std::vector<std::optional<int>>;

std::optional<int> sum_of(const ShownRow& row, std::size_t first, std::size_t count) {
    int sum = 0;
    for (std::size_t i = first; i < first + count; ++i) {
        if (!row[i]) return std::nullopt;
        sum += *row[i];
    }
    return sum;
}

// Whoever is in one part is in no other.
struct Part {
    const char* header;
    const char* code;
    Share share;
};

// Columns of one table, `first` + `count` of them, as a share of columns `of_first` + `of_count`:
// the percentage of that indicator.
struct Shared {
    const char* header;
    const char* code;
    std::size_t first, count, of_first, of_count;
};

struct Published {
    const char* name;
    const char* title;
    std::vector<Part> parts;
    Part whole;  // as the parts add up to it
    std::vector<Shared> shares;
};

std::vector<Published> all_published() {
    return {
        {"Bayi 0-5 bulan",
         "Bayi 0–5 bulan: ASI saja menurut recall 24 jam",
         {{"Ditanya, ASI saja", "ID_ASI05", Share::Counted},
          {"Ditanya, diberi lainnya", "ID_ASI05", Share::Rest},
          {"Belum ditanya", "ID_RECALL", Share::Rest}},
         {"Bayi 0–5 bulan", "ID_RECALL", Share::Whole},
         {{"% ditanya", "ID_RECALL", 0, 2, 0, 3},
          {"% ASI saja dari yang ditanya", "ID_ASI05", 0, 1, 0, 2}}},
        {"Inisiasi menyusu dini",
         "Bayi lahir hidup yang mendapat IMD",
         {{"Mendapat IMD", "ID_IMD", Share::Counted},
          {"Tidak atau tidak diketahui", "ID_IMD", Share::Rest}},
         {"Bayi lahir hidup", "ID_IMD", Share::Whole},
         {{"% mendapat IMD", "ID_IMD", 0, 1, 0, 2}}},
        {"Lulus ASI eksklusif",
         "Bayi yang mencapai 6 bulan: lulus ASI eksklusif",
         {{"Lulus", "ID_ASI6", Share::Counted},
          {"Tidak atau tidak diketahui", "ID_ASI6", Share::Rest}},
         {"Mencapai 6 bulan", "ID_ASI6", Share::Whole},
         {{"% lulus ASI eksklusif", "ID_ASI6", 0, 1, 0, 2}}},
    };
}

std::vector<int> counted(const Published& table, const sheets::Counts& counts, const Place& place) {
    std::vector<int> row;
    for (const Part& each : table.parts) {
        row.push_back(std::max(0, value_of(counts.of(place, {each.code}), each.share)));
    }
    return row;
}

// The figures of one place, as the health centre opens them.
class Row {
public:
    Row(const Published& table, const sheets::Counts& counts, const Place& place)
        : table_(table), counts_(counts), place_(place) {}

    std::vector<Cell> cells(const std::string& name, const ShownRow& shown) const {
        std::vector<Cell> cells = {sheets::text_cell(name)};
        for (std::size_t i = 0; i < table_.parts.size(); ++i) {
            cells.push_back(count_cell(shown[i], table_.parts[i]));
        }
        cells.push_back(count_cell(shown.back(), table_.whole));
        for (const Shared& each : table_.shares) cells.push_back(share_cell(shown, each));
        return cells;
    }

private:
    std::string id(const char* code, Share share) const {
        return to_text(counts_.id_of(place_, {code, share}));
    }

    // What is hidden is not opened by it either: no id.
    Cell count_cell(const std::optional<int>& count, const Part& part) const {
        return count ? sheets::integer_cell(*count, id(part.code, part.share))
                     : sheets::text_cell(kHidden);
    }

    // A share of hidden cells would tell them.
    Cell share_cell(const ShownRow& row, const Shared& share) const {
        const auto in = sum_of(row, share.first, share.count);
        const auto of = sum_of(row, share.of_first, share.of_count);
        if (of && *of == 0) return sheets::percent_cell(0, 0, id(share.code, Share::Counted));
        if (!in || !of) return sheets::text_cell(kHidden);
        const PercentShown shown = percent_shown(*in, *of);
        if (shown == PercentShown::Hidden) return sheets::text_cell(kHidden);
        const Cell percent = sheets::percent_cell(*in, *of, id(share.code, Share::Counted));
        if (shown == PercentShown::Plain) return percent;
        Cell bracketed = sheets::text_cell("(" + to_text(percent) + ")");
        bracketed.figure = percent.figure;
        return bracketed;
    }

    const Published& table_;
    const sheets::Counts& counts_;
    const Place& place_;
};

sheets::Sheet sheet_of(const Published& table, const sheets::Centre& centre,
                       const sheets::Counts& counts) {
    sheets::Sheet sheet;
    sheet.name = table.name;
    sheet.title = table.title;
    sheet.headers = {"Wilayah"};
    for (const Part& each : table.parts) sheet.headers.emplace_back(each.header);
    sheet.headers.emplace_back(table.whole.header);
    for (const Shared& each : table.shares) sheet.headers.emplace_back(each.header);
    CountTable numbers;
    for (const Place& place : centre.villages) numbers.push_back(counted(table, counts, place));
    const ShownTable shown = suppressed(numbers);
    for (std::size_t i = 0; i < centre.villages.size(); ++i) {
        const Place& place = centre.villages[i];
        sheet.rows.push_back(Row(table, counts, place).cells(place.name, shown[i]));
    }
    sheet.rows.push_back(Row(table, counts, centre.whole).cells("Semua", shown.back()));
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

std::vector<sheets::Sheet> published_sheets(const sheets::Centre& centre,
                                            const sheets::Counts& counts) {
    std::vector<sheets::Sheet> found;
    for (const Published& each : all_published()) found.push_back(sheet_of(each, centre, counts));
    return found;
}

base::Result<PublishedBook> published_book(db::Connection& connection, const Asked& asked) {
    if (!asked.unit.empty()) {
        return base::Error{base::ErrorCode::Usage,
                           "what is published is of the whole health centre, not of one posyandu"};
    }
    TRY_LET(ground, ground_of(connection, asked));
    PublishedBook made{std::move(ground.book), {}};
    made.missing = std::move(made.book.missing);
    made.book.missing.clear();
    if (!made.missing.empty()) {
        made.book.missing = {"Data belum lengkap ketika tabel ini dibuat."};
    }
    made.book.sheets = published_sheets(ground.centre, ground.counts);
    return made;
}

}  // namespace reports
