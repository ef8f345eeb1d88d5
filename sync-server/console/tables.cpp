// Tables. The roles are said again because the phone's style takes the table apart into cards,
// which would take its meaning from screen readers.
#include "sync-server/console/parts.h"

namespace console {

using html::all;
using html::tag;

namespace {

Html head_row(const Table& table) {
    Html cells;
    for (const std::string& column : table.columns) {
        cells += tag("th", {{"scope", "col"}, {"role", "columnheader"}}, column);
    }
    return tag("thead", {{"role", "rowgroup"}}, tag("tr", {{"role", "row"}}, cells));
}

Html body_row(const Table& table, const std::vector<Html>& row) {
    CHECK(row.size() == table.columns.size());
    Html cells;
    for (std::size_t i = 0; i < row.size(); ++i) {
        cells +=
            tag("td", {{"role", "cell"}, {"data-label", table.columns[i]}}, tag("div", row[i]));
    }
    return tag("tr", {{"role", "row"}}, cells);
}

Html whole(const Table& table, const char* kind) {
    Html rows;
    for (const auto& row : table.rows) rows += body_row(table, row);
    return tag("table", {{"class", kind}, {"role", "table"}}, tag("caption", table.caption),
               head_row(table), tag("tbody", {{"role", "rowgroup"}}, rows));
}

}  // namespace

namespace {

Html cards(const Table& table, const char* kind) {
    if (table.rows.empty() && !table.empty_text.empty()) {
        return tag("p", {{"class", "empty"}}, table.empty_text);
    }
    return whole(table, kind);
}

}  // namespace

Html table(const Table& table) {
    return cards(table, "cards");
}

Html brief_table(const Table& table) {
    return cards(table, "cards brief");
}

Html figures_table(const Table& table) {
    if (table.rows.empty() && !table.empty_text.empty()) {
        return tag("p", {{"class", "empty"}}, table.empty_text);
    }
    return tag(
        "div",
        {{"class", "scroll"}, {"role", "region"}, {"tabindex", "0"}, {"aria-label", table.caption}},
        whole(table, "figures"));
}

}  // namespace console
