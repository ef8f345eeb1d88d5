#include "client/paper/choice_table.h"

#include "client/paper/answer_space.h"
#include "client/paper/html.h"
#include "client/ui/words/words.h"
#include "shared/forms/check.h"

#include <vector>

namespace paper {

namespace {

using forms::Question;
using forms::QuestionType;

struct Cell {
    std::string question;
    std::string html;
};

struct Grid {
    std::vector<Column> columns;
    std::vector<Cell> cells;  // of every row, after the first
};

// A select becomes a column for each of its choices, anything else one column.
void add_question(Grid& grid, const Sheet& sheet, const Question& question) {
    if (question.type == QuestionType::SelectOne) {
        for (const forms::Choice& choice : sheet.form->choices_of(question)) {
            grid.columns.push_back({choice.label.in(words::code()), "mark", "17.5mm"});
            grid.cells.push_back({question.name, box()});
        }
        return;
    }
    const bool is_number = question.type == QuestionType::Integer;
    grid.columns.push_back({question.label.in(words::code()), "", is_number ? "28mm" : "24mm"});
    grid.cells.push_back(
        {question.name, is_number ? answer_space(*sheet.form, question).html : ""});
}

// Spaces only for what is asked of this choice.
std::string choice_row(const Grid& grid, const Sheet& sheet, const Question& by,
                       const forms::Choice& choice, base::Date today) {
    base::Fields answered;
    answered.set(by.name, choice.code);
    forms::Context context;
    context.today = today;
    const forms::Relevance asked = forms::relevance(*sheet.form, answered, context);
    std::vector<std::string> cells = {text(choice.label.in(words::code()))};
    for (const Cell& cell : grid.cells) {
        cells.push_back(asked.is_relevant(cell.question) ? cell.html : "");
    }
    return row(grid.columns, cells);
}

}  // namespace

std::string choice_table(const Sheet& sheet, const Question& by, base::Date today) {
    Grid grid{{{by.label.in(words::code()), "", ""}}, {}};
    for (const Question& question : sheet.form->questions) {
        const bool is_column = is_asked(question) && question.name != by.name &&
                               question.type != QuestionType::Reference;
        if (is_column) add_question(grid, sheet, question);
    }
    std::string rows;
    for (const forms::Choice& choice : sheet.form->choices_of(by)) {
        rows += choice_row(grid, sheet, by, choice, today);
    }
    return table(grid.columns, rows);
}

}  // namespace paper
