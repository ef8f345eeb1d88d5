// A posyandu's own month: the √/X/A register, the forms that are filled from it, and behind each
// figure its people.
#pragma once

#include "client/screens/frame/printout.h"
#include "client/screens/ports/ports.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace screens {

// Which of a figure's babies.
enum class Slice { Boys, Girls, All, Sent, Waiting, Troubled };
inline constexpr std::size_t kSlices = 6;

struct FigureRow {
    indicators::Indicator indicator{};
    std::array<int, kSlices> counts{};
};

class RegisterModel {
public:
    static constexpr int kMonthsBack = 12;

    explicit RegisterModel(const Ports& ports);
    void refresh();  // once a frame

    const std::vector<Unit>& units() const { return units_; }
    const std::string& unit() const { return unit_; }
    void unit_chosen(const std::string& code);
    std::vector<Form> forms() const;  // of her role
    Form form() const { return form_; }
    void form_chosen(Form form);
    // This month and the twelve before; then the half-years whose last month has begun, if the form
    // is made of one.
    std::vector<sheets::Period> periods() const;
    const sheets::Period& period() const { return period_; }
    void period_chosen(const std::string& text);  // "2026-03", "2026-S1"
    base::Month month() const { return period_.last; }

    const RegisterMonth* found() const { return found_.get(); }
    RegisterProgress progress() const { return ports_.register_month.progress(); }
    bool is_month_over() const;
    const std::vector<FigureRow>& f1() const { return f1_; }
    const std::vector<FigureRow>& sigizi() const { return sigizi_; }
    const std::vector<sheets::Sheet>& sheets() const;  // of the form; none until it is found
    // A row of a list of persons, shown by itself; wherever it stands once all is counted anew.
    void row_pressed(std::size_t row);
    std::optional<std::size_t> row() const;

    struct Opened {
        indicators::Indicator indicator{};
        Slice slice = Slice::All;
        std::optional<sheets::FigureId> figure = std::nullopt;  // of a form's cell
        std::vector<Behind> counted = {}, excluded = {};
    };
    void figure_pressed(indicators::Indicator indicator, Slice slice);
    void cell_pressed(const std::string& figure);  // its id, as in every format
    void closed();                                 // one step back: from the people, from the row
    const std::optional<Opened>& opened() const { return opened_; }

    bool can_print() const;
    void print_clicked();
    void keep_clicked();
    void family_pressed(const std::string& household);
    Printout& printout() { return printout_; }

private:
    void read();
    void all_closed();
    void open(indicators::Indicator indicator, Slice slice);
    bool is_counted_here(const Behind& each) const;
    FigureRow row_of(indicators::Indicator indicator) const;
    std::string file_name() const;

    Ports ports_;
    Printout printout_;
    std::vector<Unit> units_;
    std::string unit_;
    bool is_midwife_ = false;
    sheets::Period period_;
    Form form_ = Form::Marks;
    std::shared_ptr<const RegisterMonth> found_;
    std::vector<FigureRow> f1_, sigizi_;
    std::string row_;  // the record that the opened row is of; "": none is
    std::optional<Opened> opened_;
    std::int64_t version_ = -1;
};

// Everybody whom a figure speaks of, as `trace` of the health centre opens it.
RegisterModel::Opened people_behind(const RegisterMonth& month, const sheets::FigureId& figure);
bool is_of_one_month(Form form);
std::string form_code(Form form);  // "f1"
std::string form_name(Form form);
std::string period_name(const sheets::Period& period);
// "L", "Diterima puskesmas" ...: the head of a figure's column.
std::string slice_name(Slice slice);
std::string figure_name(indicators::Indicator indicator);
std::string opened_name(const RegisterModel::Opened& opened);
std::string reason_of(const Behind& each);  // why she is not counted

}  // namespace screens
