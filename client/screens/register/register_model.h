// A posyandu's own month: the √/X/A register, the reports' figures split by what the health centre
// has, and behind each figure its babies.
#pragma once

#include "client/screens/frame/printout.h"
#include "client/screens/ports/ports.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace screens {

enum class RegisterTab { Marks, F1, Sigizi };

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
    std::vector<base::Month> months() const;  // this one and the twelve before
    base::Month month() const { return month_; }
    void month_chosen(const std::string& text);  // "2026-03"
    void tab_chosen(RegisterTab tab);
    RegisterTab tab() const { return tab_; }

    const RegisterMonth* found() const { return found_ ? &*found_ : nullptr; }
    RegisterProgress progress() const { return ports_.register_month.progress(); }
    bool is_month_over() const;
    const std::vector<FigureRow>& f1() const { return f1_; }
    const std::vector<FigureRow>& sigizi() const { return sigizi_; }

    struct Opened {
        indicators::Indicator indicator{};
        Slice slice = Slice::All;
        std::vector<Behind> counted, excluded;
    };
    void figure_pressed(indicators::Indicator indicator, Slice slice);
    void closed();
    const std::optional<Opened>& opened() const { return opened_; }

    void print_clicked();
    Printout& printout() { return printout_; }

private:
    void read();
    void open(indicators::Indicator indicator, Slice slice);
    bool is_counted_here(const Behind& each) const;
    FigureRow row_of(indicators::Indicator indicator) const;

    Ports ports_;
    Printout printout_;
    std::vector<Unit> units_;
    std::string unit_;
    base::Month month_;
    RegisterTab tab_ = RegisterTab::Marks;
    std::optional<RegisterMonth> found_;
    std::vector<FigureRow> f1_, sigizi_;
    std::optional<Opened> opened_;
    std::int64_t version_ = -1;
};

// "L", "Diterima puskesmas" ...: the head of a figure's column.
std::string slice_name(Slice slice);
std::string figure_name(indicators::Indicator indicator);
std::string reason_of(const Behind& each);  // why she is not counted

}  // namespace screens
