#include "client/screens/frame/task_words.h"

#include "client/ui/words/words.h"

#include <algorithm>

namespace screens {

namespace {

using words::tr;

// "KF2" -> "KF", "2"
struct Code {
    std::string_view series, number;
};
Code split(std::string_view code) {
    const std::size_t digits = std::min(code.find_first_of("0123456789"), code.size());
    return {code.substr(0, digits), code.substr(digits)};
}

}  // namespace

std::string task_title(std::string_view code) {
    const auto [series, digits] = split(code);
    const std::string number(digits);
    if (series == "KV") return tr("Home visit {0}", {number});
    if (series == "KF") return tr("Health worker's check of the mother, no. {0}", {number});
    if (series == "KN") return tr("Health worker's check of the newborn, no. {0}", {number});
    if (series == "ASI") return tr("Feeding questions at {0} months", {number});
    if (code == "BIRTH_ASK") return tr("Ask about the birth");
    if (code == "RETRY") return tr("Nobody was met: try again");
    if (code == "RETEST") return tr("Family shows the massage again");
    if (code == "REFERRAL_FU") return tr("Ask what became of the referral");
    if (code == "DEFER_FU") return tr("Check again whether massage is safe");
    return std::string(code);
}

std::string form_of_task(std::string_view code) {
    const std::string_view series = split(code).series;
    if (series == "KF" || series == "KN") return "service_contact";
    if (series == "ASI") return "feeding_recall";
    if (code == "RETEST" || code == "DEFER_FU") return "massage_teaching";
    if (code == "REFERRAL_FU") return "referral";
    return "visit";
}

}  // namespace screens
