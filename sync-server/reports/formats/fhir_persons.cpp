#include "sync-server/reports/formats/fhir_persons.h"

#include "shared/base/characters.h"
#include "shared/base/text.h"
#include "shared/care/feeding.h"
#include "sync-server/reports/formats/fhir_json.h"

namespace formats {

using care::Event;
using care::Family;
using care::Person;
namespace json = base::json;
using namespace fhir;

namespace {

constexpr std::string_view kScope = "SHARE_PKM";
constexpr std::string_view kIdentifier = "https://fhir.kemkes.go.id/id/";

// Given, and not withdrawn wholly or for this scope. The latest word counts.
bool has_consented(const Family& family, const Person& person) {
    bool is_given = false;
    for (const Event& consent : Family::of(family.consents(), person)) {
        const base::Fields& fields = consent.fields();
        const bool is_withdrawn = care::is_yes(fields, "withdrawn") || fields.has("withdrawn_at");
        const bool is_all = fields.codes("withdraw_scope").empty();
        const bool is_taken_back =
            is_withdrawn && (is_all || fields.has_code("withdraw_scope", kScope));
        if (fields.has_code("scopes", kScope)) is_given = !is_taken_back;
    }
    return is_given;
}

std::string identifier(std::string_view kind, std::string_view value) {
    return json::Writer()
        .add("use", "official")
        .add("system", std::string(kIdentifier) + std::string(kind))
        .add("value", value)
        .text();
}

std::string gender(char sex) {
    if (sex == 'L') return "male";
    return sex == 'P' ? "female" : "unknown";
}

// A quantity of one day, of one person.
struct Measured {
    std::string id, code, text;
    double value = 0;
    std::string unit, ucum;
    std::string on;
};

class Writing {
public:
    Writing(const Family& family, const FhirOptions& options) : family_(family), options_(options) {
        for (const Person& person : family.persons()) {
            const bool is_asked = person.is_mother || person.is_infant;
            if (is_asked && lives_here(person) && may_be_shared(family, person))
                shared_.insert(person.id().text());
        }
    }

    std::vector<std::string> entries() {
        for (const Person& person : family_.persons()) {
            if (is_shared(&person)) add_patient(person);
        }
        for (const care::Visit& visit : family_.visits()) add_encounter(visit);
        for (const care::Outcome& outcome : family_.outcomes()) add_birth(outcome);
        for (const Event& check : family_.infant_checks()) add_infant_check(check);
        for (const Event& check : family_.mother_checks()) add_mother_check(check);
        for (const Event& recall : family_.recalls()) add_recall(recall);
        for (const Event& session : family_.sessions()) add_session(session);
        return std::move(entries_);
    }

private:
    // Who lives in another household is written with that one.
    bool lives_here(const Person& person) const {
        return options_.household == nullptr ||
               care::code(person.record->fields, "household_id") == options_.household->id.text();
    }
    bool is_shared(const Person* person) const {
        return person != nullptr && shared_.count(person->id().text()) != 0;
    }
    bool is_asked(const Event& event) const {
        return is_shared(event.person) && event.on >= options_.from && event.on <= options_.to;
    }
    void add(std::string_view type, std::string_view id, const json::Writer& resource) {
        entries_.push_back(entry(type, id, resource.text()));
    }

    void add_patient(const Person& person) {
        const base::Fields& fields = person.record->fields;
        json::Writer patient;
        patient.add("resourceType", "Patient").add("id", person.id().text());
        patient.add_token("identifier", json::array_of(identifiers(person)));
        patient.add("active", true);
        const std::string name =
            json::Writer().add("use", "official").add("text", fields.text("full_name")).text();
        patient.add_token("name", json::array_of({name}));
        patient.add("gender", gender(person.sex));
        if (person.birth_date) patient.add("birthDate", base::to_text(*person.birth_date));
        patient.add("deceasedBoolean", person.is_dead);
        const auto order = fields.integer("birth_order");
        if (person.is_infant && order && is_twin(person))
            patient.add("multipleBirthInteger", *order);
        if (options_.household != nullptr) {
            patient.add_token("address", json::array_of({address(options_.household->fields)}));
        }
        const std::string language =
            json::Writer()
                .add_token("language", concept_of("urn:ietf:bcp:47", "id-ID", "Indonesian"))
                .add("preferred", true)
                .text();
        patient.add_token("communication", json::array_of({language}));
        add("Patient", person.id().text(), patient);
    }

    bool is_twin(const Person& infant) const {
        const care::Outcome* outcome = family_.outcome_of(infant);
        return outcome != nullptr && family_.outcomes_of(*outcome->birth).size() > 1;
    }

