// The forms that a program works with, by type and version. A draft stays on the version it was
// begun with; the version added last is the current one.
//
// A document that makes no records (the massage's procedure) travels with them and is found by
// find_document() alone: nothing that asks for a type of record meets it.
#pragma once

#include "shared/base/result.h"
#include "shared/forms/form.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace forms {

inline constexpr std::string_view kSharedChoices = "choices";

class FormSet {
public:
    // The definitions shipped with this program, compiled into it.
    static const FormSet& builtin();
    // From definition texts in any order; one without a survey is the shared choice lists.
    static base::Result<FormSet> parse(const std::vector<std::string>& texts);

    const Form* find(std::string_view type) const;  // the current version; nullptr if unknown
    const Form* find(std::string_view type, std::string_view version) const;
    const Form* find_document(std::string_view id) const;  // nullptr if there is none
    // Replaces a form of the same type and version (pointers to that one end).
    void add(Form form);

    std::vector<std::string> ids() const;  // of the types of record, sorted
    // The definition, one line of JSON; of "choices" the shared lists. "" if unknown.
    std::string json_of(std::string_view type) const;
    // All current definitions, the shared lists first: what parse() takes on the other side.
    std::vector<std::string> texts() const;
    // 16 hexadecimal digits over texts(); equal sets have equal digests on every machine.
    std::string digest() const;

private:
    std::map<std::string, std::vector<std::shared_ptr<const Form>>, std::less<>> forms_;
    std::map<std::string, std::shared_ptr<const Form>, std::less<>> documents_;
    ChoiceLists shared_;
    std::string shared_json_;
};

}  // namespace forms
