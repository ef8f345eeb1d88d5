// One family: its people, what is due, what was recorded, and what can be recorded now.
#pragma once

#include "client/screens/frame/ways.h"
#include "client/ui/words/words.h"

#include <optional>
#include <string>
#include <vector>

namespace screens {

// A step of the visit that is going on: its form, for whom, and whether it is recorded.
struct VisitStep {
    std::string type, person;
    std::string title;
    std::string record;  // of the one recorded; empty: still to do
};

class FamilyModel {
public:
    FamilyModel(const Ports& ports, std::string id);

    void refresh();
    const Family& family() const { return family_; }
    bool is_found() const { return is_found_; }
    std::int64_t version() const { return version_; }  // of the families, when this one was read

    std::string name() const;
    std::string place() const;
    std::string person_name(const std::string& id) const;

    std::string entry_title(const Entry& entry) const;
    std::string entry_detail(const Entry& entry) const;  // for whom and what came of it
    int danger_signs_in(const Entry& entry) const;

    std::string due_text(const Due& due) const;  // "sampai 12 Mar 2026", "terlambat 3 hari"

    // The visit begun today that reached somebody, and what belongs to it.
    const Entry* visit_today() const;
    std::vector<VisitStep> visit_steps() const;

    // What is known when a form of this type is opened here, for this person if one is meant.
    FormStart start(const std::string& type, const std::string& person = "") const;
    FormStart correction(const Entry& entry) const;

private:
    void read();
    const Person* person(const std::string& id) const;
    const Person* only(bool Person::*kind) const;
    std::string latest(const std::string& type) const;
    void fill_for(Fields& known, const forms::Form& form, const std::string& person) const;

    Ports ports_;
    std::string id_;
    Family family_;
    bool is_found_ = false;
    std::int64_t version_ = -1;
};

}  // namespace screens
