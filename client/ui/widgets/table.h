// A calm table, and rows of a list of any length. Only rows in sight are asked for: ten thousand
// cost what twenty do. Both stand in the flow of a page that scrolls.
//
// Tab walks a few rows beyond the edge, which scrolls them into view.
#pragma once

#include "client/ui/theme.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace ui {

struct Column {
    std::string title;
    float width = 0;            // at 100 %; 0: shares what is left
    bool is_number = false;     // at the right
    bool only_if_wide = false;  // left out where the window is narrow
};

struct Cell {
    std::string text = {};
    bool opens = false;  // can be pressed by itself: the figure that opens its babies
    bool strong = false;
    std::optional<Tone> tone = std::nullopt;
    const char* icon = "";  // before the text
};

struct TableStyle {
    bool rows_open = false;  // a press anywhere in a row, and a chevron at its end
    bool zebra = false;      // else a line below each row
    // How probes (and so tests) name row n; "<key>/<n>" without. A cell is "<row>/<column>".
    std::function<std::string(std::size_t)> name = nullptr;
};

struct TablePress {
    std::size_t row = 0;
    std::optional<std::size_t> column = std::nullopt;  // of a cell that opens; else the row
};

using CellOf = std::function<Cell(std::size_t row, std::size_t column)>;
// The head stays in sight while the rows scroll.
std::optional<TablePress> table(const std::string& key, const std::vector<Column>& columns,
                                std::size_t rows, const CellOf& cell, const TableStyle& style = {});

// `draw(i)` draws row i, `height` (real pixels) high, for those in sight. For list_row:
// rows_in_sight(n, px(kListRow), ...).
void rows_in_sight(std::size_t count, float height, const std::function<void(std::size_t)>& draw);

// The same in groups with a heading each ("RT 03 / RW 01"): row i runs on through the groups.
struct RowGroup {
    std::string title, note;  // the note at the right: "12 keluarga"
    std::size_t count = 0;
};
void grouped_rows(const std::vector<RowGroup>& groups, float height,
                  const std::function<void(std::size_t)>& draw);

}  // namespace ui
