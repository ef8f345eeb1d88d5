#include "client/screens/sign_in/enrol_model.h"

#include <algorithm>
#include <cctype>

namespace screens {

using words::later;
using words::Sentence;
using Outcome = AccessState::Outcome;

namespace {

bool is_gap(char c) {
    return std::isspace(static_cast<unsigned char>(c)) != 0;
}

// What may stand in a code, as people type it: O for 0, I and L for 1; no U.
bool is_symbol(char c) {
    const auto letter = static_cast<unsigned char>(c);
    return std::isalnum(letter) != 0 && std::toupper(letter) != 'U';
}

CodeGroup::State state_of(const std::string& group) {
    if (group.empty()) return CodeGroup::State::Empty;
    if (!std::all_of(group.begin(), group.end(), is_symbol)) return CodeGroup::State::Wrong;
    return group.size() < EnrolModel::kGroup ? CodeGroup::State::Short : CodeGroup::State::Whole;
}

}  // namespace

// A code that was pasted out of a message may have line breaks in it.
std::string EnrolModel::plain_code() const {
    std::string plain;
    std::copy_if(code.begin(), code.end(), std::back_inserter(plain),
                 [](char c) { return !is_gap(c); });
    return plain;
}

std::string EnrolModel::code_address() const {
    const std::string plain = plain_code();
    const auto slash = plain.rfind('/');
    return slash == std::string::npos ? std::string() : plain.substr(0, slash);
}

std::string EnrolModel::symbols() const {
    const std::string plain = plain_code();
    const auto slash = plain.rfind('/');
    if (slash == std::string::npos) return {};
    std::string symbols;
    for (const char c : plain.substr(slash + 1)) {
        if (c != '-') symbols += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    }
    return symbols;
}

std::vector<CodeGroup> EnrolModel::groups() const {
    const std::string all = symbols();
    std::vector<CodeGroup> groups;
    for (std::size_t at = 0; at < kSymbols; at += kGroup) {
        const std::string text = at < all.size() ? all.substr(at, kGroup) : std::string();
        groups.push_back({text, state_of(text)});
    }
    return groups;
}

bool EnrolModel::is_code_whole() const {
    return access_.is_whole_code(plain_code());
}

Sentence EnrolModel::code_problem() const {
    const auto all = groups();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].state != CodeGroup::State::Wrong) continue;
        return {later("Group {0} ({1}) has a sign that no code has. Compare it with the slip."),
                {std::to_string(i + 1), all[i].text}};
    }
    const std::size_t count = symbols().size();
    if (count > kSymbols) {
        return {later("There are {0} signs too many after the slash."),
                {std::to_string(count - kSymbols)}};
    }
    if (count == kSymbols && !is_code_whole()) {
        return {later("A letter or digit is wrong somewhere. Compare it with the slip, group by "
                      "group, and the address before the slash too."),
                {}};
    }
    if (!says_problems_ || is_code_whole()) return {};
    if (plain_code().empty()) return {later("Type the code of your slip first."), {}};
    if (code_address().empty()) {
        return {later("The address before the slash is missing. Type all that is on the slip."),
                {}};
    }
    return {later("{0} signs are still missing."), {std::to_string(kSymbols - count)}};
}

void EnrolModel::for_whom_clicked(const std::string& user) {
    if (is_working() || again_ == user) return;
    again_ = user;
    own_pin.clear();
    outcome_ = Outcome::Idle;
}

bool EnrolModel::is_pin_good() const {
    return again_.empty() ? pin.is_good() : !own_pin.empty();
}

Sentence EnrolModel::own_pin_problem() const {
    if (outcome_ == Outcome::WrongPin && wait_s_ > 0) {
        return {later("Wrong PIN. Wait {0} seconds, then try again."), {std::to_string(wait_s_)}};
    }
    if (outcome_ == Outcome::WrongPin) return {later("Wrong PIN. Try again."), {}};
    if (says_problems_ && own_pin.empty()) return {later("Type your PIN first."), {}};
    return {};
}

void EnrolModel::enrol_clicked() {
    if (is_working()) return;
    says_problems_ = true;
    outcome_ = Outcome::Idle;
    if (!is_code_whole() || !is_pin_good()) return;
    access_.enrol({plain_code(), is_advanced_ ? address : std::string(), pin_to_sign_in(), again_});
    is_asked_ = true;
}

void EnrolModel::refresh() {
    if (!is_asked_) return;
    const AccessState state = access_.state();
    if (state.outcome == Outcome::Working) return;
    is_asked_ = false;
    outcome_ = state.outcome;
    wait_s_ = state.wait_s;
    if (outcome_ == Outcome::WrongPin) own_pin.clear();
    if (outcome_ == Outcome::Done) device_ = state.device;
    access_.forget();
}

Sentence EnrolModel::trouble() const {
    switch (outcome_) {
        case Outcome::BadCode:
            return {later("The code is not whole, or mistyped. Compare it with the slip."), {}};
        case Outcome::CodeUnknown:
            return {later("The health centre does not know this code. Compare it with the slip, "
                          "or ask the coordinator for a new one."),
                    {}};
        case Outcome::CodeUsed:
            return {later("This code was used on another laptop already. Ask the coordinator for "
                          "a new one."),
                    {}};
        case Outcome::CodeExpired:
            return {later("This code is too old. Ask the coordinator for a new one."), {}};
        case Outcome::NoConnection:
            return {later("The health centre could not be reached. Go where there is a network "
                          "and try again: the code is not used up."),
                    {}};
        case Outcome::WrongServer:
            return {later("What answered is not the health centre of this code. Nothing was sent. "
                          "Try another network, or ask the coordinator."),
                    {}};
        case Outcome::BadAddress:
            return {later("The address under \"More\" is not written like one: it begins with "
                          "https://."),
                    {}};
        case Outcome::AlreadyHere:
            return {later("You have a place on this laptop already. Go back and sign in."), {}};
        case Outcome::OtherUser:
            return {later("This code is for another user. Ask the coordinator for one in your own "
                          "name."),
                    {}};
        case Outcome::Elsewhere:
            return {later("This is open in another window already. Use that one, or close it "
                          "first."),
                    {}};
        case Outcome::Failed:
            return {later("The laptop's disk did not take it. Free some room, then try again with "
                          "the same code."),
                    {}};
        default:
            return {};
    }
}

}  // namespace screens
