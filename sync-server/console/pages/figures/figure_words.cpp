#include "sync-server/console/pages/figures/figure_words.h"

#include "shared/indicators/definitions.h"
#include "shared/indicators/facts.h"
#include "sync-server/console/words/words.h"

namespace console {

namespace {

bool is_english() {
    return tongue().language == words::Language::English;
}

}  // namespace

std::string figure_words(const std::string& code) {
    const auto indicator = indicators::parse_indicator(code);
    if (!indicator) return code;
    return std::string(is_english() ? indicators::name_en(*indicator)
                                    : indicators::name_id(*indicator));
}

std::string meaning_words(const std::string& code) {
    const auto indicator = indicators::parse_indicator(code);
    if (!indicator) return "";
    return std::string(is_english() ? indicators::definition_en(*indicator)
                                    : indicators::definition_id(*indicator));
}

std::string reason_words(const std::string& code, const std::string& detail) {
    const auto reason = indicators::parse_reason(code);
    if (!reason || *reason == indicators::Reason::None) return "";
    return is_english() ? indicators::reason_en(*reason, detail)
                        : indicators::reason_id(*reason, detail);
}

}  // namespace console
