#include "sync-server/reports/formats/mapping.h"

#include "shared/base/characters.h"
#include "shared/base/csv.h"
#include "shared/base/text.h"

#include <algorithm>
#include <map>
#include <set>

namespace formats {

using base::Done;
using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;
using sheets::Centre;
using sheets::Place;

namespace {

// Letters, digits and underscores, not beginning with a digit (DOMAIN 6.9): it is an attribute.
bool is_adx_name(std::string_view name) {
    if (name.empty() || base::is_digit(name[0])) return false;
    return std::all_of(name.begin(), name.end(), [](char letter) {
        return base::is_letter(letter) || base::is_digit(letter) || letter == '_';
    });
}

// Names that ADX keeps for itself.
bool is_reserved(std::string_view name) {
    const std::set<std::string_view> kept = {"dataElement", "value",   "orgUnit",
                                             "period",      "dataSet", "categoryOptionCombo"};
    return kept.count(name) != 0;
}

const Place* find_place(const Centre& centre, const std::string& id) {
    if (id == sheets::kEverywhere) return &centre.whole;
    for (const auto* list : {&centre.villages, &centre.posyandu}) {
        for (const Place& place : *list) {
            if (place.id == id) return &place;
        }
    }
    return nullptr;
}

// As it stands in a file that was safe to open: "'@33.74" is no formula of a spreadsheet.
std::string without_guard(const std::string& cell) {
    return cell.starts_with("'@") ? cell.substr(1) : cell;
}

class Reading {
public:
    explicit Reading(const Centre& centre) : centre_(centre) {}

    Status add(const base::csv::Table& table, std::size_t row) {
        line_ = row + 2;  // under the header
        const std::string kind = table.at(row, "kind");
        const std::string ours = without_guard(table.at(row, "ours"));
        const std::string theirs = base::trimmed(table.at(row, "theirs"));
        if (kind.empty() && ours.empty() && theirs.empty()) return Done{};  // a row emptied
        if (theirs.empty()) {
            return wrong("\"theirs\" kosong untuk " + kind + " " + ours +
                         ": isi namanya di sistem tujuan, atau hapus baris ini");
        }
        if (!seen_.insert(kind + " " + ours).second) {
            return wrong(kind + " " + ours + " sudah ada di baris lain");
        }
        if (kind == "dataset") {
            mapping_.data_set = theirs;
        } else if (kind == "attribute_option_combo") {
            mapping_.attribute_option_combo = theirs;
        } else if (kind == "place") {
            return add_place(ours, theirs);
        } else if (kind == "figure") {
            return add_figure(table, row, ours, theirs);
        } else {
            return wrong("\"" + kind +
                         "\" bukan jenis yang dikenal: dataset, attribute_option_combo, place, "
                         "figure");
        }
        return Done{};
    }

    Result<Mapping> result() {
        if (mapping_.data_set.empty()) return wrong_file("tidak ada baris dataset");
        if (mapping_.places.empty()) return wrong_file("tidak ada baris place");
        if (mapping_.figures.empty()) return wrong_file("tidak ada baris figure");
        TRY(one_figure_a_cell(mapping_, [](const MappedFigure& each) {
            return dhis2_cell(each) + "\n" + adx_cell(each);
        }));
        return std::move(mapping_);
    }

private:
    Error wrong(const std::string& what) const {
        return {ErrorCode::Usage, "mapping, baris " + std::to_string(line_) + ": " + what};
    }
    static Error wrong_file(const std::string& what) {
        return {ErrorCode::Usage, "mapping: " + what};
    }

    Status add_place(const std::string& ours, const std::string& theirs) {
        const Place* place = find_place(centre_, ours);
        if (place == nullptr) {
            return wrong("tempat " + ours + " tidak ada di puskesmas ini");
        }
        for (const MappedPlace& each : mapping_.places) {
            if (each.org_unit != theirs) continue;
            return wrong(each.place.id + " dan " + ours + " sama-sama masuk ke " + theirs +
                         ": sistem tujuan hanya menyimpan salah satunya");
        }
        mapping_.places.push_back({*place, theirs});
        return Done{};
    }

    Status add_figure(const base::csv::Table& table, std::size_t row, const std::string& ours,
                      const std::string& theirs) {
        const auto figure = sheets::parse_figure(ours);
        if (!figure || !sheets::is_counted(figure->code)) {
            return wrong("angka " + ours + " tidak dikenal");
        }
        MappedFigure mapped{*figure, theirs, table.at(row, "category_option_combo"), {}};
        for (const std::string& pair : base::split(table.at(row, "adx"), ' ')) {
            if (pair.empty()) continue;
            const auto equals = pair.find('=');
            const std::string name = pair.substr(0, equals);
            if (equals == std::string::npos || !is_adx_name(name) || is_reserved(name)) {
                return wrong("\"" + pair + "\" tidak bisa ditulis dalam ADX; tulis seperti sex=L");
            }
            mapped.adx.emplace_back(name, pair.substr(equals + 1));
        }
        mapping_.figures.push_back(std::move(mapped));
        return Done{};
    }

