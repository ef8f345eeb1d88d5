#include "sync-server/reports/district.h"

#include "shared/sheets/sigizi_sheet.h"

#include <algorithm>
#include <map>

namespace reports {

using formats::MonthFile;
using sheets::Cell;
using sheets::Sheet;

namespace {

// The months of one health centre, the later file of each.
using Months = std::map<sheets::Month, const MonthFile*>;

class District {
public:
    District(const std::vector<DistrictFile>& files, const std::vector<std::string>& expected,
             const sheets::Period& period)
        : period_(period), months_(sheets::months_of(period)) {
        for (const std::string& name : expected) sent_[name];
        for (const DistrictFile& file : files) take(file);
        if (expected.empty()) return;
        for (const auto& [name, months] : sent_) {
            if (std::find(expected.begin(), expected.end(), name) != expected.end()) continue;
            missing_.push_back(name + " tidak ada di daftar puskesmas; angkanya ikut dijumlahkan.");
        }
    }

    void fill(sheets::Book& book) {
        for (const auto& [name, months] : sent_) add_centre(name, months);
        finish(sigizi_, "Balita Gizi", "SIGIZI KESGA – Balita Gizi, semua puskesmas");
        finish(percentages_, "Indikator ASI", "Indikator ASI dan IMD, semua puskesmas");
        percentages_.chart = sheets::Chart::None;
        book.missing = missing_;
        book.sheets = {sigizi_, percentages_, sending_sheet()};
    }

private:
    void take(const DistrictFile& file) {
        const bool is_asked =
            std::find(months_.begin(), months_.end(), file.month.month) != months_.end();
        if (!is_asked) return;
        const MonthFile*& standing = sent_[file.month.centre][file.month.month];
        if (standing != nullptr) {
            notes_.push_back(file.month.centre + " mengirim " + sheets::words_id(file.month.month) +
                             " lebih dari sekali: yang dipakai yang dibuat terakhir.");
        }
        if (standing == nullptr || standing->made_at < file.month.made_at) standing = &file.month;
    }

    void add_centre(const std::string& name, const Months& months) {
        for (const sheets::Month month : months_) {
            const auto found = months.find(month);
            if (found == months.end()) {
                missing_.push_back(name + " belum mengirim " + sheets::words_id(month) + ".");
                continue;
            }
            for (const std::string& each : found->second->missing) {
                missing_.push_back(name + ", " + sheets::words_id(month) + ": " + each);
            }
        }
        if (months.empty()) return;
        sheets::Counts counts(period_);
        const sheets::Centre centre = centre_of(name, months, counts);
        append(sigizi_, sheets::sigizi_sheet(centre, counts));
        append(percentages_, sheets::indicators_sheet(centre, counts));
    }

    static sheets::Centre centre_of(const std::string& name, const Months& months,
                                    sheets::Counts& counts) {
        sheets::Centre centre;
        centre.name = name;
        centre.whole = {sheets::place_in(name, sheets::kEverywhere), name, "", "", {}};
        std::map<std::string, sheets::Place> villages;
        for (const auto& [month, file] : months) {
            counts.covers(month);
            for (const sheets::Place& each : file->villages) villages[each.id] = each;
            for (const formats::MonthFigure& each : file->figures) {
                counts.add({month, each.village, each.code, "", each.sex, sheets::kNoAge, true,
                            each.numerator});
                counts.add({month, each.village, each.code, "", each.sex, sheets::kNoAge, false,
                            each.denominator - each.numerator});
            }
        }
        for (auto& [id, village] : villages) {
            centre.whole.units.push_back(id);
            village.id = sheets::place_in(name, id);
            centre.villages.push_back(village);
        }
        return centre;
    }

    static void append(Sheet& all, Sheet part) {
        if (all.headers.empty()) {
            all = std::move(part);
            return;
        }
        for (auto& row : part.rows) all.rows.push_back(std::move(row));
    }

    void finish(Sheet& sheet, const std::string& name, const std::string& title) const {
        sheet.name = name;
        sheet.title = title;
    }

    Sheet sending_sheet() const {
        Sheet sheet;
        sheet.name = "Kiriman";
        sheet.title = "Siapa sudah mengirim";
        sheet.headers = {"Puskesmas", "Bulan",         "Sudah mengirim",
                         "Dibuat",    "Bulan ditutup", "Belum lengkap"};
        for (const auto& [name, months] : sent_) {
            for (const sheets::Month month : months_) {
                const auto found = months.find(month);
                sheet.rows.push_back(
                    row_of(name, month, found == months.end() ? nullptr : found->second));
            }
        }
        sheet.notes = notes_;
        return sheet;
    }

    static std::vector<Cell> row_of(const std::string& name, sheets::Month month,
                                    const MonthFile* file) {
        using sheets::text_cell;
        std::vector<Cell> cells = {text_cell(name), text_cell(base::to_text(month)),
                                   text_cell(file == nullptr ? "belum" : "sudah")};
        if (file == nullptr) {
            cells.resize(6);
            return cells;
        }
        cells.push_back(text_cell(file->made_at.substr(0, 10)));
        cells.push_back(text_cell(file->is_closed ? "ya" : "belum"));
        cells.push_back(sheets::integer_cell(static_cast<std::int64_t>(file->missing.size())));
        return cells;
    }

    sheets::Period period_;
    std::vector<sheets::Month> months_;
    std::map<std::string, Months> sent_;
    std::vector<std::string> missing_, notes_;
    Sheet sigizi_, percentages_;
};

}  // namespace

sheets::Book district_book(const std::vector<DistrictFile>& files,
                           const std::vector<std::string>& expected, const sheets::Period& period,
                           base::Date today) {
    sheets::Book book;
    book.centre = "Dinas Kesehatan";
    book.period = sheets::words_id(period);
    book.period_code = to_text(period);
    book.made_on = today;
    District(files, expected, period).fill(book);
    return book;
}

}  // namespace reports
