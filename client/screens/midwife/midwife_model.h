// The midwife's own page: referrals that wait for her, the mothers of her villages, births to come.
#pragma once

#include "client/screens/family/family_model.h"
#include "client/screens/frame/ways.h"
#include "client/ui/words/words.h"

#include <optional>
#include <string>
#include <vector>

namespace screens {

class MidwifeModel {
public:
    explicit MidwifeModel(const Ports& ports) : ports_(ports), me_(ports.session.me()) {}

    enum class Part { Referrals, Mothers, Births };
    Part part() const { return part_; }
    enum class Whom { All, Postpartum, Pregnant, Worrying };
    Whom whom() const { return whom_; }

    // Once a frame: the lists are made anew when something changed, and each minute.
    void refresh();
    // The most urgent first, of one urgency the longest waiting; then those answered.
    const std::vector<ReferralRow>& waiting() const { return waiting_; }
    const std::vector<ReferralRow>& answered() const { return answered_; }
    const std::vector<MotherRow>& mothers() const { return mothers_; }  // that the filter leaves
    std::size_t count(Whom whom) const;
    const std::vector<MotherRow>& births() const { return births_; }  // by the expected day

    std::string title(const ReferralRow& row) const;   // whom, and of which family
    std::string waited(const ReferralRow& row) const;  // "menunggu 3 jam"
    bool is_late(const ReferralRow& row) const;        // by the clock of its urgency (DOMAIN 5.3)
    std::string reasons(const ReferralRow& row) const;
    std::string about(const MotherRow& mother) const;  // "nifas hari ke-12 · RT 03 / RW 01"
    std::string expected(const MotherRow& mother) const;

    // ---- what the user did
    void open(Part part) { part_ = part; }
    void show(Whom whom);
    // One mother was pressed: what can be recorded for her and her babies.
    void mother_pressed(const MotherRow& mother);
    void mother_left() { pressed_.reset(); }
    const MotherRow* pressed() const { return pressed_ ? &*pressed_ : nullptr; }
    struct Contact {
        std::string person, text;  // "KF: Siti Aminah"
    };
    const std::vector<Contact>& contacts() const { return contacts_; }
    FormStart contact(const std::string& person) const;  // she did it herself: DIRECT

private:
    void read();
    bool passes(Whom whom, const MotherRow& mother) const;

    Ports ports_;
    Me me_;
    Part part_ = Part::Referrals;
    Whom whom_ = Whom::All;
    std::vector<ReferralRow> waiting_, answered_;
    std::vector<MotherRow> mothers_, births_;
    std::vector<Contact> contacts_;
    std::optional<MotherRow> pressed_;
    std::int64_t version_ = -1;
};

}  // namespace screens
