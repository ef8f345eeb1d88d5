#include "client/screens/register/register_model.h"

#include "client/ui/words/words.h"

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
      month_(base::month_of(ports.today())) {}

void RegisterModel::refresh() {
    ports_.register_month.want(month_, unit_);
    if (version_ != ports_.register_month.register_version()) read();
}

void RegisterModel::read() {
    version_ = ports_.register_month.register_version();
    const RegisterMonth* found = ports_.register_month.found();
    found_ = found != nullptr ? std::optional(*found) : std::nullopt;
    f1_.clear();
    sigizi_.clear();
    if (!found_) return;
    for (const auto indicator : kF1Figures) f1_.push_back(row_of(indicator));
    for (const auto indicator : kSigiziFigures) sigizi_.push_back(row_of(indicator));
    if (opened_) open(opened_->indicator, opened_->slice);
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
    closed();
    refresh();
}

std::vector<base::Month> RegisterModel::months() const {
    std::vector<base::Month> all;
    const base::Month now = base::month_of(ports_.today());
    for (int back = 0; back <= kMonthsBack; ++back) all.push_back(base::add_months(now, -back));
    return all;
}

void RegisterModel::month_chosen(const std::string& text) {
    const auto month = base::parse_month(text);
    if (!month) return;
    month_ = *month;
    closed();
    refresh();
}

void RegisterModel::tab_chosen(RegisterTab tab) {
    tab_ = tab;
    closed();
}

bool RegisterModel::is_month_over() const {
    return base::last_day(month_) < ports_.today();
}

void RegisterModel::figure_pressed(indicators::Indicator indicator, Slice slice) {
    if (found_) open(indicator, slice);
}

// The excluded are those of the same sex; how far their records are says nothing about a figure
// that they are not in.
void RegisterModel::open(indicators::Indicator indicator, Slice slice) {
    Opened opened{indicator, slice, {}, {}};
    const bool is_by_sex = slice == Slice::Boys || slice == Slice::Girls;
    for (const Behind& each : found_->behind) {
        if (each.fact.indicator != indicator) continue;
        const bool is_counted = is_counted_here(each);
        if ((is_counted || is_by_sex) && !is_in(slice, each)) continue;
        (is_counted ? opened.counted : opened.excluded).push_back(each);
    }
    opened_ = std::move(opened);
}

void RegisterModel::closed() {
    opened_.reset();
}

void RegisterModel::print_clicked() {
    if (found_) printout_.print(ports_.register_month.on_paper(*found_), "register-asi");
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

std::string reason_of(const Behind& each) {
    return words::language() == words::Language::Indonesian
               ? indicators::reason_id(each.fact.reason, each.fact.detail)
               : indicators::reason_en(each.fact.reason, each.fact.detail);
}

}  // namespace screens
