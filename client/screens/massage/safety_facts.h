// What the records say of a mother before anybody touches her. Signs and a "no" of hers stand and
// cannot be answered away; the rest is offered beside its question and still has to be asked.
#pragma once

#include "client/screens/danger/alarms.h"
#include "client/screens/ports/ports.h"
#include "shared/care/family.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace screens {

enum class Refusal { None, Today, Consent };  // said today; in her standing consent

struct SafetyFacts {
    MassageStop stop;                           // of her checks and referrals
    std::vector<const care::DangerSign*> told;  // today, whatever they mean for the massage
    std::vector<std::string> earlier;           // why a teaching of today was stopped, put off
    std::optional<double> temp_c;               // measured today
    bool is_checked_today = false;              // each sign that matters was asked about
    Refusal refusal = Refusal::None;
    bool has_lost_baby = false;  // stillborn or died, and no other lives
    bool has_living_baby = false;
    std::string birth;                                      // her latest; empty: none is known
    std::map<std::string, std::string, std::less<>> hints;  // by line: "XC09", a sentence
};

// Her signs that put a massage off, those that are only asked in private left out.
std::vector<const care::DangerSign*> massage_signs();
// Of her latest birth nobody lives. A birth whose babies have not arrived here says nothing.
bool has_lost_babies(const care::Family& known, const care::Person& mother);

SafetyFacts safety_facts(const Ports& ports, const Family& family, const std::string& mother);

}  // namespace screens
