// A household as it is, before anybody writes it down.
#pragma once

#include "tools/demo/names.h"
#include "tools/demo/notebook.h"
#include "tools/demo/places.h"

#include <optional>

namespace demo {

struct Adult {
    std::string name;
    char sex = 'P';
    Date birth;
    bool knows_birth_day = true;
    std::string nik;  // "" if it is not known
    std::string nik_status;
    std::string phone;
    std::string relation_to_head;
    std::string id;  // once written down
};

struct Family {
    Adult mother;
    std::optional<Adult> husband;
    std::optional<Adult> grandmother;
    std::string grandmother_relation;  // of hers to the mother: IBU_KANDUNG or IBU_MERTUA
    std::string no_kk;
    std::string phone;
    std::string rt, rw, address;
    std::string wilayah_code;
    std::string education, occupation;
    std::string residence_from;  // where she is domiciled, if she is here only for a while
    Date residence_since;
    bool has_handbook = true;
    int parity = 1;  // with the coming or latest child
    std::string id;  // once written down
};

Family make_family(Dice& dice, const Unit& unit, Date around);
// A citizen number by DOMAIN 1.4.
std::string make_nik(Dice& dice, Date birth, char sex);

void set_residence(Fields& fields, const Family& family);

// Household, grown-ups and the mother's consent.
void register_family(Dice& dice, Notebook& book, Family& family, Instant at);

}  // namespace demo
