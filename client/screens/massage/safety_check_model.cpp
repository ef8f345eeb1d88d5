#include "client/screens/massage/safety_check_model.h"

#include "client/screens/record/typed_answers.h"
#include "client/ui/words/words.h"
#include "shared/base/json.h"

#include <algorithm>

namespace screens {

using care::MassageAction;
using care::Safety;
using words::tr;

namespace {

constexpr const char* kAnySign = "XC01";
constexpr const char* kRefused = "XC02";
constexpr const char* kNotForMilk = "XC15";
constexpr const char* kSomethingElse = "OTHER";
constexpr double kColdest = 33, kHottest = 42;  // V030

bool holds(const std::vector<std::string>& all, const std::string& code) {
    return std::find(all.begin(), all.end(), code) != all.end();
}

std::string in_degrees(double celsius) {
    return show_typed(forms::QuestionType::Decimal, base::json::decimal(celsius)).text;
}

std::vector<std::string> asked_lines() {
    std::vector<std::string> codes;
    for (const care::SafetyLine& line : care::safety_lines()) {
        if (!line.is_for_midwife_only) codes.emplace_back(line.code);
    }
    return codes;
}

}  // namespace

std::string safety_words(const Ports& ports, const std::string& code) {
    const care::DangerSign* sign = care::find_danger_sign(code);
    const bool is_id = words::code() == "id";
    if (sign != nullptr) {
        if (sign->is_private) return tr("Something else, told to the midwife in person");
        return std::string(is_id ? sign->label_id : sign->label_en);
    }
    const forms::Form* form = ports.records.forms().find("massage_teaching");
    for (const char* field : {"safety_reasons", "cautions"}) {
        const forms::Question* question = form != nullptr ? form->find(field) : nullptr;
        const forms::Choice* choice =
            question != nullptr ? form->find_choice(*question, code) : nullptr;
        if (choice != nullptr) return choice->label.in(words::code());
    }
    for (const care::SafetyLine& line : care::safety_lines()) {
        if (line.code == code) return std::string(is_id ? line.label_id : line.label_en);
    }
    return {};
}

// ---- what is asked

const std::vector<std::string>& SafetyCheckModel::lines() const {
    static const std::vector<std::string> kLines = asked_lines();
    return kLines;
}

std::string SafetyCheckModel::text(const std::string& line) const {
    if (line == kAnySign) return tr("Does she have any danger sign now?");
    if (line == kRefused) return tr("Does she not want it, or is she uneasy about being touched?");
    return safety_words(ports_, line);
}

std::string SafetyCheckModel::known(const std::string& line) const {
    if (line == kAnySign && facts_.is_checked_today) {
        return tr("Her danger signs were asked about today. Is there anything new?");
    }
    if (line == "XC06" && facts_.temp_c) {
        return tr("Measured today: {0} °C.", {in_degrees(*facts_.temp_c)});
    }
    const auto found = facts_.hints.find(line);
    return found == facts_.hints.end() ? std::string() : found->second;
}

std::string SafetyCheckModel::said(const std::string& key) const {
    const auto found = said_.find(key);
    return found == said_.end() ? std::string() : found->second;
}

std::string SafetyCheckModel::answer(const std::string& line) const {
    return said(line);
}

std::vector<const care::DangerSign*> SafetyCheckModel::signs_to_choose() const {
    std::vector<const care::DangerSign*> all;
    for (const care::DangerSign& sign : care::danger_signs()) {
        const bool is_hers = sign.subject == care::Subject::Mother && !sign.is_private;
        if (is_hers && sign.massage >= MassageAction::Defer) all.push_back(&sign);
    }
    return all;
}

std::optional<double> SafetyCheckModel::temperature() const {
    if (facts_.temp_c) return facts_.temp_c;
    const std::string typed = said("temp");
    if (typed.empty()) return std::nullopt;
    const auto token =
        read_typed(forms::QuestionType::Decimal, {typed, {}}, ports_.today(), ports_.zone());
    const auto value = token ? base::json::number_of(*token) : std::nullopt;
    if (!value || *value < kColdest || *value > kHottest) return std::nullopt;
    return value;
}

std::string SafetyCheckModel::temperature_problem() const {
    if (facts_.temp_c || said("temp").empty() || temperature()) return {};
    return tr("A temperature lies between 33 and 42 °C, for example 36.8.");
}

bool SafetyCheckModel::is_acknowledged(const std::string& caution) const {
    return said("read." + caution) == "1";
}

// ---- what the user did

void SafetyCheckModel::answered(const std::string& line, const std::string& code) {
    const bool is_again = said(line) == code;
    said_.erase("read." + line);
    if (is_again) said_.erase(line);
    if (!is_again) said_[line] = code;
    if (line != kAnySign || said(line) == "1") return;
    std::erase_if(said_, [](const auto& each) { return each.first.starts_with("sign."); });
}

void SafetyCheckModel::sign_pressed(const std::string& sign) {
    const std::string key = "sign." + sign;
    if (said_.erase(key) == 0) said_[key] = "1";
}

void SafetyCheckModel::caution_pressed(const std::string& caution) {
    const std::string key = "read." + caution;
    if (said_.erase(key) == 0) said_[key] = "1";
}

// ---- what comes of it

// A danger sign that was not named, or was told in private, stops; named ones say it themselves.
std::vector<std::string> SafetyCheckModel::ticked() const {
    std::vector<std::string> codes = facts_.earlier;
    for (const care::DangerSign* sign : facts_.stop.signs) codes.emplace_back(sign->code);
    for (const care::DangerSign* sign : facts_.told) codes.emplace_back(sign->code);
    if (facts_.stop.action == MassageAction::Stop) codes.emplace_back(kAnySign);
    if (facts_.refusal != Refusal::None) codes.emplace_back(kRefused);
    bool is_named = false, stops = false;
    for (const care::DangerSign* sign : signs_to_choose()) {
        if (!is_chosen(std::string(sign->code))) continue;
        is_named = true;
        stops = stops || sign->massage == MassageAction::Stop;
        codes.emplace_back(sign->code);
    }
    const bool is_unnamed = !is_named || is_chosen(kSomethingElse);
    if (answer(kAnySign) == "1" && (is_unnamed || stops)) codes.emplace_back(kAnySign);
    for (const std::string& line : lines()) {
        if (line != kAnySign && answer(line) == "1") codes.push_back(line);
    }
    return codes;
}

care::SafetyResult SafetyCheckModel::result() const {
    const auto codes = ticked();
    care::SafetyResult result = care::check_safety(codes, temperature());
    // What is only asked in private is known to whom she told it; it is not read out here.
    std::erase_if(result.cautions, [](const std::string& code) {
        const care::DangerSign* sign = care::find_danger_sign(code);
        return sign != nullptr && sign->is_private;
    });
    return result;
}

int SafetyCheckModel::unanswered() const {
    const auto& all = lines();
    return static_cast<int>(std::count_if(
        all.begin(), all.end(), [this](const std::string& line) { return answer(line).empty(); }));
}

bool SafetyCheckModel::is_known_stop() const {
    return facts_.stop.action == MassageAction::Stop || facts_.refusal != Refusal::None ||
           holds(facts_.earlier, kAnySign);
}

// Her "no" alone only counts when nobody overlooked a danger sign: that line comes first.
bool SafetyCheckModel::is_decided() const {
    const bool is_stop = result().safety == Safety::Stop;
    if (is_stop && (is_known_stop() || !answer(kAnySign).empty())) return true;
    return unanswered() == 0 && temperature_problem().empty();
}

bool SafetyCheckModel::is_defer() const {
    const care::SafetyResult now = result();
    return is_decided() && now.safety == Safety::Defer &&
           std::all_of(now.cautions.begin(), now.cautions.end(),
                       [this](const std::string& each) { return is_acknowledged(each); });
}

bool SafetyCheckModel::is_go() const {
    const care::SafetyResult now = result();
    return is_decided() && now.safety == Safety::Go &&
           std::all_of(now.cautions.begin(), now.cautions.end(),
                       [this](const std::string& each) { return is_acknowledged(each); });
}

bool SafetyCheckModel::is_only_refused() const {
    const care::SafetyResult now = result();
    return now.safety == Safety::Stop && !now.needs_referral;
}

bool SafetyCheckModel::is_not_for_milk() const {
    return facts_.has_lost_baby || answer(kNotForMilk) == "1";
}

std::vector<const care::DangerSign*> SafetyCheckModel::signs() const {
    std::vector<const care::DangerSign*> all;
    for (const std::string& code : result().reasons) {
        const care::DangerSign* sign = care::find_danger_sign(code);
        if (sign != nullptr) all.push_back(sign);
    }
    return all;
}

std::vector<std::string> SafetyCheckModel::kept_cautions() const {
    std::vector<std::string> all = result().cautions;
    std::erase_if(all, [](const std::string& code) { return !code.starts_with("XC"); });
    return all;
}

}  // namespace screens
