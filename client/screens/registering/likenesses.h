// The warning of a duplicate: whom the one being registered may be, and what the cadre said of it.
// It never stands in the way of saving.
#pragma once

#include "client/screens/ports/ports.h"

#include <set>
#include <string>
#include <vector>

namespace screens {

class Likenesses {
public:
    explicit Likenesses(const Ports& ports) : ports_(ports) {}

    // Those asked about, each a household with somebody in it. Asks the store only when one of them
    // is another than before.
    using Pair = std::pair<Fields, Fields>;  // household, person
    void look(const std::vector<Pair>& pairs);

    const std::vector<LookAlike>& all() const { return all_; }  // the likely ones first
    bool is_likely() const { return !all_.empty() && all_.front().is_likely; }
    bool is_told_apart() const;  // "Ini bukan data ganda" is ticked for all that are shown
    void tick();                 // and off again
    // Ids of those told apart, for the draft and the reason of the record.
    std::string told_apart() const;
    void restore(const std::string& told_apart);
    // What is kept with the record: "bukan data ganda: 0190…". Empty: nothing was said.
    std::string reason() const;

private:
    Ports ports_;
    std::vector<LookAlike> all_;
    std::set<std::string> apart_;
    std::string asked_for_;
};

std::string like_name(const LookAlike& like);  // "Siti Aminah · keluarga Agus Prasetyo"
std::string like_place(const LookAlike& like, const Ports& ports);  // "RT 03 / RW 01 · sejak …"
std::string like_reasons(const LookAlike& like);  // "nama sama bunyinya, tanggal lahir sama"

}  // namespace screens