    std::vector<std::string> identifiers(const Person& person) const {
        const base::Fields& fields = person.record->fields;
        std::vector<std::string> found;
        const std::string ihs = fields.text("satusehat_ihs");
        if (!ihs.empty()) found.push_back(identifier("ihs-number", ihs));
        const std::string nik = fields.text("nik");
        if (nik.size() == 16) found.push_back(identifier("nik", nik));
        const Person* mother = person.is_infant ? family_.mother_of(person) : nullptr;
        const std::string hers = mother == nullptr ? "" : mother->record->fields.text("nik");
        if (nik.empty() && hers.size() == 16 && is_shared(mother)) {
            found.push_back(identifier("nik-ibu", hers));
        }
        found.push_back(json::Writer()
                            .add("system", "http://example.org/pijat/person")
                            .add("value", person.id().text())
                            .text());
        return found;
    }

    // Kemendagri's code is the village's; its parts are the province, city and district.
    static std::string address(const base::Fields& home) {
        std::vector<std::string> parts;
        const auto part = [&](std::string_view url, const std::string& code) {
            if (code.empty()) return;
            parts.push_back(json::Writer().add("url", url).add("valueCode", code).text());
        };
        const std::string digits = base::digits_of(home.text("wilayah_code"));
        if (digits.size() == 10) {
            part("province", digits.substr(0, 2));
            part("city", digits.substr(0, 4));
            part("district", digits.substr(0, 6));
            part("village", digits);
        }
        part("rt", home.text("rt"));
        part("rw", home.text("rw"));
        json::Writer written;
        written.add("use", "home");
        const std::string line = home.text("address_line");
        if (!line.empty()) written.add_token("line", json::array_of({json::quoted(line)}));
        written.add("country", "ID");
        if (!parts.empty()) {
            const std::string extension =
                json::Writer()
                    .add("url",
                         "https://fhir.kemkes.go.id/r4/StructureDefinition/administrativeCode")
                    .add_token("extension", json::array_of(parts))
                    .text();
            written.add_token("extension", json::array_of({extension}));
        }
        return written.text();
    }

    // Its subject: the mother if she is shared, else a child of hers who was seen.
    const Person* subject_of(const care::Visit& visit) const {
        const Person* mother = family_.person(visit.record->fields, "mother_id");
        if (is_shared(mother)) return mother;
        for (const std::string& id : visit.record->fields.codes("persons_seen")) {
            const Person* seen = family_.person(id);
            if (is_shared(seen)) return seen;
        }
        return nullptr;
    }

    void add_encounter(const care::Visit& visit) {
        const Person* subject = subject_of(visit);
        const bool is_in = visit.on >= options_.from && visit.on <= options_.to;
        if (!visit.is_contact || subject == nullptr || !is_in) return;
        const std::string id = visit.record->id.text();
        json::Writer encounter;
        encounter.add("resourceType", "Encounter").add("id", id).add("status", "finished");
        encounter.add_token("class",
                            coding("http://terminology.hl7.org/CodeSystem/v3-ActCode", "HH"));
        encounter.add_token("type", json::array_of({concept_of(kSnomed, "133906008")}));
        encounter.add_token("subject", reference("Patient", subject->id().text()));
        json::Writer period;
        const std::string ended = visit.record->fields.text("ended_at");
        period.add("start", visit.record->fields.text("started_at"));
        if (visit.ended && visit.started && *visit.ended >= *visit.started) {
            period.add("end", ended);
        }
        encounter.add_token("period", period.text());
        encounters_.insert(id);
        add("Encounter", id, encounter);
    }

    void add_visit(json::Writer& resource, const care::Visit* visit) const {
        if (visit == nullptr || encounters_.count(visit->record->id.text()) == 0) return;
        resource.add_token("encounter", reference("Encounter", visit->record->id.text()));
    }

    void observe(const Person& person, const care::Visit* visit, const Measured& measured) {
        json::Writer observation;
        observation.add("resourceType", "Observation").add("id", measured.id);
        observation.add("status", "final");
        observation.add_token("code", concept_of(kLoinc, measured.code, measured.text));
        observation.add_token("subject", reference("Patient", person.id().text()));
        add_visit(observation, visit);
        observation.add("effectiveDateTime", measured.on);
        observation.add_token("valueQuantity",
                              quantity(measured.value, measured.unit, measured.ucum));
        add("Observation", measured.id, observation);
    }

    void add_birth(const care::Outcome& outcome) {
        const auto grams = outcome.record->fields.number("birth_weight_g");
        if (!is_shared(outcome.infant) || !grams || outcome.birth == nullptr) return;
        observe(*outcome.infant, nullptr,
                {outcome.record->id.text(), "8339-4", "Berat lahir", *grams, "g", "g",
                 base::to_text(outcome.birth->delivery_date)});
    }

