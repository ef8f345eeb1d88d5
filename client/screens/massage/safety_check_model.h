// The check before anybody touches her (DOMAIN 2.4): line by line, nothing answered beforehand,
// and nothing that the records know can be answered away. What comes of it is care's to say.
//
// Her danger signs come first, each in the words of her check; were they all asked about today
// already, it is asked whether anything changed since. That any forbids the massage (XC01) follows.
// A lost baby is known from the records and never asked about here.
//
// Not asked: her HIV status (no form of a cadre holds it), and what is only asked in private: its
// signs count where a check knows them, and are never named.
#pragma once

#include "client/screens/massage/safety_facts.h"
#include "client/screens/registering/registered_part.h"
#include "shared/care/massage.h"

#include <optional>
#include <string>
#include <vector>

namespace screens {

class SafetyCheckModel {
public:
    SafetyCheckModel(const Ports& ports, std::string mother)
        : ports_(ports), mother_(std::move(mother)) {}

    // What the records say now; what was answered stays.
    void look(const Family& family) { facts_ = safety_facts(ports_, family, mother_); }
    const SafetyFacts& facts() const { return facts_; }

    // ---- what is asked
    std::vector<std::string> danger_lines() const;  // "CHANGED", "MDS01" ..., "OTHER"
    std::vector<std::string> other_lines() const;   // "XC02" ...
    std::vector<std::string> lines() const;         // all, in order
    std::string next_line() const;                  // the first that waits; empty: none
    std::string text(const std::string& line) const;
    std::string known(const std::string& line) const;   // beside it; empty: nothing is known
    std::string advice(const std::string& line) const;  // once it was answered yes
    std::string answer(const std::string& line) const;  // "1", "0", ""
    bool asks_temperature() const { return !facts_.temp_c.has_value(); }
    std::string& typed_temperature() { return said_["temp"]; }
    std::string temperature_problem() const;
    // What needs care, to be read one by one, and whether it was.
    std::vector<std::string> cautions() const { return result().cautions; }
    bool is_acknowledged(const std::string& caution) const;

    // ---- what the user did
    void answered(const std::string& line, const std::string& code);  // again: taken back
    void caution_pressed(const std::string& caution);

    // ---- what comes of it
    int unanswered() const;
    care::SafetyResult result() const;
    bool is_decided() const;  // nothing that could still be answered would make it milder or worse
    bool is_stop() const { return is_decided() && result().safety == care::Safety::Stop; }
    bool is_defer() const;         // and every caution was read
    bool is_go() const;            // and every caution was read
    bool is_only_refused() const;  // her "no" and nothing else
    bool is_not_for_milk() const;  // she does not breastfeed: shown as a caution
    bool is_known_stop() const;    // before a question was asked
    // The signs that stop or defer, for the referral and its words.
    std::vector<const care::DangerSign*> signs() const;
    // As the form of a teaching keeps them.
    std::vector<std::string> reasons() const { return result().reasons; }
    std::vector<std::string> kept_cautions() const;

    // For the draft.
    const Said& all_said() const { return said_; }
    void restore(const std::string& mother, Said said) {
        mother_ = mother;
        said_ = std::move(said);
    }
    void forget() { said_.clear(); }

private:
    bool asks_change() const;
    bool has_sign_for_now() const;
    bool all_answered(const std::vector<std::string>& lines) const;
    std::string said(const std::string& key) const;
    std::vector<std::string> ticked() const;
    std::optional<double> temperature() const;

    Ports ports_;
    std::string mother_;
    SafetyFacts facts_;
    Said said_;
};

// A line, a sign or a caution as it is read out; nothing for what is private.
std::string safety_words(const Ports& ports, const std::string& code);

}  // namespace screens
