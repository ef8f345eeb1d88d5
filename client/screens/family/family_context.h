// What the parts of a family's page are made from, and the words of its forms.
#pragma once

#include "client/screens/frame/ways.h"
#include "shared/care/family.h"

#include <string>
#include <string_view>

namespace screens {

struct FamilyContext {
    const Ports& ports;
    const Family& family;
    const care::Family& known;
    Date today;

    std::string name_of(std::string_view person) const;  // empty: nobody known
    const Entry* entry(std::string_view record) const;   // nullptr if not here
    // A record opened again, at that question if one is meant.
    FormStart opening(const std::string& type, const std::string& record,
                      const std::string& field = {}) const;

    std::string form_title(const std::string& type) const;
    std::string label(const std::string& type, const std::string& field) const;
    // "Selesai" for visit, outcome, DONE: the labels of all codes of the field; empty if none.
    std::string said(const std::string& type, const Fields& fields, const char* field) const;
    // A JSON token as a person reads it; empty for null.
    std::string token_aloud(const std::string& type, const std::string& field,
                            const std::string& token) const;
};

bool lives_here(const care::Person& person, const FamilyContext& context);
std::string age_text(Date birth, Date on);  // "21 hari", "3 bulan", "2 tahun"

}  // namespace screens
