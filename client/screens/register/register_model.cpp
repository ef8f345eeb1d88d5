#include "client/screens/register/register_model.h"

#include "client/ui/words/dates.h"
#include "client/ui/words/words.h"
#include "shared/sheets/figure_id.h"

#include <algorithm>

namespace screens {

using words::tr;

namespace {

bool is_in(Slice slice, const Behind& each) {
    switch (slice) {
        case Slice::Boys:
            return each.fact.sex == 'L';
        case Slice::Girls:
            return each.fact.sex == 'P';
        case Slice::All:
            return true;
        case Slice::Sent:
            return each.sending == Sending::Sent;
        case Slice::Waiting:
            return each.sending == Sending::Waiting;
        case Slice::Troubled:
            return each.sending == Sending::Troubled;
    }
    return false;
}

}  // namespace

RegisterModel::RegisterModel(const Ports& ports)
    : ports_(ports),
      printout_(ports.printing),
      units_(ports.session.me().units),
      unit_(units_.empty() ? std::string() : units_.front().code),
      is_midwife_(ports.session.me().role == "BIDAN" || ports.session.me().role == "KOORD"),
      period_(sheets::period_of(base::month_of(ports.today()))) {}

void RegisterModel::refresh() {
    ports_.register_month.want(period_, unit_);
    if (version_ != ports_.register_month.register_version()) read();
}

void RegisterModel::read() {
    version_ = ports_.register_month.register_version();
    found_ = ports_.register_month.found();
    f1_.clear();
    sigizi_.clear();
    if (!found_) return;
    for (const auto indicator : kF1Figures) f1_.push_back(row_of(indicator));
    for (const auto indicator : kSigiziFigures) sigizi_.push_back(row_of(indicator));
    if (!row()) row_.clear();
    if (!opened_) return;
    if (opened_->figure) {
        opened_ = people_behind(*found_, sheets::FigureId(*opened_->figure));
        return;
    }
    open(opened_->indicator, opened_->slice);
}

// Who stays here for a time is listed here and counted where she is domiciled.
bool RegisterModel::is_counted_here(const Behind& each) const {
    return each.is_counted() && each.fact.unit == found_->unit;
}

FigureRow RegisterModel::row_of(indicators::Indicator indicator) const {
    FigureRow row;
    row.indicator = indicator;
    for (const Behind& each : found_->behind) {
        if (each.fact.indicator != indicator || !is_counted_here(each)) continue;
        for (std::size_t slice = 0; slice < kSlices; ++slice) {
            if (is_in(static_cast<Slice>(slice), each)) ++row.counts[slice];
        }
    }
    return row;
}

void RegisterModel::unit_chosen(const std::string& code) {
    unit_ = code;
    all_closed();
    refresh();
}

std::vector<Form> RegisterModel::forms() const {
    std::vector<Form> all = {Form::Marks, Form::F1,     Form::Sigizi,
                             Form::Ilp,   Form::Weekly, Form::Family};
    if (!is_midwife_) return all;
    all.insert(all.end(), {Form::Contacts, Form::Cohort, Form::Measurements});
    return all;
}

void RegisterModel::form_chosen(Form form) {
    form_ = form;
    if (is_of_one_month(form)) period_ = sheets::period_of(period_.last);
    all_closed();
    refresh();
}

std::vector<sheets::Period> RegisterModel::periods() const {
    std::vector<sheets::Period> all;
    const base::Month now = base::month_of(ports_.today());
    for (int back = 0; back <= kMonthsBack; ++back) {
        all.push_back(sheets::period_of(base::add_months(now, -back)));
    }
    if (is_of_one_month(form_)) return all;
    for (int back = 0; back <= kMonthsBack; ++back) {
        const base::Month last = base::add_months(now, -back);
        const unsigned number = static_cast<unsigned>(last.month());
        if (number == 2 || number == 8) all.push_back({sheets::Period::Kind::HalfYear, last});
    }
    return all;
}

void RegisterModel::period_chosen(const std::string& text) {
    const auto period = sheets::parse_period(text);
    if (!period) return;
    period_ = *period;
    all_closed();
    refresh();
}

bool RegisterModel::is_month_over() const {
    return base::last_day(month()) < ports_.today();
}

const std::vector<sheets::Sheet>& RegisterModel::sheets() const {
    static const std::vector<sheets::Sheet> kNone;
    if (!found_) return kNone;
    const auto found = found_->forms.find(form_);
    return found == found_->forms.end() ? kNone : found->second;
}

void RegisterModel::row_pressed(std::size_t row) {
    if (sheets().empty() || row >= sheets().front().rows.size()) return;
    row_ = sheets().front().rows[row].front().record;
}

std::optional<std::size_t> RegisterModel::row() const {
    if (row_.empty() || sheets().empty()) return std::nullopt;
    const auto& rows = sheets().front().rows;
    const auto found = std::find_if(
        rows.begin(), rows.end(), [&](const auto& cells) { return cells.front().record == row_; });
    if (found == rows.end()) return std::nullopt;
    return static_cast<std::size_t>(std::distance(rows.begin(), found));
}

void RegisterModel::figure_pressed(indicators::Indicator indicator, Slice slice) {
    if (found_) open(indicator, slice);
}

// The excluded are those of the same sex; how far their records are says nothing about a figure
// that they are not in.
void RegisterModel::open(indicators::Indicator indicator, Slice slice) {
    Opened opened;
    opened.indicator = indicator;
    opened.slice = slice;
    const bool is_by_sex = slice == Slice::Boys || slice == Slice::Girls;
    for (const Behind& each : found_->behind) {
        if (each.fact.indicator != indicator) continue;
        const bool is_counted = is_counted_here(each);
        if ((is_counted || is_by_sex) && !is_in(slice, each)) continue;
        (is_counted ? opened.counted : opened.excluded).push_back(each);
    }
    opened_ = std::move(opened);
}

void RegisterModel::cell_pressed(const std::string& figure) {
    const auto id = sheets::parse_figure_id(figure);
    if (found_ && id) opened_ = people_behind(*found_, *id);
}

namespace {

// As the figure counts her: in it, of those whom it is of and not in it, or of neither.
bool is_in(sheets::Share share, indicators::Part part) {
    switch (share) {
        case sheets::Share::Counted:
            return part == indicators::Part::Numerator;
        case sheets::Share::Whole:
            return part != indicators::Part::Excluded;
        case sheets::Share::Rest:
            return part == indicators::Part::Denominator;
    }
    return false;
}

}  // namespace

RegisterModel::Opened people_behind(const RegisterMonth& month, const sheets::FigureId& figure) {
    RegisterModel::Opened opened;
    opened.figure = figure;
    const bool is_weekly = figure.code == sheets::kWeekly;
    for (const Behind& each : is_weekly ? month.weekly : month.behind) {
        const std::string_view code = is_weekly ? sheets::kWeekly : to_code(each.fact.indicator);
        if (!speaks_of(figure, {code, each.fact.detail, each.fact.sex, each.fact.age_months})) {
            continue;
        }
        const bool is_counted = each.fact.unit == month.unit && is_in(figure.share, each.fact.part);
        (is_counted ? opened.counted : opened.excluded).push_back(each);
    }
    return opened;
}

void RegisterModel::closed() {
    if (!opened_) row_.clear();
    opened_.reset();
}

void RegisterModel::all_closed() {
    row_.clear();
    opened_.reset();
}

bool RegisterModel::can_print() const {
    return !sheets().empty();
}

// What the file is, never whom it is about.
std::string RegisterModel::file_name() const {
    return form_code(form_) + "-" + unit_ + "-" + to_text(period_);
}

void RegisterModel::print_clicked() {
    if (can_print()) printout_.print(ports_.register_month.on_paper(*found_, form_), file_name());
}

void RegisterModel::keep_clicked() {
    if (!can_print()) return;
    const auto month = found_;
    Register& port = ports_.register_month;
    const Form form = form_;
    const std::string name = file_name();
    const auto spreadsheet = [=, &port]() -> base::Result<std::vector<KeptFile>> {
        TRY_LET(bytes, port.as_spreadsheet(*month, form));
        return std::vector<KeptFile>{{name, ".xlsx", bytes}};
    };
    const auto tables = [=, &port]() -> base::Result<std::vector<KeptFile>> {
        std::vector<KeptFile> files;
        const std::vector<std::string> texts = port.as_csv(*month, form);
        for (std::size_t i = 0; i + 1 < texts.size(); ++i) {
            files.push_back({name + (i == 0 ? "" : "-" + std::to_string(i + 1)), ".csv", texts[i]});
        }
        if (!texts.empty()) files.push_back({name, ".txt", texts.back()});
        return files;
    };
    printout_.save_as({{"xlsx", tr("Excel"), spreadsheet}, {"csv", tr("Table (CSV)"), tables}});
}

void RegisterModel::family_pressed(const std::string& household) {
    const auto page = ports_.register_month.family_on_paper(household);
    if (page.ok()) printout_.print(page.value(), "ilp-3-4");
}

bool is_of_one_month(Form form) {
    return form == Form::Weekly || form == Form::Cohort || form == Form::Measurements;
}

std::string form_code(Form form) {
    switch (form) {
        case Form::Marks:
            return "register";
        case Form::F1:
            return "f1";
        case Form::Sigizi:
            return "sigizi";
        case Form::Ilp:
            return "ilp";
        case Form::Weekly:
            return "weekly";
        case Form::Family:
            return "family";
        case Form::Contacts:
            return "lb3";
        case Form::Cohort:
            return "cohort";
        case Form::Measurements:
            return "ppgbm";
    }
    return {};
}

std::string form_name(Form form) {
    switch (form) {
        case Form::Marks:
            return tr("√ / X / A register");
        case Form::F1:
            return tr("Form F1 of the posyandu");
        case Form::Sigizi:
            return tr("SIGIZI, monthly nutrition");
        case Form::Ilp:
            return tr("ILP recap, mothers and babies");
        case Form::Weekly:
            return tr("Recap of each week");
        case Form::Family:
            return tr("ILP sheets 3 and 4 of a family");
        case Form::Contacts:
            return tr("LB3 and KN, births and contacts");
        case Form::Cohort:
            return tr("Cohort register of babies");
        case Form::Measurements:
            return tr("e-PPGBM, weighings");
    }
    return {};
}

std::string period_name(const sheets::Period& period) {
    const std::string month = words::month_and_year(period.last);
    if (period.kind == sheets::Period::Kind::OneMonth) return month;
    return tr("Half year to {0}", {month});
}

std::string slice_name(Slice slice) {
    switch (slice) {
        case Slice::Boys:
            return tr("Boys");
        case Slice::Girls:
            return tr("Girls");
        case Slice::All:
            return tr("Total");
        case Slice::Sent:
            return tr("Received");
        case Slice::Waiting:
            return tr("Not sent");
        case Slice::Troubled:
            return tr("To mend");
    }
    return {};
}

std::string figure_name(indicators::Indicator indicator) {
    return std::string(words::language() == words::Language::Indonesian
                           ? indicators::name_id(indicator)
                           : indicators::name_en(indicator));
}

std::string opened_name(const RegisterModel::Opened& opened) {
    if (!opened.figure) return figure_name(opened.indicator);
    if (const auto week = sheets::parse_weekly(opened.figure->detail)) {
        const sheets::Ages& days = opened.figure->ages;
        return std::string(name_id(*week)) + ", " + std::to_string(days.from) + "–" +
               std::to_string(days.to);
    }
    const auto indicator = indicators::parse_indicator(opened.figure->code);
    return indicator ? figure_name(*indicator) : opened.figure->code;
}

std::string reason_of(const Behind& each) {
    return words::language() == words::Language::Indonesian
               ? indicators::reason_id(each.fact.reason, each.fact.detail)
               : indicators::reason_en(each.fact.reason, each.fact.detail);
}

}  // namespace screens
