#include "shared/indicators/period.h"

namespace indicators {

namespace {

std::vector<Month> months_from(Month first, int count) {
    std::vector<Month> months;
    for (int i = 0; i < count; ++i) months.push_back(base::add_months(first, i));
    return months;
}

}  // namespace

std::vector<Month> months_to_quarter(int year, int quarter) {
    return months_from(std::chrono::year(year) / 1, quarter * 3);
}

std::vector<Month> months_of_recap(Month february_or_august) {
    return months_from(base::add_months(february_or_august, -5), 6);
}

bool is_recap_month(Month month) {
    return month.month() == std::chrono::February || month.month() == std::chrono::August;
}

std::vector<Month> months_of_year(int year) {
    return months_from(std::chrono::year(year) / 1, 12);
}

}  // namespace indicators
