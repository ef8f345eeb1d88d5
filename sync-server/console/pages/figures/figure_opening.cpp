#include "sync-server/console/pages/figures/figure_opening.h"

#include "shared/base/markup.h"
#include "shared/base/text.h"
#include "sync-server/console/pages/figures/figure_places.h"
#include "sync-server/console/pages/figures/figure_words.h"
#include "sync-server/console/words/words.h"

#include <array>

namespace console {

using html::all;
using html::tag;

namespace {

struct Column {
    const char* code;
    const char* number;  // in the form
};
constexpr std::array kColumns = {Column{"SIGIZI_14", "14"}, Column{"SIGIZI_20", "20"},
                                 Column{"SIGIZI_21", "21"}, Column{"SIGIZI_22", "22"},
                                 Column{"SIGIZI_23", "23"}, Column{"SIGIZI_24", "24"},
                                 Column{"SIGIZI_25", "25"}};

Html cell_of(const Visit& visit, base::Month month, const FigurePlace& place, const Column& column,
             int value) {
    const std::string text = std::to_string(value);
    if (!visit.may(Action::SeePersons)) return text;
    const std::string id = std::string(column.code) + ":" + base::to_text(month) + ":" + place.id;
    const std::string what = tr("Column {0}: {1}", {column.number, figure_words(column.code)});
    return tag("a",
               {{"href", "/figures/people?id=" + base::percent_encoded(id)},
                {"aria-label", what + ", " + place.name + ": " + text}},
               text);
}

}  // namespace

std::vector<std::string> sigizi_codes() {
    std::vector<std::string> codes;
    for (const Column& each : kColumns) codes.emplace_back(each.code);
    return codes;
}

Result<Html> sigizi_card(const Visit& visit, base::Month month, const overview::KeptMonth& kept) {
    TRY_LET(places, figure_places(visit));
    Table table;
    table.caption = tr("Columns 14 and 20 to 25 of SIGIZI: choose a number to see who it is");
    table.columns = {tr("Place")};
    for (const Column& each : kColumns) {
        table.columns.push_back(tr("Column {0}: {1}", {each.number, figure_words(each.code)}));
    }
    std::vector<FigurePlace> rows = places.villages;
    rows.push_back(places.whole);
    for (const FigurePlace& place : rows) {
        std::vector<Html> row = {html::name(place.name)};
        for (const Column& each : kColumns) {
            row.push_back(
                cell_of(visit, month, place, each, kept.of(place.units, each.code).numerator));
        }
        table.rows.push_back(std::move(row));
    }
    return figures_table(table);
}

std::string id_in(std::string_view copied) {
    return base::trimmed(copied.substr(0, copied.find('|')));
}

Html opening_card(const Visit& visit, const std::string& typed, const std::string& problem) {
    if (!visit.may(Action::SeePersons)) return {};
    const Html asked = all(field({.name = "id",
                                  .label = tr("The figure's id, as the file says it"),
                                  .value = typed,
                                  .hint = tr("For example: SIGIZI_14:2026-10:SEMUA. It stands in "
                                             "the spreadsheet's sheet called Jejak and in the "
                                             "comment of DHIS2."),
                                  .problem = problem}),
                           submit(tr("Who is it?"), Button::Plain));
    return card(tr("A number of a file: who is behind it"),
                tag("form", {{"method", "get"}, {"action", "/figures/people"}}, asked));
}

}  // namespace console
