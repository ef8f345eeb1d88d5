#include "sync-server/reports/research/description.h"

#include "shared/base/csv.h"
#include "shared/base/json.h"
#include "sync-server/reports/research/closed_lists.h"
#include "sync-server/reports/suppression.h"

#include <utility>

namespace research {

using base::json::Writer;

namespace {

constexpr std::string_view kProfile = "https://datapackage.org/profiles/2.0/datapackage.json";
constexpr std::string_view kResourceProfile =
    "https://datapackage.org/profiles/2.0/dataresource.json";
constexpr std::string_view kSchemaProfile = "https://datapackage.org/profiles/2.0/tableschema.json";

constexpr std::string_view kAbout =
    "Only of persons who agreed to research. Names are pseudonyms of this export; days are shifted "
    "by a number of days of each mother and her children (30 to 180, to either side), so that "
    "intervals within a family are true and days between families are not. Ages are in days. Of a "
    "period only three or six months of the study are told. Empty is: not asked, or not told "
    "here; codes for 'do not know' are answers. ANY: made coarser for k-anonymity, which is over "
    "the quasi-identifiers alone (codebook.csv); measurements and answers are not among them. In "
    "anonymity.csv 1-4 is: one to four of those who are not in these files. Do "
    "not try to find out who anybody is.";

const char* type_word(Kind kind) {
    switch (kind) {
        case Kind::Pseudonym:
            return "pseudonym";
        case Kind::Day:
            return "date";
        case Kind::Number:
            return "number";
        case Kind::Code:
            return "code";
        case Kind::Codes:
            return "codes";
    }
    return "";
}

const char* schema_type(Kind kind) {
    return kind == Kind::Day ? "date" : kind == Kind::Number ? "number" : "string";
}

std::string field_json(const forms::FormSet& forms, const Field& field) {
    Writer one;
    one.add("name", field.name).add("type", schema_type(field.kind));
    one.add("title", label_of(forms, field));
    const std::string unit = unit_of(forms, field);
    if (!unit.empty()) one.add("unit", unit);
    std::vector<std::string> codes;
    for (const std::string& code : codes_in(forms, field))
        codes.push_back(base::json::quoted(code));
    // A period's codes are as many as the study is long, several codes are one text.
    if (codes.empty() || field.kind == Kind::Codes) return one.text();
    if (field.is_quasi) codes.push_back(base::json::quoted(kAny));
    Writer constraints;
    constraints.add_token("enum", base::json::array_of(codes));
    return one.add_token("constraints", constraints.text()).text();
}

std::string key_json(std::string_view field, std::string_view file) {
    Writer reference, key;
    reference.add("resource", file).add_token("fields", "[" + base::json::quoted(field) + "]");
    key.add_token("fields", "[" + base::json::quoted(field) + "]");
    return key.add_token("reference", reference.text()).text();
}

std::string schema_json(const forms::FormSet& forms, const File& file) {
    std::vector<std::string> fields, keys;
    for (const Field& field : file.fields) {
        fields.push_back(field_json(forms, field));
        if (field.name == "infant_id" && file.name != "infants") {
            keys.push_back(key_json(field.name, "infants"));
        }
        if (field.name == "visit_id" && file.name != "visits") {
            keys.push_back(key_json(field.name, "visits"));
        }
    }
    Writer schema;
    schema.add("$schema", kSchemaProfile);
    schema.add_token("fields", base::json::array_of(fields));
    schema.add_token("missingValues", R"([""])");
    if (!keys.empty()) schema.add_token("foreignKeys", base::json::array_of(keys));
    return schema.text();
}

std::string resource_json(std::string_view name, std::string_view title,
                          const std::string& schema) {
    Writer one;
    one.add("$schema", kResourceProfile).add("name", name).add("title", title);
    one.add("type", "table").add("path", std::string(name) + ".csv").add("format", "csv");
    one.add("mediatype", "text/csv").add("encoding", "utf-8");
    return one.add_token("schema", schema).text();
}

std::string plain_schema(const std::vector<std::string>& names) {
    std::vector<std::string> fields;
    for (const std::string& name : names) {
        fields.push_back(Writer().add("name", name).add("type", "string").text());
    }
    return Writer()
        .add("$schema", kSchemaProfile)
        .add_token("fields", base::json::array_of(fields))
        .text();
}

const std::vector<std::string> kCodebookHead = {
    "file", "field", "label", "type", "codes", "unit", "source_form", "quasi_identifier"};
const std::vector<std::string> kAnonymityHead = {"file", "what", "value"};

// Who is in these files can be counted there. Of what did not leave a few are hidden, as in
// anything that is published (DOMAIN 10.4).
std::string not_here(int count) {
    const bool is_few = count > 0 && count < reports::kHiddenBelow;
    return is_few ? "1-" + std::to_string(reports::kHiddenBelow - 1) : std::to_string(count);
}

std::string said_csv(const std::string& file, const Anonymity& said) {
    std::string text;
    const auto line = [&](const std::string& what, std::size_t value) {
        text += base::csv::line({file, what, std::to_string(value)});
    };
    line("persons", said.persons);
    line("classes", said.classes);
    line("smallest_class", said.smallest);
    if (file == "families") return text;
    text += base::csv::line({file, "persons_left_out", not_here(said.left_out)});
    for (const auto& [name, rows] : said.coarser) {
        line("rows_coarser_" + name, static_cast<std::size_t>(rows));
    }
    return text;
}

}  // namespace

std::string codebook_csv(const forms::FormSet& forms) {
    std::string text = base::csv::line(kCodebookHead);
    for (const File& file : allowed()) {
        for (const Field& field : file.fields) {
            std::string codes;
            for (const auto& [code, label] : labelled_codes(forms, field)) {
                (codes += codes.empty() ? "" : "|") += code + "=" + label;
            }
            text += base::csv::line({std::string(file.name), std::string(field.name),
                                     label_of(forms, field), type_word(field.kind), codes,
                                     unit_of(forms, field), std::string(field.form),
                                     field.is_quasi ? "1" : "0"});
        }
    }
    return text;
}

std::string anonymity_csv(const AnonymityReport& report, const DataSet& data) {
    std::string text = base::csv::line(kAnonymityHead);
    text += base::csv::line({"", "k", std::to_string(report.k)});
    text += said_csv("mothers", report.mothers);
    text += said_csv("infants", report.infants);
    text += said_csv("families", report.families);
    text += base::csv::line({"infants", "links_to_mother_cut", not_here(report.links_cut)});
    for (const auto& [column, answers] : data.refused) {
        const std::size_t dot = column.find('.');
        text +=
            base::csv::line({column.substr(0, dot),
                             "answers_outside_list_" + column.substr(dot + 1), not_here(answers)});
    }
    return text;
}

std::string datapackage_json(const forms::FormSet& forms, const Period& period,
                             const AnonymityReport& report, base::Date made_on) {
    std::vector<std::string> resources;
    for (const File& file : allowed()) {
        resources.push_back(resource_json(file.name, file.label, schema_json(forms, file)));
    }
    resources.push_back(resource_json("codebook", "Codebook", plain_schema(kCodebookHead)));
    resources.push_back(resource_json("anonymity", "k-anonymity", plain_schema(kAnonymityHead)));
    Writer whole;
    whole.add("$schema", kProfile).add("name", "kawan-asi-research");
    whole.add("title", "Kawan ASI: data set for research, without names");
    whole.add("description", kAbout).add("created", base::to_text(made_on) + "T00:00:00Z");
    whole.add("study_from", base::to_text(period.from)).add("study_to", base::to_text(period.to));
    whole.add("k_anonymity", static_cast<std::int64_t>(report.k));
    return whole.add_token("resources", base::json::array_of(resources)).text() + "\n";
}

}  // namespace research
