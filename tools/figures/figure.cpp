#include "tools/figures/figure.h"

#include "shared/base/json.h"

#include <cmath>

namespace figures {

namespace {

double rounded(double number) {
    if (number == 0) return 0;
    const double scale = std::pow(10, 4 - std::ceil(std::log10(std::fabs(number))));
    return std::round(number * scale) / scale;
}

std::string token(double number) {
    return std::isfinite(number) ? base::json::decimal(rounded(number)) : "null";
}

}  // namespace

std::string to_line(const Figure& figure) {
    base::json::Writer line;
    line.add("figure", figure.name).add_token("value", token(figure.value));
    line.add("unit", figure.unit);
    line.add_token("baseline", figure.baseline ? token(*figure.baseline) : "null");
    line.add_token("ratio", figure.baseline ? token(figure.value / *figure.baseline) : "null");
    line.add("n", figure.n);
    return line.text();
}

const std::vector<Measurement>& all_measurements() {
    static const std::vector<Measurement> all = {
        push_and_pull(),  many_devices(),    slow_uploads(),  bytes_on_the_wire(),
        slow_link(),      packing_levels(),  argon2id(),      small_laptop(),
        large_laptop(),   month_reports(),   server_memory(), window_at_rest(),
        window_at_work(), massage_guide(),   duplicates(),    duplicates_large(),
        console_pages(),  report_processes()};
    return all;
}

}  // namespace figures
