// What is said about the data is true of it: by the forms that this program ships.
#include "sync-server/reports/research/description.h"
#include "shared/base/json.h"
#include "sync-server/reports/research/closed_lists.h"
#include "tests/sync-server/reports/research/study.h"

using namespace study;

TEST_CASE("every column is a question of its form, of its kind, with labels for all its codes") {
    const forms::FormSet& forms = forms::FormSet::builtin();
    for (const research::File& file : research::allowed()) {
        for (const research::Field& field : file.fields) {
            INFO(file.name << "." << field.name);
            CHECK_FALSE(research::label_of(forms, field).empty());
            if (field.form.empty()) continue;
            const forms::Form* form = forms.find(field.form);
            REQUIRE(form != nullptr);
            const forms::Question* question = form->find(field.name);
            REQUIRE(question != nullptr);
            CHECK_FALSE(question->pii);
            CHECK_FALSE(question->has_appearance("private"));
            CHECK(question->type != forms::QuestionType::Text);
            if (field.kind == research::Kind::Number) continue;
            CHECK_FALSE(research::labelled_codes(forms, field).empty());
            for (const auto& each : research::labelled_codes(forms, field)) {
                CHECK_FALSE(each.second.empty());
            }
        }
    }
}

TEST_CASE("no list of codes that leaves is one of places, people or numbers of persons") {
    for (const research::File& file : research::allowed()) {
        for (const research::Field& field : file.fields) {
            for (const char* never : {"full_name", "nik", "no_kk", "phone", "address_line", "note",
                                      "gps_lat", "gps_lon", "birth_date", "wilayah_code", "rt",
                                      "rw", "provider_id", "place_name", "l_other_text"}) {
                CHECK(field.name != never);
            }
        }
    }
}

TEST_CASE_FIXTURE(Study, "the data package names every file with its columns in their order") {
    mothers(5);
    const auto made = take();
    const auto whole = base::json::Object::parse(text_of(made, "datapackage.json"));
    REQUIRE(whole.ok());
    CHECK(whole.value().string("$schema") ==
          "https://datapackage.org/profiles/2.0/datapackage.json");
    const auto resources = whole.value().array("resources");
    REQUIRE(resources);
    CHECK(resources->size() + 1 == made.files.size());
    for (const std::string& each : *resources) {
        const auto resource = base::json::Object::parse(each).value();
        const std::string text = text_of(made, resource.string("path").value());
        std::vector<std::string> named;
        const auto schema = resource.object("schema");
        REQUIRE(schema);
        const auto fields = schema->array("fields");
        REQUIRE(fields);
        for (const std::string& field : *fields) {
            named.push_back(base::json::Object::parse(field).value().string("name").value());
        }
        CHECK(named == base::csv::parse(text).value().header);
    }
}

TEST_CASE("of those who are not in the data one to four are hidden") {
    research::AnonymityReport report;
    report.k = 5;
    report.mothers = {60, 4, 12, 3, {}};
    report.infants = {58, 4, 11, 6, {}};
    report.links_cut = 1;
    research::DataSet data;
    data.refused = {{"recalls.bf_ever", 4}, {"visits.outcome", 12}, {"visits.topics", 0}};
    const std::string text = research::anonymity_csv(report, data);
    for (const char* line :
         {"mothers,persons,60", "mothers,smallest_class,12", "mothers,persons_left_out,1-4",
          "infants,persons_left_out,6", "infants,links_to_mother_cut,1-4",
          "recalls,answers_outside_list_bf_ever,1-4", "visits,answers_outside_list_outcome,12",
          "visits,answers_outside_list_topics,0"}) {
        CHECK_MESSAGE(text.find(std::string(line) + "\r\n") != std::string::npos, line);
    }
}

TEST_CASE_FIXTURE(Study, "the codebook has a line for every column of the data") {
    mothers(5);
    const auto made = take();
    const auto codebook = table(made, "codebook");
    std::size_t line = 0;
    for (const research::File& file : research::allowed()) {
        for (const std::string& column : table(made, std::string(file.name)).header) {
            REQUIRE(line < codebook.rows.size());
            CHECK(codebook.at(line, "file") == file.name);
            CHECK(codebook.at(line++, "field") == column);
        }
    }
    CHECK(line == codebook.rows.size());
}