    const Centre& centre_;
    Mapping mapping_;
    std::set<std::string> seen_;
    std::size_t line_ = 0;
};

// A level is spoken of once one of its places is mapped.
void add_unmapped_places(const Mapping& mapping, const std::vector<Place>& level,
                         const std::string& what, std::vector<std::string>& lines) {
    std::set<std::string> mapped;
    for (const MappedPlace& each : mapping.places) mapped.insert(each.place.id);
    const bool is_used = std::any_of(level.begin(), level.end(), [&](const Place& place) {
        return mapped.count(place.id) != 0;
    });
    if (!is_used) return;
    for (const Place& place : level) {
        if (mapped.count(place.id) != 0) continue;
        lines.push_back(what + " " + place.name + " (" + place.id +
                        ") tidak ada di mapping: angkanya tidak ikut terkirim.");
    }
}

}  // namespace

Result<Mapping> parse_mapping(std::string_view csv, const Centre& centre) {
    auto parsed = base::csv::parse_filled_in(csv);
    if (!parsed.ok()) return std::move(parsed).error().during("mapping");
    const base::csv::Table& table = parsed.value();
    for (const char* name : {"kind", "ours", "theirs"}) {
        const auto& header = table.header;
        if (std::find(header.begin(), header.end(), name) != header.end()) continue;
        return Error{ErrorCode::Usage, std::string("mapping: kolom \"") + name + "\" tidak ada"};
    }
    Reading reading(centre);
    for (std::size_t row = 0; row < table.rows.size(); ++row) TRY(reading.add(table, row));
    return reading.result();
}

std::string mapping_to_fill(const Centre& centre) {
    using base::csv::line;
    std::string csv = line({"kind", "ours", "theirs", "category_option_combo", "adx", "name"});
    csv += line({"dataset", "", "", "", "", centre.name});
    for (const Place& village : centre.villages) {
        csv += line({"place", village.id, "", "", "", village.name});
    }
    for (const char* const code : {"SIGIZI_14", "SIGIZI_20", "SIGIZI_21", "SIGIZI_22", "SIGIZI_23",
                                   "SIGIZI_24", "SIGIZI_25"}) {
        csv += line({"figure", code, "", "", "", sheets::definition_of(code).name});
    }
    return csv;
}

std::vector<std::string> unmapped(const Mapping& mapping, const Centre& centre,
                                  const std::vector<std::string>& wanted) {
    std::vector<std::string> lines;
    add_unmapped_places(mapping, centre.villages, "Desa", lines);
    add_unmapped_places(mapping, centre.posyandu, "Posyandu", lines);
    std::set<std::string> mapped;
    for (const MappedFigure& each : mapping.figures) mapped.insert(each.figure.code);
    for (const std::string& code : wanted) {
        if (mapped.count(code) != 0) continue;
        lines.push_back("Angka " + code + " (" + sheets::definition_of(code).name +
                        ") tidak ada di mapping: tidak ikut terkirim.");
    }
    return lines;
}

std::string dhis2_cell(const MappedFigure& figure) {
    return figure.data_element + "\n" + figure.category_option_combo;
}

std::string adx_cell(const MappedFigure& figure) {
    if (figure.adx.empty()) return dhis2_cell(figure);
    std::set<std::string> attributes;  // in whichever order
    for (const auto& [name, code] : figure.adx) attributes.insert(name + "=" + code);
    return figure.data_element + "\n" + base::joined({attributes.begin(), attributes.end()}, " ");
}

Status one_figure_a_cell(const Mapping& mapping, const CellName& name_of) {
    std::map<std::string, const MappedFigure*> by_name;
    for (const MappedFigure& each : mapping.figures) {
        const auto [found, is_new] = by_name.emplace(name_of(each), &each);
        if (is_new) continue;
        return Error{ErrorCode::Usage,
                     "mapping: " + short_text(found->second->figure) + " dan " +
                         short_text(each.figure) + " sama-sama masuk ke " + each.data_element +
                         ": sistem tujuan hanya menyimpan salah satunya. Bedakan nama, "
                         "category_option_combo (DHIS2) atau adx-nya (ADX)"};
    }
    return Done{};
}

std::vector<Value> values_of(const Mapping& mapping, const sheets::Counts& counts) {
    std::vector<Value> values;
    for (const MappedPlace& place : mapping.places) {
        for (const MappedFigure& figure : mapping.figures) {
            const sheets::FigureId& id = figure.figure;
            const sheets::Wanted wanted{id.code, id.share, id.sex, id.ages, id.detail};
            values.push_back({&place, &figure, value_of(counts.of(place.place, wanted), id.share),
                              to_text(counts.id_of(place.place, wanted))});
        }
    }
    return values;
}

}  // namespace formats
