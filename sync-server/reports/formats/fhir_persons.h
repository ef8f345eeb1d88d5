// FHIR R4: one family's persons who consented to be shared, as entries of a transaction Bundle:
// Patient, Encounter, Observation, Procedure, QuestionnaireResponse (DOMAIN 6.10). Ids are ours, so
// that sending again replaces; identifiers of SATUSEHAT stand in their slots when they are known.
#pragma once

#include "shared/care/family.h"

#include <set>
#include <string>
#include <vector>

namespace formats {

// Consent to SHARE_PKM that was given and not withdrawn; of an infant, her own or her mother's.
bool may_be_shared(const care::Family& family, const care::Person& person);

struct FhirOptions {
    base::Date from, to;  // visits and what was measured on these days; births always
    const records::Record* household = nullptr;  // only who lives in it
};
// Entries, each a JSON text, the patients first. Empty if nobody consented.
std::vector<std::string> fhir_entries(const care::Family& family, const FhirOptions& options);
// Takes the entries as they come: of a large health centre they are 150 MB, held once.
class FhirTransaction {
public:
    FhirTransaction(const std::string& made_at, std::size_t likely_bytes);
    void add(const std::string& entry);
    std::string text() &&;

private:
    std::string text_;
    bool is_empty_ = true;
};

}  // namespace formats
