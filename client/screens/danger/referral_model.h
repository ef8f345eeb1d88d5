// One referral: how urgent, who, why, how far it has come, its letter, and the midwife's answer.
// The cadre prints it; the midwife closes it with an outcome.
#pragma once

#include "client/screens/danger/letter.h"
#include "client/screens/danger/midwife_number.h"
#include "client/screens/family/family_model.h"
#include "client/screens/frame/printout.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace screens {

class ReferralModel {
public:
    ReferralModel(const Ports& ports, std::string id);

    void refresh();
    bool is_found() const { return family_ != nullptr; }
    // Written here, though whom it is about is not: why and how urgent can be told.
    bool is_without_name() const { return family_ == nullptr && has_letter_; }
    const FamilyModel& family() const { return *family_; }
    std::string person() const { return fields_.text("person_id"); }
    std::string person_name() const { return family_->person_name(person()); }
    care::Urgency urgency() const { return letter_.urgency; }
    std::string urgency_line() const;
    std::vector<std::string> reasons() const;
    bool is_massage_withheld() const { return letter_.massage_withheld; }

    // Written, midwife told, arrived, answered: `now` of the names.
    std::vector<std::string> stages() const;
    std::size_t stage() const;
    std::string outcome() const;  // in words; empty: none yet
    std::string feedback() const { return fields_.text("feedback"); }
    bool is_open() const;

    struct Fact {
        std::string name, value;
    };
    // What whoever takes over needs: age, day after the birth, where, phone, what was measured.
    std::vector<Fact> facts() const;

    std::string message() const;
    MidwifeNumber& number() { return number_; }

    // ---- what the user did
    FormStart complete() const;  // how they go, who was told
    FormStart answer() const;    // the outcome and a word to the cadre
    void print_clicked() { printout_.print(letter(), "surat-rujukan"); }
    void save_clicked() { printout_.save(letter(), "surat-rujukan"); }
    Printout& printout() { return printout_; }

private:
    void read();
    std::string letter() const;
    void add_measured(std::vector<Fact>& facts) const;

    Ports ports_;
    Me me_;
    std::string id_;
    Fields fields_;
    std::unique_ptr<FamilyModel> family_;
    paper::Referral letter_;
    MidwifeNumber number_;
    Printout printout_;
    bool has_letter_ = false;
    std::int64_t version_ = -1;
};

}  // namespace screens