    void add_infant_check(const Event& check) {
        if (!is_asked(check)) return;
        const base::Fields& fields = check.fields();
        const std::string id = check.record->id.text();
        const std::string on = base::to_text(check.on);
        if (const auto grams = fields.number("weight_g")) {
            const std::string weighed = fields.text("weighed_on");
            observe(*check.person, check.visit,
                    {id + "-w", "3141-9", "Berat badan", *grams, "g", "g",
                     weighed.empty() ? on : weighed});
        }
        if (const auto warmth = fields.number("temp_c")) {
            observe(*check.person, check.visit,
                    {id + "-t", "8310-5", "Suhu badan", *warmth, "Cel", "Cel", on});
        }
    }

    void add_mother_check(const Event& check) {
        const auto warmth = check.fields().number("temp_c");
        if (!is_asked(check) || !warmth) return;
        observe(*check.person, check.visit,
                {check.record->id.text() + "-t", "8310-5", "Suhu badan", *warmth, "Cel", "Cel",
                 base::to_text(check.on)});
    }

    void add_recall(const Event& recall) {
        if (!is_asked(recall)) return;
        const std::string id = recall.record->id.text();
        json::Writer status;
        status.add("resourceType", "Observation").add("id", id + "-k").add("status", "final");
        status.add_token("code", concept_of(kLoinc, "63895-7", "Status menyusui"));
        status.add_token("subject", reference("Patient", recall.person->id().text()));
        add_visit(status, recall.visit);
        status.add("effectiveDateTime", base::to_text(recall.on));
        status.add_token("valueCodeableConcept",
                         concept_of(std::string(kOurs) + "feeding-class",
                                    care::to_code(care::feeding_class(recall.fields()))));
        status.add_token("derivedFrom", json::array_of({reference("QuestionnaireResponse", id)}));
        entries_.push_back(entry("QuestionnaireResponse", id, answers(recall)));
        add("Observation", id + "-k", status);
    }

    // Every question of the recall that was answered, by its field's name.
    std::string answers(const Event& recall) const {
        std::vector<std::string> items;
        for (const auto& [name, token] : recall.fields().entries()) {
            const bool is_question = name.rfind("l_", 0) == 0 || name.rfind("bf_", 0) == 0 ||
                                     name.rfind("f_", 0) == 0 || name.rfind("other_", 0) == 0 ||
                                     name == "ebm_yesterday" || name == "bottle_yesterday" ||
                                     name == "m_ors_med" || name == "meals_n";
            if (!is_question) continue;
            const std::string answer =
                json::Writer().add("valueString", recall.fields().text(name)).text();
            items.push_back(json::Writer()
                                .add("linkId", name)
                                .add_token("answer", json::array_of({answer}))
                                .text());
        }
        json::Writer response;
        response.add("resourceType", "QuestionnaireResponse").add("id", recall.record->id.text());
        response.add("questionnaire", "http://example.org/pijat/Questionnaire/feeding-recall");
        response.add("status", "completed");
        response.add_token("subject", reference("Patient", recall.person->id().text()));
        add_visit(response, recall.visit);
        response.add("authored", base::to_text(recall.on));
        if (!items.empty()) response.add_token("item", json::array_of(items));
        return response.text();
    }

    void add_session(const Event& session) {
        if (!is_asked(session)) return;
        json::Writer procedure;
        procedure.add("resourceType", "Procedure").add("id", session.record->id.text());
        procedure.add("status", "completed");
        procedure.add_token("category", concept_of(kSnomed, "277132007"));
        procedure.add_token("code", concept_of(std::string(kOurs) + "procedure", "PIJAT-OKSITOSIN",
                                               "Pijat oksitosin"));
        procedure.add_token("subject", reference("Patient", session.person->id().text()));
        add_visit(procedure, session.visit);
        procedure.add("performedDateTime", base::to_text(session.on));
        add("Procedure", session.record->id.text(), procedure);
    }

    const Family& family_;
    const FhirOptions& options_;
    std::set<std::string> shared_, encounters_;
    std::vector<std::string> entries_;
};

}  // namespace

bool may_be_shared(const Family& family, const Person& person) {
    if (has_consented(family, person)) return true;
    const Person* mother = person.is_infant ? family.mother_of(person) : nullptr;
    return mother != nullptr && Family::of(family.consents(), person).empty() &&
           has_consented(family, *mother);
}

std::vector<std::string> fhir_entries(const Family& family, const FhirOptions& options) {
    return Writing(family, options).entries();
}

FhirTransaction::FhirTransaction(const std::string& made_at, std::size_t likely_bytes) {
    text_.reserve(likely_bytes);  // a text that grows is there twice for a moment
    text_ += R"({"resourceType":"Bundle","type":"transaction","timestamp":)";
    text_ += json::quoted(made_at) + R"(,"entry":[)" + "\n";
}

void FhirTransaction::add(const std::string& entry) {
    if (!is_empty_) text_ += ",\n";
    text_ += entry;
    is_empty_ = false;
}

std::string FhirTransaction::text() && {
    text_ += "\n]}\n";
    return std::move(text_);
}

}  // namespace formats
