#include "client/screens/massage/safety_check_model.h"

#include "client/screens/record/typed_answers.h"
#include "client/ui/words/words.h"
#include "shared/base/json.h"
#include "shared/base/text.h"

#include <algorithm>

namespace screens {

using care::MassageAction;
using care::Safety;
using words::later;
using words::tr;

namespace {

constexpr const char* kAnySign = "XC01";
constexpr const char* kRefused = "XC02";
constexpr const char* kNotForMilk = "XC15";
constexpr const char* kChanged = "CHANGED";      // since she was asked today
constexpr const char* kSomethingElse = "OTHER";  // named to nobody but the midwife
constexpr double kColdest = 33, kHottest = 42;   // V030

bool holds(const std::vector<std::string>& all, const std::string& code) {
    return std::find(all.begin(), all.end(), code) != all.end();
}

std::string in_degrees(double celsius) {
    return show_typed(forms::QuestionType::Decimal, base::json::decimal(celsius)).text;
}

bool is_sign(const std::string& line) {
    return care::find_danger_sign(line) != nullptr;
}

// As it is said aloud: a question, without what to do about it.
struct Spoken {
    const char* line;
    const char* words;
};
constexpr Spoken kSpoken[] = {
    {kChanged, later("Since then, has anything changed, or is there anything new?")},
    {kSomethingElse, later("Is there anything else dangerous, or something that she wants to tell "
                           "only the midwife?")},
    {kRefused, later("Does she not want it, or is she uneasy about being touched?")},
    {"XC03", later("Did she give birth less than 2 hours ago, and no midwife is here?")},
    {"XC04", later("Is there a wound, bruise, burn, boil or rash on her back?")},
    {"XC05", later("Does her back hurt badly, or was her spine ever injured or operated on?")},
    {"XC06", later("Is she or who massages a little feverish (37.5 to 37.9 °C), or ill with "
                   "something that spreads?")},
    {"XC07", later("Has she had blood clots, does she take medicine that thins the blood, or is "
                   "one leg swollen and painful?")},
    {"XC08", later("Are her breasts red and painful, or hot?")},
    {"XC09", later("Did she have a caesarean less than 2 weeks ago?")},
    {"XC10", later("Was she numbed by an injection in her back lately?")},
    {"XC11", later("Is she hungry, or did she eat a lot less than 30 minutes ago?")},
    {"XC12", later("Does she get a rash from oil or perfume, or is her skin sensitive?")},
    {"XC13", later("Does she have high blood pressure, without complaints?")},
    {"XC14", later("Is she pregnant again?")},
    {kNotForMilk, later("Does she choose not to breastfeed?")}};

// A sign as the check of a mother asks it, and what stands below it there.
std::string in_check(const Ports& ports, const std::string& code, bool is_hint) {
    const care::DangerSign* sign = care::find_danger_sign(code);
    const forms::Form* form = ports.records.forms().find("mother_check");
    const forms::Question* question =
        sign != nullptr && form != nullptr ? form->find(care::field_of(*sign)) : nullptr;
    if (question == nullptr) return is_hint ? std::string() : safety_words(ports, code);
    return (is_hint ? question->hint : question->label).in(words::code());
}

}  // namespace

std::string safety_words(const Ports& ports, const std::string& code) {
    const care::DangerSign* sign = care::find_danger_sign(code);
    const bool is_id = words::code() == "id";
    if (sign != nullptr) {
        if (sign->is_private) return tr("Something else, told to the midwife in person");
        return std::string(is_id ? sign->label_id : sign->label_en);
    }
    // A loss is known from the records; here it can only be her own choice.
    if (code == kNotForMilk) return tr("She does not breastfeed: do not offer it for milk.");
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

// A sign that was told on this page before such a check arrived is not asked away by it.
bool SafetyCheckModel::asks_change() const {
    const bool has_told = std::any_of(said_.begin(), said_.end(),
                                      [](const auto& each) { return is_sign(each.first); });
    return facts_.is_checked_today && (!answer(kChanged).empty() || !has_told);
}

std::vector<std::string> SafetyCheckModel::danger_lines() const {
    std::vector<std::string> codes;
    if (asks_change()) codes.emplace_back(kChanged);
    if (asks_change() && answer(kChanged) != "1") return codes;
    for (const care::DangerSign* sign : massage_signs()) codes.emplace_back(sign->code);
    codes.emplace_back(kSomethingElse);
    return codes;
}

std::vector<std::string> SafetyCheckModel::other_lines() const {
    std::vector<std::string> codes;
    for (const care::SafetyLine& line : care::safety_lines()) {
        const bool is_asked = !line.is_for_midwife_only && line.code != kAnySign;
        if (is_asked) codes.emplace_back(line.code);
    }
    return codes;
}

std::vector<std::string> SafetyCheckModel::lines() const {
    std::vector<std::string> all = danger_lines();
    for (std::string& line : other_lines()) all.push_back(std::move(line));
    return all;
}

std::string SafetyCheckModel::next_line() const {
    for (const std::string& line : lines()) {
        if (answer(line).empty()) return line;
    }
    return {};
}

std::string SafetyCheckModel::text(const std::string& line) const {
    for (const Spoken& each : kSpoken) {
        if (line == each.line) return tr(each.words);
    }
    return in_check(ports_, line, false);
}

std::string SafetyCheckModel::known(const std::string& line) const {
    if (line == kChanged) {
        const std::string told = base::joined(sign_words(facts_.told), "; ");
        return tr("Her danger signs were asked about today: {0}.",
                  {told.empty() ? tr("she had none") : told});
    }
    // What stands below a headache there speaks of a question that is not asked here.
    if (is_sign(line)) return line == "MDS07" ? std::string() : in_check(ports_, line, true);
    if (line == "XC06" && facts_.temp_c) {
        return tr("Measured today: {0} °C.", {in_degrees(*facts_.temp_c)});
    }
    const auto found = facts_.hints.find(line);
    return found == facts_.hints.end() ? std::string() : found->second;
}

// What the list says is to be done stands behind a colon (DOMAIN 2.4).
std::string SafetyCheckModel::advice(const std::string& line) const {
    const bool is_line = line.starts_with("XC") && answer(line) == "1";
    const std::string text = is_line ? safety_words(ports_, line) : std::string();
    return text.find(':') == std::string::npos ? std::string() : text;
}

std::string SafetyCheckModel::said(const std::string& key) const {
    const auto found = said_.find(key);
    return found == said_.end() ? std::string() : found->second;
}

std::string SafetyCheckModel::answer(const std::string& line) const {
    return said(line);
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
    if (line != kChanged || said(line) == "1") return;
    std::erase_if(said_, [](const auto& each) {
        return is_sign(each.first) || each.first == kSomethingElse;
    });
}

void SafetyCheckModel::caution_pressed(const std::string& caution) {
    const std::string key = "read." + caution;
    if (said_.erase(key) == 0) said_[key] = std::string("1");  // GCC 12 misreads the literal
}

// ---- what comes of it

// Something that was told in private stops; what was named says itself whether it does.
std::vector<std::string> SafetyCheckModel::ticked() const {
    std::vector<std::string> codes = facts_.earlier;
    for (const care::DangerSign* sign : facts_.stop.signs) codes.emplace_back(sign->code);
    for (const care::DangerSign* sign : facts_.told) codes.emplace_back(sign->code);
    bool stops = facts_.stop.action == MassageAction::Stop || answer(kSomethingElse) == "1";
    if (facts_.refusal != Refusal::None) codes.emplace_back(kRefused);
    for (const care::DangerSign* sign : massage_signs()) {
        if (answer(std::string(sign->code)) != "1") continue;
        stops = stops || sign->massage == MassageAction::Stop;
        codes.emplace_back(sign->code);
    }
    if (stops) codes.emplace_back(kAnySign);
    for (const std::string& line : other_lines()) {
        if (answer(line) == "1") codes.push_back(line);
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
    const auto all = lines();
    return static_cast<int>(std::count_if(
        all.begin(), all.end(), [this](const std::string& line) { return answer(line).empty(); }));
}

bool SafetyCheckModel::is_known_stop() const {
    return facts_.stop.action == MassageAction::Stop || facts_.refusal != Refusal::None ||
           holds(facts_.earlier, kAnySign);
}

bool SafetyCheckModel::has_sign_for_now() const {
    const auto all = massage_signs();
    return std::any_of(all.begin(), all.end(), [this](const care::DangerSign* sign) {
        return sign->urgency == care::Urgency::RedNow && sign->massage == MassageAction::Stop &&
               answer(std::string(sign->code)) == "1";
    });
}

bool SafetyCheckModel::all_answered(const std::vector<std::string>& lines) const {
    return std::all_of(lines.begin(), lines.end(),
                       [this](const std::string& line) { return !answer(line).empty(); });
}

// A sign for NOW counts at once. Any other stop, her "no" too, only when nobody overlooked a worse
// one: those lines come first.
bool SafetyCheckModel::is_decided() const {
    const bool is_stop = result().safety == Safety::Stop;
    const bool is_enough = is_known_stop() || has_sign_for_now() || all_answered(danger_lines());
    if (is_stop && is_enough) return true;
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
